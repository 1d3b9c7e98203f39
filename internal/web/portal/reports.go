package portal

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// reportsPage lists published annual reports: of the whole site by year and organ,
// or of one organ with all its years (Art. 49).
type reportsPage struct {
	ui.PortalFrame
	Count  int
	Filter ui.Form
	Groups []reportYear
	Empty  ui.Empty
}

// reportYear is the reports of one year.
type reportYear struct {
	Title string
	List  ui.List
}

// allReports serves GET /reports?year=&organ=. Without a choice it shows the
// newest year that has reports.
func (p *Portal) allReports(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "政府信息公开年报", v.to("/reports"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: f.Title})
	f.Meta.ColumnType = "信息公开年报"
	f.Meta.ColumnDescription = "本站各行政机关历年政府信息公开工作年度报告。"
	all, err := p.reports.PublishedList(r.Context(), v.site.ID, "", 0)
	if err != nil {
		return err
	}
	var years []int
	for _, report := range all {
		if !slices.Contains(years, report.Year) {
			years = append(years, report.Year)
		}
	}
	slices.SortFunc(years, func(a, b int) int { return b - a })
	organID, year := typed(r, "organ"), typedYear(r)
	if _, known := v.place.organ(organID); !known {
		organID = ""
	}
	if organID == "" && year == 0 && len(years) > 0 {
		year = years[0]
	}
	page := reportsPage{PortalFrame: f, Filter: v.reportForm(years, year, organID), Empty: v.noReports()}
	page.Groups, page.Count, err = p.reportYears(r, v, organID, year)
	if err != nil {
		return err
	}
	return p.send(w, r, "reports", page)
}

// organReports serves GET /organs/{organ}/reports: every year of one organ.
func (p *Portal) organReports(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "政府信息公开年报", v.at("reports"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: f.Title})
	f.Meta.ColumnType = "信息公开年报"
	f.Meta.ColumnDescription = v.organ.Name + "历年政府信息公开工作年度报告。"
	page := reportsPage{PortalFrame: f, Empty: v.noReports()}
	entries, err := p.reportEntries(r.Context(), v, v.organ.ID, 0)
	if err != nil {
		return err
	}
	page.Count = len(entries)
	if len(entries) > 0 {
		slices.SortStableFunc(entries, func(a, b entry) int { return compareText(b.Note, a.Note) })
		page.Groups = []reportYear{{List: v.reportList(entries)}}
	}
	return p.send(w, r, "reports", page)
}

// reportYears groups the reports chosen by year, newest first, the organs of each
// year in the order of the tree.
func (p *Portal) reportYears(r *http.Request, v visit, organID string, year int) ([]reportYear, int, error) {
	entries, err := p.reportEntries(r.Context(), v, organID, year)
	if err != nil {
		return nil, 0, err
	}
	place := map[string]int{}
	for i, node := range organ.Tree(v.organs) {
		place[node.ID] = i
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		if c := compareText(b.Note, a.Note); c != 0 {
			return c
		}
		return place[a.Organ.ID] - place[b.Organ.ID]
	})
	var groups []reportYear
	for start := 0; start < len(entries); {
		end := start
		for end < len(entries) && entries[end].Note == entries[start].Note {
			end++
		}
		groups = append(groups, reportYear{Title: entries[start].Note, List: v.reportList(entries[start:end])})
		start = end
	}
	return groups, len(entries), nil
}

func compareText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (v visit) reportList(entries []entry) ui.List {
	list := ui.List{Caption: "政府信息公开工作年度报告", Columns: []ui.Column{
		{Title: "名称", Kind: ui.TitleColumn}, {Title: "编制机关"}, {Title: "年度", Kind: ui.CodeColumn}, {Title: "发布日期", Kind: ui.DateColumn},
	}}
	for _, e := range entries {
		title := ui.Cell{Text: e.Title, Href: e.Href, Badge: e.Badge}
		if e.Number != "" {
			title.Note = "索引号 " + e.Number
		}
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{title, {Text: shortName(e.Organ)}, {Text: e.Note}, {Text: e.Date}}})
	}
	return list
}

func (v visit) reportForm(years []int, year int, organID string) ui.Form {
	organs := []ui.Option{{Label: "全部机关"}}
	for _, node := range organ.Tree(v.organs) {
		organs = append(organs, ui.Option{Value: node.ID, Label: node.Name})
	}
	options := []ui.Option{}
	if organID != "" || year == 0 {
		options = append(options, ui.Option{Label: "全部年度", Selected: year == 0})
	}
	for _, y := range years {
		options = append(options, ui.Option{Value: strconv.Itoa(y), Label: fmt.Sprintf("%d年度", y), Selected: y == year})
	}
	return ui.Form{ID: "filter", Action: v.to("/reports"), Submit: "查看", Groups: []ui.Group{{Fields: []ui.Field{
		{Name: "year", Label: "年度", Kind: ui.SelectField, Options: options},
		{Name: "organ", Label: "编制机关", Kind: ui.SelectField, Options: ui.Choose(organs, organID)},
	}}}}
}

func (v visit) noReports() ui.Empty {
	return ui.Empty{
		Title: "还没有发布这一年度的报告", Text: "政府部门的年度报告在每年1月31日前公布，县级以上人民政府的在3月31日前公布。",
		Links: []ui.Link{{Title: "查看全部年报", Href: v.to("/reports")}, {Title: "公开机构", Href: v.to("/organs/")}},
	}
}
