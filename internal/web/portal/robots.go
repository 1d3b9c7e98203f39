package portal

import (
	"fmt"
	"net/http"
	"strings"

	"gongkai/internal/web/ui"
)

// robots serves GET /robots.txt: what is public may be indexed, the switches and
// searches, which are the same pages again, need not be.
func (p *Portal) robots(w http.ResponseWriter, r *http.Request) error {
	places, err := p.places.all(r.Context())
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "User-agent: *\nDisallow: %s\nDisallow: /search\nDisallow: /s/*/search\n", ui.ViewPath)
	if _, ok := hosted(places, r.Host); ok {
		fmt.Fprintf(&b, "Sitemap: %s/sitemap.xml\n", origin(r))
	} else {
		for _, pl := range places {
			fmt.Fprintf(&b, "Sitemap: %s%s/sitemap.xml\n", origin(r), sitePath(pl.site.ID))
		}
	}
	return p.serve(w, r, "text/plain; charset=utf-8", []byte(b.String()))
}
