package e2e

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// earlierReport is a report that the demonstration has published.
const earlierReport = "/s/330483/organs/330483-town/reports/2023/"

// A county's supervisor uploads published reports, sees what is wrong with each,
// returns the errors and takes the notices away; the town's signer brings a report
// of an earlier year along.
func TestCollectedReports(t *testing.T) {
	withAndWithoutScripts(t, collected)
}

func collected(t *testing.T, site *server) {
	folder := publishedFiles(t, site)
	supervisor := site.visit(t).signIn("330483", "supervisor")
	supervisor.press(`.g-work-nav a[href$="/collections"]`)
	supervisor.write("input[name=title]", "2023年度镇街年报")
	supervisor.attach("input[type=file]", filepath.Join(folder, "各镇.zip"), filepath.Join(folder, "洲泉镇（改错）.html"))
	supervisor.click("上传并检查")
	supervisor.awaits("各份年报")
	supervisor.sees("2023年度镇街年报", "洲泉镇人民政府", "report.docx")
	batch := supervisor.path()
	supervisor.open("/work/")
	supervisor.press(`.g-work-nav a[href$="/collections"]`)
	supervisor.clean("collections")
	supervisor.click("2023年度镇街年报")
	supervisor.clean("collection")

	supervisor.choose("select[name=severity]", "E")
	if site.scriptless {
		supervisor.click("筛选")
	} else {
		supervisor.open(batch + "?severity=E")
	}
	supervisor.press(`.c-matrix tbody tr:first-child th a`)
	supervisor.sees("报告填写", "应为", "表三")
	report := supervisor.path()
	supervisor.clean("collected-report")
	supervisor.press(`.c-findings .c-excerpt a[href*="/lines#"]`)
	supervisor.clean("original")
	supervisor.open(report)
	supervisor.click("本报告全部错误退回修改")
	supervisor.sees("已标为“退回修改”")
	notice := supervisor.fetch(report + "/notice.docx")
	if !strings.Contains(wordsOf(t, notice), "退回修改") {
		t.Error("the notice does not say that the report goes back")
	}
	supervisor.click("与另一份对照")
	supervisor.choose("select[name=second]", otherOption(supervisor))
	supervisor.press(".g-filter button")
	supervisor.sees("相同的单元格", "填写不同的单元格")
	supervisor.clean("compared")
	supervisor.open(batch)
	packed := supervisor.fetch(batch + "/notices.zip")
	notices, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil || len(notices.File) != 1 {
		t.Errorf("the notices: %v, want one", err)
	}
	bringAlong(t, site, filepath.Join(folder, "洲泉镇2022.html"))
}

// bringAlong has the signer take a report of an earlier year into the history.
func bringAlong(t *testing.T, site *server, file string) {
	t.Helper()
	signer := site.visit(t).signIn("330483", "town-signer")
	signer.press(`.g-work-nav a[href$="/reports"]`)
	signer.click("导入以往年度的报告")
	signer.write("input[name=title]", "以往年度的报告")
	signer.attach("input[type=file]", file)
	signer.click("上传并检查")
	signer.awaits("各份年报")
	signer.press(`.c-matrix tbody th a`)
	signer.clean("adoption")
	signer.press("#adopt button")
	signer.sees("已收入历年年报", "由文件读入：洲泉镇2022.html")
	signer.press(`.g-work-nav a[href$="/history"]`)
	signer.sees("2022年")
}

// publishedFiles are reports as towns hand them in: the published page and its
// forms in a ZIP, the page with a number that is wrong, and one of the year before.
func publishedFiles(t *testing.T, site *server) string {
	t.Helper()
	folder := t.TempDir()
	page, _, err := site.get(earlierReport)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	archive := zip.NewWriter(&packed)
	for _, form := range []string{"docx", "xlsx"} {
		content, _, err := site.get(earlierReport + "report." + form)
		if err != nil {
			t.Fatal(err)
		}
		f, err := archive.Create("洲泉镇/report." + form)
		if err == nil {
			_, err = f.Write(content)
		}
		if err != nil {
			t.Fatalf("pack the report: %v", err)
		}
	}
	err = archive.Close()
	if err != nil {
		t.Fatalf("pack the reports: %v", err)
	}
	before := strings.NewReplacer("2023", "2022", "2024", "2023").Replace(string(page))
	for name, content := range map[string]string{
		"各镇.zip": packed.String(), "洲泉镇（改错）.html": withWrongNumber(t, string(page)), "洲泉镇2022.html": before,
	} {
		err = os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600)
		if err != nil {
			t.Fatalf("write %s: %v", name, err)
		}
	}
	return folder
}

