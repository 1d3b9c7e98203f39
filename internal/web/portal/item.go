package portal

import (
	"context"
	"net/http"
	"strings"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// itemPage shows one disclosed item with its statutory head and what belongs to it.
type itemPage struct {
	ui.PortalFrame
	Head    ui.Definitions
	Text    string   // address of the full text; empty when it is not on the net
	Outlet  string   // where it was published, in words
	Points  []string // where it can be read on paper
	Related ui.Panel
	Close   string
}

// item serves GET /organs/{organ}/items/{number}.
func (p *Portal) item(w http.ResponseWriter, r *http.Request, v visit) error {
	number, err := typedNumber(r)
	if err != nil {
		return err
	}
	record, err := p.numberedRecord(r.Context(), v, register.DisclosureItem.Name, number, func(r register.Record) bool { return itemVisible(r, v.today) })
	if err != nil {
		return err
	}
	c, ok := columnOf(record.Value("category"))
	if !ok {
		c = column{Title: "法定主动公开内容", Kind: "法定主动公开内容"}
	}
	f, err := p.frame(r.Context(), v, record.Value("title"), v.columnPath(record.Value("category")))
	if err != nil {
		return err
	}
	f.Crumbs = append(f.Crumbs, ui.Link{Title: "法定主动公开内容", Href: v.at("items")}, ui.Link{Title: c.Title, Href: v.columnPath(c.Code)})
	f = trail(f, ui.Link{Title: f.Title})
	f.Meta = v.content(f, c.Title, c.Kind, record.Value("published_on"))
	page := itemPage{PortalFrame: f, Head: v.itemHead(record, c), Outlet: outlet(record), Close: v.columnPath(c.Code)}
	if address := record.Value("address"); onTheWeb(address) {
		page.Text = address
	}
	page.Points, err = p.readingPoints(r.Context(), v)
	if err != nil {
		return err
	}
	page.Related, err = p.related(r.Context(), v, record, c)
	if err != nil {
		return err
	}
	return p.send(w, r, "item", page)
}

func (v visit) itemHead(r register.Record, c column) ui.Definitions {
	class, _ := register.DisclosureItem.Field("class")
	facts := []ui.Fact{
		{Label: "索引号", Text: r.Number()},
		{Label: "发布机构", Text: v.organ.Name},
		{Label: "文号", Text: r.Value("document_number")},
		{Label: "成文日期", Text: r.Value("dated_on")},
		{Label: "发布日期", Text: r.Value("published_on")},
		{Label: "公开方式", Text: "主动公开"},
		{Label: "组配分类", Text: c.Title},
		{Label: "公开渠道", Text: outlet(r)},
	}
	if kind := r.Value("class"); kind != "information" {
		facts = append(facts, ui.Fact{Label: "信息类别", Text: class.Format(kind)})
	}
	if until := r.Value("withdrawn_on"); until != "" {
		facts = append(facts, ui.Fact{Label: "公开至", Text: until})
	}
	return ui.Definitions{Label: "信息要素", Facts: facts}
}

// outlet says where an item was published, such as 政务微信公众号（“品水映洲泉”微信公众号）.
func outlet(r register.Record) string {
	channel, _ := register.DisclosureItem.Field("channel")
	text := channel.Format(r.Value("channel"))
	if name := r.Value("outlet"); name != "" && name != text {
		text += "（" + name + "）"
	}
	return text
}

// onTheWeb reports whether an address can be a link: anything else typed into the
// register, such as a script, stays text.
func onTheWeb(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

func (p *Portal) readingPoints(ctx context.Context, v visit) ([]string, error) {
	points, err := p.standingRecords(ctx, v, register.ServicePoint.Name)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, r := range points {
		if r.Value("kind") == "reading" {
			names = append(names, r.Value("title")+"（"+r.Value("address")+"）")
		}
	}
	return names, nil
}

// related lists what a reader of this item may look for next: the document it
// carries, then its neighbours in the column.
func (p *Portal) related(ctx context.Context, v visit, r register.Record, c column) (ui.Panel, error) {
	panel := ui.Panel{Title: "相关信息", More: ui.Link{Title: c.Title, Href: v.columnPath(c.Code)}}
	if number := r.Value("document_number"); number != "" {
		found, err := p.pick(ctx, v, register.NormativeDocument.Name, register.Query{Number: number}, 1, func(r register.Record) bool { return documentVisible(r, v.today) })
		if err != nil {
			return panel, err
		}
		for _, d := range found.Records {
			panel.Items = append(panel.Items, v.documentEntry(d).news())
		}
	}
	h, err := p.holdings(ctx, v)
	if err != nil {
		return panel, err
	}
	for _, e := range h.latest(r.Value("category")) {
		if e.Number != r.Number() && len(panel.Items) < 6 {
			panel.Items = append(panel.Items, e.news())
		}
	}
	return panel, nil
}
