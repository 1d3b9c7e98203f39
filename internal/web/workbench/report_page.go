package workbench

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// reportPage is an annual report with everything that stands around it.
type reportPage struct {
	ui.WorkFrame
	Heading   string // the report's title line
	Badge     ui.Badge
	Problem   ui.Notice // what a refused step said
	Alerts    []ui.Notice
	Facts     ui.Definitions
	Steps     ui.Steps
	Tasks     []reportTask
	Whole     ui.Findings
	Index     []findingIndex
	Passed    ui.Badge // shown where nothing was found
	Chapters  []reportChapter
	Signature string
	SignedOn  string
	Attest    attestTable
	Actions   []stepAction // taken with one button
	Noted     []ui.Form    // taken with words
	StepPath  string
	Version   int
	Waits     string
	Downloads []ui.Link
	Verify    string // address; empty before the report is sealed
}

// Contents leads to the parts of the page.
func (p reportPage) Contents() []ui.Link {
	links := []ui.Link{{Title: "检查结果", Href: "#findings"}}
	for _, c := range p.Chapters {
		if c.Heading != "" {
			links = append(links, ui.Link{Title: c.Heading, Href: "#" + c.ID})
		}
	}
	if len(p.Attest.Rows) > 0 {
		links = append(links, ui.Link{Title: "登记簿确认", Href: "#attest"})
	}
	if len(p.Downloads) > 0 {
		links = append(links, ui.Link{Title: "下载", Href: "#downloads"})
	}
	return links
}

// reportTask is one line of what is left to do before the report goes on.
type reportTask struct {
	Text  string
	Badge ui.Badge
	Links []ui.Link
	// Attest puts the button beside the line that attests every register.
	Attest bool
}

// report serves GET /work/o/{organ}/reports/{year}.
func (b *Workbench) report(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	page, err := b.reportPage(r, v, key)
	if err != nil {
		return err
	}
	return b.show(w, "report", page)
}

// reportKey reads which report the address means.
func reportKey(r *http.Request, v visit) (annualreport.Key, error) {
	year, err := yearIn(r)
	return annualreport.Key{SiteID: v.Site.ID, OrganID: v.Organ.ID, Year: year}, err
}

func yearIn(r *http.Request) (int, error) {
	year, err := strconv.Atoi(r.PathValue("year"))
	if err != nil || len(r.PathValue("year")) != 4 || year < 1000 {
		return 0, fmt.Errorf("year %q of the address: %w", r.PathValue("year"), fault.NotFound)
	}
	return year, nil
}

func placeOf(key annualreport.Key) reportPlace { return reportPlace{key.OrganID, key.Year} }

// publishUnaccepted tells whether the organ may publish before it is accepted: the
// root of the tree has nobody above it.
func (v visit) publishUnaccepted() bool {
	return v.Site.PublishUnaccepted || v.Organ.ID == v.Site.RootID
}

// reportCrumbs leads from the organ's reports to one of them.
func reportCrumbs(v visit, place reportPlace, deep bool) []ui.Link {
	crumbs := []ui.Link{{Title: "年度报告", Href: v.At("reports")}}
	if deep {
		crumbs = append(crumbs, ui.Link{Title: strconv.Itoa(place.year) + "年", Href: place.report()})
	}
	return crumbs
}

func (b *Workbench) reportPage(r *http.Request, v visit, key annualreport.Key) (reportPage, error) {
	view, err := b.Reports.View(r.Context(), v.Person, key)
	if err != nil {
		return reportPage{}, err
	}
	place := placeOf(key)
	edit := view.Report.Editable() && v.May(organ.DrawUpReport)
	links := linksOf(view, place, edit)
	findings := sortFindings(view, links, edit)
	chapters, err := chaptersOf(view, links, findings, edit)
	if err != nil {
		return reportPage{}, err
	}
	page := reportPage{
		WorkFrame: v.frame(strconv.Itoa(key.Year)+"年年度报告", v.At("reports"), reportCrumbs(v, place, false)...),
		Heading:   view.Content.Title, Badge: stateBadge(view.Report), Alerts: alertsOf(view), Facts: factsOf(v, view),
		Steps: stepsOf(view.Report, view.Steps), Whole: findings.whole, Index: findings.index, Chapters: chapters,
		Passed:    ui.Badge{Text: "通过", Tone: ui.Good},
		Signature: view.Content.Signed.Organ, SignedOn: ui.Date(view.Content.Signed.Date),
		Attest: attestTableOf(view, place, edit), StepPath: place.path("steps"), Version: view.Report.Version,
	}
	page.Tasks = tasksOf(view, page, edit)
	for _, a := range actionsOf(view.Report, v.May, v.publishUnaccepted()) {
		switch {
		case a.Step == annualreport.Check && view.Report.DrewUp(v.Person.ID):
		case a.NoteLabel != "":
			page.Noted = append(page.Noted, notedForm(a, page, v.Token))
		default:
			page.Actions = append(page.Actions, a)
		}
	}
	if len(page.Actions) == 0 && len(page.Noted) == 0 {
		page.Waits = waitsFor(view.Report)
	}
	for _, e := range b.Exports {
		page.Downloads = append(page.Downloads, ui.Link{Title: e.Label, Href: place.path("report." + e.Name)})
	}
	if view.Seal != nil && v.May(organ.VerifyReport) {
		page.Verify = place.path("verify")
	}
	return page, nil
}

