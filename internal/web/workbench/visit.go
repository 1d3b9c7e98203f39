package workbench

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// Keys of the session.
const (
	keySite   = "site"
	keyLogin  = "login"
	keyPerson = "person"
	keyStamp  = "stamp" // of the password signed in with: a new one ends old sessions
	keyToken  = "token" // anti-forgery
	keyNotice = "notice"
	keySeen   = "seen" // when the person was last here, in seconds since 1970
)

// china is the zone of every civil date; it has no summer time.
var china = time.FixedZone("CST", 8*60*60)

// errNoPage is for addresses that no route answers.
var errNoPage = fmt.Errorf("page: %w", fault.NotFound)

// visit is who asks, and for which organ.
type visit struct {
	Site   organ.Site
	Person organ.Person
	Organs []organ.Organ // of the site
	Today  string        // the site's civil date

	// Organ is the one of the path with Chain, its id and those of its superiors;
	// both are zero on pages that are about no organ.
	Organ organ.Organ
	Chain []string

	Token   string
	view    ui.View
	path    string
	notices []ui.Notice
	counts  map[string]int // waiting things by menu address
}

// May reports whether the visitor may do the action to the visited organ.
func (v visit) May(action organ.Action) bool { return v.Person.May(action, v.Site.ID, v.Chain) }

// MayAt reports whether the visitor may do the action to another organ of the site.
func (v visit) MayAt(action organ.Action, organID string) bool {
	return v.Person.May(action, v.Site.ID, organ.Chain(v.Organs, organID))
}

// At is an address below the visited organ's: At("reports", "2025").
func (v visit) At(parts ...string) string { return organPath(v.Organ.ID, parts...) }

// ThisYear is the year of the site's date.
func (v visit) ThisYear() int {
	year, _ := strconv.Atoi(v.Today[:4])
	return year
}

// ReportYear is the year that reports are drawn up for now: the last one.
func (v visit) ReportYear() int { return v.ThisYear() - 1 }

// organPath is the address of an organ's page, its parts escaped; without parts,
// of its first page.
func organPath(organID string, parts ...string) string {
	path := "/work/o/" + url.PathEscape(organID) + "/"
	for i, part := range parts {
		if i > 0 {
			path += "/"
		}
		path += url.PathEscape(part)
	}
	return path
}

// page serves an organ's page to who may do the action it needs.
func (b *Workbench) page(at route) http.HandlerFunc {
	check := b.checkToken
	if at.upload {
		check = nil
	}
	return b.admit(check, func(w http.ResponseWriter, r *http.Request, v visit) error {
		err := v.enter(r.PathValue("organ"), at.needs)
		if err != nil {
			return err
		}
		err = at.serve(w, r, v)
		if err != nil {
			b.handler(v).Fail(w, r, err)
		}
		return nil
	})
}

// enter places the visit in an organ. An organ of another site, or one that no
// role of the visitor reaches, is not there for them.
func (v *visit) enter(organID string, needs organ.Action) error {
	for _, o := range v.Organs {
		if o.ID == organID {
			v.Organ, v.Chain = o, organ.Chain(v.Organs, o.ID)
		}
	}
	if v.Organ.ID == "" || !reaches(v.Person, v.Site.ID, v.Chain) {
		v.Organ, v.Chain = organ.Organ{}, nil
		return fmt.Errorf("organ %s: %w", organID, fault.NotFound)
	}
	if needs != "" && !v.May(needs) {
		return fault.Refuse(fault.Forbidden, "forbidden", "", "action", string(needs))
	}
	return nil
}

// reaches reports whether any role lets the person do anything to the organ.
func reaches(p organ.Person, siteID string, chain []string) bool {
	for _, action := range entering {
		if p.May(action, siteID, chain) {
			return true
		}
	}
	return false
}

// entering are the actions one of which every role has where it reaches.
var entering = []organ.Action{organ.ReadRegister, organ.ReadReport, organ.ReadAudit, organ.ManageOrgans, organ.ManagePeople}

// signedIn serves a page to whoever is signed in, and leads everyone else to the
// sign-in page and back. A write must carry the session's token.
func (b *Workbench) signedIn(serve pageFunc) http.HandlerFunc { return b.admit(b.checkToken, serve) }

// admit is signedIn with a given check of writes; nil leaves it to the page.
func (b *Workbench) admit(check func(http.ResponseWriter, *http.Request) error, serve pageFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		v, err := b.visit(r)
		if errors.Is(err, errSignedOut) {
			b.toLogin(w, r)
			return
		}
		if err == nil && !safe(r) && check != nil {
			err = check(w, r)
		}
		if err == nil {
			err = serve(w, r, v)
		}
		if err != nil {
			b.handler(v).Fail(w, r, err)
		}
	}
}

var errSignedOut = errors.New("nobody is signed in")

