package document

import "fmt"

// Align places a cell's text.
type Align uint8

// The three alignments. The zero value centres, as statutory tables do.
const (
	Center Align = iota
	Left
	Right
)

// Table is a grid of cells. Cells are placed left to right into the free slots
// of their row, as HTML does, so a cell that spans rows pushes later ones right.
type Table struct {
	Name     string    // stable name: anchor on the page, sheet name in a workbook
	Caption  string    // said to a screen reader; drawn only where the medium shows captions
	Columns  []float64 // relative widths, one for each grid column
	HeadRows int       // leading rows that repeat on a new page
	FontSize float64   // points in print; 0 is the writer's default for tables
	Whole    bool      // keep on one page where it fits one
	Rows     []Row
}

// Row is one row of a table; the cells that begin in it, in order.
type Row struct{ Cells []Cell }

// Cell is one cell of a table.
type Cell struct {
	Text    string // "\n" breaks the line
	Colspan int    // 0 counts as 1
	Rowspan int    // 0 counts as 1
	Head    bool   // names a row or a column
	Align   Align
	Ref     string // the figure shown, such as "req.granted.natural_person"; empty for labels
	Number  bool   // Text is a number and a workbook stores it as one
}

// Slot is one square of a table's grid: the cell that owns it and whether this
// square is where that cell begins.
type Slot struct {
	Cell        *Cell
	Row, Column int // where the owner begins
	Origin      bool
}

// Grid lays the table out. It fails when a cell reaches past the table, when two
// cells claim one slot, or when a slot stays without owner: a span that is off by
// one must never look plausible.
func (t *Table) Grid() ([][]Slot, error) {
	width := len(t.Columns)
	grid := make([][]Slot, len(t.Rows))
	for i := range grid {
		grid[i] = make([]Slot, width)
	}
	for r := range t.Rows {
		column := 0
		for i := range t.Rows[r].Cells {
			cell := &t.Rows[r].Cells[i]
			for column < width && grid[r][column].Cell != nil {
				column++
			}
			if err := t.claim(grid, cell, r, column); err != nil {
				return nil, err
			}
			column += max(cell.Colspan, 1)
		}
	}
	for r := range grid {
		for c := range grid[r] {
			if grid[r][c].Cell == nil {
				return nil, fmt.Errorf("table %s: slot row %d column %d belongs to no cell", t.Name, r+1, c+1)
			}
		}
	}
	return grid, nil
}

func (t *Table) claim(grid [][]Slot, cell *Cell, row, column int) error {
	down, across := max(cell.Rowspan, 1), max(cell.Colspan, 1)
	if row+down > len(grid) || column+across > len(t.Columns) {
		return fmt.Errorf("table %s: cell %q at row %d column %d reaches past the table", t.Name, cell.Text, row+1, column+1)
	}
	for r := row; r < row+down; r++ {
		for c := column; c < column+across; c++ {
			if grid[r][c].Cell != nil {
				return fmt.Errorf("table %s: cells %q and %q both claim row %d column %d",
					t.Name, grid[r][c].Cell.Text, cell.Text, r+1, c+1)
			}
			grid[r][c] = Slot{Cell: cell, Row: row, Column: column, Origin: r == row && c == column}
		}
	}
	return nil
}
