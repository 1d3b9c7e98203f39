package portal

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// visit is one request to one site: what every page of it needs to know.
type visit struct {
	place
	organ  organ.Organ // whose platform is shown; the site's root on pages of the whole site
	whole  bool        // the page is about the whole site
	base   string      // "" on the site's own host, else "/s/ID"
	origin string      // "https://host", for absolute addresses
	now    time.Time
	today  string // the site's civil date
	view   ui.View
	path   string // path and query of this page
}

// page serves one page of a site.
type page func(w http.ResponseWriter, r *http.Request, v visit) error

// ofSite serves a page of a whole site.
func (p *Portal) ofSite(serve page) http.HandlerFunc {
	return p.remembered(p.handler.Handle(func(w http.ResponseWriter, r *http.Request) error {
		v, err := p.visit(r)
		if err != nil {
			return err
		}
		v.forbidIndexing(w)
		return serve(w, r, v)
	}))
}

// ofOrgan serves a page of the organ that the address names.
func (p *Portal) ofOrgan(serve page) http.HandlerFunc {
	return p.remembered(p.handler.Handle(func(w http.ResponseWriter, r *http.Request) error {
		v, err := p.visit(r)
		if err != nil {
			return err
		}
		o, ok := v.place.organ(r.PathValue("organ"))
		if !ok {
			return fmt.Errorf("organ %q of site %s: %w", r.PathValue("organ"), v.site.ID, fault.NotFound)
		}
		v.organ, v.whole = o, false
		v.forbidIndexing(w)
		return serve(w, r, v)
	}))
}

// visit finds the site that a request is for.
func (p *Portal) visit(r *http.Request) (visit, error) {
	places, err := p.places.all(r.Context())
	if err != nil {
		return visit{}, err
	}
	if id := r.PathValue("site"); id != "" {
		pl, ok := named(places, id)
		if !ok {
			return visit{}, fmt.Errorf("site %q: %w", id, fault.NotFound)
		}
		return p.visitTo(r, pl, sitePath(id)), nil
	}
	pl, ok := hosted(places, r.Host)
	if !ok {
		return visit{}, fmt.Errorf("site of host %q: %w", r.Host, fault.NotFound)
	}
	return p.visitTo(r, pl, ""), nil
}

func (p *Portal) visitTo(r *http.Request, pl place, base string) visit {
	now := p.now().In(china)
	v := visit{
		place: pl, organ: pl.root(), whole: true, base: base, origin: origin(r), now: now, today: now.Format(time.DateOnly),
		view: ui.ReadView(r), path: r.URL.RequestURI(),
	}
	if pl.site.Today != "" {
		v.today = pl.site.Today
	}
	return v
}

// china is the zone of every civil date; it has no summer time.
var china = time.FixedZone("CST", 8*60*60)

// dateLine is the date shown in the page's header.
func (v visit) dateLine() string {
	day, err := time.ParseInLocation(time.DateOnly, v.today, china)
	if err != nil {
		return ui.DateLine(v.now)
	}
	return ui.DateLine(day)
}

// origin is the scheme and host under which the reader knows this server. A proxy
// that ends the encryption says so.
func origin(r *http.Request) string {
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// forbidIndexing keeps made-up records that carry the names of real organs out of
// search engines.
func (v visit) forbidIndexing(w http.ResponseWriter) {
	if v.facts().Demo {
		w.Header().Set("X-Robots-Tag", "noindex")
	}
}

// each visits every organ of the site that exists, superiors first.
func (v visit) each(ctx context.Context, do func(visit) error) error {
	for _, node := range organ.Tree(v.organs) {
		err := ctx.Err()
		if err != nil {
			return fmt.Errorf("go through the organs: %w", err)
		}
		at := v
		at.organ = node.Organ
		err = do(at)
		if err != nil {
			return err
		}
	}
	return nil
}
