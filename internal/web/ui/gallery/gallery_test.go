package gallery

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongkai/internal/web/ui"
	"gongkai/internal/web/ui/htmltest"
)

// server serves this package's samples.
func server(t *testing.T) *httptest.Server {
	t.Helper()
	assets, err := ui.NewAssets("")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := Templates()
	if err != nil {
		t.Fatal(err)
	}
	rd, err := ui.NewRenderer(assets, pages)
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(New(rd, assets, func(v ui.View) []Sample {
		samples, err := Samples(v)
		if err != nil {
			t.Errorf("Samples(%v) = %v, want no error", v, err)
		}
		return samples
	}))
	t.Cleanup(srv.Close)
	return srv
}

func TestEverySampleIsASoundPageInEveryView(t *testing.T) {
	srv := server(t)
	samples, err := Samples(ui.View{})
	if err != nil {
		t.Fatal(err)
	}
	for _, view := range []string{"sm.blue", "md.blue", "lg.red", "md.blue.elder"} {
		for _, s := range samples {
			doc := page(t, srv.URL+"/"+s.Name, view)
			for _, complaint := range htmltest.Complaints(doc) {
				t.Errorf("%s in view %s: %s", s.Name, view, complaint)
			}
		}
	}
}

func TestComponentsAreDrawn(t *testing.T) {
	srv := server(t)
	tests := []struct {
		page, selector string
		want           int
	}{
		{"list", "meta[name=SiteIDCode]", 1},
		{"list", "nav.g-tree li.is-open a[aria-current=page]", 1},
		{"list", "details.g-fold summary", 1},
		{"list", "section.g-quick a.g-btn", 2},
		{"list", "form.g-filter select", 4},
		{"list", "table.g-list tbody th[scope=row] a", 8},
		{"list", "td.is-state span.g-badge.is-good", 6},
		{"list", "nav.g-pager a[rel=next]", 1},
		{"list", "link[type=application/atom+xml]", 1},
		{"list-empty", "div.g-empty a", 2},
		{"list-empty", "nav.g-pager", 0},
		{"item", "dl.g-defs dt", 8},
		{"item", "meta[name=PubDate]", 1},
		{"item", "meta[name=Author]", 0},
		{"report", "a.chip[title]", 2},
		{"report", "div[role=region][tabindex=0] table.g-sheet", 4},
		{"report", "table#requests th[scope=colgroup]", 3},
		{"report", "table#requests th[rowspan=4]", 1},
		{"report", "table#requests td[headers] a", 49},
		{"report", "figure.g-chart svg desc", 2},
		{"report", "figure.g-chart polyline", 3},
		{"form", "div.g-errors a[href=#f-apply-name]", 1},
		{"form", "input#f-apply-name[aria-invalid=true][aria-describedby=f-apply-name-error]", 1},
		{"form", "input#f-apply-since[type=text]", 1},
		{"form", "form[enctype=multipart/form-data] input[name=token]", 1},
		{"desk", "nav.g-work-nav a[aria-current=page] span.g-count", 1},
		{"desk", "div.g-notice[role=status]", 2},
		{"desk", "table.g-list tr.is-bad", 1},
		{"desk", "progress[max=1280]", 1},
		{"draft", "ol.g-steps li[aria-current=step]", 1},
		{"draft", "section.g-findings li.is-bad", 1},
		{"draft", "section.g-findings p.g-findings-none", 1},
		{"sign-in", "input[type=password][autocomplete=current-password]", 1},
		{"sign-in", "nav.g-work-nav", 0},
	}
	for _, tt := range tests {
		doc := page(t, srv.URL+"/"+tt.page, "")
		if got := len(htmltest.Find(doc, tt.selector)); got != tt.want {
			t.Errorf("%s: %d of %s, want %d", tt.page, got, tt.selector, tt.want)
		}
	}
}

func TestAnAddressWithoutASampleShowsTheProblemPage(t *testing.T) {
	res, err := http.Get(server(t).URL + "/nothing")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	doc, err := htmltest.Parse(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusNotFound || len(htmltest.Find(doc, "div.g-problem a.g-btn")) != 1 {
		t.Errorf("GET /nothing = %d %s, want 404 and a way on", res.StatusCode, htmltest.Text(doc))
	}
	for _, complaint := range htmltest.Complaints(doc) {
		t.Error(complaint)
	}
}

// TestHeadCellsOfTableThree reads one data cell as a screen reader does.
func TestHeadCellsOfTableThree(t *testing.T) {
	doc := page(t, server(t).URL+"/report", "")
	cells := htmltest.Find(doc, "table#requests tbody tr td")
	headers, _ := htmltest.Attr(cells[5*7+1], "headers") // sixth data row, 商业企业
	var said []string
	for _, id := range strings.Fields(headers) {
		for _, head := range htmltest.Find(doc, "th#"+id) {
			said = append(said, htmltest.Text(head))
		}
	}
	want := "申请人情况 法人或其他组织 商业企业 三、本年度办理结果 （三）不予公开 2.其他法律行政法规禁止公开"
	if got := strings.Join(said, " "); got != want {
		t.Errorf("heads of the cell = %q, want %q", got, want)
	}
}

func page(t *testing.T, address, view string) *html.Node {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if view != "" {
		req.AddCookie(&http.Cookie{Name: ui.ViewCookie, Value: view})
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	doc, err := htmltest.Parse(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusOK {
		t.Fatalf("GET %s = %d, want 200: %s", address, res.StatusCode, htmltest.Text(doc))
	}
	return doc
}
