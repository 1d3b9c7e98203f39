package portal

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func TestMemoryForgets(t *testing.T) {
	m := &memory{kept: map[string]*answer{}}
	start := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	m.put("a", &answer{plain: []byte("x"), until: start.Add(memoryFresh)}, start)
	if _, ok := m.get("a", start.Add(memoryFresh-1)); !ok {
		t.Error("get within the time = nothing, want the answer")
	}
	if _, ok := m.get("a", start.Add(memoryFresh)); ok {
		t.Error("get after the time = an answer, want nothing")
	}
	big := make([]byte, memorySize/8)
	for i := range 100 {
		now := start.Add(time.Duration(i) * time.Millisecond)
		m.put(fmt.Sprint(i), &answer{plain: big, until: now.Add(memoryFresh)}, now)
		held := 0
		for _, a := range m.kept {
			held += a.bytes()
		}
		if m.size > memorySize || held != m.size {
			t.Fatalf("after %d answers it holds %d bytes and counts %d, want the same and at most %d", i+1, held, m.size, memorySize)
		}
	}
	m.put("99", &answer{plain: []byte("y")}, start)
	if m.kept["99"].bytes() != 1 || m.size%len(big) != 1 {
		t.Errorf("size after an answer was replaced = %d", m.size)
	}
}

func TestAnswersArePackedForWhoCanUnpack(t *testing.T) {
	content := bytes.Repeat([]byte("政府信息公开"), 100)
	packed, err := pack(content)
	if err != nil {
		t.Fatal(err)
	}
	a := &answer{header: http.Header{"Vary": {"Accept-Encoding, Cookie"}}, tag: "t", plain: content, gzipped: packed}
	for accepted, wantPacked := range map[string]bool{"": false, "gzip": true, "br, gzip;q=0.5": true, "gzip;q=0": false, "gzip; q=0": false, "identity": false} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.Header.Set("Accept-Encoding", accepted)
		w := httptest.NewRecorder()
		a.send(w, r)
		var body io.Reader = w.Body
		isPacked := w.Header().Get("Content-Encoding") == "gzip"
		if isPacked {
			body, err = gzip.NewReader(w.Body)
			if err != nil {
				t.Fatal(err)
			}
		}
		got, err := io.ReadAll(body)
		if err != nil || isPacked != wantPacked || !bytes.Equal(got, content) {
			t.Errorf("answer to %q: packed %v, %d bytes, %v, want packed %v and the content", accepted, isPacked, len(got), err, wantPacked)
		}
		if tag := w.Header().Get("ETag"); (tag == `"t-gz"`) != wantPacked {
			t.Errorf("tag for %q = %s", accepted, tag)
		}
	}
}
