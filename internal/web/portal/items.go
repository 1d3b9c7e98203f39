package portal

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// itemsPage is the catalogue of what the organ has disclosed (Art. 12 para. 3):
// all of it or one column.
type itemsPage struct {
	ui.PortalFrame
	About  string
	Count  string
	Filter ui.Form
	List   ui.List
}

// itemFilter is what a reader asked the list for.
type itemFilter struct {
	column, channel, after string
	year                   int
}

// items serves GET /organs/{organ}/items?column=&channel=&year=&after=. What it
// does not know of these it ignores.
func (p *Portal) items(w http.ResponseWriter, r *http.Request, v visit) error {
	h, err := p.holdings(r.Context(), v)
	if err != nil {
		return err
	}
	q := itemFilter{column: typed(r, "column"), channel: typed(r, "channel"), after: typed(r, "after"), year: typedYear(r)}
	c, isColumn := columnOf(q.column)
	if !isColumn {
		c, q.column = column{Title: "法定主动公开内容", About: "本机关主动公开的政府信息目录：索引、名称、栏目和发布日期。", Kind: "信息公开目录"}, ""
	}
	current := v.at("items")
	if q.column != "" {
		current = v.columnPath(q.column)
	}
	f, err := p.frame(r.Context(), v, c.Title, current)
	if err != nil {
		return err
	}
	if isColumn {
		f = trail(f, ui.Link{Title: "法定主动公开内容", Href: v.at("items")})
		f.Crumbs[len(f.Crumbs)-1].Href = v.at("items")
	}
	f = trail(f, ui.Link{Title: c.Title})
	f.Meta.ColumnType, f.Meta.ColumnDescription = c.Kind, c.About
	found, err := p.pick(r.Context(), v, register.DisclosureItem.Name, register.Query{Year: q.year, After: q.after}, pageSize, func(r register.Record) bool {
		return itemVisible(r, v.today) && (q.column == "" || r.Value("category") == q.column) && (q.channel == "" || r.Value("channel") == q.channel)
	})
	if err != nil {
		return err
	}
	page := itemsPage{PortalFrame: f, About: c.About, Filter: v.itemForm(h, q), List: v.itemList(found, q)}
	page.Count = h.count(h.Items)
	if isColumn {
		page.Count = h.count(h.Columns[q.column])
	}
	return p.send(w, r, "items", page)
}

func (v visit) itemList(found slice, q itemFilter) ui.List {
	channel, _ := register.DisclosureItem.Field("channel")
	withNumber := slices.ContainsFunc(found.Records, func(r register.Record) bool { return r.Value("document_number") != "" })
	list := ui.List{Caption: "主动公开信息目录", Columns: []ui.Column{
		{Title: "名称", Kind: ui.TitleColumn}, {Title: "栏目"}, {Title: "公开渠道"}, {Title: "发布日期", Kind: ui.DateColumn},
	}}
	if withNumber {
		list.Columns = slices.Insert(list.Columns, 3, ui.Column{Title: "文号", Kind: ui.CodeColumn})
	}
	for _, r := range found.Records {
		c, _ := columnOf(r.Value("category"))
		cells := []ui.Cell{
			{Text: r.Value("title"), Href: v.itemPath(r.Number()), Note: "索引号 " + r.Number()},
			{Text: c.Title},
			{Text: channel.Format(r.Value("channel"))},
			{Text: r.Value("published_on")},
		}
		if withNumber {
			cells = slices.Insert(cells, 3, ui.Cell{Text: r.Value("document_number")})
		}
		list.Rows = append(list.Rows, ui.Row{Cells: cells})
	}
	year := ""
	if q.year != 0 {
		year = strconv.Itoa(q.year)
	}
	if found.Next != "" {
		list.Pager.Next = withQuery(v.at("items"), "column", q.column, "channel", q.channel, "year", year, "after", found.Next)
	}
	if q.after != "" {
		list.Pager.First = withQuery(v.at("items"), "column", q.column, "channel", q.channel, "year", year)
	}
	if list.Pager.Shown() {
		list.Pager.Note = fmt.Sprintf("本页%d条", len(found.Records))
	}
	list.Empty = ui.Empty{
		Title: "没有符合条件的信息", Text: "可以放宽条件再试；没有公开的信息可以提出申请。",
		Links: []ui.Link{{Title: "查看全部信息", Href: v.at("items")}, {Title: "检索", Href: v.to("/search")}, {Title: "依申请公开", Href: v.at("request")}},
	}
	return list
}

func (v visit) itemForm(h holdings, q itemFilter) ui.Form {
	field, _ := register.DisclosureItem.Field("channel")
	inColumns := []ui.Option{{Label: "全部栏目"}}
	for _, c := range columns {
		if h.Columns[c.Code] > 0 {
			inColumns = append(inColumns, ui.Option{Value: c.Code, Label: c.Title})
		}
	}
	channels := []ui.Option{{Label: "全部渠道"}}
	for _, o := range field.Choices {
		channels = append(channels, ui.Option{Value: o.Code, Label: o.Label})
	}
	form := ui.Form{ID: "filter", Action: v.at("items"), Groups: []ui.Group{{Fields: []ui.Field{
		{Name: "column", Label: "栏目", Kind: ui.SelectField, Options: ui.Choose(inColumns, q.column)},
		{Name: "year", Label: "年份", Kind: ui.SelectField, Options: yearOptions(h.Years, q.year)},
		{Name: "channel", Label: "公开渠道", Kind: ui.SelectField, Options: ui.Choose(channels, q.channel)},
	}}}}
	if q.column != "" || q.channel != "" || q.year != 0 {
		form.Cancel = ui.Link{Title: "清除条件", Href: v.at("items")}
	}
	return form
}

// yearOptions offers the years there are, and the one asked for.
func yearOptions(years []int, chosen int) []ui.Option {
	options := []ui.Option{{Label: "全部年份", Selected: chosen == 0}}
	for _, y := range years {
		options = append(options, ui.Option{Value: strconv.Itoa(y), Label: strconv.Itoa(y) + "年", Selected: y == chosen})
	}
	return options
}
