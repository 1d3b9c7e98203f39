package corpus

import (
	"strings"

	"gongkai/internal/document"
	"gongkai/law/tally"
)

// webForms are tables as they are left where the text of a page was taken out of it.
var webForms = []Form{
	{Key: "bars-between", Title: "every cell and every bar on a line of its own, heads broken in two", End: ".txt", of: []int{9, 4}, write: func(r *report) []byte {
		return []byte(textual{table: barsBetween}.file(r))
	}},
	{Key: "bars-empty", Title: "zeros left empty, each empty cell a bar on a line of its own", End: ".txt", of: []int{12, 7}, damage: leaveZeros, write: func(r *report) []byte {
		return []byte(textual{table: barsEmpty}.file(r))
	}},
	{Key: "bars-empty-rows", Title: "zeros left empty in rows between bars", End: ".txt", of: []int{3, 6}, damage: leaveZeros, write: func(r *report) []byte {
		return []byte(textual{table: barsClosing(0)}.file(r))
	}},
	{Key: "bars-behind", Title: "every cell on a line of its own with a bar behind it", End: ".txt", of: []int{3, 8}, write: func(r *report) []byte {
		return []byte(textual{table: barsBehind}.file(r))
	}},
	{Key: "bars-padded", Title: "rows that end in bars for the cells that were merged", End: ".txt", of: []int{2, 9}, write: func(r *report) []byte {
		return []byte(textual{table: barsClosing(1)}.file(r))
	}},
	{Key: "cells-apart", Title: "a cell to a line, blank lines between them, figures indented", End: ".txt", of: []int{3, 1}, write: func(r *report) []byte {
		return []byte(textual{table: cellsApart}.file(r))
	}},
	{Key: "sub-labels-lost", Title: "labels of the rows in a group lost, the group's own left", End: ".txt", of: []int{6, 12}, write: func(r *report) []byte {
		return []byte(textual{table: groupsAlone}.file(r))
	}},
	{Key: "heads-noted", Title: "heads and labels with notes that hold years and figures", End: ".txt", of: []int{6, 5, 9}, damage: noteHeads, write: func(r *report) []byte {
		return []byte(textual{table: barsClosing(0)}.file(r))
	}},
	{Key: "rows-added", Title: "a row of the organ's own in table two, labels that explain themselves with the names of others", End: ".txt", of: []int{6, 5}, damage: addRow, write: func(r *report) []byte {
		return []byte(textual{table: barsClosing(1)}.file(r))
	}},
	{Key: "blanks-questioned", Title: "blanks before figures that became question marks", End: ".txt", of: []int{7, 12}, damage: func(r *report) {
		r.eachFigure(func(c *document.Cell) { c.Text = "? " + c.Text })
	}, write: func(r *report) []byte { return []byte(textual{table: barsBehind}.file(r)) }},
	{Key: "heads-cut", Title: "heads that lost their end", End: ".txt", of: []int{5, 6, 9}, damage: cutHeads, write: func(r *report) []byte {
		return []byte(textual{table: cellsApart}.file(r))
	}},
	{Key: "book-pages", Title: "pages of a book to leaf through, heads broken a character to a line", End: ".txt", of: []int{5, 12}, write: func(r *report) []byte {
		return []byte(textual{table: bookTable}.file(r))
	}},
	{Key: "figures-glued", Title: "the first figure of a row run into its label", End: ".txt", of: []int{8, 3}, write: func(r *report) []byte {
		return []byte(textual{table: gluedFigures}.file(r))
	}},
	{Key: "labels-below", Title: "narrow columns: the label begins beside its figures and goes on below them", End: ".txt", of: []int{12, 7}, write: func(r *report) []byte {
		return []byte(textual{table: labelsBelow}.file(r))
	}},
	{Key: "table-introduced", Title: "the organ and the year above the tables, notes below them", End: ".txt", of: []int{12, 2}, write: func(r *report) []byte {
		return []byte(textual{table: func(t *document.Table) string {
			return "该部分以表格形式报告。表格如下：\n单位： " + r.Name + " " + chineseYear(r) + "\n" + barsClosing(0)(t) + "注：表内数据由各股室核对。\n"
		}}.file(r))
	}},
}

