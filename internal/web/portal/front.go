package portal

import (
	"net/http"

	"gongkai/internal/web/ui"
)

// chooserPage lists the sites of the installation.
type chooserPage struct {
	ui.PortalFrame
	Sites []siteDoor
}

// siteDoor leads to one site.
type siteDoor struct {
	Name, Href, Sponsor string
	Organs              int
	Demo                bool
}

// front serves GET /: the site whose host the request names, or the choice.
func (p *Portal) front(w http.ResponseWriter, r *http.Request) error {
	places, err := p.places.all(r.Context())
	if err != nil {
		return err
	}
	if pl, ok := hosted(places, r.Host); ok {
		v := p.visitTo(r, pl, "")
		v.forbidIndexing(w)
		return p.home(w, r, v)
	}
	page := chooserPage{PortalFrame: ui.PortalFrame{
		Site: ui.Site{Name: installation + "平台"}, Organ: "请选择站点", Title: "选择站点", Wide: true,
		Today: ui.DateLine(p.now().In(china)), View: ui.ReadView(r), Path: r.URL.RequestURI(), Search: noSearch,
	}}
	for _, pl := range places {
		page.Site.Demo = page.Site.Demo || pl.demo()
		page.Sites = append(page.Sites, siteDoor{
			Name: pl.site.Name, Href: sitePath(pl.site.ID) + "/", Sponsor: pl.site.Sponsor, Organs: len(pl.organs), Demo: pl.demo(),
		})
	}
	return p.send(w, r, "chooser", page)
}
