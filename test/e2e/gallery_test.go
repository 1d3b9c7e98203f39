package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// The main pages as pictures, for a person to look at: go test -artifacts keeps them.
func TestPictures(t *testing.T) {
	t.Parallel()
	site := serve(t)
	for _, gallery := range []struct {
		county, login string
		pages         map[string]string
	}{
		{"", "", map[string]string{
			"portal-home": "/s/330683/", "portal-platform": "/s/330683/organs/330683-bureau/", "portal-items": "/s/330683/organs/330683-bureau/items",
			"portal-report": "/s/330683/organs/330683-bureau/reports/2022/", "portal-search": "/s/330683/search?q=许可",
		}},
		{"330483", "town-clerk", map[string]string{
			"work-home": "/work/", "work-report": townReport, "work-section": townReport + "/sections/overview.on_request",
			"work-drill-down": townReport + "/figures/req.received_new.total", "work-register": "/work/o/330483-town/registers/request",
			"work-history": "/work/o/330483-town/history",
		}},
		{"330683", "supervisor", map[string]string{
			"work-board": "/work/o/330683-county/board/2022", "work-roll-up": "/work/o/330683-county/rollup/2022",
			"work-roll-up-cell": "/work/o/330683-county/rollup/2022/cells/req.received_new.total",
		}},
		{"330683", "admin", map[string]string{"work-people": "/work/o/330683-county/people", "work-trail": "/work/o/330683-county/trail"}},
	} {
		v := site.visit(t)
		if gallery.login != "" {
			v.signIn(gallery.county, gallery.login)
		}
		for name, path := range gallery.pages {
			for _, width := range widths[:2] {
				v.resize(width)
				v.open(path)
				if strings.TrimSpace(v.text("h1")) == "" {
					t.Errorf("%s has no heading", path)
				}
				v.picture(fmt.Sprintf("%s-%d", name, width))
			}
		}
	}
}
