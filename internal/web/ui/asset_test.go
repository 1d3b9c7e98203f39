package ui

import (
	"compress/gzip"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func assets(t *testing.T) *Assets {
	t.Helper()
	a, err := NewAssets("")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAssetIsKeptForEverUnderItsHash(t *testing.T) {
	a := assets(t)
	address, err := a.URL("gongkai.css")
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("GET", address, nil)
	r.Header.Set("Accept-Encoding", "br, gzip")
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r)
	if got := w.Header().Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Errorf("Cache-Control = %q, want a year and immutable", got)
	}
	if got := w.Header().Get("Content-Encoding"); got != "gzip" {
		t.Fatalf("Content-Encoding = %q, want gzip", got)
	}
	zr, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(zr)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{".g-mast", ".g-desk", ".g-sheet", "@media print"} {
		if !strings.Contains(string(text), part) {
			t.Errorf("the bundle lacks %s, want every file of its folder", part)
		}
	}

	again := httptest.NewRequest("GET", address, nil)
	again.Header.Set("Accept-Encoding", "gzip")
	again.Header.Set("If-None-Match", w.Header().Get("ETag"))
	w = httptest.NewRecorder()
	a.ServeHTTP(w, again)
	if w.Code != 304 {
		t.Errorf("GET with the ETag = %d, want 304", w.Code)
	}
}

func TestAssetRefusesOtherAddresses(t *testing.T) {
	a := assets(t)
	for _, path := range []string{"/assets/gongkai.css", "/assets/gongkai.000000000000.css", "/assets/", "/assets/../doc.go", "/assets/..%2fdoc.go", "/assets/gongkai.css/10_base.css", "/assets/."} {
		r := httptest.NewRequest("GET", "/", nil)
		r.URL.Path = path
		w := httptest.NewRecorder()
		a.ServeHTTP(w, r)
		if w.Code != 404 {
			t.Errorf("GET %s = %d, want 404", path, w.Code)
		}
	}
	if _, err := a.URL("missing.css"); err == nil {
		t.Error("URL(missing.css) = no error, want one")
	}
}

func TestAcceptsGzip(t *testing.T) {
	tests := []struct {
		header string
		want   bool
	}{
		{"gzip", true},
		{"br, gzip;q=0.5", true},
		{"*", true},
		{"gzip; q=1", true},
		{"", false},
		{"gzip;q=0", false},
		{"gzip;q=0.000", false},
		{"br", false},
		{"x-gzip", false},
	}
	for _, tt := range tests {
		if got := acceptsGzip(tt.header); got != tt.want {
			t.Errorf("acceptsGzip(%q) = %v, want %v", tt.header, got, tt.want)
		}
	}
}

func TestAssetsFromDiskAreReadAgain(t *testing.T) {
	dir := t.TempDir()
	write := func(text string) {
		t.Helper()
		err := os.MkdirAll(filepath.Join(dir, "static"), 0o755)
		if err != nil {
			t.Fatal(err)
		}
		err = os.WriteFile(filepath.Join(dir, "static", "a.css"), []byte(text), 0o644)
		if err != nil {
			t.Fatal(err)
		}
	}
	write("a{}")
	a, err := NewAssets(dir)
	if err != nil {
		t.Fatal(err)
	}
	before, err := a.URL("a.css")
	if err != nil {
		t.Fatal(err)
	}
	write("b{}")
	after, err := a.URL("a.css")
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	a.ServeHTTP(w, httptest.NewRequest("GET", after, nil))
	if before == after || w.Body.String() != "b{}" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("after a change: %s, %q, %q, want a new address, the new text, no-store", after, w.Body, w.Header().Get("Cache-Control"))
	}
}
