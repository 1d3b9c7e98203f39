package pdfsource

import (
	"regexp"
	"slices"
	"strings"
)

// continues reports whether a table that ends a page may go on in one that begins
// the next: they are as wide, and the columns of one are those of the other or
// divide them. Pages may be set with different margins, so only widths are compared.
func (t *table) continues(next *table) bool {
	if len(t.xs) < 2 || len(next.xs) < 2 {
		return false
	}
	few, many := t.xs, next.xs
	if len(few) > len(many) {
		few, many = many, few
	}
	_, ok := offset(few, many)
	return ok
}

// mostHidden is how many columns at the left a page may not draw: those of cells that
// began on the page before and span what is left of the table.
const mostHidden = 2

// offset is how far the lines between many columns stand to the right of those
// between few, when each of the few is one of the many: over the whole width, or up to
// the right edge where only columns at the left are hidden.
func offset(few, many []float64) (float64, bool) {
	const manyColumns = 8 // so that no other table ends so by chance
	last := many[len(many)-1]
	fits := func(shift float64) bool {
		return !slices.ContainsFunc(few, func(x float64) bool {
			return !slices.ContainsFunc(many, func(m float64) bool { return abs(m-x-shift) <= 2*snap })
		})
	}
	left, right := many[0]-few[0], last-few[len(few)-1]
	switch {
	case abs(left-right) <= 2*snap && fits(left):
		return left, true
	case len(few) > manyColumns && len(many)-len(few) <= mostHidden && len(many) > len(few) && fits(right):
		return right, true
	}
	return 0, false
}

// refine divides the table's columns where the other table has more of them.
func (t *table) refine(other *table) {
	if len(t.xs) >= len(other.xs) {
		return
	}
	shift, _ := offset(t.xs, other.xs)
	index := make([]int, len(t.xs))
	for i, x := range t.xs {
		index[i] = slices.IndexFunc(other.xs, func(m float64) bool { return abs(m-x-shift) <= 2*snap })
	}
	for i := range t.cells {
		c := &t.cells[i]
		from, to := index[c.Column], index[c.Column+c.Colspan]
		c.Column, c.Colspan = from, max(to-from, 1)
	}
	t.xs = slices.Clone(other.xs)
}

// join appends the table on the next page. A repeated head is dropped; a row or a
// cell that the page break cut in two is put together.
func (t *table) join(next *table) {
	t.refine(next)
	next.refine(t)
	if heads := t.repeated(next); heads > 0 {
		next.drop(heads)
		next.open[0] = false
	}
	t.trimEnd()
	next.trimStart()
	base := t.rows
	whole := next.rows > 0 && (t.wholeRowCut(next) || t.rowTorn(next))
	for _, c := range next.cells {
		above := t.endingAt(base, c.Column, c.Colspan)
		if c.Row == 0 && above >= 0 && (whole || goesOn(&t.cells[above], &c)) {
			t.cells[above].extend(c, whole)
			continue
		}
		c.Row += base
		if whole {
			c.Row--
		}
		t.cells = append(t.cells, c)
	}
	t.rows += next.rows
	if whole {
		t.rows--
	}
	t.open[1] = next.open[1]
	t.order()
}

// trimEnd takes out a last row that is only the space left on the page: nothing
// begins in it.
func (t *table) trimEnd() {
	if !t.open[1] || t.rows < 2 {
		return
	}
	for _, c := range t.cells {
		if c.Row == t.rows-1 && c.Text != "" {
			return
		}
	}
	for i := range t.cells {
		c := &t.cells[i]
		c.openBottom = c.Row < t.rows-1 && c.Row+c.Rowspan == t.rows
	}
	t.remove(t.rows - 1)
	t.open[1] = false
}

