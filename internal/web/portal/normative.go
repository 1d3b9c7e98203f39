package portal

import (
	"context"
	"net/http"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// documentPage shows one normative document: what it is and whether it is in force.
type documentPage struct {
	ui.PortalFrame
	Head           ui.Definitions
	Validity       ui.Badge
	Interpretation ui.Link  // 解读; plain words when it is not an address
	Items          ui.Panel // the items that published it
	Points         []string // where it can be read on paper
	WorkingBody    string
	Close          string
}

// normativeDocument serves GET /organs/{organ}/documents/{number}.
func (p *Portal) normativeDocument(w http.ResponseWriter, r *http.Request, v visit) error {
	number, err := typedNumber(r)
	if err != nil {
		return err
	}
	record, err := p.numberedRecord(r.Context(), v, register.NormativeDocument.Name, number, func(r register.Record) bool { return documentVisible(r, v.today) })
	if err != nil {
		return err
	}
	f, err := p.frame(r.Context(), v, record.Value("title"), v.at("documents"))
	if err != nil {
		return err
	}
	f.Crumbs = append(f.Crumbs, ui.Link{Title: "法定主动公开内容", Href: v.at("items")}, ui.Link{Title: register.NormativeDocument.Title, Href: v.at("documents")})
	f = trail(f, ui.Link{Title: f.Title})
	f.Meta = v.content(f, register.NormativeDocument.Title, "政策文件", record.Value("issued_on"))
	page := documentPage{PortalFrame: f, Head: v.documentHead(record), Validity: validity(record, v.today), WorkingBody: v.organ.WorkingBody, Close: v.at("documents")}
	page.Interpretation, err = p.interpretation(r.Context(), v, record.Value("interpretation"))
	if err != nil {
		return err
	}
	h, err := p.holdings(r.Context(), v)
	if err != nil {
		return err
	}
	page.Items = ui.Panel{Title: "相关公开信息", More: ui.Link{Title: "全部信息", Href: v.at("items")}, Items: newsOf(h.carriers[number])}
	page.Points, err = p.readingPoints(r.Context(), v)
	if err != nil {
		return err
	}
	return p.send(w, r, "document", page)
}

func (v visit) documentHead(r register.Record) ui.Definitions {
	kind, _ := register.NormativeDocument.Field("kind")
	by, _ := register.NormativeDocument.Field("ended_by")
	return ui.Definitions{Label: "文件要素", Facts: []ui.Fact{
		{Label: "文号", Text: r.Number()},
		{Label: "发布机构", Text: v.organ.Name},
		{Label: "文件种类", Text: kind.Format(r.Value("kind"))},
		{Label: "公开方式", Text: "主动公开"},
		{Label: "发布日期", Text: r.Value("issued_on")},
		{Label: "施行日期", Text: r.Value("effective_on")},
		{Label: "有效期至", Text: r.Value("valid_until")},
		{Label: "有效性", Text: validity(r, v.today).Text},
		{Label: "失效日期", Text: r.Value("ended_on")},
		{Label: "失效原因", Text: by.Format(r.Value("ended_by"))},
		{Label: "废止依据", Text: r.Value("ended_document")},
		{Label: "备案日期", Text: r.Value("filed_on")},
		{Label: "组配分类", Text: register.NormativeDocument.Title},
	}}
}

// interpretation leads to the material that explains a document: an address, an
// item of this platform by its index number, or words.
func (p *Portal) interpretation(ctx context.Context, v visit, typed string) (ui.Link, error) {
	if typed == "" || onTheWeb(typed) {
		return ui.Link{Title: typed, Href: typed}, nil
	}
	found, err := p.pick(ctx, v, register.DisclosureItem.Name, register.Query{Number: typed}, 1, func(r register.Record) bool { return itemVisible(r, v.today) })
	if err != nil {
		return ui.Link{}, err
	}
	for _, r := range found.Records {
		return ui.Link{Title: r.Value("title"), Href: v.itemPath(r.Number())}, nil
	}
	return ui.Link{Title: typed}, nil
}
