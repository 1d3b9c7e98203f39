package portal_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"golang.org/x/net/html"

	"gongkai/internal/annualreport"
	"gongkai/internal/document"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
	"gongkai/internal/web/portal"
	"gongkai/internal/web/ui"
	"gongkai/internal/web/ui/htmltest"
	"gongkai/law/tally"
	"gongkai/law/workday"
)

const host = "www.tx.example.gov.cn"

// world is the portal over a real database with two sites.
type world struct {
	t    testing.TB
	db   *store.DB
	mux  *http.ServeMux
	seal map[string]annualreport.Seal // by report id
	regs *register.Service
}

// newWorld is a world in which nothing remembered is ever fresh.
func newWorld(t *testing.T) *world { return newWorldAt(t, time.Minute) }

// newWorldAt is a world whose clock moves on by step each time someone looks.
func newWorldAt(t testing.TB, step time.Duration) *world {
	t.Helper()
	clock := time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)
	now := func() time.Time { clock = clock.Add(step); return clock }
	w := &world{t: t, db: storetest.SQLite(t, store.Options{}), mux: http.NewServeMux(), seal: map[string]annualreport.Seal{}}
	n := 0
	organs := organ.NewService(store.NewOrgans(w.db), now, func() string { n++; return fmt.Sprintf("id%d", n) })
	w.regs = register.NewService(store.NewRegisters(w.db), func(register.Definition, register.Record, int) bool { return false }, now)
	w.check(organs.AddSite(t.Context(), organ.Site{
		ID: "tx", Name: "桐乡市政府信息公开网", Host: host, SiteCode: "3304830001", ICP: "浙ICP备11041973号-1", PoliceRecord: "33048302000392",
		Sponsor: "桐乡市人民政府", Operator: "桐乡市大数据局", Address: "振兴路1号", Telephone: "0573-88000000", RootID: "city",
	}, []organ.Organ{
		{ID: "city", Kind: organ.CountyGovernment, Name: "桐乡市人民政府", ShortName: "市政府", WorkingBody: "市政府办公室", Telephone: "0573-88000001", Email: "gk@tx.example.gov.cn"},
		{ID: "zq", ParentID: "city", Kind: organ.Town, Name: "桐乡市洲泉镇人民政府", ShortName: "洲泉镇", WorkingBody: "洲泉镇党政办公室", Address: "湘溪大道1号", Hours: "工作日8:30—17:00", Telephone: "0573-88000002", Demo: true},
	}))
	w.check(organs.AddSite(t.Context(), organ.Site{ID: "sz", Name: "嵊州市政府信息公开网", RootID: "bureau"}, []organ.Organ{
		{ID: "bureau", Kind: organ.Department, Name: "嵊州市文化广电旅游局", ShortName: "市文广旅游局"},
	}))
	assets, err := ui.NewAssets("")
	w.check(err)
	p, err := portal.New(portal.Config{
		Organs: organs, Registers: w.regs, Reports: annualreport.NewService(store.NewReports(w.db), workday.Calendar{}, now),
		Assets: assets, Now: now, Exports: []document.Export{
			{Name: "pdf", Label: "PDF 版式文件", MediaType: "application/pdf", Write: func(w io.Writer, d *document.Document, _ any) error {
				_, err := io.WriteString(w, "PDF of "+d.Title)
				return err
			}},
			{Name: "json", Label: "JSON", MediaType: "application/json", Write: func(w io.Writer, _ *document.Document, data any) error {
				return json.NewEncoder(w).Encode(data)
			}},
		},
	})
	w.check(err)
	p.Routes(w.mux)
	w.mux.Handle("GET "+ui.AssetPrefix, assets)
	w.mux.HandleFunc("GET "+ui.ViewPath, ui.ChangeView)
	w.fill()
	return w
}

func (w *world) check(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// record saves one record in the town's ledger.
func (w *world) record(name string, pairs ...string) {
	w.t.Helper()
	values := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	clerk := organ.Person{ID: "p", SiteID: "tx", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "zq"}}}
	_, err := w.regs.Save(w.t.Context(), clerk, register.Change{SiteID: "tx", OrganID: "zq", Register: name, Typed: values})
	if err != nil {
		w.t.Fatalf("Save(%s, %v) = %v", name, values, err)
	}
}

// report stores one edition as if it had gone the whole way to its state.
func (w *world) report(id, organID, organName string, year, edition int, state annualreport.State, signed, text string) {
	w.t.Helper()
	format, err := tally.FormatFor(year)
	w.check(err)
	seal, err := annualreport.NewSeal(annualreport.Sealed{
		Organ: organName, Year: year, Edition: edition, Format: format.ID, Title: format.Title(organName, year), SignedOn: signed,
		Cells: tally.Cells{"req.received_new.natural_person": tally.Count(5)}, Counts: map[string]int64{},
		Sections: []annualreport.SealedSection{{Key: "overview.proactive", Body: text, Text: text}},
	})
	w.check(err)
	w.seal[id] = seal
	r := annualreport.Report{
		SiteID: "tx", ID: id, OrganID: organID, Year: year, Edition: edition, Format: format.ID, State: state, Version: 1, SignedOn: signed,
		IndexNumber: fmt.Sprintf("001008004005097/%d-0%d220", year+1, edition),
	}
	if state == annualreport.Published || state == annualreport.Superseded {
		r.PublishedOn = signed
	}
	if edition > 1 {
		r.CorrectionNote = "更正了依申请公开的件数"
	}
	w.check(store.NewReports(w.db).InTx(w.t.Context(), func(tx annualreport.Tx) error {
		err := tx.AddReport(w.t.Context(), r)
		if err != nil {
			return err
		}
		return tx.SaveSeal(w.t.Context(), "tx", id, seal)
	}))
}

