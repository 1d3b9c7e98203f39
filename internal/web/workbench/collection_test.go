package workbench

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/web/ui/htmltest"
)

const countyCollections = "/work/o/county/collections"

// hrefs lists the addresses that the links of a page lead to.
func (a answer) hrefs(selector string) []string {
	var found []string
	for _, n := range htmltest.Find(a.doc, selector) {
		href, _ := htmltest.Attr(n, "href")
		found = append(found, href)
	}
	return found
}

func (a answer) has(selector string) bool { return len(htmltest.Find(a.doc, selector)) > 0 }

func TestCollectedReportsAreShownWithWhatWasFound(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	b.get(countyCollections).want(http.StatusOK, "还没有收到年报", "汇总机关")
	address := b.collected("county", sentFile{"乙镇.html", wrongReport("乙镇人民政府", "2024", "3")}, sentFile{"丙镇.html", wrongReport("丙镇人民政府", "2023", "0")})
	b.get(countyCollections).want(http.StatusOK, "2024年度年报", "已读取", "人员supervisor")
	page := b.get(address).want(http.StatusOK, "乙镇人民政府", "丙镇人民政府", "T3-01", "未处理")
	if strings.Contains(page.text(), "读不了1") {
		t.Errorf("a report that was read counts as one that cannot be: %s", page.text())
	}
	if got := len(htmltest.Find(page.doc, "table.c-matrix tbody tr")); got != 2 {
		t.Errorf("the table has %d rows, want 2", got)
	}
	first := page.hrefs("table.c-matrix tbody th a")[0]
	report := b.get(first).want(http.StatusOK, "乙镇人民政府2024年度报告", "表三自然人栏不平", "正文写9件", "原文第13行", "依据：")
	var marked []string
	for _, n := range htmltest.Find(report.doc, "mark") {
		marked = append(marked, htmltest.Text(n))
	}
	if !slices.Contains(marked, "0") || !report.has("td.is-meant") || !slices.Contains(marked, "收到政府信息公开申请9件") {
		t.Errorf("the words objected to are not marked: %q", marked)
	}
	lines := b.get(first+"/lines").want(http.StatusOK, "一、总体情况", "法律服务机构")
	for _, href := range report.hrefs("main a") {
		_, anchor, leads := strings.Cut(href, "/lines#")
		if leads && !lines.has("#"+anchor) {
			t.Errorf("%s leads nowhere in the original", href)
		}
	}
	filtered := b.get(address+"?check=T3-01").want(http.StatusOK, "乙镇人民政府", "清除条件")
	if strings.Contains(filtered.text(), "丙镇人民政府2023") || len(htmltest.Find(filtered.doc, "table.c-matrix tbody tr")) != 1 {
		t.Errorf("the filter lets others through: %s", filtered.text())
	}
	b.get(address+"?text=没有这个机关").want(http.StatusOK, "没有符合条件的年报")
}

func TestFindingsAreDecided(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	address := b.collected("county", sentFile{"乙镇.html", wrongReport("乙镇人民政府", "2024", "3")}, sentFile{"丙镇.html", wrongReport("丙镇人民政府", "2024", "2")})
	report := b.get(address).hrefs("table.c-matrix tbody th a")[0]
	b.get(report+"/notice.docx").want(http.StatusConflict, "没有标为“退回修改”的问题")
	b.get(address+"/notices.zip").want(http.StatusConflict, "没有标为“退回修改”的问题")

	b.get(report)
	refused := b.post(report+"/marks", url.Values{"which": {"1"}, "mark": {"accepted"}})
	refused.want(http.StatusUnprocessableEntity, "认可“错误”必须写明理由")
	for typed, want := range map[string]int{"核对过登记簿": http.StatusSeeOther, "第二次也一样": http.StatusSeeOther} {
		a := b.post(report+"/marks", url.Values{"which": {"1"}, "mark": {"accepted"}, "note": {typed}})
		if a.status != want || !strings.HasSuffix(a.location, "#finding-1") {
			t.Errorf("accept with note: status %d to %q, want %d to the finding", a.status, a.location, want)
		}
	}
	b.get(report).want(http.StatusOK, "人员supervisor", "标为“认可”")
	b.post(report+"/marks", url.Values{"which": {"1"}, "mark": {"undecided"}}).want(http.StatusSeeOther)
	if b.get(report).want(http.StatusOK, "1处问题的标记已撤销"); strings.Contains(b.get(report).text(), "标为“认可”") {
		t.Error("a mark that was taken back is still shown")
	}
	b.post(report+"/marks", url.Values{"which": {"errors"}, "mark": {"returned"}}).want(http.StatusSeeOther)
	b.get(report).want(http.StatusOK, "退回修改通知", "标为“退回修改”")
	notice := b.get(report + "/notice.docx")
	if notice.status != http.StatusOK || !bytes.HasPrefix(notice.body, []byte("PK")) || !strings.HasPrefix(notice.header.Get("Content-Disposition"), "attachment") {
		t.Errorf("the notice: status %d, %q", notice.status, notice.header)
	}

	b.get(address)
	refused = b.post(address+"/marks", url.Values{"filter.severity": {"E"}, "mark": {"accepted"}, "note": {" "}})
	refused.want(http.StatusUnprocessableEntity, "认可“错误”必须写明理由", "级别为“错误”")
	all := b.post(address+"/marks", url.Values{"filter.severity": {"E"}, "mark": {"returned"}, "note": {"请更正"}})
	if all.status != http.StatusSeeOther || !strings.HasSuffix(all.location, "?severity=E") {
		t.Errorf("return all errors: status %d to %q", all.status, all.location)
	}
	b.get(address).want(http.StatusOK, "已标为“退回修改”", "全部退回修改通知")
	if got := zipped(t, b.get(address+"/notices.zip").body); len(got) != 2 || !strings.Contains(strings.Join(got, " "), "丙镇人民政府2024年度报告退回修改通知.docx") {
		t.Errorf("the notices are %q", got)
	}
	w.as("auditor").get("/work/o/county/trail").want(http.StatusOK, "年报检查：处理问题", "1处标为“认可”", "1处标为“未处理”", "核对过登记簿")
	if book := b.get(address + "/reports.xlsx"); book.status != http.StatusOK || len(zipped(t, book.body)) < 3 {
		t.Errorf("the workbook: status %d, %d bytes", book.status, len(book.body))
	}
}

