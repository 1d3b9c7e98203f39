package portal

import (
	"context"
	"encoding/xml"
	"fmt"
	"net/http"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// siteMapPage shows the whole site on one page: every organ with its columns.
type siteMapPage struct {
	ui.PortalFrame
	Pages  []ui.Link
	Organs []mappedOrgan
}

// mappedOrgan is one organ's platform in the site map.
type mappedOrgan struct {
	Name, Href string
	Links      []ui.Link
}

// siteMap serves GET /map.
func (p *Portal) siteMap(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "网站地图", v.to("/map"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: f.Title})
	f.Wide = true
	f.Meta.ColumnType, f.Meta.ColumnDescription = "网站信息", "本站全部栏目。"
	page := siteMapPage{PortalFrame: f}
	for _, item := range v.bar() {
		page.Pages = append(page.Pages, ui.Link{Title: item.Title, Href: item.Href})
	}
	page.Pages = append(append(page.Pages, ui.Link{Title: "最新公开", Href: v.to("/latest")}), v.footLinks()...)
	err = v.each(r.Context(), func(at visit) error {
		h, err := p.holdings(r.Context(), at)
		if err != nil {
			return err
		}
		mapped := mappedOrgan{Name: at.organ.Name, Href: at.at("")}
		for _, item := range at.menu(h) {
			mapped.Links = append(mapped.Links, ui.Link{Title: item.Title, Href: item.Href})
			for _, sub := range item.Items {
				mapped.Links = append(mapped.Links, ui.Link{Title: sub.Title, Href: sub.Href})
			}
		}
		page.Organs = append(page.Organs, mapped)
		return nil
	})
	if err != nil {
		return err
	}
	return p.send(w, r, "sitemap", page)
}

type urlSet struct {
	XMLName xml.Name `xml:"urlset"`
	Space   string   `xml:"xmlns,attr"`
	URLs    []urlLoc `xml:"url"`
}

type urlLoc struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// Bounds of the file for search engines: the protocol's own for the whole, and a
// share for each organ so that one does not crowd out the others.
const (
	mostMapped      = 50_000
	mostMappedItems = 2_000
)

// siteMapFile serves GET /sitemap.xml.
func (p *Portal) siteMapFile(w http.ResponseWriter, r *http.Request, v visit) error {
	set := urlSet{Space: "http://www.sitemaps.org/schemas/sitemap/0.9"}
	add := func(path, date string) {
		if len(set.URLs) < mostMapped {
			set.URLs = append(set.URLs, urlLoc{v.absolute(path), date})
		}
	}
	for _, path := range []string{"/", "/organs/", "/latest", "/reports", "/about", "/accessibility", "/mistakes", "/map"} {
		add(v.to(path), "")
	}
	reports, err := p.reportEntries(r.Context(), v, "", 0)
	if err != nil {
		return err
	}
	for _, e := range reports {
		add(e.Href, e.Date)
	}
	err = v.each(r.Context(), func(at visit) error { return p.mapOrgan(r.Context(), at, add) })
	if err != nil {
		return err
	}
	content, err := xml.MarshalIndent(set, "", " ")
	if err != nil {
		return fmt.Errorf("write site map: %w", err)
	}
	return p.serve(w, r, "application/xml; charset=utf-8", append([]byte(xml.Header), content...))
}

func (p *Portal) mapOrgan(ctx context.Context, v visit, add func(path, date string)) error {
	for _, page := range []string{"", "guide", "profile", "rules", "items", "documents", "reports", "request"} {
		add(v.at(page), "")
	}
	documents, err := p.pick(ctx, v, register.NormativeDocument.Name, register.Query{}, mostMappedItems, func(r register.Record) bool { return documentVisible(r, v.today) })
	if err != nil {
		return err
	}
	for _, r := range documents.Records {
		add(v.documentPath(r.Number()), r.Value("issued_on"))
	}
	items, err := p.pick(ctx, v, register.DisclosureItem.Name, register.Query{}, mostMappedItems, func(r register.Record) bool { return itemVisible(r, v.today) })
	if err != nil {
		return err
	}
	for _, r := range items.Records {
		add(v.itemPath(r.Number()), r.Value("published_on"))
	}
	return nil
}
