package corpus

import (
	"strings"

	"gongkai/internal/document"
	"gongkai/law/tally"
)

// lossForms destroy figures: what cannot be read must stay unknown.
var lossForms = []Form{
	{Key: "column-lost", Title: "the column 自然人 lost, head and figures", End: ".html", of: []int{3, 12}, damage: loseColumn(string(tally.NaturalPerson)), write: plainPage},
	{Key: "column-lost-docx", Title: "a column in the middle lost", End: ".docx", of: []int{7}, damage: loseColumn(string(tally.OrgResearch)), write: func(r *report) []byte { return own(r, "docx") }},
	{Key: "column-head-lost", Title: "only the head of the column 自然人 lost", End: ".txt", of: []int{4, 9}, damage: func(r *report) {
		r.eachLabel(func(c *document.Cell) {
			if c.Text == "自然人" {
				c.Text = ""
			}
		})
	}, write: func(r *report) []byte { return []byte(textual{table: tabs(left)}.file(r)) }},
	{Key: "rows-lost", Title: "rows lost from the middle of table three", End: ".html", of: []int{7, 3}, damage: func(r *report) {
		loseRows(r, "req.carried_in.", "req.denied_third_party.", "req.unable_still_unclear.", "req.refused_repeat.", "req.handled_total.")
	}, write: plainPage},
	{Key: "rows-lost-text", Title: "rows lost from a table in text", End: ".txt", of: []int{4, 12}, damage: func(r *report) {
		loseRows(r, "req.granted.", "req.denied_internal_affairs.", "req.denied_process_info.", "req.carried_out.", "licence_decisions", "normdocs_issued")
	}, write: barText},
	{Key: "table-cut", Title: "table three ends in its middle", End: ".txt", of: []int{8, 3}, damage: func(r *report) {
		rows := r.figures.format.RequestRows
		var names []string
		for _, row := range rows[len(rows)/2:] {
			names = append(names, "req."+row.Key+".")
		}
		loseRows(r, names...)
	}, write: plainText},
	{Key: "table-lost", Title: "table three lost", End: ".html", of: []int{12, 8}, damage: func(r *report) { loseTables(r, 3) }, write: plainPage},
	{Key: "remedies-lost", Title: "table four lost", End: ".txt", of: []int{3}, damage: func(r *report) { loseTables(r, 4) }, write: barText},
	{Key: "tables-lost", Title: "all tables lost", End: ".txt", of: []int{0, 4, 9}, damage: func(r *report) { loseTables(r, 2, 3, 4) }, write: plainText},
	{Key: "tables-pictured", Title: "tables as pictures", End: ".html", of: []int{3}, damage: func(r *report) { loseTables(r, 2, 3, 4) }, write: func(r *report) []byte {
		m := markup{}
		page := string(m.page(r))
		for _, heading := range []string{"主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况"} {
			page = strings.Replace(page, heading+"</strong></p>\n", heading+"</strong></p>\n<p align=center><img src=\"W020250122.png\" width=\"620\" alt=\"\"></p>\n", 1)
		}
		return []byte(page)
	}},
}

// loseColumn loses a column of table three, its head and its figures.
func loseColumn(key string) func(*report) {
	return func(r *report) {
		t := r.table("requests")
		p := planOf(t)
		column := p.columnOf("." + key)
		p.dropColumn(column)
		p.onto(t)
		for _, row := range r.figures.format.RequestRows {
			r.want.lose(tally.RequestCell(row.Key, key))
		}
		r.want.find("R-03")
	}
}

// loseRows loses the rows with the figures whose names begin so. A figure that a
// sentence states stays open to be read there.
func loseRows(r *report, prefixes ...string) {
	for _, t := range r.tables() {
		p := planOf(t)
		before := p.refs()
		for _, prefix := range prefixes {
			for row := p.rowOf(prefix); row >= 0; row = p.rowOf(prefix) {
				p.dropRow(row)
			}
		}
		kept := map[string]bool{}
		for _, name := range p.refs() {
			kept[name] = true
		}
		for _, name := range before {
			if kept[name] {
				continue
			}
			r.want.loseToText(name)
		}
		p.onto(t)
	}
	r.want.find("R-03")
}

// loseTables loses whole tables.
func loseTables(r *report, numbers ...int) {
	names := map[int]string{2: "proactive", 3: "requests", 4: "remedies"}
	for _, number := range numbers {
		lost := r.table(names[number])
		var kept []document.Block
		for _, b := range r.blocks {
			t, ok := b.(*document.Table)
			if !ok || t != lost {
				kept = append(kept, b)
			}
		}
		r.blocks = kept
		for _, cell := range r.figures.format.Cells {
			if cell.Table == number {
				r.want.loseToText(cell.Name)
			}
		}
	}
	r.want.find("R-02")
}
