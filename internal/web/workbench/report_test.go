package workbench_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/web/ui/htmltest"
)

const townReport = "/work/o/town/reports/2024"

// begin opens the town's report of 2024 as its clerk.
func (w *reportWorld) begin() *reportUser {
	w.t.Helper()
	clerk := w.signIn("clerk")
	opened := clerk.press(clerk.page("/work/o/town/reports"), "开始编制", url.Values{"year": {"2024"}})
	if opened.status != http.StatusOK || opened.path != townReport {
		w.t.Fatalf("opening 2024 led to %d %s, want its page\n%s", opened.status, opened.path, opened.said())
	}
	return clerk
}

// state is checked after every press.
func (w *reportWorld) wantState(want annualreport.State, a answer) {
	w.t.Helper()
	if got := w.report().State; got != want {
		w.t.Fatalf("state = %s, want %s\n%d %s", got, want, a.status, a.said())
	}
}

func TestReportGoesFromDraftToCorrection(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	page := clerk.press(clerk.page(townReport), "全部确认", nil)
	if strings.Contains(page.main(), "还有") || !strings.Contains(page.main(), "登记簿已全部确认") {
		t.Errorf("after attesting all: %s, want no register left", page.said())
	}
	reviewer, signer, supervisor := w.signIn("reviewer"), w.signIn("signer"), w.signIn("supervisor")
	w.wantState(annualreport.Checked, reviewer.press(reviewer.page(townReport), "校核通过", nil))
	w.wantState(annualreport.Signed, signer.press(signer.page(townReport), "签发", nil))
	w.wantState(annualreport.Submitted, clerk.press(clerk.page(townReport), "报送主管部门", nil))

	page = supervisor.page(townReport)
	refused := supervisor.press(page, "退回修改", url.Values{"note": {"  "}})
	if refused.status != http.StatusUnprocessableEntity || !strings.Contains(refused.main(), "退回必须写明理由") {
		t.Errorf("return without a reason = %d, want 422 and the sentence", refused.status)
	}
	w.wantState(annualreport.Returned, supervisor.press(page, "退回修改", url.Values{"note": {"第一章<b>没有写清"}}))
	page = clerk.page(townReport)
	if !strings.Contains(page.main(), "第一章<b>没有写清") {
		t.Error("the clerk does not see the reason of the return")
	}
	w.wantState(annualreport.Draft, clerk.press(page, "开始修改", nil))
	w.wantState(annualreport.Checked, reviewer.press(reviewer.page(townReport), "校核通过", nil))
	w.wantState(annualreport.Signed, signer.press(signer.page(townReport), "签发", nil))
	w.wantState(annualreport.Submitted, signer.press(signer.page(townReport), "报送主管部门", nil))
	w.wantState(annualreport.Accepted, supervisor.press(supervisor.page(townReport), "审核通过", nil))
	w.wantState(annualreport.Published, clerk.press(clerk.page(townReport), "发布", nil))
	if done := htmltest.Find(clerk.page(townReport).doc, ".g-steps li.is-done"); len(done) != 6 {
		t.Errorf("steps done after publishing = %d, want 6", len(done))
	}

	a := clerk.press(clerk.page(townReport), "更正报告", url.Values{"note": {"更正培训次数"}})
	w.wantState(annualreport.Draft, a)
	if r := w.report(); r.Edition != 2 || r.CorrectionNote != "更正培训次数" {
		t.Errorf("correction = edition %d %q, want 2 with its note", r.Edition, r.CorrectionNote)
	}
}

func TestStepsAreForbiddenByRole(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	clerk.press(clerk.page(townReport), "全部确认", nil)
	tests := []struct {
		login, step string
		want        int
	}{
		{"clerk", "check", http.StatusForbidden},
		{"clerk", "sign", http.StatusForbidden},
		{"reviewer", "sign", http.StatusForbidden},
		{"signer", "check", http.StatusForbidden},
		{"supervisor", "draw_up", http.StatusForbidden},
		{"auditor", "check", http.StatusForbidden},
		{"reviewer", "submit", http.StatusForbidden},
		{"clerk", "accept", http.StatusForbidden},
		{"bureau", "check", http.StatusNotFound},
		{"supervisor", "accept", http.StatusConflict},
		{"signer", "sign", http.StatusConflict},
		{"clerk", "publish", http.StatusConflict},
		{"clerk", "seal", http.StatusUnprocessableEntity},
		{"admin", "check", http.StatusForbidden},
	}
	users := map[string]*reportUser{"clerk": clerk}
	for _, tt := range tests {
		if users[tt.login] == nil {
			users[tt.login] = w.signIn(tt.login)
		}
		u := users[tt.login]
		token, _ := htmltest.Attr(htmltest.Find(u.page("/work/account").doc, "input[name=token]")[0], "value")
		got := u.post(townReport+"/steps", url.Values{"token": {token}, "version": {"3"}, "step": {tt.step}, "note": {"x"}})
		if got.status != tt.want {
			t.Errorf("%s takes %s = %d, want %d\n%s", tt.login, tt.step, got.status, tt.want, got.said())
		}
	}
	if s := w.report().State; s != annualreport.Draft {
		t.Errorf("state = %s, want draft", s)
	}
	forged := clerk.post(townReport+"/steps", url.Values{"version": {"3"}, "step": {"check"}})
	if forged.status != http.StatusForbidden {
		t.Errorf("a step without the token = %d, want 403", forged.status)
	}
}

