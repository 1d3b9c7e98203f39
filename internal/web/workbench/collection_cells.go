package workbench

import (
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/prose"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// collectedSheet is a table as it was read, with the cells that could not be decided.
type collectedSheet struct {
	ui.Sheet
	Undecided []ui.Fact // label of a cell, and what it may be
	Unknown   int
	Lost      bool // nothing of the table was read
}

// collectedSheets draws the tables of the report's format with what was read. A
// cell leads to its place in the original.
func collectedSheets(place collectionPlace, f collection.File, read reading.Result) ([]collectedSheet, error) {
	format, err := tally.ByID(read.Format)
	if err != nil {
		return nil, nil //nolint:nilerr // a report of no known format has no tables
	}
	link := func(name string) (string, string) {
		r := read.Read[name]
		anchor := spotAnchor(r.Place.Spot())
		if anchor == "" {
			return "", ""
		}
		return place.lines(f.Number, anchor), "原文“" + trimmed(r.Text) + "”，" + placeText(r.Place) + "，把握" + percent(r.Confidence)
	}
	var sheets []collectedSheet
	for _, layout := range format.Layouts {
		sheet, err := ui.NewSheet(annualreport.Table(layout, format, read.Cells), link)
		if err != nil {
			return nil, err
		}
		out := collectedSheet{Sheet: sheet, Lost: true}
		for _, cell := range format.Cells {
			if cell.Table != layout.Table {
				continue
			}
			if read.Cells[cell.Name].State != tally.Unknown {
				out.Lost = false
				continue
			}
			out.Unknown++
			if candidates := read.Read[cell.Name].Candidates; len(candidates) > 0 {
				out.Lost = false
				out.Undecided = append(out.Undecided, ui.Fact{Label: cell.Label, Text: candidatesText(cell, candidates)})
			}
		}
		sheets = append(sheets, out)
	}
	return sheets, nil
}

// candidatesText says what a cell may be.
func candidatesText(cell tally.Cell, candidates []reading.Candidate) string {
	var texts []string
	for _, c := range candidates {
		text := "可能是" + firstOf(c.Value.Shown(cell.Unit), "空白")
		if place := placeText(c.Place); place != "" {
			text += "（" + place + "）"
		}
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, "；")
}

// chapterList lists the chapters as they are printed.
func chapterList(place collectionPlace, f collection.File, read reading.Result) ui.List {
	list := ui.List{Caption: "章节", Columns: []ui.Column{
		{Title: "标题", Kind: ui.TitleColumn}, {Title: "对应格式里的"}, {Title: "字数", Kind: ui.NumberColumn}, {Title: "位置", Kind: ui.CodeColumn},
	}}
	format, err := tally.ByID(read.Format)
	known := err == nil
	for _, c := range read.Chapters {
		title := "—"
		if spec, ok := format.Chapter(c.Key); known && ok {
			title = spec.Heading()
		} else if c.Key == "preamble" {
			title = "引言"
		}
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{
			{Text: firstOf(c.Heading, "（没有标题）")},
			{Text: title},
			{Text: strconv.Itoa(len([]rune(strings.Join(strings.Fields(c.Text), ""))))},
			placed(place, f, c.Place),
		}})
	}
	return list
}

// placed is a cell that leads to a place of the original.
func placed(place collectionPlace, f collection.File, p reading.Place) ui.Cell {
	cell := ui.Cell{Text: placeText(p)}
	if anchor := spotAnchor(p.Spot()); anchor != "" && cell.Text != "" {
		cell.Href = place.lines(f.Number, anchor)
	}
	return cell
}

// statementList lists the numbers that the text states, with what they mean.
func statementList(place collectionPlace, f collection.File, read reading.Result) ui.List {
	list := ui.List{Caption: "正文里的数字", Columns: []ui.Column{
		{Title: "原文", Kind: ui.TitleColumn}, {Title: "数值", Kind: ui.NumberColumn}, {Title: "含义"}, {Title: "位置", Kind: ui.CodeColumn},
	}}
	format, err := tally.ByID(read.Format)
	if err != nil {
		format = tally.Formats[0]
	}
	for _, s := range read.Statements {
		meaning := ui.Cell{Text: meaningText(format, s.Means)}
		meaning.Note = s.Qualifier()
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{
			{Text: s.Words()}, {Text: valueStated(s)}, meaning, placed(place, f, s.Place),
		}})
	}
	return list
}

func meaningText(format tally.Format, means []string) string {
	if len(means) == 0 {
		return "没有判断出含义"
	}
	var titles []string
	for _, name := range means {
		titles = append(titles, figureTitle(format, name))
	}
	return strings.Join(titles, " ＋ ")
}

// valueStated is the figure that a sentence states, in its own unit.
func valueStated(s reading.Statement) string {
	one := func(n int64) string {
		switch s.Number.Kind {
		case prose.Money:
			return tally.Amount(n).Text(tally.TenThousandYuan) + "万元"
		case prose.Percent:
			return strconv.FormatFloat(float64(n)/100, 'f', -1, 64) + "%"
		}
		return strconv.FormatInt(n, 10) + s.Unit
	}
	switch {
	case s.Manner == prose.Absent:
		return "没有"
	case s.Exact():
		return one(s.Value)
	}
	return one(s.Low) + "至" + one(s.High)
}
