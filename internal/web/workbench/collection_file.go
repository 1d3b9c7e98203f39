package workbench

import (
	"fmt"
	"net/http"
	"strconv"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// collectedPage is one collected report: what it says and what was found in it.
type collectedPage struct {
	ui.WorkFrame
	Back      string
	Running   bool // the collection is being read, nothing was found yet
	Facts     ui.Definitions
	Figures   []ui.Figure
	Notes     []string
	Findings  []collectedFinding
	More      int // findings that are not shown
	Errors    int
	Marks     string
	MayMark   bool
	Problem   *markProblem
	Sheets    []collectedSheet
	Unsure    *ui.List // cells that a person should look at again
	Chapters  ui.List
	Statement ui.List
	Links     []ui.Link
	Compare   string
	Adopt     *adoptForm
	Remove    *ui.Form
}

// Contents leads to the parts of the page.
func (p collectedPage) Contents() []ui.Link {
	links := []ui.Link{{Title: "检查结果", Href: "#findings"}}
	if len(p.Sheets) > 0 {
		links = append(links, ui.Link{Title: "读到的表格", Href: "#tables"})
	}
	if len(p.Chapters.Rows) > 0 {
		links = append(links, ui.Link{Title: "章节", Href: "#chapters"})
	}
	if len(p.Statement.Rows) > 0 {
		links = append(links, ui.Link{Title: "正文里的数字", Href: "#statements"})
	}
	if p.Adopt != nil {
		links = append(links, ui.Link{Title: "收入历年年报", Href: "#adopt"})
	}
	return links
}

// markProblem is a decision that was refused, with what was typed for it.
type markProblem struct {
	Position int // 0 is the decision on all errors
	Text     string
	Note     string
}

// most is how many findings a page shows; a report with more was not read right.
const most = 500

// collectedReport serves GET …/files/{number}.
func (b *Workbench) collectedReport(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.collectedPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "collection_report", page)
}

// collectedPage reads the report anew: cells, chapters and figures of the text are
// not stored.
func (b *Workbench) collectedPage(r *http.Request, v visit) (*collectedPage, error) {
	c, f, content, err := b.collected(r, v)
	if err != nil {
		return nil, err
	}
	key := collectionKey(r, v)
	findings, err := b.Collections.Findings(r.Context(), v.Person, key, collection.Filter{File: f.Number}, collection.Finding{}, most)
	if err != nil {
		return nil, err
	}
	src, read := b.Originals.Open(f.Name, content)
	place := collectionAt(key)
	page := &collectedPage{
		WorkFrame: v.frame(titleOfCollected(f), v.At("collections"), collectionCrumbs(v, c)...),
		Back:      place.path(), Facts: collectedFacts(v, f, read), Notes: f.Outline.Notes,
		Findings: findingsOf(src, place, findings), More: f.Tally.Errors + f.Tally.Warnings + f.Tally.Informations - len(findings),
		Errors: f.Tally.Errors,
		Marks:  place.file(f.Number, "marks"), MayMark: v.May(organ.CollectReports),
		Chapters: chapterList(place, f, read), Statement: statementList(place, f, read),
		Compare: place.compare(f.Number, 0),
		Links:   []ui.Link{{Title: "逐行查看原文", Href: place.file(f.Number, "lines")}, {Title: "下载原件", Href: place.file(f.Number, "original")}},
	}
	page.Running = c.State == collection.Reading
	if !page.Running {
		page.Figures = collectedFigures(f)
	}
	page.Unsure = unsureList(place, f, read)
	page.Sheets, err = collectedSheets(place, f, read)
	if err != nil {
		return nil, err
	}
	if f.Tally.Returned > 0 {
		page.Links = append(page.Links, ui.Link{Title: "退回修改通知（Word）", Href: place.file(f.Number, "notice.docx")})
	}
	if page.MayMark {
		page.Remove = removeForm(v, place, f)
	}
	if v.May(organ.SignReport) && len(read.Cells) > 0 {
		page.Adopt, err = b.adoptForm(r, v, place, f, read)
	}
	return page, err
}

func titleOfCollected(f collection.File) string {
	title := nameOfCollected(f)
	if f.Outline.Year > 0 {
		title += strconv.Itoa(f.Outline.Year) + "年度报告"
	}
	return title
}

func collectedFacts(v visit, f collection.File, read reading.Result) ui.Definitions {
	year := ""
	if read.Year > 0 {
		year = strconv.Itoa(read.Year) + "年"
	}
	format := ""
	if read.Format != "" {
		format = read.Format + "年格式"
	}
	known := "没有认出"
	for _, o := range v.Organs {
		if o.ID == f.Outline.OrganID {
			known = o.Name
		}
	}
	return ui.Definitions{Label: "报告信息", Facts: []ui.Fact{
		{Label: "标题", Text: read.Title},
		{Label: "机关", Text: firstOf(read.Organ, "没有读到")},
		{Label: "本站机关", Text: known},
		{Label: "年度", Text: firstOf(year, "没有读到")},
		{Label: "格式", Text: firstOf(format, "无法判断")},
		{Label: "索引号", Text: read.IndexNumber},
		{Label: "发文字号", Text: read.DocumentNumber},
		{Label: "落款日期", Text: ui.Date(read.Dates["signed"])},
		{Label: "成文日期", Text: ui.Date(read.Dates["dated"])},
		{Label: "发布日期", Text: ui.Date(read.Dates["published"])},
		{Label: "文件", Text: f.Name},
	}}
}