// zipped names the files of a ZIP.
func zipped(t *testing.T, content []byte) []string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatalf("open the ZIP: %v", err)
	}
	var names []string
	for _, f := range archive.File {
		names = append(names, f.Name)
	}
	return names
}

// A file that wants to run in the browser of whoever looks at it stays text on
// every page, and is never sent as a page.
func TestHostileFilesStayText(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	const attack = `<script>alert(1)</script><img src=x onerror=alert(2)>`
	page := strings.ReplaceAll(wrongReport("乙镇人民政府", "2024", "3"), "公开内容不够丰富", "公开内容"+strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(attack))
	page = strings.ReplaceAll(page, "<td>3</td>", "<td>3&lt;script&gt;alert(3)&lt;/script&gt;</td>")
	text := "乙镇" + attack + "2024年政府信息公开工作年度报告\n一、总体情况\n" + attack + "收到申请" + attack + "3件。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
	address := b.collected("county", sentFile{attack + ".html", page}, sentFile{"b\"><script>.txt", text})
	addresses := []string{countyCollections, address, address + "?text=" + url.QueryEscape(attack), address + "/compare?first=1&second=2&text=" + url.QueryEscape(attack)}
	for n := 1; n <= 2; n++ {
		one := fmt.Sprintf("%s/files/%d", address, n)
		addresses = append(addresses, one, one+"/lines")
	}
	said := false
	for _, address := range addresses {
		a := b.get(address).want(http.StatusOK)
		if bytes.Contains(a.body, []byte("<script>alert")) || bytes.Contains(a.body, []byte("<img src=x")) || bytes.Contains(a.body, []byte(`b"><`)) {
			t.Errorf("%s holds the file's own markup", address)
		}
		for _, n := range htmltest.Find(a.doc, "main script, main img") {
			t.Errorf("%s has an element <%s> of the file", address, n.Data)
		}
		said = said || strings.Contains(a.text(), "<script>alert(1)</script>")
	}
	if !said {
		t.Error("the text of the file is shown nowhere")
	}
	original := b.get(address + "/files/1/original")
	for name, want := range map[string]string{"Content-Type": "application/octet-stream", "X-Content-Type-Options": "nosniff"} {
		if got := original.header.Get(name); got != want {
			t.Errorf("%s of the original is %q, want %q", name, got, want)
		}
	}
	if !strings.HasPrefix(original.header.Get("Content-Disposition"), "attachment") || string(original.body) != page {
		t.Errorf("the original is not sent to be saved as it came: %q", original.header.Get("Content-Disposition"))
	}
}

func TestUploadsThatAreRefusedLoseNothing(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	b.get(countyCollections)
	good := sentFile{"乙镇.html", wrongReport("乙镇人民政府", "2024", "3")}
	typed := url.Values{"title": {"镇街年报第一批"}, "region": {"甲县人民政府"}}
	for _, c := range []struct {
		files []sentFile
		says  []string
	}{
		{nil, []string{"没有选择文件"}},
		{[]sentFile{{"不是压缩包.zip", "PK not a zip"}}, []string{"不是压缩包.zip"}},
	} {
		a := b.sendReports(countyCollections, typed, c.files...).want(http.StatusUnprocessableEntity, c.says...)
		if a.value("title") != typed.Get("title") || a.value("region") != typed.Get("region") {
			t.Errorf("%q: the form came back with %q and %q", c.says, a.value("title"), a.value("region"))
		}
	}
	b.sendReports(countyCollections, url.Values{"title": {strings.Repeat("长", 201)}}, good).want(http.StatusUnprocessableEntity, "名称超过")
	b.sendReports(countyCollections, url.Values{"title": {" "}}, good).want(http.StatusUnprocessableEntity, "这批年报还没有名称")
	b.get(countyCollections).want(http.StatusOK, "还没有收到年报")
	token := b.token
	b.token = "forged"
	b.sendReports(countyCollections, typed, good).want(http.StatusForbidden)
	b.token = token
	b.post(countyCollections, typed).want(http.StatusForbidden)
}

