package ui

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestChangeView(t *testing.T) {
	tests := []struct {
		name, method, cookie, query, want, location string
	}{
		{"larger text", "GET", "", "size=lg&back=/items/1?x=1", "lg.blue", "/items/1?x=1"},
		{"by form", "POST", "", "size=sm&back=/", "sm.blue", "/"},
		{"theme keeps the size", "GET", "lg.blue", "theme=red&back=/a", "lg.red", "/a"},
		{"elder mode remembers the size", "GET", "lg.red", "elder=1&back=/a", "lg.red.elder", "/a"},
		{"leaving elder mode", "GET", "lg.red.elder", "elder=0&back=/a", "lg.red", "/a"},
		{"a size leaves elder mode", "GET", "lg.red.elder", "size=md&back=/a", "md.red", "/a"},
		{"nonsense changes nothing", "GET", "lg.red", "size=999&theme=<b>&elder=x&back=/a", "lg.red", "/a"},
		{"a damaged cookie", "GET", "a;b..", "back=/a", "md.blue", "/a"},
		{"nowhere to go back", "GET", "", "size=lg", "lg.blue", "/"},
		{"another host", "GET", "", "size=lg&back=https://evil.example/", "lg.blue", "/"},
	}
	for _, tt := range tests {
		r := httptest.NewRequest(tt.method, "/view?"+tt.query, nil)
		if tt.method == "POST" {
			r = httptest.NewRequest("POST", "/view", strings.NewReader(tt.query))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}
		r.Header.Set("Cookie", ViewCookie+"="+tt.cookie)
		w := httptest.NewRecorder()
		ChangeView(w, r)
		c := w.Result().Cookies()[0]
		if c.Value != tt.want || w.Code != http.StatusSeeOther || w.Header().Get("Location") != tt.location {
			t.Errorf("%s: cookie %q, %d to %q, want %q, 303 to %q", tt.name, c.Value, w.Code, w.Header().Get("Location"), tt.want, tt.location)
		}
		if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Secure {
			t.Errorf("%s: cookie %v, want HttpOnly, Lax, for the whole site, Secure only over TLS", tt.name, c)
		}
	}
}

func TestLocalPath(t *testing.T) {
	local := []string{"/", "/a/b?c=d#e", "/搜索", "/a//b"}
	for _, s := range local {
		u, err := url.Parse(LocalPath(s, "no"))
		if err != nil || u.Host != "" || u.Path == "no" {
			t.Errorf("LocalPath(%q) = %v, want it kept", s, u)
		}
	}
	away := []string{
		"", "a", "//evil.example", "///evil.example", "/\\evil.example", "/\t/evil.example", "https://evil.example", "javascript:alert(1)",
		"\\\\evil.example", "/%zz", "/view?back=/", "/a\r\nSet-Cookie: x=y", " /a",
	}
	for _, s := range away {
		if got := LocalPath(s, "no"); got != "no" {
			t.Errorf("LocalPath(%q) = %q, want it refused", s, got)
		}
	}
}

func FuzzLocalPath(f *testing.F) {
	for _, s := range []string{"/", "//a", "/\\a", "/a?b", "/%2f/a", "/\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := LocalPath(s, "/")
		base := &url.URL{Scheme: "https", Host: "here.example", Path: "/"}
		u, err := base.Parse(got)
		if err != nil || u.Host != "here.example" || strings.HasPrefix(got, "//") || strings.Contains(got, "\\") {
			t.Errorf("LocalPath(%q) = %q, which leads to %v, want an address on this site", s, got, u)
		}
	})
}

func TestViewScales(t *testing.T) {
	tests := []struct {
		view          View
		scale, colour string
	}{
		{View{}, "md", "blue"}, {View{Size: "lg", Theme: "red"}, "lg", "red"}, {View{Size: "lg", Elder: true}, "xl", "blue"}, {View{Size: "\"", Theme: "x"}, "md", "blue"},
	}
	for _, tt := range tests {
		if tt.view.Scale() != tt.scale || tt.view.Colour() != tt.colour {
			t.Errorf("%+v = %s, %s, want %s, %s", tt.view, tt.view.Scale(), tt.view.Colour(), tt.scale, tt.colour)
		}
		if back := parseView(tt.view.String()); back.Scale() != tt.scale || back.Colour() != tt.colour {
			t.Errorf("%+v read back from its cookie = %+v, want the same view", tt.view, back)
		}
	}
}
