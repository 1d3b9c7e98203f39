package portal

import (
	"net/http"

	"gongkai/internal/web/ui"
)

// platformPage is the first page of an organ's platform.
type platformPage struct {
	ui.PortalFrame
	Badges  []ui.Badge
	Figures []ui.Figure
	Doors   []ui.Door
	Panels  []ui.Panel
	Contact ui.Definitions
}

// panelColumns are the columns that have a panel of their own when they have items.
var panelColumns = []string{"policy", "notice", "finance", "livelihood", "rural", "news", "interpretation", "culture"}

const platformNews = 6

// platform serves GET /organs/{organ}/.
func (p *Portal) platform(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, v.organ.Name+titleOfAll, v.at(""))
	if err != nil {
		return err
	}
	h, err := p.holdings(r.Context(), v)
	if err != nil {
		return err
	}
	f = trail(f)
	f.Meta.ColumnName = titleOfAll
	f.Meta.ColumnDescription = v.organ.Name + "的政府信息公开平台：指南、制度、法定主动公开内容、年报和依申请公开。"
	page := platformPage{PortalFrame: f, Badges: v.organDoor(v.organ).Badges, Doors: v.doors(h), Contact: v.contact()}
	items, err := p.newestItems(r.Context(), v, platformNews)
	if err != nil {
		return err
	}
	reports, err := p.reportEntries(r.Context(), v, v.organ.ID, 0)
	if err != nil {
		return err
	}
	page.Panels = []ui.Panel{
		{Title: "最新公开", More: ui.Link{Title: "更多", Href: v.at("items")}, Items: newsOf(items)},
		{Title: "政府信息公开年报", More: ui.Link{Title: "更多", Href: v.at("reports")}, Items: newsOf(reports[:min(platformNews, len(reports))])},
	}
	for _, code := range panelColumns {
		c, _ := columnOf(code)
		if h.Columns[code] == 0 || len(page.Panels) >= 6 {
			continue
		}
		page.Panels = append(page.Panels, ui.Panel{Title: c.Title, More: ui.Link{Title: "更多", Href: v.columnPath(code)}, Items: newsOf(h.latest(code))})
	}
	return p.send(w, r, "platform", page)
}

// contact is how the organ's working body is reached (Art. 12).
func (v visit) contact() ui.Definitions {
	o := v.organ
	return ui.Definitions{Label: "联系方式", Facts: []ui.Fact{
		{Label: "工作机构", Text: o.WorkingBody},
		{Label: "办公地址", Text: o.Address},
		{Label: "办公时间", Text: o.Hours},
		{Label: "联系电话", Text: o.Telephone},
		{Label: "传真号码", Text: o.Fax},
		{Label: "电子邮箱", Text: o.Email},
	}}
}
