package ui

import (
	"net/http"
	"net/url"
	"strings"
	"unicode"
)

// ViewCookie is the cookie that keeps a visitor's view settings.
const ViewCookie = "view"

// ViewPath is where ChangeView answers; mount it for GET and for POST.
const ViewPath = "/view"

// View is how a visitor wants pages drawn. The zero value is the ordinary view.
type View struct {
	Size  string // "sm", "md" or "lg"; empty is "md"
	Theme string // "blue" or "red"; empty is "blue"
	Elder bool   // 长者模式: 22 px text, high contrast, fewer things; wins over Size
}

var (
	sizes  = []string{"sm", "md", "lg"}
	themes = []string{"blue", "red"}
)

// Scale is the value of the page's data-size: the text size in force.
func (v View) Scale() string {
	if v.Elder {
		return "xl"
	}
	return oneOf(v.Size, sizes, "md")
}

// Colour is the value of the page's data-theme.
func (v View) Colour() string { return oneOf(v.Theme, themes, "blue") }

// String is the cookie's value, such as "lg.red" or "md.blue.elder". Two views
// that draw alike from here on have one string, so it also serves as a cache key.
func (v View) String() string {
	s := oneOf(v.Size, sizes, "md") + "." + v.Colour()
	if v.Elder {
		s += ".elder"
	}
	return s
}

// ReadView reads the visitor's settings; whatever it does not know it ignores.
func ReadView(r *http.Request) View {
	c, err := r.Cookie(ViewCookie)
	if err != nil {
		return View{Size: "md", Theme: "blue"}
	}
	return parseView(c.Value)
}

func parseView(s string) View {
	size, rest, _ := strings.Cut(s, ".")
	theme, elder, _ := strings.Cut(rest, ".")
	return View{Size: oneOf(size, sizes, "md"), Theme: oneOf(theme, themes, "blue"), Elder: elder == "elder"}
}

func oneOf(s string, known []string, otherwise string) string {
	for _, k := range known {
		if s == k {
			return s
		}
	}
	return otherwise
}

// ChangeView serves GET and POST /view: it sets size (sm, md, lg), theme (blue,
// red) and elder (1, 0) as far as given and returns to the local address "back".
// It changes nothing but the caller's own cookie, which is why GET may.
func ChangeView(w http.ResponseWriter, r *http.Request) {
	v := ReadView(r)
	if size := r.FormValue("size"); size != "" {
		v.Size, v.Elder = oneOf(size, sizes, v.Size), false
	}
	v.Theme = oneOf(r.FormValue("theme"), themes, v.Theme)
	switch r.FormValue("elder") {
	case "1":
		v.Elder = true
	case "0":
		v.Elder = false
	}
	http.SetCookie(w, &http.Cookie{
		Name: ViewCookie, Value: v.String(), Path: "/", MaxAge: 365 * 24 * 3600,
		HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteLaxMode,
	})
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, LocalPath(r.FormValue("back"), "/"), http.StatusSeeOther)
}

// LocalPath returns the address when it is a path on this site, otherwise the
// second one. It guards every redirect to an address a visitor sent.
func LocalPath(address, otherwise string) string {
	// Browsers read a backslash as a slash and drop control characters, so
	// "/\host" and "/\t/host" lead away.
	bad := func(c rune) bool { return c == '\\' || unicode.IsControl(c) }
	if !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") || strings.ContainsFunc(address, bad) {
		return otherwise
	}
	u, err := url.Parse(address)
	if err != nil || u.Host != "" || u.Scheme != "" || u.Path == ViewPath {
		return otherwise
	}
	return u.String()
}

// viewHref is the address of a switch that changes one setting and comes back.
func viewHref(key, value, back string) string {
	return ViewPath + "?" + url.Values{key: {value}, "back": {back}}.Encode()
}
