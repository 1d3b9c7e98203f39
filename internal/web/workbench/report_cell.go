package workbench

import (
	"errors"
	"net/http"
	"strconv"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// cellPage shows one cell of a table, and where it is typed by hand when no
// register gives it.
type cellPage struct {
	ui.WorkFrame
	Facts  ui.Definitions
	Lead   string
	Form   *ui.Form
	Report string
}

// cell serves GET /work/o/{organ}/reports/{year}/cells/{cell}.
func (b *Workbench) cell(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.cellPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "report_cell", page)
}

func (b *Workbench) cellPage(r *http.Request, v visit) (cellPage, error) {
	key, err := reportKey(r, v)
	if err != nil {
		return cellPage{}, err
	}
	view, err := b.Reports.View(r.Context(), v.Person, key)
	if err != nil {
		return cellPage{}, err
	}
	name, place := r.PathValue("cell"), placeOf(key)
	cell, known := view.Content.Format.Cell(name)
	if !known {
		return cellPage{}, fault.Refuse(fault.NotFound, "cell-unknown", "", "cell", name)
	}
	given := view.Facts.Register[name]
	entry, typed := view.Report.Entry(name)
	page := cellPage{
		WorkFrame: v.frame("填写单元格", v.At("reports"), reportCrumbs(v, place, true)...),
		Report:    place.report() + "#" + tableAnchor(cell.Table),
		Facts: ui.Definitions{Label: "单元格", Facts: []ui.Fact{
			{Label: "单元格", Text: cell.Label},
			{Label: "报告中的数字", Text: shownCell(view.Content.Cells[name], cell)},
			{Label: "登记簿得出的数字", Text: shownCell(given, cell)},
			{Label: "填写来源", Text: entry.Reason},
		}},
	}
	switch {
	case given.Known():
		page.Lead = "这一格由登记簿得出，不能另填；数字不对的，请更正登记簿中的记录。"
		if given.State == tally.Number && given.N != 0 {
			page.Facts.Facts[2].Href = place.figure(name)
		}
		if !typed {
			return page, nil
		}
	case !view.Report.Editable():
		page.Lead = "报告不在编制中，不能填写。"
		return page, nil
	}
	if !v.May(organ.DrawUpReport) || !view.Report.Editable() {
		return page, nil
	}
	form := entryForm(view, cell, entry, typed, v.Token)
	page.Form = &form
	return page, nil
}

// entryForm is the form in which a cell is typed with where it comes from.
func entryForm(view annualreport.View, cell tally.Cell, entry annualreport.Entry, typed bool, token string) ui.Form {
	place := reportPlace{view.Report.OrganID, view.Report.Year}
	form := ui.Form{
		Action: place.cell(cell.Name), Token: token, Submit: "保存", Name: "do", Value: "enter", Guard: true,
		Cancel: ui.Link{Title: "返回报告", Href: place.report()},
		Groups: []ui.Group{{Fields: []ui.Field{
			{Name: "version", Kind: ui.HiddenField, Value: strconv.Itoa(view.Report.Version)},
			{
				Name: "value", Label: "数字", Kind: ui.NumberField, Value: entry.Value, Unit: unitOf(cell), Short: true, Length: 30,
				Help: "没有发生的填0；不适用的填“/”。只填数字，不带单位。",
			},
			{Name: "reason", Label: "来源", Kind: ui.LongField, Value: entry.Reason, Rows: 3, Required: true, Length: 1000, Help: "写明数字从哪里来，如原始文书、上年报告。"},
		}}},
	}
	if typed {
		form.Others = []ui.Button{{Title: "取消填写", Name: "do", Value: "drop", Tone: ui.Bad}}
	}
	return form
}

func unitOf(cell tally.Cell) string {
	if cell.Unit == tally.TenThousandYuan {
		return "万元"
	}
	return cell.Measure
}

// enterCell serves POST /work/o/{organ}/reports/{year}/cells/{cell}: it saves what
// was typed, or takes it back.
func (b *Workbench) enterCell(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	name := r.PathValue("cell")
	said := "已填写，来源随报告保存。"
	version, err := versionIn(r)
	switch {
	case err != nil:
	case r.PostForm.Get("do") == "drop":
		said = "已取消填写。"
		_, err = b.Reports.DropEntry(r.Context(), v.Person, key, version, name)
	default:
		_, err = b.Reports.Enter(r.Context(), v.Person, key, version,
			annualreport.Entry{Cell: name, Value: r.PostForm.Get("value"), Reason: r.PostForm.Get("reason")})
	}
	if err == nil {
		return b.done(w, r, placeOf(key).report(), said)
	}
	page, pageErr := b.cellPage(r, v)
	if pageErr != nil {
		return errors.Join(err, pageErr)
	}
	if page.Form == nil {
		return err
	}
	form, shown := page.Form.Fill(r.PostForm).Refused(err)
	if !shown {
		return err
	}
	page.Form = &form
	return b.showRefused(w, err, "report_cell", page)
}
