package workbench

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestAnAuditorOnlyLooksAtCollections(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	address := b.collected("county", sentFile{"乙镇.html", wrongReport("乙镇人民政府", "2024", "3")})
	auditor := w.as("auditor")
	for _, path := range []string{countyCollections, address, address + "/files/1", address + "/files/1/lines", address + "/compare"} {
		a := auditor.get(path).want(http.StatusOK)
		if a.has("main form[method=post]") {
			t.Errorf("%s offers an auditor to change something", path)
		}
	}
	for _, path := range []string{"/marks", "/discard", "/readings", "/files/1/marks", "/files/1/remove"} {
		auditor.post(address+path, url.Values{"which": {"1"}, "mark": {"returned"}, "reason": {"x"}}).want(http.StatusForbidden)
	}
	auditor.sendReports(countyCollections, url.Values{"title": {"x"}}, sentFile{"a.txt", "b"}).want(http.StatusForbidden)
	auditor.sendReports(address+"/files", url.Values{}, sentFile{"a.txt", "b"}).want(http.StatusForbidden)
}

// A collection belongs to one organ: under the address of another it is not there,
// on any route.
func TestACollectionIsNotThereUnderAnotherOrgan(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	address := b.collected("county", sentFile{"乙镇.html", wrongReport("乙镇人民政府", "2024", "3")})
	id := address[strings.LastIndex(address, "/")+1:]
	for who, b := range map[string]*browser{"the supervisor": b, "the town's clerk": w.as("clerk"), "the town's signer": w.as("signer"), "a neighbour": w.as("neighbour"), "another site": w.asOf("x", "clerk")} {
		for _, at := range w.bench.collectionRoutes() {
			method, path := routeOf(at.pattern, id)
			if !strings.Contains(path, id) {
				continue
			}
			var a answer
			switch {
			case method == http.MethodGet:
				a = b.get(path)
			case at.upload:
				a = b.sendReports(path, url.Values{}, sentFile{"a.txt", "b"})
			default:
				a = b.post(path, url.Values{"which": {"1"}, "mark": {"returned"}, "reason": {"x"}, "year": {"2020"}, "source": {"x"}})
			}
			forbidden := a.status == http.StatusForbidden && (who == "the supervisor" || who == "the town's clerk") && strings.HasSuffix(path, "/adopt")
			if a.status != http.StatusNotFound && !forbidden {
				t.Errorf("%s %s as %s: status = %d, want 404", method, path, who, a.status)
			}
		}
	}
}

// routeOf fills a route of collections in for the town and a collection's id.
func routeOf(pattern, id string) (string, string) {
	method, path, _ := strings.Cut(pattern, " ")
	return method, strings.NewReplacer("{organ}", "town", "{collection}", id, "{number}", "1").Replace(path)
}

func TestRubbishIsAnsweredWithASentence(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	address := b.collected("county", sentFile{"乙镇.html", wrongReport("乙镇人民政府", "2024", "3")})
	for path, want := range map[string]int{
		"/files/0": http.StatusNotFound, "/files/x": http.StatusNotFound, "/files/99999999999999999999": http.StatusNotFound, "/files/7": http.StatusNotFound,
		"/files/7/original": http.StatusNotFound, "/files/7/lines": http.StatusNotFound, "/files/7/notice.docx": http.StatusNotFound,
		"/compare?first=x": http.StatusNotFound, "/compare?first=1&second=9": http.StatusNotFound, "?after=x": http.StatusNotFound,
		"?after=99": http.StatusOK, "?severity=Q&mark=q&check=%00": http.StatusOK,
	} {
		b.get(address + path).want(want)
	}
	for _, c := range []struct {
		path string
		form url.Values
		want int
	}{
		{"/marks", url.Values{"mark": {"x"}}, http.StatusUnprocessableEntity},
		{"/files/1/marks", url.Values{"which": {"1"}, "mark": {""}}, http.StatusUnprocessableEntity},
		{"/files/1/marks", url.Values{"which": {"x"}, "mark": {"returned"}}, http.StatusUnprocessableEntity},
		{"/files/1/marks", url.Values{"which": {"999"}, "mark": {"returned"}}, http.StatusConflict},
		{"/files/1/marks", url.Values{"which": {"1"}, "said": {"0123456789abcdef"}, "mark": {"returned"}}, http.StatusConflict},
		{"/files/1/marks", url.Values{"which": {"1"}, "mark": {"returned"}, "note": {strings.Repeat("长", 3000)}}, http.StatusUnprocessableEntity},
		{"/files/9/marks", url.Values{"which": {"errors"}, "mark": {"returned"}}, http.StatusSeeOther},
		{"/files/1/remove", url.Values{"reason": {"x"}}, http.StatusConflict},
		{"/files/1/remove", url.Values{"reason": {" "}}, http.StatusUnprocessableEntity},
		{"/discard", url.Values{"reason": {" "}}, http.StatusUnprocessableEntity},
	} {
		b.post(address+c.path, c.form).want(c.want)
	}
	b.post(address+"/discard", url.Values{"reason": {"传错了"}, "token": {"x"}}).want(http.StatusForbidden)
	b.get(address)
	b.post(address+"/discard", url.Values{"reason": {"传错了"}}).want(http.StatusSeeOther)
	b.get(countyCollections).want(http.StatusOK, "已删除“2024年度年报”")
	b.get(address).want(http.StatusNotFound, "可能已经删除")
	trail := w.as("auditor").get("/work/o/county/trail").want(http.StatusOK, "收一批年报", "“2024年度年报”，1份", "删除一批年报", "传错了")
	if strings.Contains(trail.text(), "collection.") {
		t.Errorf("the trail shows our own words: %s", trail.text())
	}
}