// trimStart takes out a first row in which only cells from above go on.
func (t *table) trimStart() {
	if !t.open[0] || t.rows < 2 {
		return
	}
	for _, c := range t.cells {
		if c.Row == 0 && c.Rowspan == 1 && c.Text != "" {
			return
		}
	}
	for i := range t.cells {
		c := &t.cells[i]
		c.openTop = c.Row == 0 && c.Rowspan > 1
	}
	t.drop(1)
	t.open[0] = false
}

// wholeRowCut reports that the page break runs through a row: no cell is closed on
// either side, and both sides are divided alike.
func (t *table) wholeRowCut(next *table) bool {
	for _, c := range t.cells {
		if c.Row+c.Rowspan == t.rows && !c.openBottom {
			return false
		}
	}
	for _, c := range next.cells {
		if c.Row == 0 && (!c.openTop || t.endingAt(t.rows, c.Column, c.Colspan) < 0) {
			return false
		}
	}
	return true
}

// labelOpening is how the label of a row begins.
var labelOpening = regexp.MustCompile(`^\s*(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十⼀⼆⼋⼗]{1,3}[)）、.．])`)

// rowTorn reports that the page break runs through a row though lines are drawn on
// both sides of it, as word processors do: words go on under a label, and under its
// figures stands nothing.
func (t *table) rowTorn(next *table) bool {
	const figures = 3
	words, empty := 0, 0
	for _, c := range next.cells {
		if c.Row > 0 || c.Rowspan > 1 {
			continue
		}
		above := t.endingAt(t.rows, c.Column, c.Colspan)
		if above < 0 {
			return false
		}
		count := pageNumber.MatchString(t.cells[above].Text)
		switch {
		case c.Text == "" && count:
			empty++
		case c.Text == "":
		case count || t.cells[above].Text == "" || labelOpening.MatchString(c.Text):
			return false
		default:
			words++
		}
	}
	return words > 0 && empty >= figures
}

// endingAt is the cell that ends above a row, with the given columns; -1 if none.
func (t *table) endingAt(row, column, colspan int) int {
	return slices.IndexFunc(t.cells, func(o cell) bool {
		return o.Row+o.Rowspan == row && o.Column == column && o.Colspan == colspan
	})
}

// goesOn reports that a cell at the top of a page is the rest of one that spans the
// break: the line between is missing, or it repeats that cell's text or has none.
func goesOn(above, c *cell) bool {
	if above.openBottom && c.openTop {
		return true
	}
	if above.Rowspan == 1 && c.Rowspan == 1 {
		return false
	}
	return c.Text == "" || squeezed(c.Text) == squeezed(above.Text)
}

// extend adds the rest of a cell; where the break cut its row, that is one row less.
func (c *cell) extend(rest cell, rowCut bool) {
	c.Rowspan += rest.Rowspan
	if rowCut {
		c.Rowspan--
	}
	c.openBottom = rest.openBottom
	switch {
	case rest.Text == "" || squeezed(rest.Text) == squeezed(c.Text):
	case c.Text == "":
		c.Text = rest.Text
	default:
		c.Text += "\n" + rest.Text
	}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// repeated is the number of rows at the top of a page that repeat the table's first
// rows. Rows of a head hold text; rows of equal figures are data.
func (t *table) repeated(next *table) int {
	n := 0
	for n < t.rows && n < next.rows {
		a, b := t.rowText(n), next.rowText(n)
		if a != b || !strings.ContainsFunc(a, func(r rune) bool { return wide(string(r)) }) {
			break
		}
		n++
	}
	// A head that spans rows is repeated whole or not at all.
	for n > 0 && slices.ContainsFunc(t.cells, func(c cell) bool { return c.Row < n && c.Row+c.Rowspan > n }) {
		n--
	}
	return n
}

// rowText is the text and the shape of the cells that begin in a row.
func (t *table) rowText(row int) string {
	var b strings.Builder
	for _, c := range t.cells {
		if c.Row == row {
			b.WriteString(squeezed(c.Text))
			b.WriteByte('|')
			b.WriteString(strings.Repeat("-", c.Colspan))
		}
	}
	return b.String()
}
