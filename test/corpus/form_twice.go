package corpus

import (
	"strings"

	"gongkai/internal/document"
	"gongkai/law/tally"
)

// twiceForms hold something more than once.
var twiceForms = []Form{
	{Key: "table-continued", Title: "table three broken in two, its head repeated", End: ".html", of: []int{3, 8}, write: func(r *report) []byte {
		m := markup{}
		m.table = func(t *document.Table) string {
			m.cell = plainCell
			if t.Name != "requests" {
				return m.tableElement(t, spans)
			}
			first, second := *t, *t
			head := t.HeadRows
			middle := head + (len(t.Rows)-head)/2
			lines := planOf(t).lines(repeated)
			first.Rows, second.Rows = asRows(lines[:middle]), asRows(append(lines[:head:head], lines[middle:]...))
			return m.tableElement(&first, spans) + "<p>（续表）</p>\n" + m.tableElement(&second, spans)
		}
		return m.page(r)
	}},
	{Key: "page-twice", Title: "the report twice on the page, for screens and for telephones", End: ".html", of: []int{4, 9}, damage: func(r *report) {
		r.want.allow("R-06", "N-11", "N-04")
	}, write: func(r *report) []byte {
		page := string(plainPage(r))
		from, to := strings.Index(page, "<h1>"), strings.Index(page, "</body>")
		return []byte(page[:to] + "<div class=\"telephone\">" + page[from:to] + "</div>" + page[to:])
	}},
	{Key: "two-reports", Title: "two reports in one file", End: ".txt", of: []int{3, 12}, damage: func(r *report) {
		// Which of the two is meant nobody can know: what is read must be the first
		// one's or the same in both.
		r.want.Open, r.want.Cells = r.want.Cells, tally.Cells{}
		r.want.Stated = nil
		delete(r.want.Head, "signed")
		r.want.find("R-06")
		r.want.allow("R-02", "R-03", "N-01", "N-02", "N-04", "N-05", "N-06", "N-07", "N-11", "N-14")
	}, write: func(r *report) []byte {
		second := compose(bases[4])
		return append(plainText(r), append([]byte("\n\n"), plainText(second)...)...)
	}},
}

// asRows makes rows of cells that span nothing.
func asRows(lines [][]string) []document.Row {
	var rows []document.Row
	for _, line := range lines {
		var row document.Row
		for _, text := range line {
			row.Cells = append(row.Cells, document.Cell{Text: text})
		}
		rows = append(rows, row)
	}
	return rows
}
