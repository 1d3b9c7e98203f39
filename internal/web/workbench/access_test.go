package workbench

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/organ"
)

// visitors are people with the roles they hold at the town or above it.
var visitors = []struct {
	login string
	role  organ.Role
	at    string
}{
	{"clerk", organ.Clerk, "town"},
	{"reviewer", organ.Reviewer, "town"},
	{"signer", organ.Signer, "town"},
	{"townadmin", organ.Administrator, "town"},
	{"supervisor", organ.Supervisor, "county"},
	{"auditor", organ.Auditor, "county"},
	{"admin", organ.Administrator, "county"},
}

// address fills the pattern of a route in for the town.
func address(pattern string) (string, string) {
	method, path, _ := strings.Cut(pattern, " ")
	for _, fill := range [][2]string{
		{"{organ}", "town"},
		{"{register}", "request"},
		{"{format}", "csv"},
		{"{one}", "town"},
		{"{kind}", "abolish"},
		{"{person}", "s-stranger"},
		{"{year}", "2024"},
		{"{$}", ""},
	} {
		path = strings.ReplaceAll(path, fill[0], fill[1])
	}
	for strings.Contains(path, "{") {
		from, to := strings.Index(path, "{"), strings.Index(path, "}")
		path = path[:from] + "unknown" + path[to+1:]
	}
	return method, path
}

func (b *browser) ask(pattern string) answer {
	b.w.t.Helper()
	method, path := address(pattern)
	if method == http.MethodPost {
		return b.post(path, url.Values{"probe": {"1"}})
	}
	return b.get(path)
}

func TestEveryRouteRefusesWhoMayNot(t *testing.T) {
	w := newWorld(t)
	chain := map[string][]string{"town": {"town", "county"}}["town"]
	for _, visitor := range visitors {
		b := w.as(visitor.login)
		person := organ.Person{SiteID: "s", Grants: []organ.Grant{{Role: visitor.role, OrganID: visitor.at}}}
		for _, at := range w.bench.routes() {
			if at.needs == "" || person.May(at.needs, "s", chain) {
				continue
			}
			a := b.ask(at.pattern)
			if a.status != http.StatusForbidden {
				t.Errorf("%s as %s: status = %d, want 403", at.pattern, visitor.login, a.status)
			}
		}
	}
}

func TestOrgansOutOfReachAreNotThere(t *testing.T) {
	w := newWorld(t)
	visitors := map[string]*browser{"a neighbour": w.as("neighbour"), "somebody without a role": w.as("stranger"), "another site's people": w.asOf("x", "clerk")}
	for who, b := range visitors {
		for _, at := range w.bench.routes() {
			a := b.ask(at.pattern)
			if a.status != http.StatusNotFound {
				t.Errorf("%s as %s: status = %d, want 404", at.pattern, who, a.status)
			}
		}
	}
}

func TestNobodySignedInSeesNothing(t *testing.T) {
	w := newWorld(t)
	b := w.browser()
	for _, at := range w.bench.routes() {
		a := b.ask(at.pattern)
		if a.status != http.StatusSeeOther || !strings.HasPrefix(a.location, "/work/login") {
			t.Errorf("%s: status %d to %q, want 303 to the sign-in page", at.pattern, a.status, a.location)
		}
	}
	a := b.get(townPages + "/registers/request?year=2024")
	if want := "/work/login?back=" + url.QueryEscape(townPages+"/registers/request?year=2024"); a.location != want {
		t.Errorf("location = %q, want %q", a.location, want)
	}
}

func TestEveryWriteNeedsTheToken(t *testing.T) {
	w := newWorld(t)
	logins := []string{"clerk", "reviewer", "signer", "townadmin", "supervisor", "admin"}
	for _, login := range logins {
		b := w.as(login)
		for _, at := range w.bench.routes() {
			method, path := address(at.pattern)
			if method != http.MethodPost {
				continue
			}
			a := b.post(path, url.Values{"token": {"guessed"}})
			if a.status != http.StatusForbidden {
				t.Errorf("%s as %s without the token: status = %d, want 403", at.pattern, login, a.status)
			}
		}
	}
	b := w.as("clerk")
	b.token = "guessed"
	b.send(townPages+"/registers/request/import", "a.csv", lines("登记编号")).want(http.StatusForbidden)
	w.as("clerk").get(townPages+"/").want(http.StatusOK, "待办")
	open, err := w.imports.Open(t.Context(), "s", "town")
	if err != nil || len(open) != 0 {
		t.Errorf("Open() = %v, %v after a forged upload, want none", open, err)
	}
}

func TestWritesFromAnotherSiteAreRefused(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	form := requestForm("2025-001")
	form.Set("token", b.token)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.server.URL+townPages+"/registers/request/new", strings.NewReader(form.Encode()))
	w.must(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	r.Header.Set("Origin", "https://evil.example")
	if a := b.do(r); a.status != http.StatusForbidden {
		t.Errorf("status = %d, want 403", a.status)
	}
}

func TestTheMenuLeadsOnlyToWhatOneMay(t *testing.T) {
	w := newWorld(t)
	for _, visitor := range visitors {
		b := w.as(visitor.login)
		a := b.get(townPages + "/")
		for _, link := range a.links(".g-work-menu a") {
			if got := b.get(link); got.status != http.StatusOK {
				t.Errorf("%s: the menu leads to %s, which answers %d", visitor.login, link, got.status)
			} else {
				got.want(http.StatusOK)
			}
		}
	}
}

func TestUnknownAddresses(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	for _, path := range []string{
		"/work/none", townPages + "/none", townPages + "/registers/none", townPages + "/registers/request/record?number=none",
		townPages + "/registers/request/edit", townPages + "/registers/request/export/exe", townPages + "/imports/..%2f..%2fetc", townPages + "/imports/" + fmt.Sprintf("%026d", 0),
		"/work/o/xroot/", "/work/o/%00/",
	} {
		if a := b.get(path); a.status != http.StatusNotFound {
			t.Errorf("GET %s = %d, want 404", path, a.status)
		}
	}
}
