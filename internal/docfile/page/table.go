package page

import (
	"fmt"
	"math"

	"gongkai/internal/docfile/font"
	"gongkai/internal/document"
)

// Sizes of tables. A table that shall stand on one page may shrink to the smallest
// readable size; a single cell whose number is too wide may, too.
const (
	tableSize    Length = 10500 // 5 号
	smallestSize Length = 7 * Point
	sizeStep     Length = 500
	rule         Length = 500
	afterTable   Length = 10 * Point

	longestNumber = 24 // characters of a cell that shrinks rather than breaks
)

// table is a table measured at one type size.
type table struct {
	columns []Length // x of each column's left edge from the left margin, and of the table's right edge
	rows    []row
	head    int // rows repeated on every page
	size    Length
	pad     Length // above and below a cell's text
}

// row is one row of the grid: which cell owns each column, and the row's height.
type row struct {
	owners []*cell
	height Length
}

// cell is a cell with its text broken into lines.
type cell struct {
	row, column   int // where it begins in the document's grid
	rows, columns int
	lines         [][]unit
	leading       Length
	size          Length
	align         document.Align
	node          *Node
}

func (c *cell) height() Length { return Length(len(c.lines)) * c.leading }

// table measures a table and adds it as one box where it fits a page, else as a box
// that may be divided.
func (l *layout) table(source *document.Table) error {
	grid, err := source.Grid()
	if err != nil {
		return fmt.Errorf("lay out table: %w", err)
	}
	columns, err := columnEdges(source)
	if err != nil {
		return err
	}
	if len(grid) == 0 {
		return nil
	}
	nodes := l.tableNodes(source)
	size := tableSize
	if source.FontSize > 0 {
		size = Length(math.Round(min(max(source.FontSize, 5), 36) * 1000))
	}
	room := bottom - top - l.chainHeight()
	t := l.measureTable(source, grid, columns, nodes, size)
	fitted := t
	fits := fitted.tighten(room)
	for s := size - sizeStep; source.Whole && !fits && s >= smallestSize; s -= sizeStep {
		fitted = l.measureTable(source, grid, columns, nodes, s)
		fits = fitted.tighten(room)
	}
	if fits && (source.Whole || fitted.height() <= (bottom-top)/3) {
		part := fitted.parts(room, room)[0]
		l.add(box{height: part.height, runs: part.runs, lines: part.lines})
	} else {
		t.pad = milli(widePad, t.size)
		t.setHeights()
		t.slice(bottom - top)
		l.add(box{height: t.firstPart(), table: t})
	}
	l.space(afterTable, false)
	return nil
}

// chainHeight is the height of the boxes at the end that stay with what comes next.
func (l *layout) chainHeight() Length {
	height := Length(0)
	for i := len(l.boxes) - 1; i >= 0 && l.boxes[i].keep; i-- {
		height += l.boxes[i].height
	}
	return height
}

// columnEdges places the columns on the whole width of the text area.
func columnEdges(source *document.Table) ([]Length, error) {
	total := 0.0
	for _, share := range source.Columns {
		if !(share > 0) || math.IsInf(share, 0) {
			return nil, fmt.Errorf("lay out table %s: column width %v is not above 0", source.Name, share)
		}
		total += share
	}
	edges := make([]Length, len(source.Columns)+1)
	sum := 0.0
	for i, share := range source.Columns {
		sum += share
		part := sum / total
		edges[i+1] = Length(math.Round(float64(measure) * part))
	}
	return edges, nil
}

// measureTable breaks every cell's text at the given size and finds the row heights.
func (l *layout) measureTable(source *document.Table, grid [][]document.Slot, columns []Length, nodes map[*document.Cell]*Node, size Length) *table {
	t := &table{columns: columns, size: size, pad: milli(widePad, size), rows: make([]row, len(grid))}
	cells := map[*document.Cell]*cell{}
	for r := range grid {
		t.rows[r].owners = make([]*cell, len(grid[r]))
		for c, slot := range grid[r] {
			if slot.Origin {
				cells[slot.Cell] = l.measureCell(slot, columns, size)
				cells[slot.Cell].node = nodes[slot.Cell]
			}
			t.rows[r].owners[c] = cells[slot.Cell]
		}
	}
	t.setHeights()
	t.head = min(max(source.HeadRows, 0), len(t.rows))
	if t.head == len(t.rows) || t.span(0, t.head) > (bottom-top)/2 {
		t.head = 0 // nothing to head, or no room for anything else
	}
	return t
}

func (l *layout) measureCell(slot document.Slot, columns []Length, size Length) *cell {
	c := &cell{
		row: slot.Row, column: slot.Column, align: slot.Cell.Align,
		rows: max(slot.Cell.Rowspan, 1), columns: max(slot.Cell.Colspan, 1),
	}
	width := columns[c.column+c.columns] - columns[c.column]
	for c.size = size; ; c.size -= sizeStep {
		room := width - 2*c.sidePad()
		units := l.measure(slot.Cell.Text, font.Song, c.size, 0)
		forced := false
		if len(trim(units)) == 0 {
			c.lines = nil
		} else if slot.Cell.Align == document.Center && !slot.Cell.Number && widestWord(units) > room && narrow(units, room) {
			c.lines = stack(units)
		} else {
			c.lines, forced = balance(units, room)
		}
		if !forced || len(units) > longestNumber || c.size-sizeStep < 6*Point {
			break
		}
	}
	c.leading = milli(1250, c.size)
	return c
}

// sidePad is the room left and right of the cell's text. Centred text needs less.
func (c *cell) sidePad() Length {
	if c.align == document.Center {
		return milli(250, c.size)
	}
	return milli(400, c.size)
}

// narrow reports whether a column is so narrow that its label stands upright: not
// three characters wide, and each character fits by itself.
func narrow(units []unit, room Length) bool {
	for _, u := range units {
		if latin(u.r) || u.width > room {
			return false
		}
	}
	return room < 3*units[0].size
}

// stack sets a label upright, one character under the other. “三、” and “（三）” stay
// one unit.
func stack(units []unit) [][]unit {
	var lines [][]unit
	for _, segment := range segments(units) {
		start := 0
		for i := range segment {
			if i+1 == len(segment) || mayBreak(segment[i].r, segment[i+1].r) {
				if line := trim(segment[start : i+1]); len(line) > 0 {
					lines = append(lines, line)
				}
				start = i + 1
			}
		}
	}
	return lines
}
