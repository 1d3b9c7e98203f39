package workbench

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/net/html"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/audit"
	"gongkai/internal/docfile"
	"gongkai/internal/ident"
	"gongkai/internal/job"
	"gongkai/internal/ledgerfile"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/reportfile"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
	"gongkai/internal/web/ui"
	"gongkai/internal/web/ui/htmltest"
	"gongkai/law/workday"
)

const password = "correct horse battery"

// world is a whole workbench over a database of its own: the site "s" with a
// county, two towns and a village office below the first town, and the site "x".
type world struct {
	t         *testing.T
	db        *store.DB
	organs    *organ.Service
	registers *register.Service
	imports   *ledgerfile.Imports
	// collections are the collected reports.
	collections *collection.Service
	away        atomic.Int64 // how far the workbench's clock is ahead
	bench       *Workbench
	server      *httptest.Server
}

type trailOf struct{ db *store.DB }

func (t trailOf) AuditOfOrgan(ctx context.Context, siteID, organID string, after audit.Entry, limit int) ([]audit.Entry, error) {
	return t.db.AuditOfOrgan(ctx, siteID, organID, store.PositionOf(after), limit)
}

func (t trailOf) AuditOfObject(ctx context.Context, siteID, kind, id string, after audit.Entry, limit int) ([]audit.Entry, error) {
	return t.db.AuditOfObject(ctx, siteID, kind, id, store.PositionOf(after), limit)
}

func newWorld(t *testing.T) *world {
	t.Helper()
	now := time.Now
	w := &world{t: t, db: storetest.SQLite(t, store.Options{})}
	ids := ident.System().Next
	w.organs = organ.NewService(store.NewOrgans(w.db), now, ids)
	w.registers = register.NewService(store.NewRegisters(w.db), annualreport.Touches, now)
	reports := annualreport.NewService(store.NewReports(w.db), workday.National(), now)
	w.must(w.organs.AddSite(t.Context(), organ.Site{ID: "s", Name: "甲县政府网", Host: "s.test", RootID: "county", Today: "2025-01-10"}, []organ.Organ{
		{ID: "county", Kind: organ.CountyGovernment, Name: "甲县人民政府", ShortName: "甲县", KeptSince: "2020-01-01"},
		{ID: "town", ParentID: "county", Kind: organ.Town, Name: "乙镇人民政府", ShortName: "乙镇", KeptSince: "2020-01-01"},
		{ID: "other", ParentID: "county", Kind: organ.Town, Name: "丙镇人民政府", ShortName: "丙镇", KeptSince: "2020-01-01"},
	}))
	w.must(w.organs.AddSite(t.Context(), organ.Site{ID: "x", Name: "丁县政府网", Host: "x.test", RootID: "xroot", Today: "2025-01-10"}, []organ.Organ{
		{ID: "xroot", Kind: organ.CountyGovernment, Name: "丁县人民政府", ShortName: "丁县"},
	}))
	w.people()
	w.serve(reports, ids)
	return w
}

func (w *world) people() {
	hash, err := organ.HashPassword(password)
	w.must(err)
	person := func(site, login, at string, roles ...organ.Role) organ.Person {
		p := organ.Person{ID: site + "-" + login, SiteID: site, OrganID: at, Login: login, Name: "人员" + login}
		for _, role := range roles {
			p.Grants = append(p.Grants, organ.Grant{Role: role, OrganID: at})
		}
		return p
	}
	w.must(w.organs.AddPeople(w.t.Context(), organ.System, []organ.Person{
		person("s", "clerk", "town", organ.Clerk), person("s", "reviewer", "town", organ.Reviewer), person("s", "signer", "town", organ.Signer),
		person("s", "townadmin", "town", organ.Administrator), person("s", "neighbour", "other", organ.Clerk),
		person("s", "supervisor", "county", organ.Supervisor), person("s", "auditor", "county", organ.Auditor),
		person("s", "admin", "county", organ.Administrator), person("s", "stranger", "town"),
		person("x", "clerk", "xroot", organ.Clerk, organ.Administrator, organ.Auditor, organ.Supervisor),
	}, hash))
}

