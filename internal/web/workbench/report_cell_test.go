package workbench_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/web/ui/htmltest"
)

const bureauReport = "/work/o/bureau/reports/2024"

// beginUnknown opens the report of the bureau, whose registers were not kept.
func (w *reportWorld) beginUnknown() *reportUser {
	w.t.Helper()
	clerk := w.signIn("bureau")
	clerk.press(clerk.page("/work/o/bureau/reports"), "开始编制", url.Values{"year": {"2024"}})
	return clerk
}

func TestUnknownIsNeverShownAsZero(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.beginUnknown()
	cells := htmltest.Find(clerk.page(bureauReport).doc, ".g-sheet td")
	if len(cells) != 200 {
		t.Fatalf("cells = %d, want 200", len(cells))
	}
	for _, n := range cells {
		links := htmltest.Find(n, "a")
		if htmltest.Text(n) != "未知" || len(links) != 1 {
			t.Fatalf("an unknown cell reads %q with %d links, want 未知 and the way to enter it", htmltest.Text(n), len(links))
		}
		href, _ := htmltest.Attr(links[0], "href")
		if !strings.HasPrefix(href, bureauReport+"/cells/") {
			t.Fatalf("an unknown cell leads to %s", href)
		}
	}
	if a := clerk.page(bureauReport + "/figures/req.granted.natural_person"); totalOf(a) != "未知" {
		t.Errorf("drill-down of an unknown cell = %q, want 未知", totalOf(a))
	}
	if a := clerk.page(bureauReport + "/figures/req.denied.total"); totalOf(a) != "未知" {
		t.Errorf("drill-down of an unknown sum = %q, want 未知", totalOf(a))
	}
	for _, address := range []string{"/work/o/bureau/history?figure=req.granted.total", "/work/o/bureau/history/all"} {
		for _, n := range htmltest.Find(clerk.page(address).doc, "td") {
			if htmltest.Text(n) == "0" {
				t.Errorf("%s shows 0 for what is unknown", address)
			}
		}
	}
}

func TestCellIsTypedWithItsSource(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.beginUnknown()
	address := bureauReport + "/cells/licence_decisions"
	tests := []struct{ value, reason, want string }{
		{"28件", "审批系统", "单位"}, {"二十八", "审批系统", ""}, {"28", " ", "必须说明来源"}, {"-1", "审批系统", ""},
	}
	for _, tt := range tests {
		a := clerk.pressValue(clerk.page(address), "do", "enter", url.Values{"value": {tt.value}, "reason": {tt.reason}})
		value, _ := htmltest.Attr(htmltest.Find(a.doc, "input[name=value]")[0], "value")
		if a.status != http.StatusUnprocessableEntity || value != tt.value || !strings.Contains(a.main(), tt.want) {
			t.Errorf("enter %q = %d with %q kept, want 422 and %q\n%s", tt.value, a.status, value, tt.want, a.said())
		}
	}
	a := clerk.pressValue(clerk.page(address), "do", "enter", url.Values{"value": {"２８"}, "reason": {"审批系统<i>报表"}})
	if a.path != bureauReport || !strings.Contains(a.main(), "已填写") {
		t.Fatalf("enter 28 = %d %s", a.status, a.said())
	}
	link := htmltest.Find(a.doc, "td a[href="+address+"]")
	if len(link) != 1 || htmltest.Text(link[0]) != "28" {
		t.Errorf("the typed cell leads %d times to its entry, want once as 28", len(link))
	}
	a = clerk.pressValue(clerk.page(address), "do", "drop", nil)
	if link := htmltest.Find(a.doc, "td a[href="+address+"]"); len(link) != 1 || htmltest.Text(link[0]) != "未知" {
		t.Errorf("the cell that was taken back does not read 未知: %s", a.said())
	}
}

func TestCellOfTheRegisterIsNotTyped(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	address := townReport + "/cells/licence_decisions"
	a := clerk.page(address)
	if len(htmltest.Find(a.doc, "input[name=value]")) != 0 || !strings.Contains(a.main(), "由登记簿得出") {
		t.Errorf("a cell of the register can be typed: %s", a.said())
	}
	token, _ := htmltest.Attr(htmltest.Find(clerk.page("/work/account").doc, "input[name=token]")[0], "value")
	got := clerk.post(address, url.Values{"token": {token}, "version": {"2"}, "value": {"99"}, "reason": {"x"}, "do": {"enter"}})
	if got.status != http.StatusConflict || len(w.report().Entries) != 0 {
		t.Errorf("typing over the register = %d, want 409", got.status)
	}
}
