package portal

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"gongkai/internal/web/ui"
)

// memory keeps answers as they were sent, so that a page that everyone reads is
// drawn twice a second and not a thousand times. It keeps them so short that
// nobody has to be told when something is published.
type memory struct {
	mu   sync.Mutex
	kept map[string]*answer
	size int
}

// answer is one page or file ready to be sent.
type answer struct {
	header  http.Header
	tag     string // of the content, without quotes
	plain   []byte
	gzipped []byte
	until   time.Time
}

const (
	memoryFresh = 500 * time.Millisecond
	memorySize  = 64 << 20 // bytes of content
)

// memoryKey tells apart whatever changes an answer: address, host, scheme, and how
// the reader wants pages drawn.
func memoryKey(r *http.Request) string {
	return origin(r) + "\n" + r.URL.RequestURI() + "\n" + ui.ReadView(r).String()
}

func (m *memory) get(key string, now time.Time) (*answer, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	a, ok := m.kept[key]
	return a, ok && now.Before(a.until)
}

// put keeps an answer. When there is no room it forgets what is stale, and if that
// is not enough, everything: it is all drawn again soon.
func (m *memory) put(key string, a *answer, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.size+a.bytes() > memorySize {
		m.sweep(func(a *answer) bool { return now.Before(a.until) })
	}
	if m.size+a.bytes() > memorySize {
		m.sweep(func(*answer) bool { return false })
	}
	if before, ok := m.kept[key]; ok {
		m.size -= before.bytes()
	}
	m.kept[key] = a
	m.size += a.bytes()
}

func (m *memory) sweep(keep func(*answer) bool) {
	for key, a := range m.kept {
		if !keep(a) {
			m.size -= a.bytes()
			delete(m.kept, key)
		}
	}
}

func (a *answer) bytes() int { return len(a.plain) + len(a.gzipped) }

// send sends the answer, packed for a reader that can unpack it; each form has a
// tag of its own.
func (a *answer) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for name, values := range a.header {
		h[name] = values
	}
	body, tag := a.plain, a.tag
	if a.gzipped != nil && takesGzip(r) {
		h.Set("Content-Encoding", "gzip")
		body, tag = a.gzipped, a.tag+"-gz"
	}
	h.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// takesGzip reports whether the reader accepts packed answers.
func takesGzip(r *http.Request) bool {
	for _, part := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if name == "gzip" && strings.ReplaceAll(weight, " ", "") != "q=0" {
			return true
		}
	}
	return false
}

func pack(content []byte) ([]byte, error) {
	var buf bytes.Buffer
	zw, err := gzip.NewWriterLevel(&buf, gzip.BestSpeed)
	if err != nil {
		return nil, fmt.Errorf("pack answer: %w", err)
	}
	_, err = zw.Write(content)
	if err != nil {
		return nil, fmt.Errorf("pack answer: %w", err)
	}
	err = zw.Close()
	if err != nil {
		return nil, fmt.Errorf("pack answer: %w", err)
	}
	return buf.Bytes(), nil
}
