package workbench_test

import (
	"encoding/csv"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/web/ui/htmltest"
)

// submit takes the town's report as far as its submission.
func (w *reportWorld) submit() {
	w.t.Helper()
	clerk := w.begin()
	clerk.press(clerk.page(townReport), "全部确认", nil)
	reviewer, signer := w.signIn("reviewer"), w.signIn("signer")
	reviewer.press(reviewer.page(townReport), "校核通过", nil)
	signer.press(signer.page(townReport), "签发", nil)
	w.wantState(annualreport.Submitted, signer.press(signer.page(townReport), "报送主管部门", nil))
}

func organsOn(a answer) string {
	var names []string
	for _, n := range htmltest.Find(a.doc, ".g-list tbody th") {
		names = append(names, strings.Fields(htmltest.Text(n))[0])
	}
	return strings.Join(names, " ")
}

func TestBoardDecidesOverSubmittedReports(t *testing.T) {
	w := newReportWorld(t)
	w.submit()
	supervisor := w.signIn("supervisor")
	const board = "/work/o/county/board/2024"
	a := supervisor.page(board)
	if got := organsOn(a); got != "桐乡市文化局 洲泉镇人民政府" {
		t.Errorf("organs on the board = %q, want the bureau and the town", got)
	}
	for state, want := range map[string]string{
		"missing": "桐乡市文化局", "waiting": "洲泉镇人民政府", "published": "", "late": "", "": "桐乡市文化局 洲泉镇人民政府",
	} {
		if got := organsOn(supervisor.page(board + "?state=" + state)); got != want {
			t.Errorf("board with state %q = %q, want %q", state, got, want)
		}
	}
	if got := organsOn(supervisor.page(board + "?name=" + url.QueryEscape("洲泉"))); got != "洲泉镇人民政府" {
		t.Errorf("board by name = %q, want the town", got)
	}
	refused := supervisor.pressValue(a, "step", "return", url.Values{"note": {""}})
	if refused.status != http.StatusUnprocessableEntity || !strings.Contains(refused.main(), "退回必须写明理由") {
		t.Errorf("return without a reason = %d %s, want 422", refused.status, refused.said())
	}
	stale := supervisor.pressValue(a, "step", "return", url.Values{"note": {"请补充"}, "version": {"1"}})
	if stale.status != http.StatusConflict || !strings.Contains(stale.main(), "请补充") {
		t.Errorf("return of what has moved on = %d %s, want 409 and the reason kept", stale.status, stale.said())
	}
	if n := len(htmltest.Find(a.doc, "main button[value=accept]")); n != 0 {
		t.Errorf("buttons that accept an unread report = %d, want none on the board", n)
	}
	read := htmltest.Find(a.doc, ".is-action a")
	if len(read) != 1 {
		t.Fatalf("links to submitted reports = %d, want 1", len(read))
	}
	href, _ := htmltest.Attr(read[0], "href")
	back := supervisor.press(supervisor.page(href), "审核通过", nil)
	if !strings.Contains(back.main(), "已审核通过") {
		t.Errorf("accept led to %d %s, want a notice", back.status, back.said())
	}
	w.wantState(annualreport.Accepted, back)
	for login, want := range map[string]int{"auditor": http.StatusOK, "clerk": http.StatusNotFound} {
		if got := w.signIn(login).get(board); got.status != want {
			t.Errorf("%s gets the board = %d, want %d", login, got.status, want)
		}
	}
}

func TestRollupSumsAreTraced(t *testing.T) {
	w := newReportWorld(t)
	w.submit()
	supervisor := w.signIn("supervisor")
	const rollup = "/work/o/county/rollup/2024"
	a := supervisor.page(rollup)
	if !strings.Contains(a.main(), "桐乡市文化局") || !strings.Contains(a.main(), "没有计入") {
		t.Errorf("the missing bureau is not named: %s", a.said())
	}
	cells := 0
	for _, n := range htmltest.Find(a.doc, ".g-sheet td a") {
		cells++
		href, _ := htmltest.Attr(n, "href")
		breakdown := supervisor.page(href)
		if !strings.Contains(breakdown.main(), "洲泉镇人民政府") || !strings.Contains(breakdown.main(), "未计入") {
			t.Fatalf("%s names not every organ: %s", href, breakdown.said())
		}
		if cells == 1 {
			own, _ := htmltest.Attr(htmltest.Find(breakdown.doc, "td a")[0], "href")
			if d := supervisor.page(own); !strings.HasPrefix(totalOf(d), htmltest.Text(n)) {
				t.Errorf("the town's records make %q, want %s", totalOf(d), htmltest.Text(n))
			}
		}
	}
	if cells < 20 {
		t.Errorf("sums that lead to their organs = %d, want more than 20", cells)
	}
}

