package portal

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"gongkai/internal/web/ui"
)

// send draws a page and sends it. A reader asks each time whether the page has
// changed and is told so in a few bytes: what is published is seen at once.
func (p *Portal) send(w http.ResponseWriter, r *http.Request, name string, page ui.Page) error {
	html, err := p.renderer.HTML(name, page)
	if err != nil {
		return err
	}
	ui.SecureHeaders(w.Header())
	return p.serve(w, r, "text/html; charset=utf-8", html)
}

// serve sends content under a tag made of it, and remembers it for the next reader.
func (p *Portal) serve(w http.ResponseWriter, r *http.Request, mediaType string, content []byte) error {
	sum := sha256.Sum256(content)
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "public, no-cache")
	h.Set("Vary", "Accept-Encoding, Cookie")
	packed, err := pack(content)
	if err != nil {
		return err
	}
	now := p.now()
	a := &answer{header: h.Clone(), tag: hex.EncodeToString(sum[:12]), plain: content, gzipped: packed, until: now.Add(memoryFresh)}
	p.memory.put(memoryKey(r), a, now)
	a.send(w, r)
	return nil
}

// remembered answers from memory where it can.
func (p *Portal) remembered(serve http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		a, ok := p.memory.get(memoryKey(r), p.now())
		if ok {
			a.send(w, r)
			return
		}
		serve(w, r)
	}
}
