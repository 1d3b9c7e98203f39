package source

import "gongkai/internal/annualreport/reading"

// maxSpan is how far one cell may reach, as browsers have it.
const (
	maxColspan = 1000
	maxRowspan = 65534
	maxWidth   = 20_000 // columns from which on no cell spans any more
)

// wideTable is the number of columns above which columns that no cell begins in are
// taken out: editors leave tables with spans of hundreds for a handful of cells.
const wideTable = 64

// layout places cells left to right into the free slots of their row, as HTML does.
type layout struct {
	grid  reading.Grid
	until []int // by column: the first row in which it is free again
	row   int
	at    int // the column up to which the row is laid
	group int // the first cell of the row group
}

// place puts a cell of the given spans into the row under way. A rowspan of 0
// reaches to the end of the table.
func (l *layout) place(text string, colspan, rowspan int, place reading.Place) {
	colspan = min(max(colspan, 1), maxColspan)
	if rowspan <= 0 || rowspan > maxRowspan {
		rowspan = maxRowspan
	}
	if len(l.until) > maxWidth {
		colspan = 1
	}
	column := l.at
	for column < len(l.until) && l.until[column] > l.row {
		column++
	}
	// A span that runs into a cell from above ends there: no slot has two owners.
	width := 1
	for width < colspan && (column+width >= len(l.until) || l.until[column+width] <= l.row) {
		width++
	}
	for len(l.until) < column+width {
		l.until = append(l.until, 0)
	}
	for c := column; c < column+width; c++ {
		l.until[c] = l.row + rowspan
	}
	l.at = column + width
	l.grid.Cells = append(l.grid.Cells, reading.GridCell{
		Row: l.row, Column: column, Rowspan: rowspan, Colspan: width, Text: text, Place: place,
	})
}

// next ends a row.
func (l *layout) next() { l.row, l.at = l.row+1, 0 }

// endGroup ends a row group, which no cell reaches beyond.
func (l *layout) endGroup() {
	for c := range l.until {
		l.until[c] = min(l.until[c], l.row)
	}
	for i := l.group; i < len(l.grid.Cells); i++ {
		cell := &l.grid.Cells[i]
		cell.Rowspan = min(cell.Rowspan, max(l.row-cell.Row, 1))
	}
	l.group = len(l.grid.Cells)
}

// finish cuts spans at the table's end and gives the grid.
func (l *layout) finish() *reading.Grid {
	l.endGroup()
	l.grid.Rows, l.grid.Columns = l.row, len(l.until)
	if l.grid.Columns > wideTable {
		squeeze(&l.grid)
	}
	return &l.grid
}

// squeeze takes out the columns in which no cell begins.
func squeeze(g *reading.Grid) {
	used := make([]bool, g.Columns+1)
	for _, c := range g.Cells {
		used[c.Column] = true
	}
	index := make([]int, g.Columns+1)
	n := 0
	for c := range used {
		index[c] = n
		if used[c] {
			n++
		}
	}
	for i := range g.Cells {
		c := &g.Cells[i]
		from, to := c.Column, c.Column+c.Colspan
		c.Column = index[from]
		c.Colspan = max(index[to]-index[from], 1)
	}
	g.Columns = index[g.Columns]
}