// visit loads who is signed in. It fails with errSignedOut for nobody, a disabled
// account, a changed password and a session of another site.
func (b *Workbench) visit(r *http.Request) (visit, error) {
	ctx := r.Context()
	v := visit{view: ui.ReadView(r), path: r.URL.RequestURI(), Today: b.Now().In(china).Format(time.DateOnly)}
	siteID, login := b.Sessions.GetString(ctx, keySite), b.Sessions.GetString(ctx, keyLogin)
	if siteID == "" || login == "" || !b.stillHere(ctx) {
		return v, errSignedOut
	}
	sites, err := b.Organs.Reader().Sites(ctx)
	if err != nil {
		return v, fmt.Errorf("list sites: %w", err)
	}
	hosted, byHost := siteOf(sites, r.Host)
	for _, s := range sites {
		if s.ID == siteID && (!byHost || hosted.ID == siteID) {
			v.Site = s
		}
	}
	if v.Site.ID == "" {
		return v, errSignedOut
	}
	account, err := b.Organs.Reader().Account(ctx, siteID, login)
	if errors.Is(err, fault.NotFound) {
		return v, errSignedOut
	}
	if err != nil {
		return v, fmt.Errorf("load account: %w", err)
	}
	if account.Person.ID != b.Sessions.GetString(ctx, keyPerson) || account.Person.Disabled ||
		stamp(account.PasswordHash) != b.Sessions.GetString(ctx, keyStamp) {
		return v, errSignedOut
	}
	v.Person, v.Token = account.Person, b.Sessions.GetString(ctx, keyToken)
	v.Organs, err = b.Organs.Reader().Organs(ctx, siteID)
	if err != nil {
		return v, fmt.Errorf("list organs: %w", err)
	}
	if v.Site.Today != "" {
		v.Today = v.Site.Today
	}
	if safe(r) {
		v.notices = b.takeNotices(ctx)
	}
	return v, nil
}

// seenSteps is how many times in an idle period the session notes that somebody is
// still here.
const seenSteps = 6

// stillHere reports whether the session has been used within the idle time, and
// notes now and then that it is.
func (b *Workbench) stillHere(ctx context.Context) bool {
	if b.idle <= 0 {
		return true
	}
	now := b.Now()
	away := now.Sub(time.Unix(b.Sessions.GetInt64(ctx, keySeen), 0))
	if away > b.idle {
		return false
	}
	if away > b.idle/seenSteps {
		b.Sessions.Put(ctx, keySeen, now.Unix())
	}
	return true
}

// siteOf finds the site of a host name. The bool is false when the host is none of
// theirs, as on a laptop or in a demonstration.
func siteOf(sites []organ.Site, host string) (organ.Site, bool) {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	for _, s := range sites {
		if s.Serves(name) {
			return s, true
		}
	}
	return organ.Site{}, false
}

func stamp(passwordHash string) string {
	sum := sha256.Sum256([]byte(passwordHash))
	return hex.EncodeToString(sum[:8])
}

func safe(r *http.Request) bool { return r.Method == http.MethodGet || r.Method == http.MethodHead }

// longestForm bounds what a form without a file may send, in bytes.
const longestForm = 2 << 20

// checkToken refuses a write that does not carry the session's token.
func (b *Workbench) checkToken(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, longestForm)
	err := r.ParseForm()
	if err != nil {
		return fmt.Errorf("read form: %w", err)
	}
	return b.matchToken(r.Context(), r.PostForm.Get("token"))
}

func (b *Workbench) matchToken(ctx context.Context, sent string) error {
	want := b.Sessions.GetString(ctx, keyToken)
	if want == "" || subtle.ConstantTimeCompare([]byte(sent), []byte(want)) != 1 {
		return fault.Refuse(fault.Forbidden, "form-expired", "")
	}
	return nil
}

// token returns the session's anti-forgery token and makes it when there is none.
func (b *Workbench) token(ctx context.Context) string {
	token := b.Sessions.GetString(ctx, keyToken)
	if token == "" {
		token = rand.Text()
		b.Sessions.Put(ctx, keyToken, token)
	}
	return token
}

// toLogin leads to the sign-in page. Only the address of a page that can be asked
// for again is kept to come back to.
func (b *Workbench) toLogin(w http.ResponseWriter, r *http.Request) {
	address := "/work/login"
	if safe(r) && r.URL.Path != "/work/" {
		address += "?" + url.Values{"back": {r.URL.RequestURI()}}.Encode()
	}
	http.Redirect(w, r, address, http.StatusSeeOther)
}

// plain serves a page to people who are not signed in.
func (b *Workbench) plain(serve ui.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		err := serve(w, r)
		if err != nil {
			b.handler(visit{view: ui.ReadView(r), path: r.URL.RequestURI()}).Fail(w, r, err)
		}
	}
}