// withWrongNumber raises the first number of table three, so that the table does
// not add up.
func withWrongNumber(t *testing.T, page string) string {
	t.Helper()
	at := strings.Index(page, "一、本年新收政府信息公开申请数量")
	if at < 0 {
		t.Fatal("the published page has no table three")
	}
	cell := at + strings.Index(page[at:], "</td>")
	digit := strings.LastIndexAny(page[:cell], "0123456789")
	return page[:digit] + "77" + page[digit+1:]
}

// clean fails the test for barriers and for a page that scrolls sideways, on a desk
// and on phones.
func (v *visitor) clean(name string) {
	v.t.Helper()
	v.picture(name)
	for _, width := range widths {
		v.resize(width)
		v.fits(name, width)
		if width != 360 && !v.site.scriptless {
			v.openToAll(name)
		}
	}
	v.resize(widths[0])
}

// attach chooses files in a field.
func (v *visitor) attach(selector string, files ...string) {
	v.t.Helper()
	v.point(selector, selected(selector))
	v.run("attach files", func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		var document struct {
			Root struct {
				NodeID int `json:"nodeId"`
			} `json:"root"`
		}
		err := t.Call(ctx, "DOM.getDocument", nil, &document)
		if err != nil {
			return chromedp.Void{}, err
		}
		var field struct {
			NodeID int `json:"nodeId"`
		}
		err = t.Call(ctx, "DOM.querySelector", map[string]any{"nodeId": document.Root.NodeID, "selector": selector}, &field)
		if err != nil {
			return chromedp.Void{}, err
		}
		return chromedp.Void{}, t.Call(ctx, "DOM.setFileInputFiles", map[string]any{"files": files, "nodeId": field.NodeID}, nil)
	})
}

// awaits opens the page again until it shows the words.
func (v *visitor) awaits(words string) {
	v.t.Helper()
	until := time.Now().Add(patience)
	for !strings.Contains(v.text("main"), words) {
		if time.Now().After(until) {
			v.t.Fatalf("%s does not come to show %q. It shows:\n%s", v.path(), words, v.text("main"))
		}
		time.Sleep(200 * time.Millisecond)
		v.open(v.path())
	}
}

// fetch downloads what the visitor may have.
func (v *visitor) fetch(path string) []byte {
	v.t.Helper()
	request, err := http.NewRequestWithContext(v.t.Context(), http.MethodGet, v.site.address+path, nil)
	if err != nil {
		v.t.Fatalf("fetch %s: %v", path, err)
	}
	v.run("take the cookies", func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		var kept struct {
			Cookies []struct {
				Name  string `json:"name"`
				Value string `json:"value"`
			} `json:"cookies"`
		}
		err := t.Call(ctx, "Network.getCookies", nil, &kept)
		for _, c := range kept.Cookies {
			request.AddCookie(&http.Cookie{Name: c.Name, Value: c.Value})
		}
		return chromedp.Void{}, err
	})
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		v.t.Fatalf("fetch %s: %v", path, err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK || answer.Request.URL.Path != path {
		v.t.Fatalf("fetch %s with %d cookies: %s at %s, %v", path, len(request.Cookies()), answer.Status, answer.Request.URL, err)
	}
	return body
}

// otherOption is the value of the first option that is not chosen on the other side.
func otherOption(v *visitor) string {
	v.t.Helper()
	return ask[string](v, `[...document.querySelectorAll("select[name=second] option")].map(o => o.value).find(x => x && x !== document.querySelector("select[name=first]").value)`)
}

// wordsOf is the text of a Word file, with its markup.
func wordsOf(t *testing.T, content []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatalf("open the notice: %v", err)
	}
	part, err := archive.Open("word/document.xml")
	if err != nil {
		t.Fatalf("open the notice: %v", err)
	}
	defer part.Close()
	words, err := io.ReadAll(part)
	if err != nil {
		t.Fatalf("read the notice: %v", err)
	}
	return string(words)
}
