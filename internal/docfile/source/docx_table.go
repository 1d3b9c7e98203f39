package source

import (
	"strings"

	"gongkai/internal/annualreport/reading"
)

// maxColumns bounds the columns of a document's table; Word knows 63.
const maxColumns = 1000

// table hands over a table and then what stood inside its cells: tables, boxes,
// pictures.
func (d *textDocument) table(t *element) {
	g := &reading.Grid{}
	place := reading.Place{Line: d.count + 1}
	above := map[int]int{} // column to the cell that may reach down from there
	var later []*element
	pictures := 0
	for _, row := range tableRows(t) {
		properties := row.child("trPr")
		if properties.child("del") != nil {
			continue
		}
		column := number(properties.child("gridBefore").attr("val"), 0)
		next := map[int]int{}
		for _, tc := range rowCells(row) {
			if column < 0 || column >= maxColumns {
				break
			}
			p := tc.child("tcPr")
			width := min(max(number(p.child("gridSpan").attr("val"), 1), 1), maxColumns-column)
			inner := cellContent{textDocument: d, line: d.count + 1}
			inner.walk(tc)
			later = append(later, inner.tables...)
			pictures += inner.pictures
			owner, reached := above[column]
			switch {
			case continued(p, "vMerge") && reached && g.Cells[owner].Colspan == width:
				g.Cells[owner].Rowspan++
				next[column] = owner
			case continued(p, "hMerge") && len(g.Cells) > 0 && g.Cells[len(g.Cells)-1].Row == g.Rows:
				g.Cells[len(g.Cells)-1].Colspan += width
			default:
				g.Cells = append(g.Cells, reading.GridCell{
					Row: g.Rows, Column: column, Rowspan: 1, Colspan: width,
					Text: tidy(inner.text.String()), Place: reading.Place{Line: inner.line},
				})
				if p.child("vMerge") != nil {
					next[column] = len(g.Cells) - 1
				}
			}
			column += width
		}
		g.Columns = max(g.Columns, column)
		above = next
		g.Rows++
		if len(g.Cells) > d.limits.Cells {
			break
		}
	}
	d.lay(g, place)
	for range pictures {
		d.picture(place)
	}
	for _, inner := range later {
		d.table(inner)
	}
	d.textBoxes()
}

// lay adds the grid; a table of one cell only frames its text.
func (d *textDocument) lay(g *reading.Grid, place reading.Place) {
	if len(g.Cells) == 1 {
		for line := range strings.SplitSeq(g.Cells[0].Text, "\n") {
			d.builder.line(line, 0, g.Cells[0].Place)
		}
		return
	}
	d.builder.table(g, place)
}

// continued reports a cell that goes on with the one above it or before it.
func continued(properties *element, kind string) bool {
	merge := properties.child(kind)
	return merge != nil && merge.attr("val") != "restart"
}

// tableRows are a table's rows, also those wrapped in content controls.
func tableRows(t *element) []*element { return unwrapped(t, "tr") }

func rowCells(row *element) []*element { return unwrapped(row, "tc") }

func unwrapped(e *element, name string) []*element {
	var found []*element
	for _, c := range e.children {
		switch c.name {
		case name:
			found = append(found, c)
		case "sdt", "sdtContent", "customXml", "ins", "smartTag":
			found = append(found, unwrapped(c, name)...)
		}
	}
	return found
}

// cellContent gathers what stands in a cell.
type cellContent struct {
	*textDocument
	text     strings.Builder
	tables   []*element
	pictures int
	line     int
}

func (c *cellContent) walk(e *element) {
	for _, inner := range e.children {
		switch inner.name {
		case "p":
			c.count++
			text, pictures := c.textDocument.text(inner)
			if c.text.Len() > 0 {
				c.text.WriteByte('\n')
			}
			c.text.WriteString(text)
			c.pictures += pictures
		case "tbl":
			c.tables = append(c.tables, inner)
		case "AlternateContent":
			c.walk(choice(inner))
		case "sdt", "sdtContent", "customXml", "ins", "smartTag":
			c.walk(inner)
		}
	}
}
