package portal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"time"

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
	w.Header().Set("Vary", "Cookie")
	p.serve(w, r, "text/html; charset=utf-8", html)
	return nil
}

// serve sends bytes under a tag made of them.
func (p *Portal) serve(w http.ResponseWriter, r *http.Request, mediaType string, content []byte) {
	sum := sha256.Sum256(content)
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "public, no-cache")
	h.Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}
