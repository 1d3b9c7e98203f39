package portal

import (
	"context"
	"fmt"
	"net/http"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// guidePage is the disclosure guide (Art. 12 para. 2), made from what is recorded
// of the organ, so that it cannot fall behind it. What is not recorded is left
// out; the self-check complains of it, not the page.
type guidePage struct {
	ui.PortalFrame
	Revised string // civil date
	Head    ui.Definitions
	Classes []guideClass
	Contact ui.Definitions
	Points  ui.List
	Links   guideLinks
	Close   string
}

// guideClass is one class of information with where it is found.
type guideClass struct{ Title, About, Href string }

type guideLinks struct{ Items, Documents, Reports, Request, Search, Rules string }

// guide serves GET /organs/{organ}/guide.
func (p *Portal) guide(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "政府信息公开指南", v.at("guide"))
	if err != nil {
		return err
	}
	h, err := p.holdings(r.Context(), v)
	if err != nil {
		return err
	}
	points, err := p.standingRecords(r.Context(), v, register.ServicePoint.Name)
	if err != nil {
		return err
	}
	revised, err := p.guideRevised(r.Context(), v, h)
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: f.Title})
	f.Meta.ColumnType = "信息公开指南"
	f.Meta.ColumnDescription = "政府信息的分类、编排体系、获取方式和工作机构的联系方式。"
	f.Meta.ArticleTitle, f.Meta.PubDate, f.Meta.ContentSource = v.organ.Name+f.Title, revised, v.organ.Name
	page := guidePage{PortalFrame: f, Revised: revised, Contact: v.contact(), Points: pointList(points), Close: v.at("")}
	page.Head = ui.Definitions{Label: "文件信息", Facts: []ui.Fact{
		{Label: "发布机构", Text: v.organ.Name},
		{Label: "公开方式", Text: "主动公开"},
		{Label: "更新日期", Text: revised},
		{Label: "组配分类", Text: "政府信息公开指南"},
	}}
	page.Links = guideLinks{v.at("items"), v.at("documents"), v.at("reports"), v.at("request"), v.to("/search"), v.at("rules")}
	page.Classes = append(page.Classes, guideClass{"机构概况", columnAbout["organ_profile"], v.at("profile")})
	if h.Documents > 0 {
		page.Classes = append(page.Classes, guideClass{register.NormativeDocument.Title, "本机关制发的规章和行政规范性文件及其效力。", v.at("documents")})
	}
	for _, c := range columns {
		if h.Columns[c.Code] > 0 {
			page.Classes = append(page.Classes, guideClass{c.Title, c.About, v.columnPath(c.Code)})
		}
	}
	return p.send(w, r, "guide", page)
}

// guideRevised is the last day on which anything that the guide says changed: a
// guide was issued, the organ changed, or a service point opened or closed.
func (p *Portal) guideRevised(ctx context.Context, v visit, h holdings) (string, error) {
	last := ""
	note := func(date string) {
		if date <= v.today {
			last = max(last, date)
		}
	}
	note(h.GuideOn)
	_, err := p.pick(ctx, v, register.ServicePoint.Name, register.Query{}, 1, func(r register.Record) bool {
		note(r.Value("opened_on"))
		note(r.Value("closed_on"))
		return false
	})
	if err != nil {
		return "", err
	}
	changes, err := p.places.organs.Changes(ctx, v.site.ID, v.organ.ID)
	if err != nil {
		return "", fmt.Errorf("list the history of %s: %w", v.organ.ID, err)
	}
	for _, c := range changes {
		note(c.On)
	}
	return last, nil
}

// pointList lists where requests are handed in and information is read (Art. 25).
func pointList(points []register.Record) ui.List {
	kind, _ := register.ServicePoint.Field("kind")
	list := ui.List{Caption: "受理点和查阅点", Columns: []ui.Column{
		{Title: "名称", Kind: ui.TitleColumn}, {Title: "种类"}, {Title: "地址"}, {Title: "开放时间"}, {Title: "电话", Kind: ui.CodeColumn},
	}}
	for _, r := range points {
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{
			{Text: r.Value("title")}, {Text: kind.Format(r.Value("kind"))}, {Text: r.Value("address")}, {Text: r.Value("hours")}, {Text: r.Value("telephone")},
		}})
	}
	return list
}
