package pdfsource

import (
	"cmp"
	"slices"

	"gongkai/internal/annualreport/reading"
)

// maxSlots bounds the slots of one drawn table.
const maxSlots = 200_000

// table is a table on a page.
type table struct {
	grid   reading.Grid
	box    box
	xs     []float64
	open   [2]bool // the first row began on the page before, the last goes on on the next
	glyphs int
}

// newTable takes the characters inside a frame as the contents of its cells. A frame
// of a single cell is no table.
func newTable(f *frame, glyphs []glyph, page int) (table, bool) {
	rows, columns := len(f.ys)-1, len(f.xs)-1
	if rows*columns <= 1 || rows*columns > maxSlots ||
		rows*columns*(len(f.level)+len(f.upright)) > maxCrossings {
		return table{}, false
	}
	t := table{box: f.box(), xs: f.xs, open: [2]bool{f.openTop, f.openBottom}}
	t.grid.Rows, t.grid.Columns = rows, columns
	owner := t.cells(f)
	inside := make([][]glyph, len(t.grid.Cells))
	for _, g := range glyphs {
		m := g.middle()
		row, column := slot(f.ys, m.y), slot(f.xs, m.x)
		if row < 0 || column < 0 {
			continue
		}
		cell := owner[row*columns+column]
		inside[cell] = append(inside[cell], g)
	}
	for i := range inside {
		t.grid.Cells[i].Text = cellText(inside[i])
		t.grid.Cells[i].Place.Page = page
		t.glyphs += len(inside[i])
	}
	return t, len(t.grid.Cells) > 1
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

// cells finds the cells: slots without a line between them are one. Where these do
// not form a rectangle, a line is broken somewhere, and each row stands for itself.
func (t *table) cells(f *frame) []int {
	rows, columns := t.grid.Rows, t.grid.Columns
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
			t.grid.Cells = append(t.grid.Cells, reading.GridCell{Row: r, Column: c, Rowspan: height, Colspan: width})
			for y := r; y < r+height; y++ {
				for x := c; x < c+width; x++ {
					owner[y*columns+x] = len(t.grid.Cells) - 1
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

// drop takes the first n rows out.
func drop(g *reading.Grid, n int) {
	kept := g.Cells[:0]
	for _, c := range g.Cells {
		if c.Row < n {
			over := c.Row + c.Rowspan - n
			if over <= 0 {
				continue
			}
			c.Row, c.Rowspan = n, over
		}
		c.Row -= n
		kept = append(kept, c)
	}
	g.Cells = kept
	g.Rows -= n
	order(g)
}

func order(g *reading.Grid) {
	slices.SortStableFunc(g.Cells, func(a, b reading.GridCell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
}
