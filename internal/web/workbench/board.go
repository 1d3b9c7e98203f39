package workbench

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// boardPage is the supervisor's view over the reports of all organs below.
type boardPage struct {
	ui.WorkFrame
	Years   []ui.MenuItem
	Figures []ui.Figure
	Filter  ui.Form
	Rows    []boardRow
	Path    string // where decisions go, with the filter
	Problem string
	Rollup  string
}

// boardRow is one organ on the board.
type boardRow struct {
	OrganID   string
	Indent    string
	Name      string
	Href      string
	Kind      string
	State     ui.Badge
	Due       string
	Submitted string
	Published string
	Late      bool
	Version   int
	Decide    bool   // it can be returned now, or accepted on its own page
	Reason    string // as typed for a refused return
	Note      string // why it was returned
}

// Filters of the board.
const (
	boardLate      = "late"
	boardMissing   = "missing"
	boardWaiting   = "waiting"
	boardAccepted  = "accepted"
	boardPublished = "published"
)

var boardFilters = []ui.Option{
	{Value: "", Label: "全部"},
	{Value: boardMissing, Label: "未报送"},
	{Value: boardLate, Label: "逾期未报送"},
	{Value: boardWaiting, Label: "待审核"},
	{Value: boardAccepted, Label: "审核通过"},
	{Value: boardPublished, Label: "已发布"},
}

// board serves GET /work/o/{organ}/board/{year}.
func (b *Workbench) board(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.boardPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "board", page)
}

func (b *Workbench) boardPage(r *http.Request, v visit) (boardPage, error) {
	key, err := reportKey(r, v)
	if err != nil {
		return boardPage{}, err
	}
	rows, err := b.Reports.Board(r.Context(), v.Person, key)
	if err != nil {
		return boardPage{}, err
	}
	year := strconv.Itoa(key.Year)
	query := r.URL.Query()
	page := boardPage{
		WorkFrame: v.frame(year+"年度报送情况", v.At("board", strconv.Itoa(v.ReportYear()))),
		Years:     yearTabs(key.Year, v.ReportYear(), func(y string) string { return v.At("board", y) }),
		Figures:   boardFigures(rows, v.At("board", year)), Path: r.URL.RequestURI(), Rollup: v.At("rollup", year),
		Filter: ui.Form{Action: v.At("board", year), Submit: "筛选", Cancel: ui.Link{Title: "全部", Href: v.At("board", year)}, Groups: []ui.Group{{Fields: []ui.Field{
			{Name: "state", Label: "状态", Kind: ui.SelectField, Options: ui.Choose(boardFilters, query.Get("state"))},
			{Name: "name", Label: "机关名称", Kind: ui.SearchField, Value: query.Get("name")},
		}}}},
	}
	for _, row := range rows {
		if matchesFilter(row, query.Get("state")) && strings.Contains(row.Name+row.ShortName, strings.TrimSpace(query.Get("name"))) {
			page.Rows = append(page.Rows, boardRowOf(v, row, key.Year))
		}
	}
	return page, nil
}

// yearTabs leads to the years around one.
func yearTabs(year, newest int, address func(string) string) []ui.MenuItem {
	var items []ui.MenuItem
	for y := max(newest, year) + 1; y >= min(newest, year)-3; y-- {
		items = append(items, ui.MenuItem{Title: strconv.Itoa(y), Href: address(strconv.Itoa(y)), Current: y == year})
	}
	return items
}

func matchesFilter(row annualreport.BoardRow, state string) bool {
	switch state {
	case boardLate:
		return row.Late
	case boardMissing:
		return row.Report.SubmittedOn == ""
	case boardWaiting:
		return row.Report.State == annualreport.Submitted
	case boardAccepted:
		return row.Report.State == annualreport.Accepted
	case boardPublished:
		return row.Report.State == annualreport.Published
	}
	return true
}

func boardFigures(rows []annualreport.BoardRow, address string) []ui.Figure {
	count := func(state string) string {
		n := 0
		for _, row := range rows {
			if matchesFilter(row, state) {
				n++
			}
		}
		return strconv.Itoa(n)
	}
	late := ui.Figure{Label: "逾期未报送", Value: count(boardLate), Unit: "个", Href: address + "?state=" + boardLate}
	if late.Value != "0" {
		late.Tone = ui.Bad
	}
	waiting := ui.Figure{Label: "待审核", Value: count(boardWaiting), Unit: "个", Href: address + "?state=" + boardWaiting}
	if waiting.Value != "0" {
		waiting.Tone = ui.Warn
	}
	return []ui.Figure{
		{Label: "应报机关", Value: count(""), Unit: "个", Href: address},
		late, waiting,
		{Label: "审核通过", Value: count(boardAccepted), Unit: "个", Href: address + "?state=" + boardAccepted},
		{Label: "已发布", Value: count(boardPublished), Unit: "个", Href: address + "?state=" + boardPublished},
	}
}

func boardRowOf(v visit, row annualreport.BoardRow, year int) boardRow {
	out := boardRow{
		OrganID: row.ID, Indent: strings.Repeat("　", row.Depth), Name: row.Name, Kind: organ.KindLabels[row.Kind], State: stateBadge(row.Report),
		Due: row.Due, Submitted: row.Report.SubmittedOn, Published: row.Report.PublishedOn, Late: row.Late, Version: row.Report.Version,
		Decide: row.Report.State == annualreport.Submitted && v.MayAt(organ.ReviewReport, row.ID), Note: row.Report.ReturnReason,
	}
	if row.Report.ID != "" && v.MayAt(organ.ReadReport, row.ID) {
		out.Href = reportPlace{row.ID, year}.report()
	}
	return out
}

// decide serves POST /work/o/{organ}/board/{year}: it returns the report of one organ
// of the board. A report is accepted on its own page, where it can be read.
func (b *Workbench) decide(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	key.OrganID = r.PostForm.Get("of")
	step := annualreport.Step(r.PostForm.Get("step"))
	if step != annualreport.Return {
		return fmt.Errorf("step %q: %w", step, fault.Invalid)
	}
	err = b.step(r, v.Person, key, step)
	if err == nil {
		return b.done(w, r, r.URL.RequestURI(), nameOf(v.Organs, key.OrganID)+"："+stepDone[step])
	}
	if fault.Kind(err) == nil || errors.Is(err, fault.NotFound) {
		return err
	}
	page, pageErr := b.boardPage(r, v)
	if pageErr != nil {
		return pageErr
	}
	page.Problem = nameOf(v.Organs, key.OrganID) + "：" + message.Of(err).String()
	for i := range page.Rows {
		if page.Rows[i].OrganID == key.OrganID {
			page.Rows[i].Reason = r.PostForm.Get("note")
		}
	}
	return b.showRefused(w, err, "board", page)
}

func nameOf(organs []organ.Organ, id string) string {
	for _, o := range organs {
		if o.ID == id {
			return firstOf(o.ShortName, o.Name)
		}
	}
	return id
}
