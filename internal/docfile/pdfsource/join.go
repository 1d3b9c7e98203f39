package pdfsource

import (
	"slices"
	"strings"

	"gongkai/internal/annualreport/reading"
)

// continues reports whether a table that ends a page may go on in one that begins
// the next: as many columns at the same places.
func (t *table) continues(next *table) bool {
	if t.grid.Columns != next.grid.Columns {
		return false
	}
	// Pages may be set with different margins; the widths decide.
	shift := next.xs[0] - t.xs[0]
	for i := range t.xs {
		if abs(next.xs[i]-t.xs[i]-shift) > 2*snap {
			return false
		}
	}
	return true
}

// join appends the table on the next page. A repeated head is dropped; a row that
// the page break cut in two is put together, and so is a cell that spans the break.
func (t *table) join(next *table) {
	g, more := &t.grid, &next.grid
	if heads := repeated(g, more); heads > 0 {
		drop(more, heads)
		next.open[0] = false
	}
	if more.Rows == 0 {
		t.open[1] = next.open[1]
		return
	}
	if t.open[1] && next.open[0] && sameRow(g, more) {
		stitch(g, more)
		drop(more, 1)
	}
	base := g.Rows
	for _, c := range more.Cells {
		c.Row += base
		if above := reaching(g, base, c); above >= 0 {
			o := &g.Cells[above]
			if c.Row == base && o.Row+o.Rowspan == base && goesOn(o, &c) {
				o.Rowspan += c.Rowspan
				continue
			}
		}
		g.Cells = append(g.Cells, c)
	}
	g.Rows += more.Rows
	t.open[1] = next.open[1]
	t.glyphs += next.glyphs
	order(g)
}

// reaching is the cell above that ends at the row, with the columns of c; -1 if none.
func reaching(g *reading.Grid, row int, c reading.GridCell) int {
	if c.Row != row {
		return -1
	}
	return slices.IndexFunc(g.Cells, func(o reading.GridCell) bool {
		return o.Row+o.Rowspan == row && o.Column == c.Column && o.Colspan == c.Colspan
	})
}

// goesOn reports that a cell at the top of a page is the rest of a spanning one: it
// repeats its text, or has none.
func goesOn(above, c *reading.GridCell) bool {
	if above.Rowspan == 1 && c.Rowspan == 1 {
		return false
	}
	return c.Text == "" || squeezed(c.Text) == squeezed(above.Text)
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// repeated is the number of rows at the top of a page that repeat the table's first
// rows. Rows of a head hold text; rows of equal figures are data.
func repeated(g, more *reading.Grid) int {
	n := 0
	for n < g.Rows && n < more.Rows {
		a, b := rowText(g, n), rowText(more, n)
		if a != b || !strings.ContainsFunc(a, func(r rune) bool { return wide(string(r)) }) {
			break
		}
		n++
	}
	// A head that spans rows is repeated whole or not at all.
	for n > 0 && slices.ContainsFunc(g.Cells, func(c reading.GridCell) bool { return c.Row < n && c.Row+c.Rowspan > n }) {
		n--
	}
	return n
}

// rowText is the text and the shape of the cells that begin in a row.
func rowText(g *reading.Grid, row int) string {
	var b strings.Builder
	for _, c := range g.Cells {
		if c.Row == row {
			b.WriteString(squeezed(c.Text))
			b.WriteByte('|')
			b.WriteString(strings.Repeat("-", c.Colspan))
		}
	}
	return b.String()
}

// sameRow reports that the last row of one grid and the first of the other are cut
// alike.
func sameRow(g, more *reading.Grid) bool {
	for _, c := range more.Cells {
		if c.Row == 0 && reaching(g, g.Rows, reading.GridCell{Row: g.Rows, Column: c.Column, Colspan: c.Colspan}) < 0 {
			return false
		}
	}
	return true
}

// stitch adds the text of a first row to the last row of the grid before.
func stitch(g, more *reading.Grid) {
	for _, c := range more.Cells {
		if c.Row != 0 || c.Text == "" {
			continue
		}
		above := &g.Cells[reaching(g, g.Rows, reading.GridCell{Row: g.Rows, Column: c.Column, Colspan: c.Colspan})]
		switch {
		case above.Text == "":
			above.Text = c.Text
		case squeezed(above.Text) != squeezed(c.Text):
			above.Text += "\n" + c.Text
		}
	}
}
