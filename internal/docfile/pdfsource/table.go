package pdfsource

import (
	"cmp"
	"slices"

	"gongkai/internal/annualreport/reading"
)

// maxSlots bounds the slots of one drawn table.
const maxSlots = 200_000

// table is a table on a page, or on several once they are joined.
type table struct {
	rows  int
	cells []cell
	box   box
	xs    []float64 // where columns begin and end
	open  [2]bool   // the lines go on above the first row, below the last
}

// cell is a cell of a table. It is open above or below where the page's edge cut it.
type cell struct {
	reading.GridCell
	openTop, openBottom bool
}

func (t *table) columns() int { return len(t.xs) - 1 }

// grid is the table for the source.
func (t *table) grid() *reading.Grid {
	g := &reading.Grid{Rows: t.rows, Columns: t.columns()}
	for _, c := range t.cells {
		g.Cells = append(g.Cells, c.GridCell)
	}
	return g
}

// newTable takes the characters inside a frame as the contents of its cells. A frame
// of a single cell is no table.
func newTable(f *frame, glyphs []glyph, page int) (table, bool) {
	rows, columns := len(f.ys)-1, len(f.xs)-1
	if rows*columns <= 1 || rows*columns > maxSlots ||
		rows*columns*(len(f.level)+len(f.upright)) > maxCrossings {
		return table{}, false
	}
	t := table{rows: rows, box: f.box(), xs: f.xs, open: [2]bool{f.openTop, f.openBottom}}
	owner := t.find(f)
	inside := make([][]glyph, len(t.cells))
	at := func(p point) int {
		row, column := slot(f.ys, min(p.y, f.ys[rows]-0.1)), slot(f.xs, p.x)
		if row < 0 || column < 0 {
			return -1
		}
		return owner[row*columns+column]
	}
	for len(glyphs) > 0 {
		n := figure(glyphs)
		whole := -1
		if n > 1 {
			whole = mostly(glyphs[:n], at)
		}
		for _, g := range glyphs[:n] {
			cell := whole
			if cell < 0 {
				cell = at(g.middle())
			}
			if cell >= 0 {
				inside[cell] = append(inside[cell], g)
			}
		}
		glyphs = glyphs[n:]
	}
	for i := range inside {
		t.cells[i].Text = cellText(inside[i])
		t.cells[i].Place.Page = page
	}
	t.prune()
	return t, len(t.cells) > 1
}

// figure is the number of characters at the start that are one figure: digits that
// follow one another without a gap. It is at least 1.
func figure(glyphs []glyph) int {
	n := 1
	for n < len(glyphs) {
		a, b := &glyphs[n-1], &glyphs[n]
		step, most := b.start.minus(a.stop).length(), 0.15*a.size
		if a.operator != b.operator {
			most = 0.03 * a.size // the figure in the next cell may stand close
		}
		if !digit(a.text) || !digit(b.text) || a.turn != b.turn || step > most {
			break
		}
		n++
	}
	return n
}

func digit(s string) bool {
	return len(s) == 1 && (s[0] >= '0' && s[0] <= '9' || s[0] == '.' || s[0] == ',')
}

// mostly is the cell in which more than half of a figure stands, -1 where none is: a
// long figure may run over the lines of a narrow cell and still is one figure.
func mostly(glyphs []glyph, at func(point) int) int {
	counts := map[int]int{}
	for i := range glyphs {
		cell := at(glyphs[i].middle())
		counts[cell]++
		if counts[cell]*5 > len(glyphs)*3 {
			return cell
		}
	}
	return -1
}

// prune takes out rows that only a border in the wrong place made: most columns
// belong to cells from above, and nothing stands in what begins there. Browsers draw
// such borders where a page break shortens a cell.
func (t *table) prune() {
	begun := make([]int, t.rows) // columns in which something begins, by row
	for _, c := range t.cells {
		begun[c.Row] += c.Colspan
		if c.Text != "" || c.Rowspan > 1 {
			begun[c.Row] = t.columns()
		}
	}
	const most = 20 // a table with more of them is made otherwise
	var idle []int
	for row := t.rows - 1; row > 0; row-- {
		if begun[row]*2 < t.columns() {
			idle = append(idle, row)
		}
	}
	if len(idle) > most {
		return
	}
	for _, row := range idle {
		t.remove(row)
	}
}

// remove takes a row out; cells that span it are one row less.
func (t *table) remove(row int) {
	kept := t.cells[:0]
	for _, c := range t.cells {
		switch {
		case c.Row == row:
			continue
		case c.Row > row:
			c.Row--
		case c.Row+c.Rowspan > row:
			c.Rowspan--
		}
		kept = append(kept, c)
	}
	t.cells = kept
	t.rows--
}

// slot is the index of the strip that holds a coordinate, -1 outside.
func slot(edges []float64, at float64) int {
	i, _ := slices.BinarySearch(edges, at)
	i--
	if i < 0 || i >= len(edges)-1 {
		return -1
	}
	return i
}

// find finds the cells: slots without a line between them are one. Where these do
// not form a rectangle, a line is broken somewhere, and each row stands for itself.
func (t *table) find(f *frame) []int {
	rows, columns := t.rows, t.columns()
	owner := make([]int, rows*columns)
	for i := range owner {
		owner[i] = -1
	}
	right := make([]bool, rows*columns)
	below := make([]bool, rows*columns)
	for r := range rows {
		for c := range columns {
			right[r*columns+c] = c == columns-1 || f.wallRight(r, c)
			below[r*columns+c] = r == rows-1 || f.wallBelow(r, c)
		}
	}
	for r := range rows {
		for c := range columns {
			if owner[r*columns+c] >= 0 {
				continue
			}
			width := 1
			for !right[r*columns+c+width-1] && owner[r*columns+c+width] < 0 {
				width++
			}
			height := 1
			for reaches(right, below, owner, r+height-1, c, width, rows, columns) {
				height++
			}
			t.cells = append(t.cells, cell{
				GridCell:   reading.GridCell{Row: r, Column: c, Rowspan: height, Colspan: width},
				openTop:    r == 0 && !f.wallAt(f.ys[0], c, width),
				openBottom: r+height == rows && !f.wallAt(f.ys[rows], c, width),
			})
			for y := r; y < r+height; y++ {
				for x := c; x < c+width; x++ {
					owner[y*columns+x] = len(t.cells) - 1
				}
			}
		}
	}
	return owner
}

// reaches reports that a cell of the given width, which has come down to a row, goes
// on below it: nowhere a line under it, and the next row is as wide and undivided.
func reaches(right, below []bool, owner []int, row, column, width, rows, columns int) bool {
	if row+1 >= rows {
		return false
	}
	for x := column; x < column+width; x++ {
		last := x == column+width-1
		if below[row*columns+x] || owner[(row+1)*columns+x] >= 0 || right[(row+1)*columns+x] != last {
			return false
		}
	}
	return true
}

// drop takes the first n rows out. Cells that reach beyond them stay.
func (t *table) drop(n int) {
	kept := t.cells[:0]
	for _, c := range t.cells {
		if c.Row < n {
			c.Rowspan -= n - c.Row
			c.Row = n
			if c.Rowspan <= 0 {
				continue
			}
		}
		c.Row -= n
		kept = append(kept, c)
	}
	t.cells = kept
	t.rows -= n
	t.order()
}

// order sorts cells by row, then by column.
func (t *table) order() {
	slices.SortStableFunc(t.cells, func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
}
