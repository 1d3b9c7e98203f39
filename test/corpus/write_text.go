package corpus

import (
	"strings"

	"gongkai/internal/document"
)

// textual is a way of writing a report as text.
type textual struct {
	table   func(t *document.Table) string // its lines, ended
	heading func(h document.Heading) string
	join    string // between paragraphs: a line end, or nothing where all was run together
	head    func(r *report) string
}

// file writes the report as UTF-8 text.
func (x textual) file(r *report) string {
	if x.join == "" {
		x.join = "\n"
	}
	var b strings.Builder
	if x.head != nil {
		b.WriteString(x.head(r))
	} else {
		for _, fact := range r.head {
			b.WriteString(fact[0] + "：" + fact[1] + "\n")
		}
	}
	b.WriteString(r.title + "\n\n")
	for _, block := range r.blocks {
		switch block := block.(type) {
		case document.Heading:
			if x.heading != nil {
				b.WriteString(x.heading(block))
				continue
			}
			b.WriteString(block.Text + x.join)
		case document.Paragraph:
			b.WriteString(block.String() + x.join)
		case *document.Table:
			b.WriteString(x.table(block))
		case document.Signature:
			for _, line := range []string{block.Organ, block.Date} {
				if line != "" {
					b.WriteString(line + "\n")
				}
			}
		}
	}
	return b.String()
}

// tabs writes a table as columns between tabs.
func tabs(mode spanned) func(*document.Table) string {
	return func(t *document.Table) string {
		var b strings.Builder
		for _, row := range planOf(t).lines(mode) {
			b.WriteString(strings.Join(row, "\t") + "\n")
		}
		return b.String()
	}
}

// bars writes a table as rows between bars.
func bars(mode spanned) func(*document.Table) string {
	return func(t *document.Table) string {
		var b strings.Builder
		for _, row := range planOf(t).lines(mode) {
			b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		}
		return b.String()
	}
}

// markdownTable writes a table as Markdown wants it, with a rule under its first row.
func markdownTable(t *document.Table) string {
	var b strings.Builder
	for i, row := range planOf(t).lines(emptied) {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" :---: |", len(row)) + "\n")
		}
	}
	return "\n" + b.String() + "\n"
}

// markdown writes the report as Markdown.
func markdown(r *report) []byte {
	x := textual{
		table: markdownTable, join: "\n\n",
		heading: func(h document.Heading) string { return strings.Repeat("#", h.Level+1) + " " + h.Text + "\n\n" },
		head: func(r *report) string {
			s := ""
			for _, fact := range r.head {
				s += "- **" + fact[0] + "**：" + fact[1] + "\n"
			}
			return s + "\n# "
		},
	}
	return []byte(x.file(r))
}
