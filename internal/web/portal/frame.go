package portal

import (
	"context"
	"net/http"
	"net/url"

	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// titleOfAll is the uniform name of every platform (61号 notice of 2019).
const titleOfAll = "政府信息公开"

// frame is everything around a page. current is the address of the menu entry
// that the page belongs to.
func (p *Portal) frame(ctx context.Context, v visit, title, current string) (ui.PortalFrame, error) {
	h, err := p.holdings(ctx, v)
	if err != nil {
		return ui.PortalFrame{}, err
	}
	f := v.bareFrame(title)
	f.Menu = ui.MarkCurrent(v.menu(h), current)
	f.Nav = ui.MarkCurrent(f.Nav, current)
	f.Meta = ui.Meta{ColumnName: title, ColumnType: titleOfAll, ColumnKeywords: titleOfAll + "," + title, URL: v.absolute(v.path)}
	return f, nil
}

// bareFrame is a frame that needs no record: also a page that reports a fault has it.
func (v visit) bareFrame(title string) ui.PortalFrame {
	f := ui.PortalFrame{
		Site: v.facts(), Organ: v.organ.Name, Home: v.to("/"), Title: title, Today: v.dateLine(), View: v.view, Path: v.path,
		Search: ui.Search{Action: v.to("/search")}, Quick: v.quick(), FootLinks: v.footLinks(), Feed: v.to("/feed.atom"),
		Crumbs: []ui.Link{{Title: "首页", Href: v.to("/")}}, Nav: v.bar(),
	}
	if !v.whole {
		f.Home, f.Feed = v.at(""), v.at("feed.atom")
		f.Crumbs = append(f.Crumbs, ui.Link{Title: shortName(v.organ), Href: v.at("")})
	}
	return f
}

// trail ends the path from the front page; the last link is the page itself.
func trail(f ui.PortalFrame, links ...ui.Link) ui.PortalFrame {
	f.Crumbs = append(f.Crumbs, links...)
	if n := len(f.Crumbs); n > 0 {
		f.Crumbs[n-1].Href = ""
	}
	return f
}

// facts is what every page says about the site. Address and telephone are those
// of the site: who is asked about information stands in the organ's own facts.
func (v visit) facts() ui.Site {
	s := v.site
	demo := v.organ.Demo || v.whole && v.demo()
	police := ""
	if s.PoliceRecord != "" {
		police = "https://beian.mps.gov.cn/#/query/webSearch?code=" + url.QueryEscape(s.PoliceRecord)
	}
	return ui.Site{
		Name: s.Name, Domain: s.Domain(), Code: s.SiteCode, ICP: s.ICP, PoliceRecord: s.PoliceRecord, PoliceURL: police, Sponsor: s.Sponsor, Operator: s.Operator,
		Phone: s.Telephone, Address: s.Address, Email: s.Email, Demo: demo,
	}
}

// quick is the box of direct entries: how to ask, and whom.
func (v visit) quick() ui.Quick {
	o := v.organ
	if o.ID == "" {
		return ui.Quick{}
	}
	return ui.Quick{
		Links: []ui.Link{{Title: "依申请公开", Href: v.at("request")}, {Title: "查询办理进度", Href: v.at("request") + "#progress"}},
		Facts: []ui.Fact{
			{Label: "受理机构", Text: o.WorkingBody}, {Label: "电话", Text: o.Telephone}, {Label: "时间", Text: o.Hours}, {Label: "地址", Text: o.Address},
		},
	}
}

func (v visit) footLinks() []ui.Link {
	return []ui.Link{
		{Title: "网站地图", Href: v.to("/map")},
		{Title: "关于我们", Href: v.to("/about")},
		{Title: "无障碍声明", Href: v.to("/accessibility")},
		{Title: "我为政府网站找错", Href: v.to("/mistakes")},
		{Title: "订阅", Href: v.to("/feed.atom")},
	}
}

// bar is the main navigation of the site.
func (v visit) bar() []ui.MenuItem {
	bar := []ui.MenuItem{
		{Title: "首页", Href: v.to("/")}, {Title: "公开机构", Href: v.to("/organs/")}, {Title: "政府信息公开年报", Href: v.to("/reports")},
	}
	if root := v.root(); root.ID != "" {
		bar = append(bar, ui.MenuItem{Title: "政府信息公开指南", Href: v.atOrgan(root.ID, "guide")},
			ui.MenuItem{Title: "依申请公开", Href: v.atOrgan(root.ID, "request")})
	}
	return append(bar, ui.MenuItem{Title: "信息检索", Href: v.to("/search")})
}

// menu is the column tree of the organ's platform, in the order and with the names
// that the notice on platforms gives (国办公开办函〔2019〕61号).
func (v visit) menu(h holdings) []ui.MenuItem {
	if v.organ.ID == "" {
		return nil
	}
	statutory := ui.MenuItem{Title: "法定主动公开内容", Href: v.at("items"), Mark: "法"}
	statutory.Items = append(statutory.Items, ui.MenuItem{Title: "机构概况", Href: v.at("profile")})
	if h.Documents > 0 {
		statutory.Items = append(statutory.Items, ui.MenuItem{Title: "规章和行政规范性文件", Href: v.at("documents")})
	}
	for _, c := range columns {
		if h.Columns[c.Code] > 0 {
			statutory.Items = append(statutory.Items, ui.MenuItem{Title: c.Title, Href: v.columnPath(c.Code)})
		}
	}
	return []ui.MenuItem{
		{Title: "政府信息公开指南", Href: v.at("guide"), Mark: "指"},
		{Title: "政府信息公开制度", Href: v.at("rules"), Mark: "制"},
		statutory,
		{Title: "政府信息公开年报", Href: v.at("reports"), Mark: "年"},
		{Title: "依申请公开", Href: v.at("request"), Mark: "申"},
	}
}

// problemFrame is the frame around a page that says no. It asks as little as it
// can: whatever failed may fail again.
func (p *Portal) problemFrame(r *http.Request) ui.Page {
	places, err := p.places.all(r.Context())
	if err == nil {
		if pl, ok := named(places, r.PathValue("site")); ok {
			f := p.visitTo(r, pl, sitePath(pl.site.ID)).bareFrame("")
			return f
		}
		if pl, ok := hosted(places, r.Host); ok {
			return p.visitTo(r, pl, "").bareFrame("")
		}
	}
	return ui.PortalFrame{
		Organ: installation + "平台", View: ui.ReadView(r), Path: r.URL.RequestURI(), Site: ui.Site{Name: installation + "平台"}, Search: noSearch,
	}
}

// installation names what is shown before a site is chosen.
const installation = "政府信息公开"

// noSearch is the search box before a site is chosen: there is nothing to search.
var noSearch = ui.Search{Action: "/", Placeholder: "请先选择站点，再检索"}

func shortName(o organ.Organ) string {
	if o.ShortName != "" {
		return o.ShortName
	}
	return o.Name
}