// notedForm is the form of a step that is taken with words.
func notedForm(a stepAction, page reportPage, token string) ui.Form {
	return ui.Form{
		ID: string(a.Step), Action: page.StepPath, Token: token, Submit: a.Title, Name: "step", Value: string(a.Step),
		Groups: []ui.Group{{Fields: []ui.Field{
			{Name: "version", Kind: ui.HiddenField, Value: strconv.Itoa(page.Version)},
			{Name: "note", Label: a.NoteLabel, Kind: ui.LongField, Rows: 3, Required: true, Length: 1000},
		}}},
	}
}

// alertsOf says what a reader must know before the text.
func alertsOf(view annualreport.View) []ui.Notice {
	var alerts []ui.Notice
	r := view.Report
	if r.State == annualreport.Returned {
		alerts = append(alerts, ui.Notice{Tone: ui.Bad, Text: "主管部门退回：" + r.ReturnReason})
	}
	if r.CorrectionNote != "" {
		alerts = append(alerts, ui.Notice{Tone: ui.Plain, Text: fmt.Sprintf("本报告为第%d版，更正说明：%s", r.Edition, r.CorrectionNote)})
	}
	if r.Source != "" {
		notice := ui.Notice{Tone: ui.Plain, Text: "本报告由文件读入：" + r.Source}
		if r.Original != "" {
			notice.Link = ui.Link{Title: "下载原文件", Href: reportPlace{r.OrganID, r.Year}.report() + "/original"}
		}
		alerts = append(alerts, notice)
	}
	if r.Source == "" && !covered(view.Content.Organ, r.Year) {
		alerts = append(alerts, ui.Notice{Tone: ui.Warn, Text: fmt.Sprintf("登记簿没有覆盖%d年全年，表中没有依据的数字标为“未知”，不作为零；有原始依据的可以逐格填写。", r.Year)})
	}
	return alerts
}

// covered tells whether the organ's registers are complete for the year.
func covered(o organ.Organ, year int) bool {
	return o.KeptSince != "" && o.KeptSince <= fmt.Sprintf("%04d-01-01", year)
}

func factsOf(v visit, view annualreport.View) ui.Definitions {
	r := view.Report
	facts := []ui.Fact{
		{Label: "报送、公布期限", Text: ui.Date(annualreport.DueOn(v.Organ.Kind, r.Year))},
		{Label: "版次", Text: fmt.Sprintf("第%d版", r.Edition)},
		{Label: "格式依据", Text: view.Content.Format.Basis},
		{Label: "索引号", Text: r.IndexNumber},
		{Label: "签发日期", Text: ui.Date(r.SignedOn)},
		{Label: "报送日期", Text: ui.Date(r.SubmittedOn)},
		{Label: "发布日期", Text: ui.Date(r.PublishedOn)},
	}
	if view.Seal != nil {
		facts = append(facts, ui.Fact{Label: "封存摘要", Text: view.Seal.Hash})
	}
	return ui.Definitions{Label: "报告信息", Facts: facts}
}

