package workbench

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/register"
	"gongkai/internal/web/ui/htmltest"
)

const requests = townPages + "/registers/request"

func TestARecordFromFormToTrail(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	b.get(requests).want(http.StatusOK, "还没有登记")
	form := b.get(requests+"/new").want(http.StatusOK, "登记编号", "例如：张某某", "联合申请的")
	if got := form.value("number"); got != "2025-001" {
		t.Errorf("suggested number = %q, want 2025-001", got)
	}
	a := b.post(requests+"/new", requestForm("2025-001"))
	if want := requests + "/record" + numberQuery("2025-001"); a.status != http.StatusSeeOther || a.location != want {
		t.Fatalf("saving leads to %d %q, want 303 %q", a.status, a.location, want)
	}
	// 3 January 2025 is a Friday; 20 working days later, with the make-up Sunday and over the Spring Festival, is 7 February.
	b.get(a.location).want(http.StatusOK, "已登记政府信息公开申请 2025-001", "张某某", "最迟2025年2月7日答复，还剩15个工作日", "登记")
	if got := b.get(requests + "/new").value("number"); got != "2025-002" {
		t.Errorf("next number = %q, want 2025-002", got)
	}
	b.get(requests).want(http.StatusOK, "某地块征收补偿方案", "共1条")
	b.get(requests+"?year=2024").want(http.StatusOK, "没有符合条件的记录")
	b.get(requests+"?term="+url.QueryEscape("征收")).want(http.StatusOK, "2025-001")

	edit := b.get(requests + "/edit" + numberQuery("2025-001")).want(http.StatusOK)
	changed := requestForm("2025-001")
	changed.Set("_version", edit.value("_version"))
	changed.Set("decided_on", "2025-01-09")
	changed.Set("outcome", "G2")
	b.post(requests+"/edit"+numberQuery("2025-001"), changed).want(http.StatusSeeOther)
	b.get(requests+"/record"+numberQuery("2025-001")).want(http.StatusOK, "答复日期：（空） → 2025-01-09")

	b.get(requests+"/void"+numberQuery("2025-001")).want(http.StatusOK, "作废原因")
	b.post(requests+"/void"+numberQuery("2025-001"), url.Values{"_version": {"2"}, "reason": {" "}}).want(http.StatusUnprocessableEntity, "必须说明原因")
	b.post(requests+"/void"+numberQuery("2025-001"), url.Values{"_version": {"2"}, "reason": {"重复登记"}}).want(http.StatusSeeOther)
	b.get(requests + "/record" + numberQuery("2025-001")).want(http.StatusNotFound)
	w.as("auditor").get(townPages+"/trail").want(http.StatusOK, "作废：政府信息公开申请", "原因：重复登记")
}

func TestAnOpenRequestLeadsToItsNextSteps(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	b.post(requests+"/new", requestForm("2025/〔1〕号")).want(http.StatusSeeOther)
	a := b.get(requests+"/record"+numberQuery("2025/〔1〕号")).want(http.StatusOK, "登记答复", "登记补正", "登记征求意见")
	for _, link := range a.links("p.g-acts a") {
		page := b.get(link).want(http.StatusOK)
		if strings.Contains(link, "clarification") && page.value("request_number") != "2025/〔1〕号" {
			t.Errorf("request_number = %q, want the request's", page.value("request_number"))
		}
	}
	above := w.as("supervisor").get(requests + "/record" + numberQuery("2025/〔1〕号")).want(http.StatusOK)
	if len(above.links("p.g-acts a")) != 0 {
		t.Error("the supervisor is offered to change a town's record")
	}
}

