package portal_test

import (
	"net/http"
	"strings"
	"testing"

	"gongkai/internal/web/ui/htmltest"
)

const zq = "/s/tx/organs/zq"

// Each of these was never published, or may not be known to exist.
func TestWhatIsNotPublicIsNotThere(t *testing.T) {
	w := newWorld(t)
	for _, target := range []string{
		zq + "/reports/2025/", zq + "/reports/2025/?edition=1", zq + "/reports/2025/report.pdf", zq + "/reports/2025/report.json",
		zq + "/reports/2025/report.json?edition=1", zq + "/reports/2024/?edition=3", zq + "/reports/2024/report.pdf?edition=3",
		zq + "/reports/2024/report.json?edition=3", zq + "/reports/2024/?edition=0", zq + "/reports/2024/?edition=x", zq + "/reports/2024/?edition=-1",
		zq + "/reports/2024/?edition=99999999999999999999", zq + "/reports/abcd/", zq + "/reports/99999/", zq + "/reports/2024/report.exe",
		zq + "/reports/2024/other.pdf", zq + "/reports/2024/report.", "/s/sz/organs/zq/", "/s/tx/organs/bureau/", "/s/none/", "/s/none/reports",
		"/organs/zq/", "/reports", "/nothing", "/s/tx/nothing", zq + "/nothing", zq + "/items/113304830025306088/2099-00001",
		zq + "/items/113304830025306088/2023-00009", zq + "/items/none", zq + "/items/", zq + "/items/?number=", zq + "/items/%00", zq + "/documents/none",
		zq + "/rules/none", "/s/tx/organs/city/items/guide-1", zq + "/items/%FF%FE",
	} {
		answer := w.get(target, "Host", "other.example")
		if answer.Code != http.StatusNotFound {
			t.Errorf("GET %s = %d, want 404", target, answer.Code)
		}
		body := answer.Body.String()
		if !strings.Contains(body, "没有找到") || !strings.Contains(body, "返回首页") {
			t.Errorf("GET %s: the page does not say what is wrong and lead on", target)
		}
		for _, secret := range []string{"草稿的正文", "签发未发布", "尚未到期", "已经撤回"} {
			if strings.Contains(body, secret) {
				t.Errorf("GET %s tells %q", target, secret)
			}
		}
	}
}

// Every page of the site, whatever it is, says nothing of what is not public.
func TestNoPageTellsWhatIsNotPublic(t *testing.T) {
	w := newWorld(t)
	targets := []string{
		"/s/tx/sitemap.xml", "/s/tx/feed.atom", zq + "/feed.atom", "/s/tx/search?q=正文", "/s/tx/search?q=2025", "/s/tx/search?q=撤回",
		"/s/tx/search?q=尚未", "/s/tx/reports?year=2025", zq + "/items?column=culture", zq + "/items?column=recruitment",
	}
	for at := range w.crawl("/s/tx/", "other.example") {
		targets = append(targets, at)
	}
	for _, target := range targets {
		body := w.get(target).Body.String()
		for _, secret := range []string{"草稿的正文", "签发未发布", "尚未到期的信息", "已经撤回的公示", "张联络", w.seal["r24c"].Hash, w.seal["r25"].Hash, "001008004005097/2026"} {
			if strings.Contains(body, secret) {
				t.Errorf("GET %s tells %q", target, secret)
			}
		}
		if strings.Contains(body, "第一版的正文") && !strings.Contains(target, "edition=1") {
			t.Errorf("GET %s shows the superseded edition unasked", target)
		}
		if strings.Contains(body, `<script>alert(`) || strings.Contains(body, `href="javascript:`) {
			t.Errorf("GET %s has markup from a record", target)
		}
	}
}

func TestRubbishIsNeverAFailureOfOurs(t *testing.T) {
	w := newWorld(t)
	rubbish := []string{"%00", "%FF%FE", "'%20OR%201=1", "%25", "_", strings.Repeat("a", 5000), "9999999999999999999999", "-1", "%E2%80%AE", "<b>", "%0A%0D", "+++", "%F0%A0%AE%B7"}
	for _, r := range rubbish {
		for _, target := range []string{
			"/s/tx/search?q=" + r, "/s/tx/reports?year=" + r + "&organ=" + r, zq + "/items?column=" + r + "&channel=" + r + "&year=" + r + "&after=" + r,
			zq + "/documents?validity=" + r + "&year=" + r + "&after=" + r, zq + "/items/?number=" + r, zq + "/reports/2024/?edition=" + r, "/s/tx/feed.atom?" + r,
			zq + "/items?column=" + r + ";year=2024",
		} {
			target = strings.ReplaceAll(strings.ReplaceAll(target, "<b>", "%3Cb%3E"), " ", "%20")
			if code := w.get(target).Code; code != http.StatusOK && code != http.StatusNotFound {
				t.Errorf("GET %.80s = %d, want 200 or 404", target, code)
			}
		}
	}
}

func TestHostileTextStaysText(t *testing.T) {
	w := newWorld(t)
	doc := w.page(zq + "/items/?number=../%E5%A5%87/..")
	if got := htmltest.Text(htmltest.Find(doc, "h1")[0]); got != hostile {
		t.Errorf("h1 = %q, want %q", got, hostile)
	}
	if n := len(htmltest.Find(doc, "main script")); n != 0 {
		t.Errorf("scripts in the page = %d, want 0", n)
	}
	for _, a := range htmltest.Find(doc, "a[href]") {
		if href, _ := htmltest.Attr(a, "href"); strings.HasPrefix(strings.ToLower(href), "javascript") {
			t.Errorf("link to %q", href)
		}
	}
}
