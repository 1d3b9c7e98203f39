package portal_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongkai/internal/web/ui"
	"gongkai/internal/web/ui/htmltest"
)

// crawl follows every local link from start and returns the pages by address.
func (w *world) crawl(start, hostName string) map[string]*html.Node {
	w.t.Helper()
	pages, queue, seen := map[string]*html.Node{}, []string{start}, map[string]bool{start: true}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		answer := w.get(at, "Host", hostName)
		if answer.Code != http.StatusOK {
			w.t.Errorf("GET %s = %d, want 200", at, answer.Code)
			continue
		}
		if !strings.HasPrefix(answer.Header().Get("Content-Type"), "text/html") {
			continue
		}
		doc, err := htmltest.Parse(answer.Body)
		w.check(err)
		pages[at] = doc
		for _, n := range htmltest.Find(doc, "[href]") {
			href, _ := htmltest.Attr(n, "href")
			u, err := url.Parse(href)
			if err != nil {
				w.t.Errorf("%s links to %q: %v", at, href, err)
				continue
			}
			base, err := url.Parse(at)
			w.check(err)
			target := base.ResolveReference(u)
			target.Fragment = ""
			if target.Host == hostName {
				target.Scheme, target.Host = "", ""
			}
			next := target.String()
			if target.Host != "" || target.Scheme != "" || strings.HasPrefix(next, ui.ViewPath) || seen[next] {
				continue
			}
			seen[next] = true
			queue = append(queue, next)
		}
	}
	return pages
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	w := newWorld(t)
	for start, hostName := range map[string]string{"/": host, "/s/tx/": "other.example", "/s/sz/": "other.example"} {
		pages := w.crawl(start, hostName)
		least := 60
		if start == "/s/sz/" {
			least = 15
		}
		if len(pages) < least {
			t.Errorf("pages reached from %s on %s = %d, want at least %d", start, hostName, len(pages), least)
		}
		for at, doc := range pages {
			for _, complaint := range htmltest.Complaints(doc) {
				t.Errorf("%s: %s", at, complaint)
			}
			checkMeta(t, at, doc)
			if start != "/" {
				checkBase(t, at, doc, strings.TrimSuffix(start, "/"))
			}
		}
	}
}

// checkMeta holds every page to its groups of metadata.
func checkMeta(t *testing.T, at string, doc *html.Node) {
	t.Helper()
	meta := map[string]string{}
	for _, n := range htmltest.Find(doc, "meta[name]") {
		name, _ := htmltest.Attr(n, "name")
		meta[name], _ = htmltest.Attr(n, "content")
	}
	want := []string{"SiteName"}
	if strings.Contains(meta["SiteName"], "桐乡") {
		want = append(want, "SiteDomain", "SiteIDCode")
	}
	path, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(at, "/s/tx"), "/s/sz"), "?")
	if path != "/" {
		want = append(want, "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
	}
	parts := strings.Split(strings.Trim(path, "/"), "/") // organs, id, kind, number
	isContent := len(parts) > 3 && parts[0] == "organs"
	if isContent {
		want = append(want, "ArticleTitle", "PubDate", "ContentSource", "Url")
	}
	for _, name := range want {
		if meta[name] == "" {
			t.Errorf("%s has no meta %s", at, name)
		}
	}
	title := htmltest.Text(htmltest.Find(doc, "title")[0])
	if !strings.HasSuffix(title, "_"+meta["SiteName"]) {
		t.Errorf("%s: title = %q, want …_%s", at, title, meta["SiteName"])
	}
	if date := meta["PubDate"]; date != "" && !strings.Contains(htmltest.Text(htmltest.Find(doc, "main")[0]), date) {
		t.Errorf("%s: PubDate %q is not shown", at, date)
	}
	if len(htmltest.Find(doc, "link[rel=canonical]")) != 1 {
		t.Errorf("%s has no canonical address", at)
	}
}

// checkBase finds links that leave the site's place by accident.
func checkBase(t *testing.T, at string, doc *html.Node, base string) {
	t.Helper()
	for _, n := range htmltest.Find(doc, "a[href]") {
		href, _ := htmltest.Attr(n, "href")
		if strings.HasPrefix(href, "/") && !strings.HasPrefix(href, base+"/") && !strings.HasPrefix(href, ui.ViewPath) {
			t.Errorf("%s links to %s outside %s", at, href, base)
		}
	}
}
