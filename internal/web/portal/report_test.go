package portal_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/web/ui/htmltest"
)

func TestReportPage(t *testing.T) {
	w := newWorld(t)
	doc := w.page(zq + "/reports/2024/")
	if got := htmltest.Text(htmltest.Find(doc, "h1")[0]); got != "桐乡市洲泉镇人民政府2024年政府信息公开工作年度报告" {
		t.Errorf("h1 = %q", got)
	}
	head := htmltest.Text(htmltest.Find(doc, "dl.g-defs")[0])
	for _, want := range []string{"索引号001008004005097/2025-02220", "发布机构桐乡市洲泉镇人民政府", "公开方式主动公开", "发文日期2025-02-01", "组配分类政府信息公开年报", "版次第2版（更正）"} {
		if !strings.Contains(head, want) {
			t.Errorf("head = %q, want %q in it", head, want)
		}
	}
	if strings.Contains(head, "文件编号") {
		t.Errorf("head = %q, want no empty facts", head)
	}
	tables := htmltest.Find(doc, "article table.g-sheet")
	if len(tables) != 3 {
		t.Fatalf("statutory tables = %d, want 3", len(tables))
	}
	if !strings.Contains(htmltest.Text(tables[1]), "一、本年新收政府信息公开申请数量5") {
		t.Errorf("table three = %q, want the sealed 5", htmltest.Text(tables[1]))
	}
	for _, box := range htmltest.Find(doc, "article .g-sheet-box") {
		if tab, _ := htmltest.Attr(box, "tabindex"); tab != "0" {
			t.Errorf("a table's scroll box cannot be reached by the keyboard")
		}
	}
	text := htmltest.Text(htmltest.Find(doc, "main")[0])
	for _, want := range []string{"第二版的正文", "更正说明：更正了依申请公开的件数", "第1版", "第2版（本页）", w.seal["r24b"].Hash, "关闭窗口", "打印本页"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	crumbs := htmltest.Text(htmltest.Find(doc, "nav.g-crumbs ol")[0])
	if crumbs != "首页洲泉镇政府信息公开年报2024年度" {
		t.Errorf("crumbs = %q", crumbs)
	}
	if len(htmltest.Find(doc, "p.g-demo")) != 1 {
		t.Error("the page of a demonstration organ does not say so")
	}
	old := w.get(zq + "/reports/2024/?edition=1")
	body := old.Body.String()
	if old.Code != http.StatusOK || !strings.Contains(body, "第一版的正文") || !strings.Contains(body, "已被更正的第1版") || old.Header().Get("X-Robots-Tag") != "noindex" {
		t.Errorf("GET edition 1 = %d, want the old text with a warning, not for indexes", old.Code)
	}
}

func TestDownloads(t *testing.T) {
	w := newWorld(t)
	answer := w.get(zq + "/reports/2024/report.pdf")
	if got := answer.Body.String(); answer.Code != http.StatusOK || got != "PDF of 桐乡市洲泉镇人民政府2024年政府信息公开工作年度报告" {
		t.Errorf("GET report.pdf = %d %q", answer.Code, got)
	}
	name := "桐乡市洲泉镇人民政府2024年政府信息公开工作年度报告（第2版）.pdf"
	want := `attachment; filename="report-2024.pdf"; filename*=UTF-8''` + url.PathEscape(name)
	if got := answer.Header().Get("Content-Disposition"); got != want {
		t.Errorf("Content-Disposition = %s, want %s", got, want)
	}
	tag := answer.Header().Get("ETag")
	if !strings.Contains(tag, w.seal["r24b"].Hash[:32]) {
		t.Errorf("ETag = %s, want the seal's hash in it", tag)
	}
	again := w.get(zq+"/reports/2024/report.pdf", "If-None-Match", tag)
	if again.Code != http.StatusNotModified || again.Body.Len() != 0 {
		t.Errorf("GET with that tag = %d and %d bytes, want 304 and none", again.Code, again.Body.Len())
	}
	for edition, id := range map[string]string{"": "r24b", "?edition=1": "r24a", "?edition=2": "r24b"} {
		data := w.get(zq + "/reports/2024/report.json" + edition)
		sum := sha256.Sum256(data.Body.Bytes())
		if got := hex.EncodeToString(sum[:]); got != w.seal[id].Hash {
			t.Errorf("SHA-256 of report.json%s = %s, want the sealed %s", edition, got, w.seal[id].Hash)
		}
	}
}

func TestReportLists(t *testing.T) {
	w := newWorld(t)
	titles := func(target string) string {
		var all []string
		for _, n := range htmltest.Find(w.page(target), ".g-list tbody .is-title a") {
			all = append(all, htmltest.Text(n))
		}
		return strings.Join(all, " ")
	}
	city, town24, town23 := "桐乡市人民政府2024年政府信息公开工作年度报告", "桐乡市洲泉镇人民政府2024年政府信息公开工作年度报告", "桐乡市洲泉镇人民政府2023年政府信息公开工作年度报告"
	tests := []struct{ target, want string }{
		{"/s/tx/reports", city + " " + town24},
		{"/s/tx/reports?year=2023", town23},
		{"/s/tx/reports?organ=zq", town24 + " " + town23},
		{"/s/tx/reports?organ=zq&year=2023", town23},
		{"/s/tx/reports?year=2025", ""},
		{"/s/tx/reports?organ=none", city + " " + town24},
		{zq + "/reports", town24 + " " + town23},
		{"/s/sz/reports", ""},
	}
	for _, tt := range tests {
		if got := titles(tt.target); got != tt.want {
			t.Errorf("GET %s lists %q, want %q", tt.target, got, tt.want)
		}
	}
}

func TestPagesAreNotSentTwice(t *testing.T) {
	w := newWorld(t)
	for _, target := range []string{"/s/tx/", zq + "/reports/2024/", zq + "/items", "/s/tx/feed.atom", "/s/tx/sitemap.xml"} {
		first := w.get(target)
		again := w.get(target, "If-None-Match", first.Header().Get("ETag"))
		if again.Code != http.StatusNotModified {
			t.Errorf("GET %s with its own tag = %d, want 304", target, again.Code)
		}
		elder := w.get(target, "If-None-Match", first.Header().Get("ETag"), "Cookie", "view=md.blue.elder")
		isPage := strings.HasPrefix(first.Header().Get("Content-Type"), "text/html")
		if isPage && (elder.Code != http.StatusOK || !strings.Contains(first.Header().Get("Vary"), "Cookie")) {
			t.Errorf("GET %s in elder mode with the ordinary tag = %d, Vary %q", target, elder.Code, first.Header().Get("Vary"))
		}
	}
}
