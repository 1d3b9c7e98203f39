package workbench_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/net/html"

	"gongkai/internal/annualreport"
	"gongkai/internal/docfile"
	"gongkai/internal/document"
	"gongkai/internal/ident"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
	"gongkai/internal/web/ui"
	"gongkai/internal/web/ui/htmltest"
	"gongkai/internal/web/workbench"
	"gongkai/law/workday"
)

const reportPassword = "a-long-password"

// reportWorld is a county with a town, whose registers are kept, and a bureau,
// whose registers are not.
type reportWorld struct {
	t         *testing.T
	db        *store.DB
	registers *register.Service
	reports   *annualreport.Service
	server    *httptest.Server
	exported  error // what every export answers with
}

// requestRow is a request of the town: number, kind of applicant, days, outcome.
type requestRow struct{ number, kind, received, decided, outcome string }

var townRequests = []requestRow{
	{"2023-9", "natural_person", "2023-12-20", "2024-01-10", "G2"},
	{"2024-1", "natural_person", "2024-02-01", "2024-02-20", "G2"},
	{"2024-2", "org_business", "2024-03-01", "2024-03-20", "U1a"},
	{"2024-3", "natural_person", "2024-04-01", "2024-04-20", "U1b"},
	{"2024-4", "org_legal_service", "2024-05-06", "2024-05-20", "D4"},
	{"2024-5", "natural_person", "2024-12-23", "", ""},
}

func newReportWorld(t *testing.T) *reportWorld {
	t.Helper()
	w := newEmptyReportWorld(t)
	w.fill()
	return w
}

// newEmptyReportWorld has registers without a record.
func newEmptyReportWorld(t *testing.T) *reportWorld {
	t.Helper()
	now := func() time.Time { return time.Date(2025, 1, 10, 1, 0, 0, 0, time.UTC) }
	w := &reportWorld{t: t, db: storetest.SQLite(t, store.Options{Now: now})}
	organs := organ.NewService(store.NewOrgans(w.db), now, ident.Sequence(1).Next)
	w.registers = register.NewService(store.NewRegisters(w.db), annualreport.Touches, now)
	w.reports = annualreport.NewService(store.NewReports(w.db), workday.National(), now)
	site := organ.Site{ID: "s", Name: "桐乡市人民政府", RootID: "county", Today: "2025-01-10"}
	w.must(organs.AddSite(t.Context(), site, []organ.Organ{
		{ID: "county", Kind: organ.CountyGovernment, Name: "桐乡市人民政府", ShortName: "桐乡市", KeptSince: "2020-01-01"},
		{ID: "town", ParentID: "county", Kind: organ.Town, Name: "洲泉镇人民政府", ShortName: "洲泉镇", KeptSince: "2020-01-01", EstablishedOn: "2010-01-01", WorkingBody: "党政综合办公室"},
		{ID: "bureau", ParentID: "county", Kind: organ.Department, Name: "桐乡市文化局", ShortName: "市文化局"},
	}))
	hash, err := organ.HashPassword(reportPassword)
	w.must(err)
	person := func(login string, role organ.Role, at string) organ.Person {
		return organ.Person{ID: login, SiteID: "s", OrganID: at, Login: login, Name: "人员" + login, Grants: []organ.Grant{{Role: role, OrganID: at}}}
	}
	w.must(organs.AddPeople(t.Context(), organ.System, []organ.Person{
		person("clerk", organ.Clerk, "town"), person("clerk2", organ.Clerk, "town"), person("reviewer", organ.Reviewer, "town"),
		person("signer", organ.Signer, "town"), person("supervisor", organ.Supervisor, "county"), person("auditor", organ.Auditor, "county"),
		person("admin", organ.Administrator, "county"), person("bureau", organ.Clerk, "bureau"), person("county", organ.Clerk, "county"),
	}, hash))
	w.serve(organs, now)
	return w
}

func (w *reportWorld) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// put adds a record of the town.
func (w *reportWorld) put(ledger string, values map[string]string) {
	w.t.Helper()
	clerk := organ.Person{ID: "clerk", SiteID: "s", Name: "人员clerk", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "town"}}}
	_, err := w.registers.Save(w.t.Context(), clerk, register.Change{SiteID: "s", OrganID: "town", Register: ledger, Typed: values, Reason: "补登"})
	w.must(err)
}

