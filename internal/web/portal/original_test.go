package portal_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/store"
	"gongkai/internal/web/ui/htmltest"
	"gongkai/law/tally"
)

// TestOriginalOfAdoptedReport: the file an earlier report was read from can be saved
// from its page, and is never shown as a page of this site.
func TestOriginalOfAdoptedReport(t *testing.T) {
	w := newWorld(t)
	digest := strings.Repeat("ab", 32)
	seal, err := annualreport.NewSeal(annualreport.Sealed{Organ: "桐乡市洲泉镇人民政府", Year: 2019, Edition: 1, Format: tally.Formats[1].ID, Title: "洲泉镇2019年政府信息公开工作年度报告", Source: "旧网站", Original: digest})
	w.check(err)
	w.check(store.NewReports(w.db).InTx(t.Context(), func(tx annualreport.Tx) error {
		err := tx.AddReport(t.Context(), annualreport.Report{
			SiteID: "tx", ID: "r19", OrganID: "zq", Year: 2019, Edition: 1, Format: tally.Formats[1].ID, State: annualreport.Published, Version: 1,
			PublishedOn: "2020-01-20", SignedOn: "2020-01-20", Source: "旧网站", Original: digest, OriginalName: "年报.HTML",
		})
		if err != nil {
			return err
		}
		err = tx.SaveSeal(t.Context(), "tx", "r19", seal)
		if err != nil {
			return err
		}
		return tx.Store(t.Context(), "tx", digest, []byte(hostile), time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC))
	}))
	href := ""
	for _, a := range htmltest.Find(w.page(zq+"/reports/2019/"), "ul.g-doors a") {
		if htmltest.Text(a) == "原公布文件" {
			href, _ = htmltest.Attr(a, "href")
		}
	}
	answer := w.get(href)
	h := answer.Header()
	if answer.Code != http.StatusOK || answer.Body.String() != hostile {
		t.Fatalf("GET %q = %d %q, want the file as it came", href, answer.Code, answer.Body)
	}
	if h.Get("Content-Type") != "application/octet-stream" || h.Get("X-Content-Type-Options") != "nosniff" ||
		!strings.HasPrefix(h.Get("Content-Disposition"), `attachment; filename="report-2019.html"`) {
		t.Errorf("headers = %v, want a file to be saved", h)
	}
	if again := w.get(href, "If-None-Match", h.Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("GET with its tag = %d, want 304", again.Code)
	}
	for _, none := range []string{zq + "/reports/2024/original", zq + "/reports/2019/original?edition=2", zq + "/reports/1999/original"} {
		if got := w.get(none); got.Code != http.StatusNotFound {
			t.Errorf("GET %s = %d, want 404", none, got.Code)
		}
	}
}