// leaveZeros leaves the zeros of table three empty, totals excepted, as organs do that
// fill in only what happened.
func leaveZeros(r *report) {
	t := r.table("requests")
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[k]
			total := strings.HasSuffix(c.Ref, "."+tally.TotalColumn)
			if c.Ref != "" && !total && r.cells[c.Ref] == tally.Count(0) {
				c.Text, r.want.Cells[c.Ref] = "", tally.BlankValue
			}
		}
	}
	r.want.find("T3-04")
}

// barsBetween sets cells and bars one under the other.
func barsBetween(t *document.Table) string {
	var b strings.Builder
	for _, c := range planOf(t).cells {
		b.WriteString(c.cell.Text + "\n|\n") // heads keep their line ends
	}
	return b.String()
}

// barsEmpty sets a row on one line as long as its cells hold something.
func barsEmpty(t *document.Table) string {
	var b strings.Builder
	for _, row := range planOf(t).lines(left) {
		for i, text := range row {
			switch {
			case i == 0:
				b.WriteString(text)
			case text == "" && row[i-1] != "":
				b.WriteString(" |")
			case text == "":
				b.WriteString("\n|")
			case row[i-1] == "":
				b.WriteString("\n| " + text)
			default:
				b.WriteString(" | " + text)
			}
		}
		b.WriteString(" |\n")
	}
	return b.String()
}

// barsBehind sets each cell on its line.
func barsBehind(t *document.Table) string {
	var b strings.Builder
	for _, row := range planOf(t).lines(left) {
		b.WriteString(strings.Join(row, " |\n") + " |\n")
	}
	return b.String()
}

// barsClosing sets rows between bars, the last of which closes the row; short rows
// are filled up to the width of the table and so many bars more.
func barsClosing(more int) func(*document.Table) string {
	return func(t *document.Table) string {
		p := planOf(t)
		var b strings.Builder
		for _, row := range p.lines(left) {
			fill := 0
			if len(row) < p.columns && more > 0 {
				fill = p.columns - len(row) + more
			}
			b.WriteString(strings.Join(row, " | ") + " |" + strings.Repeat("|", fill) + "\n")
		}
		return b.String()
	}
}

// cellsApart sets a cell to a line with blank lines between, head cells in their halves.
func cellsApart(t *document.Table) string {
	var b strings.Builder
	for _, c := range planOf(t).cells {
		text := strings.ReplaceAll(c.cell.Text, "\n", "\n\n")
		if c.cell.Ref != "" {
			text = "  " + text
		}
		if text != "" {
			b.WriteString(text + "\n\n")
		}
	}
	return b.String()
}

// groupsAlone sets a cell to a line and leaves out the label behind that of a group.
func groupsAlone(t *document.Table) string {
	var b strings.Builder
	for _, row := range planOf(t).lines(left) {
		for _, text := range row {
			numbered := len(text) > 2 && text[0] >= '1' && text[0] <= '9' && text[1] == '.' && text[2] > '9'
			if !numbered {
				b.WriteString(text + " |\n")
			}
		}
	}
	return b.String()
}

// noteHeads writes what is meant into heads and labels, as an instruction does.
func noteHeads(r *report) {
	notes := strings.NewReplacer(
		"上一年项目数量", "上一年项目数量（指2018年事项数）", "本年增/减", "本年增/减（指2019年增加或减少的事项数，减用负值表示，如-8）", "处理决定数量", "处理决定数量（指2019年办件量）",
		"规范性文件", "规范性文件（指有正式文号的文件）", "其他对外管理服务事项", "其他对外管理服务事项（不含前6类）", "行政许可", "行政许可（含12项委托事项）",
	)
	t := r.table("proactive")
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			if c := &t.Rows[i].Cells[k]; c.Ref == "" {
				c.Text = notes.Replace(c.Text)
			}
		}
	}
}

