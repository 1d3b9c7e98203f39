package ui

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// contentPolicy lets a page load nothing but what this site serves, and run no
// script or style written into the page itself.
const contentPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; " +
	"form-action 'self'; frame-ancestors 'self'"

// Renderer draws pages. Each page template is the content of its main element;
// layout, partials and components come from this package.
type Renderer struct {
	assets *Assets
	pages  fs.FS
	live   bool // parse again for every page
	parsed map[string]*template.Template
}

// NewRenderer parses every *.html file at the top of pages: guide.html becomes
// the page "guide". Files whose name begins with "_" define parts that all pages
// of this file system may use. A page may define "aside" (below the left menu)
// and "head" (more elements for the head). When assets are read from disk, pages
// are parsed for each request too; pass os.DirFS then.
func NewRenderer(assets *Assets, pages fs.FS) (*Renderer, error) {
	rd := &Renderer{assets: assets, pages: pages, live: assets.live}
	var err error
	rd.parsed, err = rd.parse()
	if err != nil {
		return nil, err
	}
	return rd, nil
}

func (rd *Renderer) parse() (map[string]*template.Template, error) {
	base, err := template.New("base").Funcs(rd.funcs()).ParseFS(rd.assets.parts, "*.html")
	if err != nil {
		return nil, fmt.Errorf("parse shared templates: %w", err)
	}
	files, err := fs.Glob(rd.pages, "*.html")
	if err != nil {
		return nil, fmt.Errorf("list page templates: %w", err)
	}
	for _, file := range files {
		if !strings.HasPrefix(file, "_") {
			continue
		}
		_, err = base.ParseFS(rd.pages, file)
		if err != nil {
			return nil, fmt.Errorf("parse template %s: %w", file, err)
		}
	}
	parsed := make(map[string]*template.Template, len(files)+1)
	for _, file := range files {
		if strings.HasPrefix(file, "_") {
			continue
		}
		text, err := fs.ReadFile(rd.pages, file)
		if err != nil {
			return nil, fmt.Errorf("read template %s: %w", file, err)
		}
		parsed[strings.TrimSuffix(path.Base(file), ".html")], err = pageTemplate(base, file, string(text))
		if err != nil {
			return nil, err
		}
	}
	parsed[problemPage], err = pageTemplate(base, problemPage, `{{template "problem" .Problem}}`)
	if err != nil {
		return nil, err
	}
	return parsed, nil
}

func pageTemplate(base *template.Template, file, text string) (*template.Template, error) {
	t, err := base.Clone()
	if err != nil {
		return nil, fmt.Errorf("prepare template %s: %w", file, err)
	}
	_, err = t.New("main").Parse(text)
	if err != nil {
		return nil, fmt.Errorf("parse template %s: %w", file, err)
	}
	return t, nil
}

func (rd *Renderer) funcs() template.FuncMap {
	return template.FuncMap{
		"asset":    rd.assets.URL,
		"date":     Date,
		"minute":   Minute,
		"bytes":    Bytes,
		"yuan":     Yuan,
		"wanyuan":  WanYuan,
		"viewHref": viewHref,
		"lines":    func(s string) []string { return strings.Split(s, "\n") },
		"join":     strings.Join,
		// pieces of a title that may and may not be broken
		"titlePieces": titlePieces,
	}
}

// Page draws the named page with its data and sends it with the given status.
// Nothing is sent when it fails, so the caller can still answer otherwise.
func (rd *Renderer) Page(w http.ResponseWriter, status int, name string, page Page) error {
	html, err := rd.HTML(name, page)
	if err != nil {
		return err
	}
	SecureHeaders(w.Header())
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(html)))
	w.WriteHeader(status)
	_, err = w.Write(html)
	if err != nil {
		return fmt.Errorf("send page %s: %w", name, err)
	}
	return nil
}

// HTML draws the named page into memory, for a cache or a file.
func (rd *Renderer) HTML(name string, page Page) ([]byte, error) {
	parsed := rd.parsed
	if rd.live {
		var err error
		parsed, err = rd.parse()
		if err != nil {
			return nil, err
		}
	}
	t, ok := parsed[name]
	if !ok {
		return nil, fmt.Errorf("page %q has no template", name)
	}
	var buf bytes.Buffer
	err := t.ExecuteTemplate(&buf, page.layout(), page)
	if err != nil {
		return nil, fmt.Errorf("draw page %s: %w", name, err)
	}
	return buf.Bytes(), nil
}

// Pages lists the names of the parsed pages, for a test that draws them all.
func (rd *Renderer) Pages() []string {
	names := make([]string, 0, len(rd.parsed))
	for name := range rd.parsed {
		if name != problemPage {
			names = append(names, name)
		}
	}
	return names
}

// SecureHeaders sets what every HTML answer carries, also one from a cache.
func SecureHeaders(h http.Header) {
	h.Set("Content-Security-Policy", contentPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("X-Frame-Options", "SAMEORIGIN")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
}