func TestARefusedFormComesBackAsTyped(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	form := requestForm("2025/〔1〕号")
	form.Set("applicant_name", "")
	form.Set("received_on", "2025-02-30")
	form.Set("extension", "5个")
	form.Set("note", "<script>alert(1)</script>")
	a := b.post(requests+"/new", form).want(http.StatusUnprocessableEntity, "还不能提交，请先更正", "申请人没有填写", "“2025-02-30”不是一个存在的日期", "“5个”里带有单位")
	for name, want := range map[string]string{
		"number": "2025/〔1〕号", "received_on": "2025-02-30", "extension": "5个", "note": "<script>alert(1)</script>",
		"subject": "某地块征收补偿方案", "applicant_kind": "natural_person", "intake": "web",
	} {
		if got := a.value(name); got != want {
			t.Errorf("%s = %q, want %q as it was typed", name, got, want)
		}
	}
	if len(htmltest.Find(a.doc, "main script")) != 0 {
		t.Error("what was typed became an element")
	}
	form.Set("applicant_name", "张某某")
	form.Set("received_on", "2025-01-03")
	form.Set("extension", "")
	saved := b.post(requests+"/new", form)
	b.get(saved.location).want(http.StatusOK, "2025/〔1〕号")
	b.post(requests+"/new", form).want(http.StatusConflict, "已经登记过")
}

func TestTwoClerksChangeOneRecord(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	b.post(requests+"/new", requestForm("2025-001")).want(http.StatusSeeOther)
	edit := requests + "/edit" + numberQuery("2025-001")
	mine, theirs := requestForm("2025-001"), requestForm("2025-001")
	mine.Set("_version", "1")
	mine.Set("handler", "张三")
	theirs.Set("_version", "1")
	theirs.Set("handler", "李四")
	theirs.Set("note", "已电话联系")
	b.post(edit, theirs).want(http.StatusSeeOther)
	a := b.post(edit, mine).want(http.StatusConflict, "别人已经改过", "李四", "张三", "已电话联系")
	if got := a.value("handler"); got != "张三" {
		t.Errorf("handler = %q, want what was typed", got)
	}
	if got := a.value("number"); got != "2025-001" {
		t.Errorf("number = %q, want the record's", got)
	}
	mine.Set("_version", a.value("_version"))
	mine.Set("note", "已电话联系")
	b.post(edit, mine).want(http.StatusSeeOther)
	if got := w.record("2025-001"); got.Value("handler") != "张三" || got.Value("note") != "已电话联系" || got.Version != 3 {
		t.Errorf("record = %v version %d, want both people's work at version 3", got.Values, got.Version)
	}
}

func TestPersonalDataIsMaskedForThoseAbove(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	b.post(requests+"/new", requestForm("2025-001")).want(http.StatusSeeOther)
	changed := requestForm("2025-001")
	changed.Set("_version", "1")
	changed.Set("applicant_name", "王五六")
	b.post(requests+"/edit"+numberQuery("2025-001"), changed).want(http.StatusSeeOther)
	for _, login := range []string{"supervisor", "auditor"} {
		above := w.as(login)
		for _, page := range []string{requests, requests + "/record" + numberQuery("2025-001"), requests + "/export/csv", townPages + "/trail"} {
			a := above.get(page)
			if a.status == http.StatusOK && (strings.Contains(string(a.body), "王五六") || strings.Contains(string(a.body), "张某某")) {
				t.Errorf("%s shows the applicant's name to the %s", page, login)
			}
		}
		above.get(requests+"/record"+numberQuery("2025-001")).want(http.StatusOK, "王＊＊", "申请人有改动")
	}
	b.get(requests+"/record"+numberQuery("2025-001")).want(http.StatusOK, "王五六")
}

func TestTheSameNumberOfAnotherOrganHasItsOwnTrail(t *testing.T) {
	w := newWorld(t)
	w.as("clerk").post(requests+"/new", requestForm("2025-001")).want(http.StatusSeeOther)
	other := w.as("neighbour")
	other.post("/work/o/other/registers/request/new", requestForm("2025-001")).want(http.StatusSeeOther)
	a := other.get("/work/o/other/registers/request/record" + numberQuery("2025-001")).want(http.StatusOK)
	if strings.Contains(a.text(), "人员clerk") {
		t.Error("the trail shows who registered the same number elsewhere")
	}
}

