package workbench_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/web/ui/htmltest"
)

// totalOf is the total that a drill-down states, its records (or what it sums of
// them is left to the caller) and its parts.
func totalOf(a answer) string {
	for _, n := range htmltest.Find(a.doc, ".g-head p b") {
		return htmltest.Text(n)
	}
	return ""
}

func TestEveryCellLeadsToItsRecords(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	linked := 0
	for _, n := range htmltest.Find(clerk.page(townReport).doc, ".g-sheet td") {
		shown := htmltest.Text(n)
		links := htmltest.Find(n, "a")
		if shown == "0" {
			if len(links) != 0 {
				t.Errorf("a cell of 0 leads to records")
			}
			continue
		}
		if len(links) != 1 {
			t.Errorf("the cell %q leads nowhere", shown)
			continue
		}
		linked++
		href, _ := htmltest.Attr(links[0], "href")
		a := clerk.page(href)
		if total := totalOf(a); !strings.HasPrefix(total, shown) {
			t.Errorf("%s: total = %q, want that of the cell, %s", href, total, shown)
		}
		if counted := recordsBehind(clerk, a); counted != shown {
			t.Errorf("%s: records make %s, want %s", href, counted, shown)
		}
		if strings.Contains(a.body, "王某保密") {
			t.Errorf("%s shows an applicant's name", href)
		}
	}
	if linked < 20 {
		t.Errorf("cells that lead to records = %d, want more than 20", linked)
	}
}

// recordsBehind adds up the records of every part: one each, or the summed field.
func recordsBehind(u *reportUser, first answer) string {
	pages := []answer{first}
	for _, n := range htmltest.Find(first.doc, "nav[aria-label=数字的各部分] a") {
		href, _ := htmltest.Attr(n, "href")
		pages = append(pages, u.page(href))
	}
	sum := 0.0
	for _, a := range pages {
		column := ""
		for _, n := range htmltest.Find(a.doc, ".g-defs dd") {
			if _, after, ok := strings.Cut(htmltest.Text(n), "把各条记录的“"); ok {
				column, _, _ = strings.Cut(after, "”")
			}
		}
		for _, row := range htmltest.Find(a.doc, ".g-list tbody tr") {
			if column == "" {
				sum++
			}
			for _, cell := range htmltest.Find(row, "td") {
				if label, _ := htmltest.Attr(cell, "data-label"); label == column && column != "" {
					n, _ := strconv.ParseFloat(htmltest.Text(cell), 64)
					if strings.Contains(column, "元") {
						n /= 10000
					}
					sum += n
				}
			}
		}
	}
	return strconv.FormatFloat(sum, 'f', -1, 64)
}

func TestChipsLeadToRecords(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	chips := htmltest.Find(clerk.page(townReport).doc, "a.chip")
	if len(chips) < 10 {
		t.Fatalf("chips that lead somewhere = %d, want more than 10", len(chips))
	}
	for _, n := range chips {
		href, _ := htmltest.Attr(n, "href")
		title, _ := htmltest.Attr(n, "title")
		a := clerk.get(href)
		if a.status != http.StatusOK || title == "" {
			t.Errorf("the chip %q (%s) leads to %d %s", htmltest.Text(n), title, a.status, href)
			continue
		}
		if total := totalOf(a); !strings.HasPrefix(total, htmltest.Text(n)) {
			t.Errorf("%s: total = %q, want that of the chip, %s", href, total, htmltest.Text(n))
		}
	}
}

func TestRecordsBehindAreWalkedByKey(t *testing.T) {
	w := newEmptyReportWorld(t)
	for i := range 120 {
		w.put("disclosure_item", map[string]string{
			"number": fmt.Sprintf("A/%03d", i), "title": "<i>公示</i>", "class": "information",
			"channel": "platform", "category": "notice", "published_on": "2024-05-06",
		})
	}
	clerk := w.begin()
	seen, address := map[string]bool{}, townReport+"/figures/item.total"
	for address != "" {
		a := clerk.page(address)
		address = ""
		for _, n := range htmltest.Find(a.doc, ".g-list tbody th a") {
			seen[htmltest.Text(n)] = true
			href, _ := htmltest.Attr(n, "href")
			if want := "/work/o/town/registers/disclosure_item/record?number=" + url.QueryEscape(htmltest.Text(n)); href != want {
				t.Errorf("a record leads to %s, want %s", href, want)
			}
		}
		for _, n := range htmltest.Find(a.doc, "a[rel=next]") {
			address, _ = htmltest.Attr(n, "href")
		}
		if len(htmltest.Find(a.doc, ".g-list i")) != 0 {
			t.Error("a title became markup")
		}
	}
	if len(seen) != 120 {
		t.Errorf("records walked = %d, want 120", len(seen))
	}
}

func TestDrilldownRefusesWhatHasNoRecords(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	tests := []struct {
		path string
		want int
	}{
		{"/figures/req.denied.total", http.StatusOK},
		{"/figures/review.total+suit_direct.total", http.StatusOK},
		{"/figures/last.item.total+item.total", http.StatusOK},
		{"/figures/no.such", http.StatusNotFound},
		{"/figures/item.total?part=7", http.StatusNotFound},
		{"/figures/item.total?part=-1", http.StatusNotFound},
		{"/figures/item.total?part=x", http.StatusNotFound},
		{"/figures/%3Cscript%3E", http.StatusNotFound},
		{"/figures/item.total?after=%00'%20OR%201=1", http.StatusOK},
	}
	for _, tt := range tests {
		if got := clerk.get(townReport + tt.path); got.status != tt.want {
			t.Errorf("GET %s = %d, want %d\n%s", tt.path, got.status, tt.want, got.said())
		}
	}
}