func (w *world) serve(reports *annualreport.Service, ids func() string) {
	t := w.t
	assets, err := ui.NewAssets("")
	w.must(err)
	queue := store.NewJobs(w.db)
	w.imports, err = ledgerfile.NewImports(filepath.Join(t.TempDir(), "imports"), queue, w.registers, w.organs.Reader(), ids, time.Now)
	w.must(err)
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	w.collections = collection.NewService(store.NewCollections(w.db), time.Now)
	collected := reportfile.NewCollections(w.collections, queue, reports.SealedCells, t.TempDir())
	handlers := map[string]job.Handler{ledgerfile.Kind: w.imports.Run, reportfile.CollectionKind: collected.Run}
	runner := job.New(queue, handlers, job.Options{Log: log, Poll: 10 * time.Millisecond})
	w.imports.SetRunning(runner.Progress)
	collected.SetRunning(runner.Progress)
	w.db.OnEnqueue(runner.Wake)
	ctx, stop := context.WithCancel(t.Context())
	over := make(chan struct{})
	go func() {
		defer close(over)
		runner.Run(ctx)
	}()
	sessions := scs.New()
	sessions.Store, sessions.IdleTimeout = store.NewSessions(w.db, "installation"), 30*time.Minute
	w.bench, err = New(Config{
		Organs: w.organs, Registers: w.registers, Reports: reports, Desk: store.NewReports(w.db), Trail: trailOf{w.db},
		Collections: w.collections, Originals: originalsOf{collected}, Exports: docfile.Exports(nil),
		Ledgers: ledgerfile.Files{}, Imports: w.imports, Sessions: sessions, Assets: assets, Log: log, Calendar: workday.National(), Now: func() time.Time { return time.Now().Add(time.Duration(w.away.Load())) },
	})
	w.must(err)
	mux := http.NewServeMux()
	w.bench.Routes(mux)
	w.server = httptest.NewServer(mux)
	t.Cleanup(func() {
		w.server.Close()
		stop()
		<-over
	})
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// browser is one person's browser, which follows no redirect.
type browser struct {
	w      *world
	client *http.Client
	token  string
}

func (w *world) browser() *browser {
	jar, err := cookiejar.New(nil)
	w.must(err)
	return &browser{w: w, client: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// as signs in at the site "s" and remembers the anti-forgery token.
func (w *world) as(login string) *browser { return w.asOf("s", login) }

func (w *world) asOf(site, login string) *browser {
	w.t.Helper()
	b := w.browser()
	b.get("/work/login")
	a := b.post("/work/login", url.Values{"site": {site}, "login": {login}, "password": {password}})
	if a.status != http.StatusSeeOther {
		w.t.Fatalf("sign in as %s: status %d, want 303: %s", login, a.status, a.text())
	}
	b.get("/work/account")
	return b
}

// answer is a page as it came.
type answer struct {
	w        *world
	status   int
	location string
	header   http.Header
	body     []byte
	doc      *html.Node
}

func (b *browser) do(r *http.Request) answer {
	b.w.t.Helper()
	resp, err := b.client.Do(r)
	if err != nil {
		b.w.t.Fatalf("%s %s: %v", r.Method, r.URL, err)
	}
	defer resp.Body.Close()
	a := answer{w: b.w, status: resp.StatusCode, location: resp.Header.Get("Location"), header: resp.Header}
	a.body, err = io.ReadAll(resp.Body)
	b.w.must(err)
	if strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") {
		a.doc, err = htmltest.Parse(bytes.NewReader(a.body))
		b.w.must(err)
		for _, n := range htmltest.Find(a.doc, "input[name=token]") {
			b.token, _ = htmltest.Attr(n, "value")
		}
	}
	return a
}

func (b *browser) get(path string) answer {
	b.w.t.Helper()
	r, err := http.NewRequestWithContext(b.w.t.Context(), http.MethodGet, b.w.server.URL+path, nil)
	b.w.must(err)
	return b.do(r)
}

// post sends a form with the token last seen, unless it has one.
func (b *browser) post(path string, form url.Values) answer {
	b.w.t.Helper()
	sent := url.Values{"token": {b.token}}
	for name, values := range form {
		sent[name] = values
	}
	r, err := http.NewRequestWithContext(b.w.t.Context(), http.MethodPost, b.w.server.URL+path, strings.NewReader(sent.Encode()))
	b.w.must(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.do(r)
}

// send uploads a file with the token last seen.
func (b *browser) send(path, name string, content io.Reader) answer {
	b.w.t.Helper()
	body, out := io.Pipe()
	form := multipart.NewWriter(out)
	go func() {
		err := form.WriteField("token", b.token)
		if err == nil {
			var part io.Writer
			part, err = form.CreateFormFile("file", name)
			if err == nil {
				_, err = io.Copy(part, content)
			}
		}
		if err == nil {
			err = form.Close()
		}
		out.CloseWithError(err)
	}()
	r, err := http.NewRequestWithContext(b.w.t.Context(), http.MethodPost, b.w.server.URL+path, body)
	b.w.must(err)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return b.do(r)
}

// text is the words of the page's main part, or the body of what is no page.
func (a answer) text() string {
	if a.doc == nil {
		return string(a.body)
	}
	for _, n := range htmltest.Find(a.doc, "main") {
		return htmltest.Text(n)
	}
	return ""
}

// want fails unless the answer has the status and says each of the words.
func (a answer) want(status int, words ...string) answer {
	a.w.t.Helper()
	if a.status != status {
		a.w.t.Errorf("status = %d, want %d: %s %s", a.status, status, a.location, a.text())
	}
	for _, word := range words {
		if !strings.Contains(a.text(), word) {
			a.w.t.Errorf("the page does not say %q: %s", word, a.text())
		}
	}
	if a.doc != nil {
		for _, complaint := range htmltest.Complaints(a.doc) {
			a.w.t.Errorf("complaint: %s", complaint)
		}
	}
	return a
}

// value is what an input of the page holds.
func (a answer) value(name string) string {
	for _, n := range htmltest.Find(a.doc, "[name="+name+"]") {
		switch n.Data {
		case "textarea":
			return htmltest.Text(n)
		case "select":
			for _, o := range htmltest.Find(n, "option[selected]") {
				v, _ := htmltest.Attr(o, "value")
				return v
			}
		default:
			kind, _ := htmltest.Attr(n, "type")
			_, checked := htmltest.Attr(n, "checked")
			if kind == "radio" && !checked {
				continue
			}
			v, _ := htmltest.Attr(n, "value")
			return v
		}
	}
	return ""
}

const townPages = "/work/o/town"

// requestForm is a request as a clerk types it.
func requestForm(number string) url.Values {
	return url.Values{
		"number": {number}, "applicant_kind": {"natural_person"}, "applicant_name": {"张某某"}, "intake": {"web"},
		"subject": {"某地块征收补偿方案"}, "received_on": {"2025-01-03"},
	}
}

func numberQuery(number string) string {
	return "?" + url.Values{"number": {number}}.Encode()
}

func (w *world) record(number string) register.Record {
	w.t.Helper()
	clerk, err := w.organs.Reader().Person(w.t.Context(), "s", "s-clerk")
	w.must(err)
	_, r, err := w.registers.Record(w.t.Context(), clerk, "s", "town", "request", number)
	if err != nil {
		w.t.Fatalf("record %s: %v", number, err)
	}
	return r
}

func lines(rows ...string) io.Reader {
	return strings.NewReader("\ufeff" + fmt.Sprint(strings.Join(rows, "\r\n")) + "\r\n")
}

func (w *world) clerk() organ.Person {
	w.t.Helper()
	p, err := w.organs.Reader().Person(w.t.Context(), "s", "s-clerk")
	w.must(err)
	return p
}

// seal gives the town a report of a year that is sealed, as signing does.
func (w *world) seal(year int) {
	w.t.Helper()
	reports := store.NewReports(w.db)
	w.must(reports.InTx(w.t.Context(), func(tx annualreport.Tx) error {
		r := annualreport.Report{SiteID: "s", ID: "sealed", OrganID: "town", Year: year, Edition: 1, Format: "2021", State: annualreport.Signed, Version: 1}
		err := tx.AddReport(w.t.Context(), r)
		if err != nil {
			return err
		}
		seal, err := annualreport.NewSeal(annualreport.Sealed{})
		if err != nil {
			return err
		}
		return tx.SaveSeal(w.t.Context(), "s", "sealed", seal)
	}))
}