func TestExportsHoldTheListAndNoFormula(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	for i, subject := range []string{"=1+1", "普通申请", "+86"} {
		form := requestForm([]string{"2025-001", "2025-002", "2025-003"}[i])
		form.Set("subject", subject)
		b.post(requests+"/new", form).want(http.StatusSeeOther)
	}
	a := b.get(requests + "/export/csv?year=2025")
	text := string(a.body)
	if !strings.HasPrefix(text, "\ufeff登记编号,") || !strings.Contains(text, "'=1+1") || !strings.Contains(text, "'+86") || strings.Count(text, "\r\n") != 4 {
		t.Errorf("CSV = %q, want a marked file of three records without formulas", text)
	}
	if got := a.header.Get("Content-Disposition"); !strings.Contains(got, "attachment") || !strings.Contains(got, "csv") {
		t.Errorf("Content-Disposition = %q, want an attachment", got)
	}
	if a := b.get(requests + "/export/xlsx"); a.status != http.StatusOK || !strings.HasPrefix(string(a.body), "PK") {
		t.Errorf("XLSX = %d, %d bytes, want a workbook", a.status, len(a.body))
	}
	if a := b.get(requests + "/template"); a.status != http.StatusOK || !strings.HasPrefix(string(a.body), "PK") {
		t.Errorf("template = %d, %d bytes, want a workbook", a.status, len(a.body))
	}
}

func TestPagesOfAList(t *testing.T) {
	w := newWorld(t)
	clerk, err := w.organs.Reader().Person(t.Context(), "s", "s-clerk")
	w.must(err)
	for i := range recordsPerPage + 5 {
		number, _ := nextNumber("2025-100", 2025)
		for range i {
			number, _ = nextNumber(number, 2025)
		}
		typed := map[string]string{}
		for name, values := range requestForm(number) {
			typed[name] = values[0]
		}
		_, err := w.registers.Save(t.Context(), clerk, register.Change{SiteID: "s", OrganID: "town", Register: "request", Typed: typed})
		w.must(err)
	}
	b := w.as("clerk")
	first := b.get(requests+"?year=2025").want(http.StatusOK, "2025年共25条", "2025-125")
	next := first.links(".g-pager a[rel=next]")
	if len(next) != 1 {
		t.Fatalf("next = %q, want one address", next)
	}
	second := b.get(next[0]).want(http.StatusOK, "2025-101")
	if n := len(htmltest.Find(second.doc, ".g-list tbody tr")); n != 5 {
		t.Errorf("the second page has %d rows, want 5", n)
	}
	if len(second.links(".g-pager a[rel=next]")) != 0 {
		t.Error("the last page leads on")
	}
}

func TestEveryRegisterHasItsPages(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	for _, d := range register.All {
		path := townPages + "/registers/" + d.Name
		b.get(path).want(http.StatusOK, d.Title)
		form := b.get(path+"/new").want(http.StatusOK, d.Title)
		for _, f := range d.Fields {
			if len(htmltest.Find(form.doc, "[name="+f.Name+"]")) == 0 {
				t.Errorf("the form of %s does not ask for %s", d.Name, f.Name)
			}
		}
		b.get(path+"/import").want(http.StatusOK, "填好的表格")
		b.post(path+"/new", url.Values{"number": {strings.Repeat("长", 5000)}}).want(http.StatusUnprocessableEntity, "还不能提交")
	}
}

func TestNextNumber(t *testing.T) {
	tests := []struct {
		pattern string
		want    string
		obvious bool
	}{
		{"2025-001", "2025-002", true},
		{"2024-117", "2025-001", true},
		{"2025-999", "2025-1000", true},
		{"2025-9", "2025-10", true},
		{"洲公开告〔2025〕9号", "洲公开告〔2025〕10号", true},
		{"113306830025306088/2024-00001", "113306830025306088/2025-00001", true},
		{"（2024）浙0483行初5号", "", false},
		{"点01", "", false},
		{"", "", false},
		{"2025", "", false},
	}
	for _, tt := range tests {
		got, obvious := nextNumber(tt.pattern, 2025)
		if obvious != tt.obvious || got != tt.want {
			t.Errorf("nextNumber(%q) = %q, %v, want %q, %v", tt.pattern, got, obvious, tt.want, tt.obvious)
		}
	}
}