const hostile = `<script>alert("x")</script>&'`

func (w *world) fill() {
	for i := 1; i <= 25; i++ {
		w.record("disclosure_item", "number", fmt.Sprintf("113304830025306088/2024-%05d", i), "title", fmt.Sprintf("洲泉镇财政信息第%d号", i),
			"category", "finance", "published_on", fmt.Sprintf("2024-03-%02d", i))
	}
	w.record("disclosure_item", "number", "113304830025306088/2025-00001", "title", "关于加强宅基地管理的通知", "category", "rural", "channel", "wechat",
		"outlet", "“品水映洲泉”微信公众号", "document_number", "洲政规〔2024〕1号", "dated_on", "2025-01-05", "published_on", "2025-01-06", "address", "https://news.example.gov.cn/a")
	w.record("disclosure_item", "number", "../奇/..", "title", hostile, "category", "notice", "published_on", "2024-05-01", "address", "javascript:alert(1)")
	w.record("disclosure_item", "number", "113304830025306088/2099-00001", "title", "尚未到期的信息", "category", "culture", "published_on", "2099-01-01")
	w.record("disclosure_item", "number", "113304830025306088/2023-00009", "title", "已经撤回的公示", "category", "recruitment", "published_on", "2023-01-01", "withdrawn_on", "2023-02-01")
	w.record("disclosure_item", "number", "guide-1", "title", "政府信息公开指南", "class", "guide", "category", "guide", "published_on", "2024-06-01")
	w.record("normative_document", "number", "洲政规〔2024〕1号", "title", "洲泉镇农村宅基地管理办法", "issued_on", "2024-03-01", "interpretation", "113304830025306088/2025-00001")
	w.record("normative_document", "number", "洲政规〔2014〕7号", "title", "洲泉镇旧办法", "issued_on", "2014-03-01", "ended_on", "2020-01-01", "ended_by", "repealed")
	w.record("service_point", "number", "点01", "kind", "reception", "title", "镇便民服务中心窗口", "address", "湘溪大道1号", "opened_on", "2020-01-01")
	w.record("service_point", "number", "点02", "kind", "reading", "title", "镇档案室查阅点", "address", "湘溪大道2号", "opened_on", "2020-01-01")
	w.record("internal_office", "number", "办01", "title", "党政综合办公室", "leads", "yes", "liaison", "张联络", "opened_on", "2020-01-01")
	w.record("media_account", "number", "媒01", "title", "品水映洲泉", "opened_on", "2021-06-01")
	w.record("disclosure_rule", "number", "制01", "title", "政府信息发布保密审查制度", "opened_on", "2020-01-01", "body", "第一条 先审查后公开。\n第二条 谁公开谁负责。")
	w.report("r23", "zq", "桐乡市洲泉镇人民政府", 2023, 1, annualreport.Published, "2024-01-12", "2023年的正文。")
	w.report("r24a", "zq", "桐乡市洲泉镇人民政府", 2024, 1, annualreport.Superseded, "2025-01-16", "第一版的正文。")
	w.report("r24b", "zq", "桐乡市洲泉镇人民政府", 2024, 2, annualreport.Published, "2025-02-01", "第二版的正文。")
	w.report("r24c", "zq", "桐乡市洲泉镇人民政府", 2024, 3, annualreport.Draft, "2025-03-01", "第三版草稿的正文。")
	w.report("r25", "zq", "桐乡市洲泉镇人民政府", 2025, 1, annualreport.Signed, "2026-01-16", "签发未发布的正文。")
	w.report("c24", "city", "桐乡市人民政府", 2024, 1, annualreport.Published, "2025-03-20", "市政府的正文。")
}

// get asks the portal. headers are name, value pairs.
func (w *world) get(target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequestWithContext(context.Background(), http.MethodGet, target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		} else {
			r.Header.Set(headers[i], headers[i+1])
		}
	}
	answer := httptest.NewRecorder()
	w.mux.ServeHTTP(answer, r)
	return answer
}

// page asks for a page that must be there, and parses it.
func (w *world) page(target string, headers ...string) *html.Node {
	w.t.Helper()
	answer := w.get(target, headers...)
	if answer.Code != http.StatusOK {
		w.t.Fatalf("GET %s = %d, want 200\n%s", target, answer.Code, answer.Body)
	}
	doc, err := htmltest.Parse(answer.Body)
	w.check(err)
	return doc
}
