package workbench

import (
	"net/http"
	"strconv"

	"gongkai/internal/annualreport"
	"gongkai/internal/web/ui"
)

// verifyPage says whether a sealed report is what the registers give now.
type verifyPage struct {
	ui.WorkFrame
	Verdict ui.Notice
	Facts   ui.Definitions
	Figures ui.List
	Texts   []ui.Link // sections that would read otherwise
	Records ui.List
	Report  string
}

// verify serves GET /work/o/{organ}/reports/{year}/verify.
func (b *Workbench) verify(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	found, err := b.Reports.Verify(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	view, err := b.Reports.View(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	place := placeOf(key)
	page := verifyPage{
		WorkFrame: v.frame("与登记簿核对", v.At("reports"), reportCrumbs(v, place, true)...),
		Verdict:   verdictOf(found), Report: place.report(), Figures: differenceList(found, place), Records: changeList(found, view, place),
		Facts: ui.Definitions{Label: "核对范围", Facts: []ui.Fact{
			{Label: "报告", Text: found.Organ + strconv.Itoa(found.Year) + "年，第" + strconv.Itoa(found.Edition) + "版"},
			{Label: "封存摘要", Text: found.Hash},
			{Label: "重新计算", Text: strconv.Itoa(found.Cells) + "个单元格，" + strconv.Itoa(found.Bound) + "个正文数字"},
		}},
	}
	titles := sectionTitles(view)
	for _, key := range found.Texts {
		page.Texts = append(page.Texts, ui.Link{Title: firstOf(titles[key], key), Href: place.report() + "#" + sectionID(key)})
	}
	return b.show(w, "report_verify", page)
}

func sectionTitles(view annualreport.View) map[string]string {
	titles := map[string]string{}
	for _, p := range view.Content.Sections {
		titles[p.Spec.Key] = p.Spec.Title
	}
	return titles
}

func verdictOf(found annualreport.Verification) ui.Notice {
	switch {
	case found.Source != "" && found.Intact:
		return ui.Notice{Tone: ui.Plain, Text: "本报告由“" + found.Source + "”导入，没有登记簿可以重新计算；封存的内容没有改动。"}
	case found.Same():
		return ui.Notice{Tone: ui.Good, Text: "一致：封存的每个数字都能由现在的登记簿重新得出，正文没有改动。"}
	case !found.Intact:
		return ui.Notice{Tone: ui.Bad, Text: "封存的报告本身被改动过：内容与摘要不符，或者保存的正文不是封存的正文。请保留现场，联系审计员查看操作记录。"}
	}
	return ui.Notice{Tone: ui.Warn, Text: "不一致：封存之后登记簿有变化。需要改变已公布数字的，请办理更正。"}
}

func differenceList(found annualreport.Verification, place reportPlace) ui.List {
	list := ui.List{Caption: "不一致的数字", Columns: []ui.Column{
		{Title: "项目", Kind: ui.TitleColumn}, {Title: "封存时", Kind: ui.NumberColumn}, {Title: "现在", Kind: ui.NumberColumn},
	}}
	for _, d := range found.Figures {
		list.Rows = append(list.Rows, ui.Row{Tone: ui.Warn, Cells: []ui.Cell{{Text: d.Title, Href: place.figure(d.Figure)}, {Text: d.Sealed}, {Text: d.Now}}})
	}
	return list
}

var changeKinds = map[string]ui.Badge{
	"added": {Text: "新增", Tone: ui.Warn}, "removed": {Text: "删除", Tone: ui.Bad}, "changed": {Text: "改动", Tone: ui.Warn},
}

func changeList(found annualreport.Verification, view annualreport.View, place reportPlace) ui.List {
	list := ui.List{Caption: "有变化的记录", Columns: []ui.Column{
		{Title: "记录", Kind: ui.TitleColumn}, {Title: "变化", Kind: ui.StateColumn}, {Title: "改动内容"}, {Title: "影响的数字"}, {Title: "原因和经办人"},
	}}
	for _, c := range found.Records {
		record := ui.Cell{Text: c.Title + " " + c.Number}
		if c.Kind != "removed" {
			record.Href = place.record(c.Register, c.Number)
		}
		reason, tone := ui.Cell{Text: c.Reason, Note: c.By}, ui.Warn
		if c.By == "" && c.Reason == "" {
			reason, tone = ui.Cell{Badge: ui.Badge{Text: "没有更正记录", Tone: ui.Bad}}, ui.Bad
		}
		list.Rows = append(list.Rows, ui.Row{Tone: tone, Cells: []ui.Cell{
			record, {Badge: changeKinds[c.Kind]}, {Text: fieldChanges(c)}, {Text: figuresNamed(c, view)}, reason,
		}})
	}
	return list
}

func fieldChanges(c annualreport.RecordChange) string {
	text := ""
	for _, f := range c.Fields {
		if text != "" {
			text += "；"
		}
		text += f.Label + "：" + firstOf(f.Was, "（空）") + " → " + firstOf(f.Now, "（空）")
	}
	return text
}

// mostNamed is how many figures are named before the rest is only counted.
const mostNamed = 4

func figuresNamed(c annualreport.RecordChange, view annualreport.View) string {
	text := ""
	for i, name := range c.Figures {
		if i == mostNamed {
			return text + "等" + strconv.Itoa(len(c.Figures)) + "项"
		}
		if i > 0 {
			text += "、"
		}
		text += termTitle(view.Content.Format, name)
	}
	return text
}
