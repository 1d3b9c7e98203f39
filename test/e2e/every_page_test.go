package e2e

import (
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every page is walked to over the links that a visitor has, in the ordinary view
// and in that for the elderly. None scrolls sideways at the width of a desktop or of
// a phone, and axe finds no barrier.
func TestEveryPage(t *testing.T) {
	t.Parallel()
	site := serve(t)
	looked := map[string]int{}
	for _, walk := range []struct {
		name, county, login string
		from                []string
	}{
		{"portal", "330483", "", []string{"/", "/s/330483/", "/s/330483/search?q=征收", "/s/330483/organs/330483-town/items?q=没有这个词"}},
		{"clerk", "330483", "town-clerk", []string{"/work/", townReport + "/sections/overview.results"}},
		{"supervisor", "330683", "supervisor", []string{"/work/"}},
		{"admin", "330683", "admin", []string{"/work/"}},
	} {
		t.Run(walk.name, func(t *testing.T) {
			v := site.visit(t)
			if walk.login != "" {
				v.signIn(walk.county, walk.login)
			}
			if walk.name == "supervisor" { // while it is read, its page has nothing to examine
				v.open("/work/o/330683-county/collections")
				v.click("2022年度镇街年报（演示）")
				v.awaits("各份年报")
			}
			w := &walker{visitor: v, shapes: map[string]int{}, opened: map[string]bool{}, seen: map[string]bool{}, visits: map[string]int{}, looked: looked, found: map[string]string{}, queue: walk.from}
			w.walk()
			t.Logf("%d pages opened, %d of %d kinds examined", len(w.opened), len(w.seen), len(w.shapes))
			v.open("/view?elder=1&back=/")
			clear(w.shapes)
			for _, path := range slices.Sorted(maps.Keys(w.seen)) {
				if w.shapes[shapeOf(path, true)] < elderPerShape {
					v.open(path)
					w.examine(path, "elder view")
				}
			}
		})
	}
}

// walker goes from page to page.
type walker struct {
	*visitor
	shapes map[string]int // how many pages of a shape were examined for barriers
	opened map[string]bool
	seen   map[string]bool   // opened and examined
	visits map[string]int    // how many pages of a shape this visitor opened
	looked map[string]int    // how many pages of a shape were examined, by anybody
	found  map[string]string // the page that had the link
	queue  []string
}

// Pages of one shape differ in nothing but what stands in them: a few are enough.
// Registers have shapes of their own, except where one of all of them is enough.
const (
	walkedPerShape   = 2
	lookedPerShape   = 1
	elderPerShape    = 2
	examinedPerShape = 1
)

func (w *walker) walk() {
	w.t.Helper()
	for len(w.queue) > 0 {
		path := w.queue[0]
		w.queue = w.queue[1:]
		shape := shapeOf(path, false)
		if w.opened[path] || w.visits[shape] >= walkedPerShape {
			continue
		}
		w.visits[shape]++
		w.opened[path] = true
		w.turn("open "+path, goTo(w.visitor, path))
		if w.status != 200 {
			w.t.Errorf("%s has a link to %s, which has status %d", w.found[path], path, w.status)
			continue
		}
		if w.looked[shape] < lookedPerShape {
			w.looked[shape]++
			w.seen[path] = true
			w.examine(path, "ordinary view")
		}
		for _, href := range w.hrefs("a[href]") {
			next := absolute(w.t, w.site.address+path, href)
			if walkable(next) {
				w.queue = append(w.queue, next)
				w.found[next] = path
			}
		}
	}
}

// walkable tells pages of ours from files, switches and other sites.
func walkable(path string) bool {
	u, err := url.Parse(path)
	return err == nil && strings.HasPrefix(path, "/") && u.Path != "/view" && !file.MatchString(u.Path)
}

var (
	file      = regexp.MustCompile(`\.(pdf|docx|xlsx|csv|json|atom|xml|txt|zip)$|/export/|/template$|/original$`)
	organID   = regexp.MustCompile(`\d{6}-[a-z]+`)
	year      = regexp.MustCompile(`/\d{4}\b`)
	ledger    = regexp.MustCompile(`/registers/\w+`)
	one       = regexp.MustCompile(`/(items|documents|rules|sections|figures|cells|imports|people)/.+`)
	siteID    = regexp.MustCompile(`^/s/\d{6}`)
	batch     = regexp.MustCompile(`/collections/\w{26}(/files/\d+)?`)
	parameter = regexp.MustCompile(`=[^&]*`)
)

// shapeOf is an address without what tells pages of one kind apart. Lists and forms
// of registers differ in their columns, and count as of one kind where told so.
func shapeOf(path string, anyLedger bool) string {
	shape := organID.ReplaceAllString(path, "{organ}")
	shape = year.ReplaceAllString(shape, "/{year}")
	if anyLedger {
		shape = ledger.ReplaceAllString(shape, "/registers/{register}")
	}
	shape, query, _ := strings.Cut(shape, "?")
	shape = siteID.ReplaceAllString(shape, "/{site}")
	shape = batch.ReplaceAllStringFunc(shape, func(path string) string {
		if strings.Contains(path, "/files/") {
			return "/collections/{collection}/files/{file}"
		}
		return "/collections/{collection}"
	})
	shape = one.ReplaceAllString(shape, "/$1/{one}")
	return shape + "?" + parameter.ReplaceAllString(query, "")
}

// widths are those of a desktop, of a common phone and of a small one.
var widths = []int64{1280, 390, 360}

// examine looks at the page that is open at every width.
func (w *walker) examine(path, view string) {
	w.t.Helper()
	shape := shapeOf(path, true)
	w.shapes[shape]++
	for _, width := range widths {
		w.resize(width)
		place := fmt.Sprintf("%s, %s, %d px", path, view, width)
		w.fits(place, width)
		if w.shapes[shape] <= examinedPerShape && width != 360 {
			w.openToAll(place)
		}
	}
}
