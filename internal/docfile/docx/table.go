package docx

import (
	"fmt"

	"gongkai/internal/document"
)

var justification = map[document.Align]string{document.Center: "center", document.Left: "left", document.Right: "right"}

// table draws t across the text width.
func (c *canvas) table(t *document.Table) error {
	lead := 0
	switch c.previous.(type) {
	case *document.Table:
		c.gap()
	case document.Heading:
		lead = 2 * linePitch // a long chapter title may take two lines
	}
	l, err := arrange(t, lead)
	if err != nil {
		return err
	}
	caption, err := escape(t.Caption)
	if err != nil {
		return fmt.Errorf("caption of table %s: %w", t.Name, err)
	}
	fmt.Fprintf(c, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>`, textWidth)
	for _, edge := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(c, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>`, edge)
	}
	fmt.Fprintf(c, `</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar>`, l.margin, l.margin)
	if caption != "" {
		fmt.Fprintf(c, `<w:tblCaption w:val="%s"/>`, caption)
	}
	c.WriteString(`</w:tblPr><w:tblGrid>`)
	for _, w := range l.columns {
		fmt.Fprintf(c, `<w:gridCol w:w="%d"/>`, w)
	}
	c.WriteString(`</w:tblGrid>`)
	for r := range l.grid {
		err := c.row(t, &l, r)
		if err != nil {
			return fmt.Errorf("table %s row %d: %w", t.Name, r+1, err)
		}
	}
	c.WriteString(`</w:tbl>`)
	return nil
}

func (c *canvas) row(t *document.Table, l *layout, r int) error {
	c.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	fmt.Fprintf(c, `<w:trHeight w:val="%d" w:hRule="atLeast"/>`, l.heights[r])
	if r < t.HeadRows {
		c.WriteString(`<w:tblHeader/>`)
	}
	c.WriteString(`</w:trPr>`)
	// Rows of a table kept whole hold on to the next one; so do head rows.
	keep := r+1 < len(l.grid) && (l.together || r < t.HeadRows)
	for column := 0; column < len(l.columns); {
		slot := l.grid[r][column]
		err := c.cell(l, slot, r, keep)
		if err != nil {
			return err
		}
		column += max(slot.Cell.Colspan, 1)
	}
	c.WriteString(`</w:tr>`)
	return nil
}

// cell draws the part of a cell that lies in row r: all of it, or where the cell
// spans rows its beginning or a continuation of the same width.
func (c *canvas) cell(l *layout, slot document.Slot, r int, keep bool) error {
	span := max(slot.Cell.Colspan, 1)
	width := 0
	for _, w := range l.columns[slot.Column : slot.Column+span] {
		width += w
	}
	fmt.Fprintf(c, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if span > 1 {
		fmt.Fprintf(c, `<w:gridSpan w:val="%d"/>`, span)
	}
	begins := slot.Row == r
	switch {
	case slot.Cell.Rowspan > 1 && begins:
		c.WriteString(`<w:vMerge w:val="restart"/>`)
	case slot.Cell.Rowspan > 1:
		c.WriteString(`<w:vMerge w:val="continue"/>`)
	}
	if l.upright(slot) {
		c.WriteString(`<w:textDirection w:val="tbRlV"/>`)
	}
	c.WriteString(`<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/>`)
	if keep {
		c.WriteString(`<w:keepNext/>`)
	}
	c.WriteString(exactly(int(l.size*leading*20+0.5), 0, 0))
	if slot.Cell.Align == document.Left {
		fmt.Fprintf(c, `<w:ind w:left="%d"/>`, labelIndent)
	}
	if slot.Cell.Align != document.Center {
		c.WriteString(`<w:jc w:val="` + justification[slot.Cell.Align] + `"/>`)
	}
	c.WriteString(`</w:pPr>`)
	if begins {
		properties := size(l.typeSize(slot))
		if broken := l.text(slot); slot.Cell.Head && !l.upright(slot) && l.tight(slot, broken) {
			properties = tracking(-tightening*20) + properties
		}
		text, err := run(l.text(slot), properties)
		if err != nil {
			return err
		}
		c.WriteString(text)
	}
	c.WriteString(`</w:p></w:tc>`)
	return nil
}

// typeSize is the table's type size, or a smaller one in which a long number
// stands on one line: a figure broken in two reads as two figures.
func (l *layout) typeSize(s document.Slot) float64 {
	room := l.inner(s.Column, max(s.Cell.Colspan, 1)) / l.size
	if width := measure(s.Cell.Text); s.Cell.Number && width > room {
		return max(l.size*room/width, 5)
	}
	return l.size
}