func collectedFigures(f collection.File) []ui.Figure {
	count := func(label string, n int, unit string, tone ui.Tone) ui.Figure {
		figure := ui.Figure{Label: label, Value: strconv.Itoa(n), Unit: unit}
		if n > 0 {
			figure.Tone = tone
		}
		return figure
	}
	o := f.Outline
	return []ui.Figure{
		count("错误", f.Tally.Errors, "处", ui.Bad), count("注意", f.Tally.Warnings, "处", ui.Warn), count("说明", f.Tally.Informations, "处", ""),
		count("读到的数字", o.Numbers, "格", ""), count("空白", o.Blank, "格", ""), count("填“/”", o.Crossed, "格", ""), count("未知", o.Unknown, "格", ui.Warn),
	}
}

func removeForm(v visit, place collectionPlace, f collection.File) *ui.Form {
	return &ui.Form{
		ID: "remove", Action: place.file(f.Number, "remove"), Token: v.Token, Submit: "移出这一批",
		Groups: []ui.Group{{Title: "移出", Note: "传错了的文件可以移出，原件和检查结果一并删除，其余各份重新检查。", Fields: []ui.Field{
			{Name: "reason", Label: "移出原因", Required: true, Length: 500},
		}}},
	}
}

// removeCollected serves POST …/files/{number}/remove.
func (b *Workbench) removeCollected(w http.ResponseWriter, r *http.Request, v visit) error {
	number, err := collectedNumber(r)
	if err != nil {
		return err
	}
	key := collectionKey(r, v)
	f, err := b.Collections.File(r.Context(), v.Person, key, number)
	if err != nil {
		return err
	}
	err = b.Collections.Remove(r.Context(), v.Person, key, number, r.PostForm.Get("reason"))
	if err == nil {
		b.waitForReading(r.Context(), v, key)
		return b.done(w, r, collectionAt(key).path(), "已移出“"+f.Name+"”。")
	}
	page, pageErr := b.collectedPage(r, v)
	if pageErr != nil || page.Remove == nil {
		return err
	}
	filled, shown := page.Remove.Fill(r.PostForm).Refused(atRule("reason", err))
	if !shown {
		return err
	}
	*page.Remove = filled
	return b.showRefused(w, err, "collection_report", page)
}

// allErrors stands in a form for every error of the report.
const allErrors = "errors"

// markFindings serves POST …/files/{number}/marks: it decides on one finding, or on
// every error of the report.
func (b *Workbench) markFindings(w http.ResponseWriter, r *http.Request, v visit) error {
	number, err := collectedNumber(r)
	if err != nil {
		return err
	}
	mark, known := markIn(r.PostForm.Get("mark"))
	if !known {
		return fmt.Errorf("mark %q: %w", r.PostForm.Get("mark"), fault.Invalid)
	}
	n, position, err := b.decideFindings(r, v, number, mark)
	if err == nil {
		anchor := "#findings"
		if position > 0 {
			anchor = "#" + findingAnchor(position)
		}
		return b.done(w, r, collectionAt(collectionKey(r, v)).file(number)+anchor, markedText(n, mark))
	}
	if fault.Kind(err) == nil {
		return err
	}
	page, pageErr := b.collectedPage(r, v)
	if pageErr != nil {
		return err
	}
	page.Problem = &markProblem{Position: position, Text: message.Of(err).String(), Note: r.PostForm.Get("note")}
	for i, f := range page.Findings {
		if f.Position == position {
			page.Findings[i].Problem, page.Findings[i].Note = page.Problem.Text, page.Problem.Note
		}
	}
	return b.showRefused(w, err, "collection_report", page)
}

// decideFindings returns how many findings changed and which one was meant; 0 is
// every error.
func (b *Workbench) decideFindings(r *http.Request, v visit, number int, mark collection.Mark) (int, int, error) {
	key, note := collectionKey(r, v), r.PostForm.Get("note")
	if r.PostForm.Get("which") == allErrors {
		n, err := b.Collections.MarkAll(r.Context(), v.Person, key, collection.Filter{File: number, Severity: checks.Error}, mark, note)
		return n, 0, err
	}
	position, err := strconv.Atoi(r.PostForm.Get("which"))
	if err != nil || position < 1 {
		return 0, 0, fmt.Errorf("finding %q: %w", r.PostForm.Get("which"), fault.Invalid)
	}
	n, err := b.Collections.Mark(r.Context(), v.Person, key, []collection.Target{{File: number, Position: position, Fingerprint: r.PostForm.Get("said")}}, mark, note)
	return n, position, err
}
