package portal

import (
	"net/http"

	"gongkai/internal/web/ui"
)

// latestPage lists what was disclosed last, whichever organ did.
type latestPage struct {
	ui.PortalFrame
	List ui.List
}

const mostLatest = 60

// latest serves GET /latest.
func (p *Portal) latest(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "最新公开", v.to("/latest"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: f.Title})
	f.Meta.ColumnType, f.Meta.ColumnDescription = "信息公开目录", "本站各行政机关最近公开的政府信息。"
	entries, err := p.siteItems(r.Context(), v, mostLatest)
	if err != nil {
		return err
	}
	page := latestPage{PortalFrame: f, List: ui.List{Caption: "最近公开的政府信息", Columns: []ui.Column{
		{Title: "名称", Kind: ui.TitleColumn}, {Title: "栏目"}, {Title: "发布机构"}, {Title: "发布日期", Kind: ui.DateColumn},
	}}}
	for _, e := range entries {
		page.List.Rows = append(page.List.Rows, ui.Row{Cells: []ui.Cell{
			{Text: e.Title, Href: e.Href, Note: "索引号 " + e.Number}, {Text: e.Kind}, {Text: shortName(e.Organ)}, {Text: e.Date},
		}})
	}
	page.List.Empty = ui.Empty{Title: "还没有公开的信息", Links: []ui.Link{{Title: "公开机构", Href: v.to("/organs/")}, {Title: "依申请公开", Href: v.at("request")}}}
	return p.send(w, r, "latest", page)
}
