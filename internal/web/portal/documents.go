package portal

import (
	"fmt"
	"net/http"
	"strconv"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// documentsPage lists rules and normative documents with their validity
// (Art. 20 item 1).
type documentsPage struct {
	ui.PortalFrame
	Total, InForce string
	Filter         ui.Form
	List           ui.List
}

// validities are the states by which the list can be narrowed.
var validities = []ui.Option{{Label: "全部"}, {Value: "有效", Label: "有效"}, {Value: "失效", Label: "失效"}, {Value: "废止", Label: "废止"}}

// documents serves GET /organs/{organ}/documents?validity=&year=&after=.
func (p *Portal) documents(w http.ResponseWriter, r *http.Request, v visit) error {
	h, err := p.holdings(r.Context(), v)
	if err != nil {
		return err
	}
	f, err := p.frame(r.Context(), v, register.NormativeDocument.Title, v.at("documents"))
	if err != nil {
		return err
	}
	f.Crumbs = append(f.Crumbs, ui.Link{Title: "法定主动公开内容", Href: v.at("items")})
	f = trail(f, ui.Link{Title: f.Title})
	f.Meta.ColumnType, f.Meta.ColumnDescription = "政策文件", "规章、行政规范性文件及其效力。"
	state, year, after := typed(r, "validity"), typedYear(r), typed(r, "after")
	found, err := p.pick(r.Context(), v, register.NormativeDocument.Name, register.Query{Year: year, After: after}, pageSize, func(r register.Record) bool {
		return documentVisible(r, v.today) && (state == "" || validity(r, v.today).Text == state)
	})
	if err != nil {
		return err
	}
	page := documentsPage{PortalFrame: f, Total: h.count(h.Documents), InForce: h.count(h.InForce), List: v.documentList(found)}
	page.Filter = ui.Form{ID: "filter", Action: v.at("documents"), Groups: []ui.Group{{Fields: []ui.Field{
		{Name: "validity", Label: "有效性", Kind: ui.SelectField, Options: ui.Choose(validities, state)},
		{Name: "year", Label: "印发年份", Kind: ui.SelectField, Options: yearOptions(documentYears(v.today), year)},
	}}}}
	typedAs := ""
	if year != 0 {
		typedAs = strconv.Itoa(year)
	}
	if state != "" || year != 0 {
		page.Filter.Cancel = ui.Link{Title: "清除条件", Href: v.at("documents")}
	}
	if found.Next != "" {
		page.List.Pager.Next = withQuery(v.at("documents"), "validity", state, "year", typedAs, "after", found.Next)
	}
	if after != "" {
		page.List.Pager.First = withQuery(v.at("documents"), "validity", state, "year", typedAs)
	}
	return p.send(w, r, "documents", page)
}

func (v visit) documentList(found slice) ui.List {
	kind, _ := register.NormativeDocument.Field("kind")
	list := ui.List{Caption: "规章和行政规范性文件目录", Columns: []ui.Column{
		{Title: "名称", Kind: ui.TitleColumn}, {Title: "文号", Kind: ui.CodeColumn}, {Title: "种类"}, {Title: "有效性", Kind: ui.StateColumn}, {Title: "印发日期", Kind: ui.DateColumn},
	}}
	for _, r := range found.Records {
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{
			{Text: r.Value("title"), Href: v.documentPath(r.Number())},
			{Text: r.Number()},
			{Text: kind.Format(r.Value("kind"))},
			{Badge: validity(r, v.today)},
			{Text: r.Value("issued_on")},
		}})
	}
	if found.Next != "" {
		list.Pager.Note = fmt.Sprintf("本页%d件", len(found.Records))
	}
	list.Empty = ui.Empty{
		Title: "没有符合条件的文件", Text: "可以放宽年份或者有效性再试；没有公开的信息可以提出申请。",
		Links: []ui.Link{{Title: "查看全部文件", Href: v.at("documents")}, {Title: "依申请公开", Href: v.at("request")}},
	}
	return list
}

// documentYears are the years that a reader can choose: documents may stay in
// force for long, so the last twenty are offered.
func documentYears(today string) []int {
	year, _ := parseYear(today[:min(4, len(today))])
	var years []int
	for y := year; y > year-20 && y > 1949; y-- {
		years = append(years, y)
	}
	return years
}