func (w *reportWorld) fill() {
	for i := range 7 {
		channel := []string{"platform", "wechat"}[i%2]
		w.put("disclosure_item", map[string]string{
			"number": fmt.Sprintf("2024-%05d", i+1), "title": "关于第" + fmt.Sprint(i+1) + "项工作的公示",
			"class": "information", "channel": channel, "category": "notice", "published_on": fmt.Sprintf("2024-%02d-10", i+1),
		})
	}
	for _, r := range townRequests {
		w.put("request", map[string]string{
			"number": r.number, "applicant_kind": r.kind, "applicant_name": "王某保密", "intake": "web",
			"subject": "某地块征收补偿方案", "received_on": r.received, "decided_on": r.decided, "outcome": r.outcome,
		})
	}
	w.put("administrative_action", map[string]string{"number": "许2024-1", "kind": "licence", "decided_on": "2024-06-01", "subject": "审批", "quantity": "28", "source_document": "办件清单"})
	w.put("administrative_fee", map[string]string{"number": "费2024-1", "title": "登记费", "collected_on": "2024-03-31", "amount": "1200.00", "source_document": "报表"})
	w.put("reconsideration", map[string]string{"number": "桐政复〔2024〕12号", "authority": "桐乡市人民政府", "accepted_on": "2024-11-20"})
	w.put("reconsideration", map[string]string{"number": "桐政复〔2024〕1号", "authority": "桐乡市人民政府", "accepted_on": "2024-01-20", "closed_on": "2024-03-01", "result": "upheld"})
	w.put("training", map[string]string{"number": "训1", "held_on": "2024-04-15", "subject": "业务培训", "attendees": "32"})
	w.put("inspection", map[string]string{"number": "查1", "held_on": "2024-06-12", "subject": "栏目更新", "findings": "0"})
	w.put("appraisal", map[string]string{"number": "评1", "year": "2024", "kind": "assessment", "result": "考核优秀"})
	w.put("appraisal", map[string]string{"number": "评2", "year": "2024", "kind": "social_appraisal", "result": "满意"})
}

func (w *reportWorld) serve(organs *organ.Service, now func() time.Time) {
	assets, err := ui.NewAssets("")
	w.must(err)
	jsonForm := document.Export{Name: "json", Label: "JSON 数据", MediaType: "application/json", Write: func(out io.Writer, d *document.Document, data any) error {
		if w.exported != nil {
			return w.exported
		}
		if sealed, ok := data.(json.RawMessage); ok {
			_, err := out.Write(sealed)
			return err
		}
		return json.NewEncoder(out).Encode(map[string]any{"notes": d.Notes, "title": d.Title, "data": data})
	}}
	forms := []document.Export{jsonForm}
	for _, e := range docfile.Exports(nil) {
		if e.Name == "xlsx" {
			forms = append(forms, e)
		}
	}
	bench, err := workbench.New(workbench.Config{
		Organs: organs, Registers: w.registers, Reports: w.reports, Desk: store.NewReports(w.db), Sessions: scs.New(), Exports: forms,
		Assets: assets, Log: slog.New(slog.NewTextHandler(w.t.Output(), nil)), Now: now, Calendar: workday.National(),
	})
	w.must(err)
	mux := http.NewServeMux()
	bench.Routes(mux)
	w.server = httptest.NewServer(mux)
	w.t.Cleanup(w.server.Close)
}

// reportUser is a signed-in person with a browser that runs no scripts.
type reportUser struct {
	w      *reportWorld
	client *http.Client
}

// answer is a page that came back, or a file.
type answer struct {
	status int
	path   string // where the redirects ended
	header http.Header
	body   string
	doc    *html.Node
}

func (w *reportWorld) signIn(login string) *reportUser {
	w.t.Helper()
	jar, err := cookiejar.New(nil)
	w.must(err)
	u := &reportUser{w: w, client: &http.Client{Jar: jar}}
	u.client.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
		if strings.HasSuffix(r.URL.Path, "/work/") || strings.HasSuffix(r.URL.Path, "/o/"+login+"/") {
			return http.ErrUseLastResponse
		}
		return nil
	}
	page := u.get("/work/login")
	u.press(page, "登录", url.Values{"login": {login}, "password": {reportPassword}})
	return u
}

func (u *reportUser) get(address string) answer {
	u.w.t.Helper()
	r, err := u.client.Get(u.w.server.URL + address)
	u.w.must(err)
	return u.read(r)
}

// page gets a page that must be there.
func (u *reportUser) page(address string) answer {
	u.w.t.Helper()
	a := u.get(address)
	if a.status != http.StatusOK {
		u.w.t.Fatalf("GET %s = %d, want 200\n%s", address, a.status, a.said())
	}
	return a
}