func TestAdjustingAndLockingShowsWhatMoved(t *testing.T) {
	w := newReportWorld(t)
	w.submit()
	supervisor := w.signIn("supervisor")
	const rollup = "/work/o/county/rollup/2024"
	cell := "req.received_new.natural_person"
	unsure := supervisor.press(supervisor.page(rollup), "锁定汇总数", url.Values{"sure": {""}})
	if unsure.status != http.StatusUnprocessableEntity || strings.Contains(supervisor.page(rollup).main(), "锁定后的变化") {
		t.Errorf("locking without the tick = %d %s, want 422 and nothing locked", unsure.status, unsure.said())
	}
	supervisor.press(supervisor.page(rollup), "锁定汇总数", url.Values{"sure": {"1"}})
	for _, tt := range []struct {
		amount, reason, want string
		status               int
	}{
		{"-1", "", "调整数字必须说明原因", http.StatusUnprocessableEntity},
		{"一", "转办", "不是数字", http.StatusUnprocessableEntity},
		{"-1", "一件申请<b>两处</b>登记", "调整已保存", http.StatusOK},
	} {
		a := supervisor.press(supervisor.page(rollup), "保存调整", url.Values{"cell": {cell}, "amount": {tt.amount}, "reason": {tt.reason}})
		if a.status != tt.status || !strings.Contains(a.main(), tt.want) {
			t.Errorf("adjust by %q because %q = %d %s, want %d and %q", tt.amount, tt.reason, a.status, a.said(), tt.status, tt.want)
		}
	}
	a := supervisor.page(rollup)
	if moved := htmltest.Text(htmltest.Find(a.doc, "section[aria-labelledby=moved]")[0]); !strings.Contains(moved, "自然人 3 2") && !strings.Contains(moved, "32") {
		t.Errorf("moved since the lock = %q, want 3 to 2", moved)
	}
	if !strings.Contains(supervisor.page(rollup+"/cells/"+cell).main(), "一件申请<b>两处</b>登记") {
		t.Error("the breakdown does not say why the sum was adjusted")
	}
	if got := w.signIn("auditor").page(rollup); len(htmltest.Find(got.doc, "main form")) != 0 {
		t.Error("an auditor is offered to change the sums")
	}
}

func TestRollupFileHoldsEveryCell(t *testing.T) {
	w := newReportWorld(t)
	w.submit()
	supervisor := w.signIn("supervisor")
	a := supervisor.page("/work/o/county/rollup/2024/cells.csv")
	text, marked := strings.CutPrefix(a.body, "\ufeff")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || !marked || len(rows) != 5 || len(rows[0]) != 202 {
		t.Fatalf("CSV has %d rows and %d columns, mark %v, %v; want head, 2 organs, 2 sums of 200 cells", len(rows), len(rows[0]), marked, err)
	}
	for _, row := range rows[1:3] {
		empty := strings.Join(row[2:], "") == ""
		if (row[0] == "桐乡市文化局") != empty {
			t.Errorf("row of %s is empty: %v; want that of the bureau only", row[0], empty)
		}
	}
	if got := supervisor.get("/work/o/county/rollup/2024/cells.json"); got.status != http.StatusOK {
		t.Errorf("cells.json = %d, want the form that the installation offers", got.status)
	}
	if got := supervisor.page("/work/o/county/rollup/2024/cells.xlsx"); !strings.HasPrefix(got.body, "PK") {
		t.Errorf("cells.xlsx begins with %.4q, want a workbook", got.body)
	}
	if got := supervisor.get("/work/o/county/rollup/2024/cells.pdf"); got.status != http.StatusNotFound {
		t.Errorf("cells.pdf = %d, want 404 where no such form is offered", got.status)
	}
}

func TestSumOfNoReportsIsNotZero(t *testing.T) {
	w := newReportWorld(t)
	supervisor := w.signIn("supervisor")
	a := supervisor.page("/work/o/county/rollup/2024")
	if len(htmltest.Find(a.doc, ".g-sheet td")) != 0 || !strings.Contains(a.main(), "没有合计数") {
		t.Errorf("sums of no reports: %s, want none", a.said())
	}
	if csv := supervisor.page("/work/o/county/rollup/2024/cells.csv"); strings.Contains(csv.body, "合计,") {
		t.Errorf("the file sums no reports up: %.200s", csv.body)
	}
}

func TestFiguresOfARegionNameTheirOrgans(t *testing.T) {
	w := newReportWorld(t)
	w.submit()
	clerk, auditor := w.signIn("county"), w.signIn("auditor")
	clerk.press(clerk.page("/work/o/county/reports"), "开始编制", url.Values{"year": {"2024"}})
	links := htmltest.Find(clerk.page("/work/o/county/reports/2024").doc, ".g-sheet td a")
	if len(links) < 20 {
		t.Fatalf("cells of the region that lead somewhere = %d, want more than 20", len(links))
	}
	for _, n := range links {
		href, _ := htmltest.Attr(n, "href")
		if a := clerk.page(href); !strings.HasPrefix(totalOf(a), htmltest.Text(n)) || !strings.Contains(a.main(), "合计0") {
			t.Errorf("%s: total = %q, want that of the region, %s, and 0 of its own", href, totalOf(a), htmltest.Text(n))
		}
	}
	href, _ := htmltest.Attr(links[0], "href")
	byOrgan := htmltest.Find(auditor.page(href).doc, "p.g-notice a")
	if len(byOrgan) != 1 {
		t.Fatal("an auditor is not led from a figure of the region to its organs")
	}
	href, _ = htmltest.Attr(byOrgan[0], "href")
	if a := auditor.page(href); !strings.Contains(a.main(), "洲泉镇人民政府") {
		t.Errorf("%s = %s, want the town", href, a.said())
	}
}