// addRow explains the labels of table two at length and puts a row in that the format
// does not have.
func addRow(r *report) {
	notes := strings.NewReplacer("规范性文件", "规范性文件（标题采用“规定”“办法”“细则”等字样的公文，一般情况下属于规范性文件）",
		"其他对外管理服务事项", "其他对外管理服务事项（指行政许可以外的政务服务事项，含行政确认、行政奖励、行政给付、行政处罚、行政强制、行政检查和其他类，以及公共服务事项）")
	t := r.table("proactive")
	for i := 0; i < len(t.Rows); i++ {
		cells := t.Rows[i].Cells
		if cells[0].Text != "规范性文件" {
			cells[0].Text = notes.Replace(cells[0].Text)
			continue
		}
		cells[0].Text = notes.Replace(cells[0].Text)
		own := document.Row{Cells: []document.Cell{{Text: "其他主动公开文件（含以本单位办公室名义签发的、除规范性文件以外的文件）"}, {Text: "71"}, {Text: "72"}, {Text: "73"}}}
		t.Rows = append(t.Rows[:i+1:i+1], append([]document.Row{own}, t.Rows[i+1:]...)...)
		i++
	}
}

// cutHeads loses the second half of heads.
func cutHeads(r *report) {
	cut := strings.NewReplacer("本年新\n制作数量", "本年新", "本年新制作数量", "本年新", "本年新\n公开数量", "本年新", "本年新公开数量", "本年新", "本年增/减", "本年增/", "现行有效件数", "现行有效件", "现行有\n效件数", "现行有效件")
	r.eachLabel(func(c *document.Cell) { c.Text = cut.Replace(c.Text) })
}

// bookTable sets rows with single blanks and the heads of table four as a narrow
// column breaks them.
func bookTable(t *document.Table) string {
	var b strings.Builder
	b.WriteString("Page 3 - 年报\nP. 3\n")
	for i, row := range planOf(t).lines(left) {
		if t.Name != "remedies" || i >= t.HeadRows {
			b.WriteString(strings.Join(row, " ") + "\n")
			continue
		}
		if i == 0 {
			b.WriteString("行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结 结 其 尚\n结 结 其 尚 结 结 其 尚\n果 果 他 未\n总计 果 果 他 未 总 果 果 他 未 总\n维 纠 结 审\n维 纠 结 审 计 维 纠 结 审 计\n持 正 果 结\n")
		}
	}
	return b.String()
}

// gluedFigures leaves no blank between a label and the first of several figures.
func gluedFigures(t *document.Table) string {
	p := planOf(t)
	var b strings.Builder
	for _, row := range p.lines(left) {
		figures := 0
		for figures < len(row) && row[len(row)-1-figures] != "" && strings.Trim(row[len(row)-1-figures], "0123456789.-+") == "" {
			figures++
		}
		labels, rest := strings.Join(row[:len(row)-figures], " "), strings.Join(row[len(row)-figures:], " ")
		glue := ""
		if figures < 3 || strings.HasSuffix(labels, ".") {
			glue = " "
		}
		b.WriteString(labels + glue + rest + "\n")
	}
	return b.String()
}

// labelsBelow sets each row as a column four characters wide does whose cells begin at
// the top.
func labelsBelow(t *document.Table) string {
	const narrow = 4
	var b strings.Builder
	for i, row := range planOf(t).lines(left) {
		if i < t.HeadRows || t.Name == "remedies" {
			b.WriteString(strings.Join(row, "    ") + "\n")
			continue
		}
		figures := len(row)
		for figures > 0 && row[figures-1] != "" && strings.Trim(row[figures-1], "0123456789.-+") == "" {
			figures--
		}
		last := ""
		if figures > 0 {
			last = row[figures-1]
		}
		label := []rune(last)
		for _, group := range row[:max(figures-1, 0)] {
			b.WriteString(group + "\n")
		}
		b.WriteString(string(label[:min(narrow, len(label))]) + "    " + strings.Join(row[figures:], "    ") + "\n")
		for from := narrow; from < len(label); from += narrow {
			b.WriteString(string(label[from:min(from+narrow, len(label))]) + "\n")
		}
	}
	return b.String()
}