func TestFilesAreAddedAndTakenOut(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	address := b.collected("county", sentFile{"乙镇.html", wrongReport("乙镇人民政府", "2024", "3")})
	b.get(address)
	b.sendReports(address+"/files", url.Values{}).want(http.StatusUnprocessableEntity, "没有选择文件")
	b.sendReports(address+"/files", url.Values{}, sentFile{"丙镇.html", wrongReport("丙镇人民政府", "2024", "0")}).want(http.StatusSeeOther)
	w.until(func() bool { return strings.Contains(b.get(address).text(), "丙镇.html") })
	b.get(address+"/files/2").want(http.StatusOK, "丙镇人民政府2024年度报告")
	b.post(address+"/files/2/remove", url.Values{"reason": {"不是这一批的"}}).want(http.StatusSeeOther)
	w.until(func() bool { return b.get(address).has("table.c-matrix") })
	if got := b.get(address).hrefs("table.c-matrix tbody th a"); len(got) != 1 {
		t.Errorf("after one was taken out the reports are %q", got)
	}
}

func TestTheSignerTakesAnEarlierReportIntoTheHistory(t *testing.T) {
	w := newWorld(t)
	b := w.as("signer")
	b.get(townPages+"/reports").want(http.StatusOK, "导入以往年度的报告")
	b.get(townPages+"/history").want(http.StatusOK, "导入以往年度的报告")
	address := b.collected("town", sentFile{"2021.html", strings.ReplaceAll(wrongReport("乙镇人民政府", "2021", "3"), "2025年1月16日", "2022年1月16日")})
	report := b.get(address+"/files/1").want(http.StatusOK, "收入历年年报")
	if report.value("year") != "2021" || report.value("source") != "2021.html" {
		t.Errorf("the form is filled in with %q and %q", report.value("year"), report.value("source"))
	}
	adopt := address + "/files/1/adopt"
	for _, c := range []struct{ year, source, says string }{
		{"二一年", "x", "不是年份"}, {"2020", "x", "2021"}, {"2021", " ", "来源"},
	} {
		a := b.post(adopt, url.Values{"year": {c.year}, "source": {c.source}, "other_name": {"1"}}).want(http.StatusUnprocessableEntity, c.says)
		if a.value("year") != c.year || a.value("source") != c.source {
			t.Errorf("%s: the form came back with %q and %q", c.says, a.value("year"), a.value("source"))
		}
	}
	taken := b.post(adopt, url.Values{"year": {"2021"}, "source": {"2021.html"}}).want(http.StatusSeeOther)
	if taken.location != "/work/o/town/reports/2021" {
		t.Errorf("adoption leads to %q", taken.location)
	}
	b.get(taken.location).want(http.StatusOK, "已收入历年年报", "由文件读入：2021.html")
	b.get(address+"/files/1").want(http.StatusOK, "本机关已经有", "2021年度报告")
	adopted := b.get(taken.location).want(http.StatusOK, "下载原文件")
	for _, word := range []string{"登记簿确认", "登记簿没有覆盖"} {
		if strings.Contains(adopted.text(), word) {
			t.Errorf("the page of an adopted report says %q, want nothing of registers: none gave its numbers", word)
		}
	}
	original := b.get(taken.location + "/original").want(http.StatusOK)
	if original.header.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(original.header.Get("Content-Disposition"), "attachment") {
		t.Errorf("original = %v, want a file to be saved", original.header)
	}
	b.post(adopt, url.Values{"year": {"2021"}, "source": {"x"}}).want(http.StatusConflict, "2021")
	clerk := w.as("clerk")
	if clerk.get(address + "/files/1").want(http.StatusOK).has("form[action$=adopt]") {
		t.Error("a clerk is offered to put a report into the history")
	}
	clerk.post(adopt, url.Values{"year": {"2021"}, "source": {"x"}}).want(http.StatusForbidden)
}
