package corpus

import (
	"fmt"
	"html"
	"strings"

	"gongkai/internal/document"
)

// markup is a way of writing a report as a page.
type markup struct {
	cell      func(c document.Cell) string   // content of a cell, escaped
	text      func(s string) string          // a stretch of running text, escaped
	table     func(t *document.Table) string // nil for the plain one
	before    string                         // of the page, before the report: site chrome
	after     string
	meta      string // inside the head element
	headTable bool   // the statutory head as a table of labels
}

func escaped(s string) string { return html.EscapeString(s) }

func plainCell(c document.Cell) string { return strings.ReplaceAll(escaped(c.Text), "\n", "<br>") }

// page writes the report as HTML, in UTF-8.
func (m markup) page(r *report) []byte {
	if m.cell == nil {
		m.cell = plainCell
	}
	if m.text == nil {
		m.text = escaped
	}
	if m.table == nil {
		m.table = func(t *document.Table) string { return m.tableElement(t, spans) }
	}
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head>\n")
	if !strings.Contains(m.meta, "charset") {
		b.WriteString("<meta charset=\"utf-8\">\n")
	}
	fmt.Fprintf(&b, "%s<title>%s</title>\n</head>\n<body>\n%s", m.meta, escaped(r.title), m.before)
	b.WriteString(m.head(r))
	fmt.Fprintf(&b, "<h1>%s</h1>\n<div class=\"article\">\n", m.text(r.title))
	for _, block := range r.blocks {
		switch block := block.(type) {
		case document.Heading:
			fmt.Fprintf(&b, "<p><strong>%s</strong></p>\n", m.text(block.Text))
		case document.Paragraph:
			fmt.Fprintf(&b, "<p style=\"text-indent:2em\">%s</p>\n", m.text(block.String()))
		case *document.Table:
			b.WriteString(m.table(block))
		case document.Signature:
			if block.Organ+block.Date != "" {
				fmt.Fprintf(&b, "<p style=\"text-align:right\">%s</p>\n<p style=\"text-align:right\">%s</p>\n", m.text(block.Organ), m.text(block.Date))
			}
		}
	}
	fmt.Fprintf(&b, "</div>\n%s</body></html>\n", m.after)
	return []byte(b.String())
}

// head is the statutory head above the title.
func (m markup) head(r *report) string {
	if len(r.head) == 0 {
		return ""
	}
	var b strings.Builder
	if !m.headTable {
		for _, fact := range r.head {
			fmt.Fprintf(&b, "<span class=\"fact\">%s：%s</span>\n", m.text(fact[0]), m.text(fact[1]))
		}
		return b.String()
	}
	b.WriteString("<table class=\"facts\"><tbody>\n")
	for i := 0; i < len(r.head); i += 2 {
		b.WriteString("<tr>")
		for _, fact := range r.head[i:min(i+2, len(r.head))] {
			fmt.Fprintf(&b, "<td><b>%s：</b></td><td>%s</td>", m.text(fact[0]), m.text(fact[1]))
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n")
	return b.String()
}

// spans writes the spans of a cell as they are.
func spans(c document.Cell) string {
	s := ""
	if c.Colspan > 1 {
		s += fmt.Sprintf(" colspan=\"%d\"", c.Colspan)
	}
	if c.Rowspan > 1 {
		s += fmt.Sprintf(" rowspan=\"%d\"", c.Rowspan)
	}
	return s
}

// tableElement writes a table; span gives the attributes of a cell.
func (m markup) tableElement(t *document.Table, span func(document.Cell) string) string {
	var b strings.Builder
	b.WriteString("<table border=\"1\" cellspacing=\"0\"><tbody>\n")
	for _, row := range t.Rows {
		b.WriteString("<tr>")
		for _, c := range row.Cells {
			fmt.Fprintf(&b, "<td%s>%s</td>", span(c), m.cell(c))
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n")
	return b.String()
}
