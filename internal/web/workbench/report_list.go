package workbench

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// reportsPage lists the years of an organ.
type reportsPage struct {
	ui.WorkFrame
	Years ui.List
	New   *ui.Form // for who may draw up a report
	// Import leads to where reports of earlier years are read; empty for who may not.
	Import string
}

// reports serves GET /work/o/{organ}/reports.
func (b *Workbench) reports(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.reportsPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "report_list", page)
}

func (b *Workbench) reportsPage(r *http.Request, v visit) (reportsPage, error) {
	headers, err := b.Desk.Headers(r.Context(), annualreport.HeaderFilter{SiteID: v.Site.ID, OrganID: v.Organ.ID})
	if err != nil {
		return reportsPage{}, fmt.Errorf("list reports of %s: %w", v.Organ.ID, err)
	}
	page := reportsPage{WorkFrame: v.frame("年度报告", v.At("reports")), Years: yearList(v, headers)}
	if v.May(organ.CollectReports) {
		page.Import = v.At("collections")
	}
	if v.May(organ.DrawUpReport) {
		form := newReportForm(v)
		page.New = &form
	}
	return page, nil
}

func newReportForm(v visit) ui.Form {
	return ui.Form{
		ID: "new", Action: v.At("reports"), Token: v.Token, Submit: "开始编制",
		Groups: []ui.Group{{Title: "编制其他年度的报告", Fields: []ui.Field{{
			Name: "year", Label: "报告年度", Kind: ui.NumberField, Value: strconv.Itoa(v.ReportYear()), Unit: "年", Required: true, Short: true,
			Help: "填四位年份。年度开始后即可编制，数字随登记簿更新，签发时封存。",
		}}}},
	}
}

// yearList shows the newest edition of each year, newest first, and last year
// also when nobody has begun its report.
func yearList(v visit, headers []annualreport.Report) ui.List {
	newest := map[int]annualreport.Report{}
	for _, h := range headers {
		if h.Edition > newest[h.Year].Edition {
			newest[h.Year] = h
		}
	}
	if _, begun := newest[v.ReportYear()]; !begun && v.Organ.ExistedIn(v.ReportYear()) {
		newest[v.ReportYear()] = annualreport.Report{Year: v.ReportYear()}
	}
	list := ui.List{
		Caption: "历年年度报告",
		Columns: []ui.Column{
			{Title: "年度", Kind: ui.TitleColumn},
			{Title: "状态", Kind: ui.StateColumn},
			{Title: "报送、公布期限"},
			{Title: "报送日期"},
			{Title: "发布日期"},
			{Title: "操作", Kind: ui.ActionColumn},
		},
		Empty: ui.Empty{Title: "还没有年度报告", Text: "填写年度后开始编制。"},
	}
	years := make([]annualreport.Report, 0, len(newest))
	for _, h := range newest {
		years = append(years, h)
	}
	slices.SortFunc(years, func(a, b annualreport.Report) int { return cmp.Compare(b.Year, a.Year) })
	for _, h := range years {
		list.Rows = append(list.Rows, yearRow(v, h))
	}
	return list
}

func yearRow(v visit, h annualreport.Report) ui.Row {
	place := reportPlace{v.Organ.ID, h.Year}
	due := annualreport.DueOn(v.Organ.Kind, h.Year)
	row := ui.Row{Cells: []ui.Cell{
		{Text: strconv.Itoa(h.Year) + "年", Href: place.report()}, {Badge: stateBadge(h)}, {Text: due}, {Text: h.SubmittedOn}, {Text: h.PublishedOn}, {},
	}}
	if h.Edition > 1 {
		row.Cells[0].Note = fmt.Sprintf("第%d版", h.Edition)
	}
	if h.SubmittedOn == "" && h.PublishedOn == "" && v.Today > due && h.Source == "" {
		row.Tone, row.Cells[2].Badge = ui.Bad, ui.Badge{Text: "已逾期", Tone: ui.Bad}
	}
	if h.ID == "" {
		row.Cells[0].Href = ""
		row.Cells[5].Text = "尚未开始，请在下方开始编制"
		return row
	}
	links := []ui.Link{{Title: "查看", Href: place.report()}}
	if h.Editable() && v.May(organ.DrawUpReport) {
		links[0].Title = "编制"
	}
	if h.Sealed() && v.May(organ.VerifyReport) {
		links = append(links, ui.Link{Title: "核对", Href: place.path("verify")})
	}
	row.Cells[5].Links = links
	return row
}

// openReport serves POST /work/o/{organ}/reports: it begins a year's report, or
// leads to the one that has been begun.
func (b *Workbench) openReport(w http.ResponseWriter, r *http.Request, v visit) error {
	year, err := strconv.Atoi(r.PostForm.Get("year"))
	if err != nil {
		var problems fault.Problems
		problems.Add("year", "year-unreadable", "", "label", "报告年度", "value", r.PostForm.Get("year"))
		err = problems.Err()
	}
	key := annualreport.Key{SiteID: v.Site.ID, OrganID: v.Organ.ID, Year: year}
	if err == nil {
		_, err = b.Reports.Open(r.Context(), v.Person, key)
	}
	if err == nil {
		return b.done(w, r, placeOf(key).report(), fmt.Sprintf("%d年年度报告已打开，数字由登记簿得出。", year))
	}
	page, pageErr := b.reportsPage(r, v)
	if pageErr != nil {
		return pageErr
	}
	if page.New == nil {
		return err
	}
	form, shown := page.New.Fill(r.PostForm).Refused(err)
	if !shown {
		return err
	}
	page.New = &form
	return b.showRefused(w, err, "report_list", page)
}
