package portal

import (
	"fmt"
	"net/http"

	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// homePage is the front page of a site: the platform of its root organ and the
// ways to the platforms of all others.
type homePage struct {
	ui.PortalFrame
	Figures []ui.Figure
	Panels  []ui.Panel
	Doors   []ui.Door
	Groups  []organGroup
}

// organGroup is the organs of one kind.
type organGroup struct {
	Title string
	Doors []organDoor
}

// organDoor leads to one organ's platform.
type organDoor struct {
	Name, Href string
	Note       string
	Badges     []ui.Badge
}

const (
	homeNews    = 8
	homeReports = 8
)

// home serves the site's front page.
func (p *Portal) home(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, titleOfAll, v.to("/"))
	if err != nil {
		return err
	}
	f.Meta = ui.Meta{URL: v.absolute(v.path)}
	f = trail(f)
	page := homePage{PortalFrame: f, Groups: v.organGroups()}
	items, err := p.siteItems(r.Context(), v, homeNews)
	if err != nil {
		return err
	}
	reports, err := p.reportEntries(r.Context(), v, "", 0)
	if err != nil {
		return err
	}
	page.Panels = []ui.Panel{
		{Title: "最新公开", More: ui.Link{Title: "更多", Href: v.to("/latest")}, Items: newsOf(items)},
		{Title: "政府信息公开年报", More: ui.Link{Title: "更多", Href: v.to("/reports")}, Items: newsOf(reports[:min(homeReports, len(reports))])},
	}
	h, err := p.holdings(r.Context(), v)
	if err != nil {
		return err
	}
	page.Doors = v.doors(h)
	page.Figures = []ui.Figure{
		{Label: "公开机构", Value: fmt.Sprint(len(v.organs)), Unit: "个", Href: v.to("/organs/")},
		{Label: "已发布年度报告", Value: fmt.Sprint(len(reports)), Unit: "份", Href: v.to("/reports")},
	}
	if h.Items > 0 {
		page.Figures = append(page.Figures, ui.Figure{Label: "本级主动公开信息", Value: h.count(h.Items), Unit: "条", Href: v.at("items")})
	}
	if h.InForce > 0 {
		page.Figures = append(page.Figures, ui.Figure{Label: "本级现行有效规范性文件", Value: h.count(h.InForce), Unit: "件", Href: v.at("documents")})
	}
	return p.send(w, r, "home", page)
}

// doors are the five columns of the platform as large entries.
func (v visit) doors(h holdings) []ui.Door {
	if v.organ.ID == "" {
		return nil
	}
	statutory, documents := "主动公开的信息目录", "规章和行政规范性文件"
	if h.Items > 0 {
		statutory = h.count(h.Items) + "条信息"
	}
	if h.InForce > 0 {
		documents = "现行有效" + h.count(h.InForce) + "件"
	}
	return []ui.Door{
		{Title: "政府信息公开指南", Href: v.at("guide"), Note: "找什么、到哪里找"},
		{Title: "政府信息公开制度", Href: v.at("rules"), Note: "法律法规和本机关制度"},
		{Title: "法定主动公开内容", Href: v.at("items"), Note: statutory},
		{Title: "规范性文件", Href: v.at("documents"), Note: documents},
		{Title: "政府信息公开年报", Href: v.at("reports"), Note: "历年工作年度报告"},
		{Title: "依申请公开", Href: v.at("request"), Note: "20个工作日内答复"},
	}
}

// organGroups lists the site's organs by kind, governments first.
func (v visit) organGroups() []organGroup {
	titles := []struct {
		title string
		kinds []organ.Kind
	}{
		{"本级政府和办公室", []organ.Kind{organ.CountyGovernment, organ.Office}},
		{"政府部门", []organ.Kind{organ.Department}},
		{"乡镇（街道）", []organ.Kind{organ.Town, organ.Street}},
	}
	var groups []organGroup
	for _, t := range titles {
		g := organGroup{Title: t.title}
		for _, node := range organ.Tree(v.organs) {
			for _, kind := range t.kinds {
				if node.Kind == kind {
					g.Doors = append(g.Doors, v.organDoor(node.Organ))
				}
			}
		}
		if len(g.Doors) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

func (v visit) organDoor(o organ.Organ) organDoor {
	d := organDoor{Name: o.Name, Href: v.atOrgan(o.ID, ""), Note: o.Telephone}
	if o.Demo {
		d.Badges = append(d.Badges, ui.Badge{Text: "演示", Tone: ui.Warn})
	}
	if o.AbolishedOn != "" && o.AbolishedOn < v.today {
		d.Badges = append(d.Badges, ui.Badge{Text: "已撤销"})
	}
	return d
}
