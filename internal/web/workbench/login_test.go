package workbench

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"gongkai/internal/web/ui/htmltest"
)

// links lists the addresses of the elements that a selector names.
func (a answer) links(selector string) []string {
	var found []string
	for _, n := range htmltest.Find(a.doc, selector) {
		href, _ := htmltest.Attr(n, "href")
		found = append(found, href)
	}
	return found
}

func (b *browser) session() string {
	u, err := url.Parse(b.w.server.URL + "/work/")
	b.w.must(err)
	for _, c := range b.client.Jar.Cookies(u) {
		if c.Name == "session" {
			return c.Value
		}
	}
	return ""
}

func TestSignInRenewsTheSession(t *testing.T) {
	w := newWorld(t)
	b := w.browser()
	b.get("/work/login").want(http.StatusOK, "登录工作台")
	planted, token := b.session(), b.token
	a := b.post("/work/login", url.Values{"site": {"s"}, "login": {"clerk"}, "password": {password}})
	if a.status != http.StatusSeeOther || a.location != "/work/" {
		t.Fatalf("sign in = %d to %q, want 303 to /work/", a.status, a.location)
	}
	if planted == "" || b.session() == planted {
		t.Errorf("session %q before and %q after signing in, want a new one", planted, b.session())
	}
	cookie := a.header.Get("Set-Cookie")
	for _, attribute := range []string{"HttpOnly", "SameSite=Lax", "Path=/work"} {
		if !strings.Contains(cookie, attribute) {
			t.Errorf("cookie %q lacks %s", cookie, attribute)
		}
	}
	b.get("/work/account")
	if b.token == token {
		t.Error("the anti-forgery token outlived signing in")
	}
	thief := w.browser()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.server.URL+townPages+"/", nil)
	w.must(err)
	r.AddCookie(&http.Cookie{Name: "session", Value: planted})
	if a := thief.do(r); a.status != http.StatusSeeOther {
		t.Errorf("the planted session answers %d, want 303 to the sign-in page", a.status)
	}
}

func TestSignInRefuses(t *testing.T) {
	w := newWorld(t)
	tests := []struct {
		name string
		form url.Values
		want string
	}{
		{"a wrong password", url.Values{"site": {"s"}, "login": {"clerk"}, "password": {"wrong"}}, "用户名或者密码不对"},
		{"nobody", url.Values{"site": {"s"}, "login": {"nobody"}, "password": {password}}, "用户名或者密码不对"},
		{"no site", url.Values{"login": {"clerk"}, "password": {password}}, "网站没有填写"},
		{"a site that is not there", url.Values{"site": {"y"}, "login": {"clerk"}, "password": {password}}, "网站没有填写"},
		{"a form without the token", url.Values{"token": {""}, "site": {"s"}, "login": {"clerk"}, "password": {password}}, "这个页面打开太久"},
	}
	for _, tt := range tests {
		b := w.browser()
		b.get("/work/login")
		a := b.post("/work/login", tt.form)
		if a.status < 400 || !strings.Contains(a.text(), tt.want) {
			t.Errorf("%s: status %d, %s; want %q", tt.name, a.status, a.text(), tt.want)
		}
		if strings.Contains(string(a.body), password) {
			t.Errorf("%s: the page shows the password again", tt.name)
		}
		if tt.form.Get("login") != a.value("login") {
			t.Errorf("%s: the login typed is gone", tt.name)
		}
	}
}

func TestTheHostTellsTheSite(t *testing.T) {
	w := newWorld(t)
	b := w.browser()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.server.URL+"/work/login", nil)
	w.must(err)
	r.Host = "s.test"
	a := b.do(r)
	a.want(http.StatusOK, "甲县政府网")
	if len(htmltest.Find(a.doc, "[name=site]")) != 0 {
		t.Error("the form asks for the site that the host name tells")
	}
	clerk := w.as("clerk")
	r, err = http.NewRequestWithContext(t.Context(), http.MethodGet, w.server.URL+townPages+"/", nil)
	w.must(err)
	r.Host = "x.test"
	if a := clerk.do(r); a.status != http.StatusSeeOther {
		t.Errorf("a session of s at the host of x answers %d, want 303", a.status)
	}
}

func TestSignInLeadsNowhereElse(t *testing.T) {
	w := newWorld(t)
	tests := map[string]string{
		townPages + "/registers/request?year=2024": townPages + "/registers/request?year=2024",
		"https://evil.example/":                    "/work/", "//evil.example/": "/work/", "/\\evil.example": "/work/",
		"/other/place": "/work/", "/work/login": "/work/", "javascript:alert(1)": "/work/", "": "/work/",
	}
	for sent, want := range tests {
		b := w.browser()
		b.get("/work/login?back=" + url.QueryEscape(sent))
		a := b.post("/work/login", url.Values{"site": {"s"}, "login": {"clerk"}, "password": {password}, "back": {sent}})
		if a.location != want {
			t.Errorf("back to %q leads to %q, want %q", sent, a.location, want)
		}
	}
}

func TestLeaving(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	old := b.session()
	b.get("/work/logout").want(http.StatusOK, "退出登录")
	if a := b.get(townPages + "/"); a.status != http.StatusOK {
		t.Errorf("asking whether to leave left: %d", a.status)
	}
	b.get("/work/logout")
	if a := b.post("/work/logout", nil); a.location != "/work/login" {
		t.Errorf("leaving leads to %q, want the sign-in page", a.location)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.server.URL+townPages+"/", nil)
	w.must(err)
	r.AddCookie(&http.Cookie{Name: "session", Value: old})
	if a := w.browser().do(r); a.status != http.StatusSeeOther {
		t.Errorf("the session still answers %d after leaving", a.status)
	}
}

func TestANewPasswordEndsOtherSessions(t *testing.T) {
	w := newWorld(t)
	here, there := w.as("clerk"), w.as("clerk")
	here.get("/work/account").want(http.StatusOK, "修改密码")
	here.post("/work/account", url.Values{"old": {"wrong"}, "new": {"another good one"}, "again": {"another good one"}}).
		want(http.StatusUnprocessableEntity, "现在的密码不对")
	here.post("/work/account", url.Values{"old": {password}, "new": {"another good one"}, "again": {"another"}}).
		want(http.StatusUnprocessableEntity, "两次输入的新密码不一样")
	here.post("/work/account", url.Values{"old": {password}, "new": {"short"}, "again": {"short"}}).
		want(http.StatusUnprocessableEntity, "密码要有8到200个字符")
	here.post("/work/account", url.Values{"old": {password}, "new": {"another good one"}, "again": {"another good one"}}).want(http.StatusSeeOther)
	here.get(townPages+"/").want(http.StatusOK, "密码已修改")
	if a := there.get(townPages + "/"); a.status != http.StatusSeeOther {
		t.Errorf("the other session answers %d after the password changed, want 303", a.status)
	}
}

func TestASessionEndsWhenNobodyIsThere(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	for range 3 {
		w.away.Add(int64(20 * time.Minute))
		b.get(townPages+"/").want(http.StatusOK, "待办")
	}
	w.away.Add(int64(31 * time.Minute))
	if a := b.get(townPages + "/"); a.status != http.StatusSeeOther {
		t.Errorf("after half an hour without a page: %d, want 303 to the sign-in page", a.status)
	}
}

func TestAPageAloneWritesNoSession(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	b.get(townPages + "/")
	if got := b.get(townPages + "/").header.Get("Set-Cookie"); got != "" {
		t.Errorf("Set-Cookie = %q, want none: every write waits for an import", got)
	}
}