// TestAFolderIsReceived: the names keep their folders, and what is no report of them
// stays out.
func TestAFolderIsReceived(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	address := b.collected("county",
		sentFile{"年报/乙镇/年报.html", wrongReport("乙镇人民政府", "2024", "3")}, sentFile{"年报/丙镇/年报.html", wrongReport("丙镇人民政府", "2024", "1")},
		sentFile{"年报/.DS_Store", "x"}, sentFile{"年报/乙镇/年报_files/logo.png", "x"})
	page := b.get(address).want(http.StatusOK, "年报/乙镇/年报.html", "年报/丙镇/年报.html")
	if got := len(page.hrefs("table.c-matrix tbody th a")); got != 2 {
		t.Errorf("the folder gave %d reports, want 2", got)
	}
}

// TestOneBadFileStopsNoOther: an empty file has its row, an archive that cannot be
// opened is named, and the good report is read.
func TestOneBadFileStopsNoOther(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	address := b.collected("county", sentFile{"乙镇.html", wrongReport("乙镇人民政府", "2024", "3")}, sentFile{"空的.html", ""}, sentFile{"不是压缩包.zip", "PK not a zip"})
	page := b.get(address).want(http.StatusOK, "乙镇.html", "空的.html", "读不了", "没有接收", "不是压缩包.zip")
	if got := len(page.hrefs("table.c-matrix tbody th a")); got != 2 {
		t.Errorf("%d rows, want the report and the empty file", got)
	}
}

// One file that cannot be kept or read stops no other, and nobody may think that it
// was read.
func TestWhatCannotBeKeptIsNamed(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	b.get(countyCollections)
	address := b.collected("county", sentFile{"乙镇.html", wrongReport("乙镇人民政府", "2024", "3")}, sentFile{"空的.html", ""}, sentFile{"坏<b>的.zip", "PK"})
	page := b.get(address).want(http.StatusOK, "乙镇人民政府", "有1个文件没有接收", "坏<b>的.zip", "空的.html", "读不了")
	if got := page.hrefs("table.c-matrix tbody th a"); len(got) != 2 {
		t.Errorf("the collection has the reports %q, want two", got)
	}
}

func TestAZIPIsTakenApart(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	var packed bytes.Buffer
	archive := zip.NewWriter(&packed)
	for _, name := range []string{"年报/乙镇.html", "年报/丙镇.html", "__MACOSX/._乙镇.html"} {
		f, err := archive.Create(name)
		w.must(err)
		_, err = io.WriteString(f, wrongReport(strings.TrimSuffix(name[len("年报/"):], ".html")+"人民政府", "2024", "1"))
		w.must(err)
	}
	w.must(archive.Close())
	address := b.collected("county", sentFile{"全部.zip", packed.String()})
	b.get(address).want(http.StatusOK, "年报/乙镇.html", "年报/丙镇.html")
	if got := len(b.get(address).hrefs("table.c-matrix tbody th a")); got != 2 {
		t.Errorf("the ZIP gave %d reports, want 2", got)
	}
}

func TestManyReportsArePaged(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	var files []sentFile
	for i := range reportsPerPage + 3 {
		files = append(files, sentFile{fmt.Sprintf("第%d份.txt", i), fmt.Sprintf("不是报告%d", i)})
	}
	address := b.collected("county", files...)
	first := b.get(address).want(http.StatusOK, "下一页")
	next := first.hrefs(`a[rel=next]`)
	if len(next) != 1 {
		t.Fatalf("the first page leads on to %q", next)
	}
	second := b.get(next[0]).want(http.StatusOK, "第一页")
	seen := map[string]bool{}
	for _, href := range append(first.hrefs("table.c-matrix tbody th a"), second.hrefs("table.c-matrix tbody th a")...) {
		if seen[href] {
			t.Errorf("%s stands on both pages", href)
		}
		seen[href] = true
	}
	if len(seen) != len(files) {
		t.Errorf("the pages show %d reports, want %d", len(seen), len(files))
	}
}

func TestTwoReportsAreComparedSideBySide(t *testing.T) {
	w := newWorld(t)
	b := w.as("supervisor")
	address := b.collected("county", sentFile{"2023.html", wrongReport("乙镇人民政府", "2023", "3")}, sentFile{"2024.html", wrongReport("乙镇人民政府", "2024", "5")})
	b.get(address+"/compare").want(http.StatusOK, "请选择同一批里的两份报告")
	b.get(address+"/compare?first=1&second=1").want(http.StatusOK, "同一份报告")
	a := b.get(address+"/compare?first=1&second=2").want(http.StatusOK, "本年新收政府信息公开申请数量", "+2", "一、总体情况", "完全相同", "表格1第4行第10列", "“收到政府信息公开申请9件”")
	if a.value("first") != "1" || a.value("second") != "2" {
		t.Errorf("the choice is not kept: %q and %q", a.value("first"), a.value("second"))
	}
}
