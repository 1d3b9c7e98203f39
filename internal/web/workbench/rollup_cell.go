package workbench

import (
	"net/http"
	"strconv"

	"gongkai/internal/annualreport"
	"gongkai/internal/document"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// rollupCellPage says what each organ adds to one sum of a region.
type rollupCellPage struct {
	ui.WorkFrame
	Heading string
	Facts   ui.Definitions
	Organs  ui.List
	Back    string
}

// rollupCell serves GET /work/o/{organ}/rollup/{year}/cells/{cell}.
func (b *Workbench) rollupCell(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	sum, err := b.Reports.RollUp(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	name := r.PathValue("cell")
	cell, known := sum.Format.Cell(name)
	if !known {
		return fault.Refuse(fault.NotFound, "cell-unknown", "", "cell", name)
	}
	place := rollupPlace(placeOf(key))
	year := strconv.Itoa(key.Year)
	page := rollupCellPage{
		WorkFrame: v.frame("各机关的数字", v.At("rollup", strconv.Itoa(v.ReportYear())), ui.Link{Title: year + "年度汇总", Href: place.path()}),
		Heading:   cell.Label, Back: place.path() + "#" + tableAnchor(cell.Table), Organs: memberList(v, sum, cell),
	}
	page.Facts = ui.Definitions{Label: "汇总数", Facts: []ui.Fact{
		{Label: "各机关合计", Text: shownCell(sum.Sum[name], cell)}, {Label: "调整后", Text: shownCell(sum.Adjusted[name], cell)},
	}}
	for _, a := range sum.Adjustments {
		if a.Cell == name {
			page.Facts.Facts = append(page.Facts.Facts, ui.Fact{Label: "调整", Text: signed(tally.Count(a.Amount), cell) + "，" + a.Reason})
		}
	}
	return b.show(w, "rollup_cell", page)
}

func memberList(v visit, sum annualreport.RollUp, cell tally.Cell) ui.List {
	list := ui.List{Caption: "各机关的数字", Columns: []ui.Column{
		{Title: "机关", Kind: ui.TitleColumn}, {Title: "报告", Kind: ui.StateColumn}, {Title: "数字", Kind: ui.NumberColumn},
	}, Empty: ui.Empty{Title: "没有应当报告的机关"}}
	for _, m := range sum.Members {
		place := reportPlace{m.Organ.ID, sum.Year}
		row := ui.Row{Cells: []ui.Cell{{Text: m.Organ.Name}, {Badge: stateBadge(m.Report)}, {Text: "未计入"}}}
		if m.In {
			value := m.Cells[cell.Name]
			row.Cells[2].Text = shownCell(value, cell)
			if value.State == tally.Number && value.N != 0 && v.MayAt(organ.ReadReport, m.Organ.ID) {
				row.Cells[2].Href = place.figure(cell.Name)
			}
			row.Cells[0].Href = place.report()
		} else {
			row.Tone = ui.Warn
		}
		list.Rows = append(list.Rows, row)
	}
	return list
}

// rollupFile serves GET /work/o/{organ}/rollup/{year}/cells.{csv|xlsx}: every organ
// with each of its cells.
func (b *Workbench) rollupFile(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	file := r.PathValue("file")
	var export document.Export
	switch file {
	case "cells.csv":
	case "cells.xlsx", "cells.json": // two hundred columns fit no page
		export, err = b.exportOf(file, "cells.")
		if err != nil {
			return err
		}
	default:
		return errNoPage
	}
	sum, err := b.Reports.RollUp(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	title := sum.Root.Name + strconv.Itoa(sum.Year) + "年政府信息公开工作年度报告汇总表"
	if file == "cells.csv" {
		content, err := memberCSV(sum)
		if err != nil {
			return err
		}
		return sendBytes(w, "text/csv; charset=utf-8", title+".csv", content)
	}
	doc := &document.Document{
		Title: title, Organ: sum.Root.Name, Subject: title, Date: v.Today, ID: "rollup-" + sum.Root.ID + "-" + strconv.Itoa(sum.Year),
		Blocks: []document.Block{memberTable(sum)},
	}
	return sendFile(w, export, title, doc, memberRows(sum))
}
