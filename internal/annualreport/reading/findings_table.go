package reading

import (
	"fmt"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/law/tally"
)

// oldForm is the finding that a report keeps to a form that was replaced.
func (r *report) oldForm() []checks.Finding {
	governing, err := tally.FormatFor(r.Year)
	if err != nil || !r.told || r.Format == "" || r.Format >= governing.ID {
		return nil
	}
	return []checks.Finding{{
		ID: FoundOldForm, Severity: checks.Warning, Where: "format", Title: "使用旧格式",
		Text: fmt.Sprintf("%d年度报告用的是%s年的格式，应当使用%s（%s）规定的格式，请按新格式重新编制。", r.Year, r.Format, governing.ID+"年起施行的格式", governing.Basis),
	}}
}

var tableTitles = map[int]string{2: "表二（主动公开政府信息情况）", 3: "表三（收到和处理政府信息公开申请情况）", 4: "表四（行政复议、行政诉讼情况）", tally.StatisticsTable: "政府信息公开情况统计表"}

var tableChapters = map[int]string{2: "proactive", 3: "requests", 4: "remedies"}

// lostTables are the tables of which nothing was read.
func (r *report) lostTables() []checks.Finding {
	var found []checks.Finding
	for _, layout := range r.format.Layouts {
		if r.knownIn(layout.Table) > 0 {
			continue
		}
		text := tableTitles[layout.Table] + "没有读到，各单元格按未知处理，请核对原文是否漏了表格。"
		if r.tables[layout.Table].rows > 0 {
			text = tableTitles[layout.Table] + "找到了，但是各行数字的个数与栏数不符，无法确定各个数字属于哪一栏，按未知处理，请对照原文补录。"
		}
		if r.pictureIn(tableChapters[layout.Table]) {
			text = tableTitles[layout.Table] + "在文件里是图片，没有读到数字，各单元格按未知处理，请改用文字表格。"
		}
		where := tableChapters[layout.Table]
		if where == "" {
			where = "table"
		}
		found = append(found, checks.Finding{ID: FoundTableLost, Severity: checks.Warning, Where: where, Title: "表格缺失", Text: text})
		r.Notes = append(r.Notes, text)
	}
	return found
}

func (r *report) knownIn(table int) int {
	n := 0
	for _, cell := range r.format.Cells {
		if cell.Table == table && r.Cells[cell.Name].State != tally.Unknown {
			n++
		}
	}
	return n
}

func (r *report) pictureIn(chapter string) bool {
	for i, s := range r.strips {
		if s.picture && chapter != "" && r.chapterOf(i) == chapter {
			return true
		}
	}
	return false
}

// unknownCells are the cells of a table that was read otherwise.
func (r *report) unknownCells() []checks.Finding {
	const named = 5
	var found []checks.Finding
	for _, layout := range r.format.Layouts {
		if r.knownIn(layout.Table) == 0 {
			continue
		}
		var unknown []tally.Cell
		for _, cell := range r.format.Cells {
			if cell.Table == layout.Table && r.Cells[cell.Name].State == tally.Unknown {
				unknown = append(unknown, cell)
			}
		}
		if len(unknown) == 0 {
			continue
		}
		var labels []string
		for _, cell := range unknown[:min(named, len(unknown))] {
			labels = append(labels, "“"+cell.Label+"”")
		}
		more := ""
		if len(unknown) > named {
			more = "等"
		}
		found = append(found, checks.Finding{
			ID: FoundCellsUnknown, Severity: checks.Warning, Where: unknown[0].Name, Title: "单元格无法确定",
			Text: tableTitles[layout.Table] + "有" + strconv.Itoa(len(unknown)) + "个单元格无法确定：" + strings.Join(labels, "、") + more + "，按未知处理，请对照原文补录。",
		})
	}
	return found
}

// crossedOut are cells with “/” where the format wants 0.
func (r *report) crossedOut() []checks.Finding {
	var found []checks.Finding
	for _, layout := range r.format.Layouts {
		var names []string
		for _, cell := range r.format.Cells {
			if cell.Table == layout.Table && r.Cells[cell.Name].State == tally.NotApplicable {
				names = append(names, cell.Name)
			}
		}
		if len(names) == 0 || layout.Table == tally.StatisticsTable {
			continue
		}
		found = append(found, checks.Finding{
			ID: FoundCrossedOut, Severity: checks.Warning, Where: names[0], Title: "单元格填“/”",
			Text: tableTitles[layout.Table] + "有" + strconv.Itoa(len(names)) + "个单元格填的是“/”一类的符号，没有的应当填0，请改正。",
		})
	}
	return found
}

// oddShown is how many odd cells of a table are named one by one.
const oddShown = 5

// oddCells are cells that hold something else than a figure, and notes beside one.
func (r *report) oddCells() []checks.Finding {
	var found []checks.Finding
	type kind struct {
		table int
		note  bool
	}
	counts := make(map[kind]int)
	for _, odd := range r.cells.odd {
		cell, _ := r.format.Cell(odd.name)
		counts[kind{cell.Table, odd.note != ""}]++
	}
	for _, odd := range r.cells.odd {
		cell, _ := r.format.Cell(odd.name)
		k := kind{cell.Table, odd.note != ""}
		n := counts[k]
		counts[k] = 0
		switch {
		case n == 0:
			continue // summed up already
		case n <= oddShown:
			counts[k] = n
			found = append(found, oddFinding(odd, "“"+cell.Label+"”"))
		default:
			found = append(found, oddFinding(odd, tableTitles[cell.Table]+strconv.Itoa(n)+"个单元格（如“"+cell.Label+"”）"))
		}
	}
	return found
}

func oddFinding(odd oddCell, subject string) checks.Finding {
	if odd.note != "" {
		return checks.Finding{
			ID: FoundCellNote, Severity: checks.Information, Where: odd.name, Title: "单元格内有说明", Quote: odd.text,
			Text: subject + "的数字后面带有说明“" + odd.note + "”，表格里应当只填数字，说明请写在正文。",
		}
	}
	return checks.Finding{
		ID: FoundNoFigure, Severity: checks.Warning, Where: odd.name, Title: "单元格不是数字", Quote: odd.text,
		Text: subject + "填的是“" + odd.text + "”，不是可以确定的数字，按未知处理，请核对。",
	}
}