// tasksOf is the way from a new report to one that can be signed, in the order of
// work, so that a report of zeros takes a few clicks.
func tasksOf(view annualreport.View, page reportPage, edit bool) []reportTask {
	if !edit && view.Report.State != annualreport.Checked {
		return nil
	}
	tasks := []reportTask{{Text: "各部分正文已写好", Badge: ui.Badge{Text: "完成", Tone: ui.Good}}}
	for _, c := range page.Chapters {
		for _, s := range c.Sections {
			if s.Required && s.Empty() {
				tasks[0] = reportTask{Text: "这些部分还没有内容：", Badge: ui.Badge{Text: "待编写", Tone: ui.Warn}, Links: tasks[0].Links}
				tasks[0].Links = append(tasks[0].Links, ui.Link{Title: s.Title, Href: firstOf(s.Edit, "#"+s.ID)})
			}
		}
	}
	errors := errorCount(view.Findings)
	check := reportTask{Text: "自动检查没有错误", Badge: ui.Badge{Text: "完成", Tone: ui.Good}}
	if errors > 0 {
		check = reportTask{Text: fmt.Sprintf("自动检查发现%d个错误，处理后才能校核、签发", errors), Badge: ui.Badge{Text: "待处理", Tone: ui.Bad}}
	}
	if len(view.Facts.Register) == 0 && len(view.Facts.Counts) == 0 {
		return append(tasks, check) // nothing was counted from registers
	}
	attest := reportTask{Text: fmt.Sprintf("%d个登记簿已全部确认", page.Attest.Total), Badge: ui.Badge{Text: "完成", Tone: ui.Good}}
	if page.Attest.Open > 0 {
		attest = reportTask{
			Text: fmt.Sprintf("还有%d个登记簿没有确认登记齐全", page.Attest.Open), Badge: ui.Badge{Text: "待确认", Tone: ui.Warn},
			Links: []ui.Link{{Title: "逐项核对", Href: "#attest"}}, Attest: edit,
		}
		switch {
		case page.Attest.Records == 0:
			attest.Text += "；全部没有记录，确认后即为零报告"
		case page.Attest.Empty > 0:
			attest.Text += fmt.Sprintf("，其中%d个本年无记录", page.Attest.Empty)
		}
	}
	return append(tasks, check, attest)
}

func firstOf(values ...string) string {
	i := slices.IndexFunc(values, func(s string) bool { return s != "" })
	if i < 0 {
		return ""
	}
	return values[i]
}

// takeStep serves POST /work/o/{organ}/reports/{year}/steps.
func (b *Workbench) takeStep(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	step := annualreport.Step(r.PostForm.Get("step"))
	err = b.step(r, v.Person, key, step)
	if err != nil {
		return b.reportRefused(w, r, v, key, err)
	}
	return b.done(w, r, placeOf(key).report(), stepDone[step])
}

// stepDone says what a step did.
var stepDone = map[annualreport.Step]string{
	annualreport.Check: "已校核。", annualreport.Sign: "已签发，报告内容和登记簿状态已经封存。", annualreport.Submit: "已报送主管部门。",
	annualreport.Accept: "已审核通过。", annualreport.Publish: "已发布。", annualreport.DrawUp: "已撤回，可以修改。",
	annualreport.Return: "已退回，理由会显示给编制人。", annualreport.Correct: "已开始更正：新一版可以修改，原报告在新版发布前继续公开。",
}

// step takes one step of the workflow as the form asks.
func (b *Workbench) step(r *http.Request, actor organ.Person, key annualreport.Key, step annualreport.Step) error {
	ctx, note := r.Context(), r.PostForm.Get("note")
	version, err := versionIn(r)
	if err != nil {
		return err
	}
	s := b.Reports
	switch step {
	case annualreport.Check:
		_, err = s.CheckBy(ctx, actor, key, version)
	case annualreport.Sign:
		_, err = s.SignBy(ctx, actor, key, version)
	case annualreport.Submit:
		_, err = s.SubmitBy(ctx, actor, key, version)
	case annualreport.Accept:
		_, err = s.AcceptBy(ctx, actor, key, version)
	case annualreport.Publish:
		_, err = s.PublishBy(ctx, actor, key, version)
	case annualreport.DrawUp:
		_, err = s.TakeBack(ctx, actor, key, version)
	case annualreport.Return:
		_, err = s.ReturnBy(ctx, actor, key, version, note)
	case annualreport.Correct:
		_, err = s.CorrectBy(ctx, actor, key, version, note)
	default:
		return fmt.Errorf("step %q: %w", step, fault.Invalid)
	}
	return err
}

// versionIn reads the version of the report that the form was drawn for.
func versionIn(r *http.Request) (int, error) {
	version, err := strconv.Atoi(r.PostForm.Get("version"))
	if err != nil {
		return 0, fmt.Errorf("version %q of the form: %w", r.PostForm.Get("version"), fault.Invalid)
	}
	return version, nil
}

// reportRefused shows the report again with why a step was refused, and the words
// that were typed for it.
func (b *Workbench) reportRefused(w http.ResponseWriter, r *http.Request, v visit, key annualreport.Key, err error) error {
	if fault.Kind(err) == nil {
		return err
	}
	page, pageErr := b.reportPage(r, v, key)
	if pageErr != nil {
		return err // whoever may not see the report is told why the step was refused
	}
	page.Problem = ui.Notice{Tone: ui.Bad, Text: message.Of(err).String()}
	for i, form := range page.Noted {
		if form.Value == r.PostForm.Get("step") {
			version := form.Groups[0].Fields[0]
			page.Noted[i] = form.Fill(r.PostForm)
			page.Noted[i].Groups[0].Fields[0] = version
		}
	}
	return b.showRefused(w, err, "report", page)
}
