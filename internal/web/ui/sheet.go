package ui

import (
	"fmt"
	"strconv"
	"strings"

	"gongkai/internal/document"
)

// RefLink leads from the figure that a cell or a chip states to its records.
// Without an address the figure is plain text; the title says what it is.
type RefLink func(ref string) (href, title string)

// Sheet is a statutory table laid out for a page: every data cell knows the head
// cells that name it, because the report's tables have heads in three layers on
// two sides and scope alone cannot tell a screen reader which apply.
type Sheet struct {
	ID      string
	Caption string
	Widths  []string // of the columns, such as "12.5%"
	Head    [][]SheetCell
	Body    [][]SheetCell
	Wide    bool // too many columns for a phone: scrolls in its own box
}

// SheetCell is one cell of a sheet.
type SheetCell struct {
	ID      string // of a head cell
	Lines   []string
	Head    bool
	Scope   string // of a head cell: col, colgroup, row, rowgroup
	Headers string // of a data cell: ids of the head cells that name it
	Colspan int    // 0 stands for 1
	Rowspan int
	Class   string // is-left, is-right or empty for centred
	Href    string
	Title   string
}

// wideFrom is the number of columns from which a table gets a scroll box.
const wideFrom = 5

// NewSheet lays out a table. A nil link leaves all figures plain. It fails when
// the table's spans do not fit together.
func NewSheet(t *document.Table, link RefLink) (Sheet, error) {
	grid, err := t.Grid()
	if err != nil {
		return Sheet{}, fmt.Errorf("lay out table %s: %w", t.Name, err)
	}
	s := Sheet{ID: anchor(t.Name), Caption: t.Caption, Widths: widths(t.Columns), Wide: len(t.Columns) >= wideFrom}
	for r, row := range grid {
		cells := make([]SheetCell, 0, len(t.Rows[r].Cells))
		for c, slot := range row {
			if slot.Origin {
				cells = append(cells, s.cell(grid, slot, r, c, t.HeadRows, link))
			}
		}
		if r < t.HeadRows {
			s.Head = append(s.Head, cells)
		} else {
			s.Body = append(s.Body, cells)
		}
	}
	return s, nil
}

func (s Sheet) cell(grid [][]document.Slot, slot document.Slot, r, c, headRows int, link RefLink) SheetCell {
	d := slot.Cell
	out := SheetCell{Lines: strings.Split(d.Text, "\n"), Head: d.Head, Class: alignClass(d.Align)}
	if d.Colspan > 1 {
		out.Colspan = d.Colspan
	}
	if d.Rowspan > 1 {
		out.Rowspan = d.Rowspan
	}
	if d.Head {
		out.ID = s.cellID(r, c)
		out.Scope = scope(d, r < headRows || headRow(grid[r]))
		return out
	}
	out.Headers = s.headers(grid, r, c, max(d.Rowspan, 1), max(d.Colspan, 1))
	if link != nil && d.Ref != "" {
		out.Href, out.Title = link(d.Ref)
	}
	return out
}

func scope(cell *document.Cell, names bool) string {
	switch {
	case names && cell.Colspan > 1:
		return "colgroup"
	case names:
		return "col"
	case cell.Rowspan > 1:
		return "rowgroup"
	}
	return "row"
}

// headRow reports whether a row holds head cells only: such a row heads the
// columns below it, also in the middle of a table.
func headRow(row []document.Slot) bool {
	for _, slot := range row {
		if !slot.Cell.Head {
			return false
		}
	}
	return true
}

// headers finds the head cells of the data cell that begins at row r, column c:
// those above it in the nearest block of head rows, then those to its left.
func (s Sheet) headers(grid [][]document.Slot, r, c, down, across int) string {
	var ids []string
	seen := map[string]bool{}
	add := func(slot document.Slot) {
		id := s.cellID(slot.Row, slot.Column)
		if slot.Cell.Head && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	last := r - 1
	for last >= 0 && !headRow(grid[last]) {
		last--
	}
	first := last
	for first > 0 && headRow(grid[first-1]) {
		first--
	}
	for row := max(first, 0); row <= last; row++ {
		for column := c; column < c+across; column++ {
			add(grid[row][column])
		}
	}
	for row := r; row < r+down; row++ {
		for column := range c {
			add(grid[row][column])
		}
	}
	return strings.Join(ids, " ")
}

func (s Sheet) cellID(row, column int) string {
	return s.ID + "-" + strconv.Itoa(row+1) + "-" + strconv.Itoa(column+1)
}

func alignClass(a document.Align) string {
	switch a {
	case document.Left:
		return "is-left"
	case document.Right:
		return "is-right"
	}
	return ""
}

// widths turns relative widths into shares of the whole.
func widths(columns []float64) []string {
	sum := 0.0
	for _, w := range columns {
		sum += w
	}
	if sum <= 0 {
		return nil
	}
	shares := make([]string, len(columns))
	for i, w := range columns {
		shares[i] = strconv.FormatFloat(w/sum*100, 'f', 2, 64) + "%"
	}
	return shares
}

// anchor makes an id of a name: ids hold no white space.
func anchor(name string) string {
	fields := strings.Fields(name)
	if len(fields) == 0 {
		return "table"
	}
	return strings.Join(fields, "-")
}