func TestPagesAreOnlyForThoseWhoMayReadThem(t *testing.T) {
	w := newReportWorld(t)
	w.begin()
	pages := []string{"", "/sections/overview.proactive", "/cells/req.granted.natural_person", "/figures/item.total", "/report.json"}
	for _, u := range []struct {
		login string
		want  int
	}{{"auditor", 200}, {"reviewer", 200}, {"bureau", 404}, {"admin", 403}} {
		user := w.signIn(u.login)
		for _, page := range pages {
			if got := user.get(townReport + page); got.status != u.want {
				t.Errorf("%s gets %s = %d, want %d", u.login, page, got.status, u.want)
			}
		}
	}
}

func TestOpeningRefusesYearsThatCannotBe(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.signIn("clerk")
	tests := []struct{ year, want string }{
		{"2026", "2026年还没有到"}, {"2009", "在2009年还没有成立"}, {"二〇二四", "不是年份"}, {"1990", "没有1990年适用的"}, {"", "不是年份"},
	}
	for _, tt := range tests {
		a := clerk.press(clerk.page("/work/o/town/reports"), "开始编制", url.Values{"year": {tt.year}})
		field, _ := htmltest.Attr(htmltest.Find(a.doc, "input[name=year]")[0], "value")
		if a.status != http.StatusUnprocessableEntity || !strings.Contains(a.main(), tt.want) || field != tt.year {
			t.Errorf("open %q = %d with %q kept\n%s\nwant 422 and %q", tt.year, a.status, field, a.main(), tt.want)
		}
	}
}

func TestZeroReportTakesFewClicks(t *testing.T) {
	w := newEmptyReportWorld(t)
	clerk := w.begin()
	a := clerk.page(townReport)
	if !strings.Contains(a.main(), "确认后即为零报告") {
		t.Fatalf("an empty year does not say that it is a report of zeros: %s", a.said())
	}
	clerk.press(a, "全部确认", nil)
	reviewer, signer := w.signIn("reviewer"), w.signIn("signer")
	reviewer.press(reviewer.page(townReport), "校核通过", nil)
	a = signer.press(signer.page(townReport), "签发", nil)
	w.wantState(annualreport.Submitted, signer.press(a, "报送主管部门", nil))
	for _, n := range htmltest.Find(signer.page(townReport).doc, ".g-sheet td") {
		if htmltest.Text(n) != "0" {
			t.Errorf("a cell of the report of zeros reads %q, want 0", htmltest.Text(n))
		}
	}
}

func TestVerifyNamesWhatChanged(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	clerk.press(clerk.page(townReport), "全部确认", nil)
	reviewer, signer := w.signIn("reviewer"), w.signIn("signer")
	reviewer.press(reviewer.page(townReport), "校核通过", nil)
	signer.press(signer.page(townReport), "签发", nil)
	sum := sha256.Sum256([]byte(clerk.page(townReport + "/report.json").body))
	if hash := hex.EncodeToString(sum[:]); !strings.Contains(clerk.page(townReport).main(), hash) {
		t.Errorf("the file of the sealed report has the hash %s, which its page does not show", hash)
	}
	if a := clerk.page(townReport + "/verify"); !strings.Contains(a.main(), "一致：") || len(htmltest.Find(a.doc, "table.g-list")) != 0 {
		t.Errorf("verify a fresh seal: %s, want no difference", a.said())
	}
	w.put("training", map[string]string{"number": "训9", "held_on": "2024-05-15", "subject": "补登的培训", "attendees": "5"})
	a := clerk.page(townReport + "/verify")
	for _, want := range []string{"不一致", "培训次数", "训9", "新增", "补登", "人员clerk"} {
		if !strings.Contains(a.main(), want) {
			t.Errorf("verify after a late record lacks %q\n%s", want, a.said())
		}
	}
	if texts := htmltest.Find(a.doc, "a[href="+townReport+"#section-overview.safeguard]"); len(texts) == 0 {
		t.Error("verify does not name the section whose numbers changed")
	}
}

func TestDownloadMarksDraftsAndSaysWhyNot(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	a := clerk.page(townReport + "/report.json")
	if !strings.Contains(a.body, "草稿，未签发") || !strings.Contains(a.body, `"draft":true`) {
		t.Errorf("draft file = %.300s, want it marked", a.body)
	}
	if d := a.header.Get("Content-Disposition"); !strings.HasPrefix(d, "attachment") {
		t.Errorf("Content-Disposition = %q, want an attachment", d)
	}
	for _, file := range []string{"report.exe", "report.", "x.json", "report.json.json"} {
		if got := clerk.get(townReport + "/" + file); got.status != http.StatusNotFound {
			t.Errorf("GET %s = %d, want 404", file, got.status)
		}
	}
	w.exported = fault.Refuse(fault.Invalid, "section-too-long", "", "limit", "5")
	if got := clerk.get(townReport + "/report.json"); got.status != http.StatusUnprocessableEntity || !strings.Contains(got.main(), "这一部分超过5个字") {
		t.Errorf("a document that cannot be written = %d %s, want 422 and its sentence", got.status, got.said())
	}
}
