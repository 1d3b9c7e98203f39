package workbench

import (
	"context"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"github.com/alexedwards/scs/v2"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/audit"
	"gongkai/internal/document"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
	"gongkai/law/workday"
)

// Config is all the workbench needs.
type Config struct {
	Organs    *organ.Service
	Registers *register.Service
	Reports   *annualreport.Service
	Desk      Desk
	Trail     Trail
	Ledgers   Ledgers
	Imports   Imports
	// Collections and Originals are the collected reports of the organs.
	Collections *collection.Service
	Originals   Originals

	Sessions  *scs.SessionManager // the workbench sets its cookie's attributes and minds its idle time
	Exports   []document.Export   // forms in which a report can be taken away
	Assets    *ui.Assets
	Templates fs.FS // of the pages, for development; the built-in ones when nil
	Log       *slog.Logger
	Now       func() time.Time
	Calendar  workday.Calendar
	// SecureCookies marks cookies for HTTPS only even where the request came without
	// TLS, as behind a proxy that ends it.
	SecureCookies bool
}

// Desk is what the first page and the lists ask beyond the services: headers of
// reports, numbers of records, open requests. Pages ask it only for an organ that
// the visitor may read.
type Desk interface {
	Headers(ctx context.Context, f annualreport.HeaderFilter) ([]annualreport.Report, error)
	Holdings(ctx context.Context, siteID, organID string, year int) (map[string]int64, error)
	OpenRequests(ctx context.Context, siteID, organID string, year, limit int) ([]annualreport.OpenRequest, error)
}

// Trail reads the audit trail, newest first, at most limit entries that follow the
// given one; the zero Entry is before the first.
type Trail interface {
	AuditOfOrgan(ctx context.Context, siteID, organID string, after audit.Entry, limit int) ([]audit.Entry, error)
	AuditOfObject(ctx context.Context, siteID, kind, id string, after audit.Entry, limit int) ([]audit.Entry, error)
}

// Ledgers writes the files of a register.
type Ledgers interface {
	// Template writes a workbook to be filled in for an import.
	Template(w io.Writer, d register.Definition) error
	// Export writes records as "xlsx" or "csv"; next gives io.EOF after the last.
	Export(w io.Writer, format string, d register.Definition, o organ.Organ, date string, next func() (register.Record, error)) error
}

// Imports carries imports from the uploaded file to the last record.
type Imports interface {
	// Receive keeps the file and queues its examination, which changes no record. It
	// refuses a file it cannot read.
	Receive(ctx context.Context, actor organ.Person, im register.Import, file io.Reader) (string, error)
	// Confirm queues the import of a file that was examined without problems.
	Confirm(ctx context.Context, actor organ.Person, siteID, id, reason string) error
	// Discard drops a file that has not been imported.
	Discard(ctx context.Context, actor organ.Person, siteID, id string) error
	// Result returns what was asked and what came, or would come, of it.
	Result(ctx context.Context, siteID, id string) (register.Import, register.Imported, error)
	// Progress names the step an import is in: "examining", "examined", "importing",
	// "imported" or "failed"; and how many rows of how many are done (0: not known).
	Progress(ctx context.Context, siteID, id string) (string, int64, int64, error)
	// Open lists the imports of an organ that wait for somebody, newest first.
	Open(ctx context.Context, siteID, organID string) ([]string, error)
}

//go:embed templates/*.html
var templates embed.FS

// Workbench serves the staff pages.
type Workbench struct {
	Config
	renderer *ui.Renderer
	sessions [2]*scs.SessionManager // cookies for plain HTTP and for HTTPS only
	idle     time.Duration          // after which a session ends; 0 is never
}

// New returns the workbench. It fails when a template does not parse.
func New(c Config) (*Workbench, error) {
	if c.Templates == nil {
		built, err := fs.Sub(templates, "templates")
		if err != nil {
			return nil, fmt.Errorf("open templates: %w", err)
		}
		c.Templates = built
	}
	renderer, err := ui.NewRenderer(c.Assets, c.Templates)
	if err != nil {
		return nil, fmt.Errorf("workbench: %w", err)
	}
	b := &Workbench{Config: c, renderer: renderer, idle: c.Sessions.IdleTimeout}
	// The session manager would write the session with every page, and wait for the
	// one writer of SQLite while an import holds it. See stillHere.
	c.Sessions.IdleTimeout = 0
	c.Sessions.Cookie.HttpOnly = true
	c.Sessions.Cookie.SameSite = http.SameSiteLaxMode
	c.Sessions.Cookie.Path = "/work"
	secure := *c.Sessions
	secure.Cookie.Secure = true
	b.sessions = [2]*scs.SessionManager{c.Sessions, &secure}
	return b, nil
}

// route is one line of the list of routes.
type route struct {
	pattern string
	needs   organ.Action // to the organ of the path; empty: any role that reaches it
	serve   pageFunc
	// upload marks a form with a file: its page reads the token itself, before the
	// file, so that nothing is kept of a forged upload.
	upload bool
}

// pageFunc serves a page to a signed-in person who may see it. It returns an
// error only before it has begun its answer.
type pageFunc func(w http.ResponseWriter, r *http.Request, v visit) error

// routes lists every page of an organ. The registers' names are in the path, the
// numbers of records in the query: they hold slashes and brackets.
func (b *Workbench) routes() []route {
	own := []route{
		{pattern: "GET /work/o/{organ}/{$}", serve: b.home},
		{pattern: "GET /work/o/{organ}/trail", needs: organ.ReadAudit, serve: b.trail},
	}
	return slices.Concat(own, b.registerRoutes(), b.importRoutes(), b.adminRoutes(), b.reportRoutes(), b.collectionRoutes())
}

// Routes mounts the workbench below /work.
func (b *Workbench) Routes(mux *http.ServeMux) {
	inner := http.NewServeMux()
	inner.HandleFunc("GET /work/login", b.plain(b.loginForm))
	inner.HandleFunc("POST /work/login", b.plain(b.login))
	inner.HandleFunc("GET /work/logout", b.signedIn(b.logoutForm))
	inner.HandleFunc("POST /work/logout", b.signedIn(b.logout))
	inner.HandleFunc("GET /work/{$}", b.signedIn(b.start))
	inner.HandleFunc("GET /work/organs", b.signedIn(b.chooseOrgan))
	inner.HandleFunc("GET /work/account", b.signedIn(b.account))
	inner.HandleFunc("POST /work/account", b.signedIn(b.changePassword))
	for _, route := range b.routes() {
		inner.HandleFunc(route.pattern, b.page(route))
	}
	inner.HandleFunc("/work/", b.signedIn(func(http.ResponseWriter, *http.Request, visit) error { return errNoPage }))
	guarded := http.NewCrossOriginProtection().Handler(b.withSession(inner))
	mux.Handle("/work/", guarded)
	mux.Handle("GET /work", http.RedirectHandler("/work/", http.StatusSeeOther))
}

// withSession loads and saves the session, with a cookie for HTTPS only where the
// request came that way.
func (b *Workbench) withSession(next http.Handler) http.Handler {
	plain, secure := b.sessions[0].LoadAndSave(next), b.sessions[1].LoadAndSave(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.TLS != nil || b.SecureCookies {
			secure.ServeHTTP(w, r)
			return
		}
		plain.ServeHTTP(w, r)
	})
}
