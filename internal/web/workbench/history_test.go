package workbench_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/web/ui/htmltest"
)

func TestHistoryFollowsOneFigure(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	for _, year := range []string{"2023", "2019"} {
		clerk.press(clerk.page("/work/o/town/reports"), "开始编制", url.Values{"year": {year}})
	}
	a := clerk.page("/work/o/town/history?figure=req.received_new.natural_person")
	rows := []string{}
	for _, n := range htmltest.Find(a.doc, ".g-list tbody tr") {
		cells := htmltest.Find(n, "td")
		rows = append(rows, htmltest.Text(htmltest.Find(n, "th")[0])+" "+htmltest.Text(cells[0])+" "+htmltest.Text(cells[1]))
	}
	// Registers are kept since 2020: what came before is unknown, and a gap in the drawing.
	if got, want := strings.Join(rows, "; "), "2019年 未知 —; 2023年 1 —; 2024年 3 +2"; got != want {
		t.Errorf("history = %q, want %q", got, want)
	}
	if dots := htmltest.Find(a.doc, "svg circle"); len(dots) != 2 {
		t.Errorf("values drawn = %d, want the 2 that are known", len(dots))
	}
	if got := clerk.get("/work/o/town/history?figure=%3Cscript%3E"); got.status != http.StatusNotFound {
		t.Errorf("history of nothing = %d, want 404", got.status)
	}
	all := clerk.page("/work/o/town/history/all")
	for _, want := range []string{"2019年", "未知", "—", "2019年格式"} {
		if !strings.Contains(all.main(), want) {
			t.Errorf("the table of all figures lacks %q", want)
		}
	}
	links := htmltest.Find(all.doc, ".g-sheet th a")
	if len(links) == 0 {
		t.Fatal("the table of all figures links to none of them")
	}
	href, _ := htmltest.Attr(links[0], "href")
	if got := clerk.get(href); got.status != http.StatusOK {
		t.Fatalf("%s = %d, want the figure's years", href, got.status)
	}
}

func TestHistoryWithoutReports(t *testing.T) {
	w := newEmptyReportWorld(t)
	clerk := w.signIn("clerk")
	for _, address := range []string{"/work/o/town/history", "/work/o/town/history/all"} {
		if a := clerk.page(address); !strings.Contains(a.main(), "还没有年度报告") {
			t.Errorf("%s = %s, want that there is none", address, a.said())
		}
	}
}
