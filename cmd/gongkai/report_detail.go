package main

import (
	"cmp"
	"fmt"
	"strings"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/annualreport/prose"
	"gongkai/internal/annualreport/reading"
	"gongkai/law/tally"
)

// detail prints all that was read of one report: its head, chapters, cells and the
// figures of its text, each with its place.
func (p *page) detail(r reading.Result) {
	p.head(r)
	if len(r.Chapters) > 0 {
		p.print("\n章节：")
	}
	for _, c := range r.Chapters {
		p.print("  %s%s", cmp.Or(c.Heading, "（引言）"), bracketed(reading.ChinesePlace(c.Place)))
	}
	format, err := tally.ByID(r.Format)
	if err == nil {
		p.cells(format, r)
	}
	if len(r.Statements) > 0 {
		p.print("\n正文数字：")
	}
	for _, s := range r.Statements {
		p.statement(s)
	}
	p.print("\n检查：")
}

// head prints the statutory facts that were found.
func (p *page) head(r reading.Result) {
	for _, fact := range []struct{ label, text string }{
		{"标题", r.Title},
		{"索引号", r.IndexNumber},
		{"文号", r.DocumentNumber},
		{"发布机构", r.Head["publisher"]},
		{"公开方式", r.Head["access"]},
		{"成文日期", r.Dates["dated"]},
		{"发布日期", r.Dates["published"]},
		{"落款日期", r.Dates["signed"]},
	} {
		if fact.text != "" {
			p.print("%s：%s", fact.label, fact.text)
		}
	}
	for _, note := range r.Notes {
		p.print("备注：%s", note)
	}
}

// cells prints the tables row by row. A table of which nothing was read is one line.
func (p *page) cells(format tally.Format, r reading.Result) {
	table := 0
	for i := 0; i < len(format.Cells); {
		end := i
		for end < len(format.Cells) && format.Cells[end].Table == format.Cells[i].Table && format.Cells[end].Row == format.Cells[i].Row {
			end++
		}
		row := format.Cells[i:end]
		if row[0].Table != table {
			table = row[0].Table
			layout, _ := format.Layout(table)
			if lost(format, table, r) {
				p.print("\n%s：没有读到，各单元格未知。", layout.Title)
			} else {
				p.print("\n%s：", layout.Title)
			}
		}
		if !lost(format, table, r) {
			p.rowOfCells(row, r)
		}
		i = end
	}
}

// organisations stands before five of the columns of table three, which are told
// apart without it.
const organisations = "法人或其他组织 "

func lost(format tally.Format, table int, r reading.Result) bool {
	for _, cell := range format.Cells {
		if cell.Table == table && r.Cells[cell.Name].State != tally.Unknown {
			return false
		}
	}
	return true
}

// rowOfCells prints a row of cells: label, values by column, place of the first cell.
func (p *page) rowOfCells(row []tally.Cell, r reading.Result) {
	label, _, _ := strings.Cut(row[0].Label, " · ")
	var values []string
	place := ""
	for _, cell := range row {
		name, column, divided := strings.Cut(cell.Label, " · ")
		if !divided {
			column = strings.TrimSpace(strings.TrimPrefix(name, commonStart(row)))
		}
		column = strings.TrimPrefix(column, organisations)
		read := r.Read[cell.Name]
		text := cmp.Or(r.Cells[cell.Name].Shown(cell.Unit), "空白")
		for _, c := range read.Candidates {
			if r.Cells[cell.Name].State == tally.Unknown {
				text += "（可能是" + cmp.Or(c.Value.Shown(cell.Unit), "空白") + "）"
			}
		}
		values = append(values, strings.TrimSpace(column+" "+text))
		if place == "" {
			place = reading.ChinesePlace(read.Place)
		}
	}
	if start := commonStart(row); start != "" && !strings.Contains(row[0].Label, " · ") {
		label = start
	}
	p.print("  %s：%s%s", strings.TrimSpace(label), strings.Join(values, "，"), bracketed(place))
}

// commonStart is what the labels of a row begin with: its own label, where the
// columns follow after a blank. A row of one cell is its label.
func commonStart(row []tally.Cell) string {
	start := row[0].Label
	for _, cell := range row[1:] {
		for !strings.HasPrefix(cell.Label, start) {
			at := strings.LastIndex(start, " ")
			if at < 0 {
				return ""
			}
			start = start[:at]
		}
	}
	return start
}

func (p *page) statement(s reading.Statement) {
	meaning := "含义不明"
	if len(s.Means) > 0 {
		labels := make([]string, len(s.Means))
		for i, name := range s.Means {
			labels[i] = narrate.ShowLabel(name)
		}
		meaning = strings.Join(labels, "＋")
	}
	if qualifier := s.Qualifier(); qualifier != "" {
		meaning += "（" + qualifier + "）"
	}
	value := "没有"
	if s.Manner != prose.Absent {
		value = s.Number.Text
	}
	p.print("  %s：%s%s", meaning, fmt.Sprintf("%s，“%s”", value, s.Words()), bracketed(reading.ChinesePlace(s.Place)))
}