func (u *reportUser) read(r *http.Response) answer {
	u.w.t.Helper()
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	u.w.must(err)
	a := answer{status: r.StatusCode, path: r.Request.URL.Path, header: r.Header, body: string(body)}
	if strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
		a.doc, err = htmltest.Parse(strings.NewReader(a.body))
		u.w.must(err)
		for _, complaint := range htmltest.Complaints(a.doc) {
			if r.StatusCode != http.StatusSeeOther {
				u.w.t.Errorf("%s: %s", r.Request.URL, complaint)
			}
		}
	}
	return a
}

// main is the text of the page's content.
func (a answer) main() string {
	if a.doc == nil {
		return a.body
	}
	text := ""
	for _, n := range htmltest.Find(a.doc, "main") {
		text += htmltest.Text(n)
	}
	return text
}

// said is the beginning of main, for a failure.
func (a answer) said() string {
	text := []rune(a.main())
	return string(text[:min(len(text), 700)])
}

// press sends the form of the button with these words as a browser would, with
// some answers changed.
func (u *reportUser) press(a answer, words string, changed url.Values) answer {
	u.w.t.Helper()
	i := slices.IndexFunc(htmltest.Find(a.doc, "button"), func(n *html.Node) bool { return htmltest.Text(n) == words })
	if i < 0 {
		u.w.t.Fatalf("%s has no button %q\n%s", a.path, words, a.said())
	}
	return u.send(a, htmltest.Find(a.doc, "button")[i], changed)
}

// pressValue is press by the name and value of the button.
func (u *reportUser) pressValue(a answer, name, value string, changed url.Values) answer {
	u.w.t.Helper()
	i := slices.IndexFunc(htmltest.Find(a.doc, "button[name="+name+"]"), func(n *html.Node) bool {
		v, _ := htmltest.Attr(n, "value")
		return v == value
	})
	if i < 0 {
		u.w.t.Fatalf("%s has no button %s=%s\n%s", a.path, name, value, a.said())
	}
	return u.send(a, htmltest.Find(a.doc, "button[name="+name+"]")[i], changed)
}

func (u *reportUser) send(a answer, button *html.Node, changed url.Values) answer {
	u.w.t.Helper()
	form := formOf(a.doc, button)
	if form == nil {
		u.w.t.Fatalf("the button %q has no form", htmltest.Text(button))
	}
	values := url.Values{}
	for _, tag := range []string{"input", "select", "textarea"} {
		for _, n := range htmltest.Find(a.doc, tag) {
			if formOf(a.doc, n) == form {
				collect(values, n)
			}
		}
	}
	if name, ok := htmltest.Attr(button, "name"); ok {
		value, _ := htmltest.Attr(button, "value")
		values.Set(name, value)
	}
	for name, v := range changed {
		values[name] = v
	}
	address, _ := htmltest.Attr(form, "action")
	if address == "" {
		address = a.path
	}
	return u.post(address, values)
}

func (u *reportUser) post(address string, values url.Values) answer {
	u.w.t.Helper()
	r, err := u.client.PostForm(u.w.server.URL+address, values)
	u.w.must(err)
	return u.read(r)
}

func formOf(doc, n *html.Node) *html.Node {
	if id, ok := htmltest.Attr(n, "form"); ok {
		for _, form := range htmltest.Find(doc, "form#"+id) {
			return form
		}
		return nil
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == "form" {
			return p
		}
	}
	return nil
}

// collect adds what a browser would send of a field.
func collect(values url.Values, n *html.Node) {
	name, _ := htmltest.Attr(n, "name")
	value, _ := htmltest.Attr(n, "value")
	kind, _ := htmltest.Attr(n, "type")
	_, checked := htmltest.Attr(n, "checked")
	switch {
	case name == "" || (kind == "checkbox" || kind == "radio") && !checked:
	case n.Data == "textarea":
		values.Add(name, strings.ReplaceAll(rawText(n), "\n", "\r\n"))
	case n.Data == "select":
		options := htmltest.Find(n, "option")
		chosen := ""
		if len(options) > 0 {
			chosen, _ = htmltest.Attr(options[0], "value")
		}
		for _, o := range htmltest.Find(n, "option[selected]") {
			chosen, _ = htmltest.Attr(o, "value")
		}
		values.Add(name, chosen)
	default:
		values.Add(name, value)
	}
}

func rawText(n *html.Node) string {
	text := ""
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			text += c.Data
		}
	}
	return text
}

// report loads the town's report past the pages.
func (w *reportWorld) report() annualreport.Report {
	w.t.Helper()
	report, err := store.NewReports(w.db).Latest(context.Background(), "s", "town", 2024)
	w.must(err)
	return report
}
