package corpus

import (
	"cmp"
	"slices"
	"strings"

	"gongkai/internal/document"
)

// placed is a cell of a table with the slots it owns.
type placed struct {
	row, column, down, across int
	cell                      document.Cell
}

// plan is a table as a list of placed cells, in which rows and columns can be lost.
type plan struct {
	rows, columns int
	cells         []placed
}

// planOf takes a sound table apart.
func planOf(t *document.Table) plan {
	grid, err := t.Grid()
	if err != nil {
		panic("take a sound table apart: " + err.Error())
	}
	p := plan{rows: len(t.Rows), columns: len(t.Columns)}
	for r, row := range grid {
		for c, slot := range row {
			if slot.Origin {
				p.cells = append(p.cells, placed{r, c, max(slot.Cell.Rowspan, 1), max(slot.Cell.Colspan, 1), *slot.Cell})
			}
		}
	}
	return p
}

// onto writes the plan back into a table.
func (p plan) onto(t *document.Table) {
	slices.SortStableFunc(p.cells, func(a, b placed) int { return cmp.Or(a.row-b.row, a.column-b.column) })
	t.Rows = make([]document.Row, p.rows)
	for _, c := range p.cells {
		c.cell.Rowspan, c.cell.Colspan = c.down, c.across
		t.Rows[c.row].Cells = append(t.Rows[c.row].Cells, c.cell)
	}
	t.Columns = t.Columns[:p.columns]
}

// dropRow loses a row; cells that span it shrink.
func (p *plan) dropRow(row int) {
	var kept []placed
	for _, c := range p.cells {
		switch {
		case c.row > row:
			c.row--
		case c.row+c.down > row:
			c.down--
		}
		if c.down > 0 {
			kept = append(kept, c)
		}
	}
	p.cells = kept
	p.rows--
}

// dropColumn loses a column; cells that span it shrink.
func (p *plan) dropColumn(column int) {
	var kept []placed
	for _, c := range p.cells {
		switch {
		case c.column > column:
			c.column--
		case c.column+c.across > column:
			c.across--
		}
		if c.across > 0 {
			kept = append(kept, c)
		}
	}
	p.cells = kept
	p.columns--
}

// rowOf finds the row that holds a figure whose name begins so; -1 for none.
func (p plan) rowOf(prefix string) int {
	for _, c := range p.cells {
		if c.cell.Ref != "" && strings.HasPrefix(c.cell.Ref, prefix) {
			return c.row
		}
	}
	return -1
}

// columnOf finds the column of the figures whose names end so; -1 for none.
func (p plan) columnOf(suffix string) int {
	for _, c := range p.cells {
		if strings.HasSuffix(c.cell.Ref, suffix) {
			return c.column
		}
	}
	return -1
}

// refs are the names of the figures that stand in the plan.
func (p plan) refs() []string {
	var names []string
	for _, c := range p.cells {
		if c.cell.Ref != "" {
			names = append(names, c.cell.Ref)
		}
	}
	return names
}

// spanned says what stands in the slots that a cell owns besides its first.
type spanned uint8

const (
	emptied  spanned = iota // nothing, as most programs write a merged cell
	repeated                // the same text again
	left                    // the slot is left out: the row gets shorter
)

// lines are the rows of the table as texts.
func (p plan) lines(mode spanned) [][]string {
	grid := make([][]*placed, p.rows)
	for i := range grid {
		grid[i] = make([]*placed, p.columns)
	}
	for i := range p.cells {
		c := &p.cells[i]
		for r := c.row; r < c.row+c.down; r++ {
			for k := c.column; k < c.column+c.across; k++ {
				grid[r][k] = c
			}
		}
	}
	lines := make([][]string, p.rows)
	for r, row := range grid {
		for k, c := range row {
			origin := c != nil && c.row == r && c.column == k
			switch {
			case origin || c != nil && mode == repeated:
				lines[r] = append(lines[r], flat(c.cell.Text))
			case mode != left:
				lines[r] = append(lines[r], "")
			}
		}
	}
	return lines
}

// flat is a text without the line breaks a table head has.
func flat(text string) string { return strings.ReplaceAll(text, "\n", "") }

// eachFigure changes the text of every figure; the plan of spans stays.
func (r *report) eachFigure(change func(c *document.Cell)) {
	for _, t := range r.tables() {
		for i := range t.Rows {
			for k := range t.Rows[i].Cells {
				if t.Rows[i].Cells[k].Ref != "" {
					change(&t.Rows[i].Cells[k])
				}
			}
		}
	}
}

// eachLabel changes the text of every label.
func (r *report) eachLabel(change func(c *document.Cell)) {
	for _, t := range r.tables() {
		for i := range t.Rows {
			for k := range t.Rows[i].Cells {
				if t.Rows[i].Cells[k].Ref == "" {
					change(&t.Rows[i].Cells[k])
				}
			}
		}
	}
}

// eachParagraph changes the running text.
func (r *report) eachParagraph(change func(text string) string) {
	for i, b := range r.blocks {
		p, ok := b.(document.Paragraph)
		if ok {
			r.blocks[i] = document.Text(change(p.String()))
		}
	}
}
