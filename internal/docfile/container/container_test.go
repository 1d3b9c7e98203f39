package container_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"gongkai/internal/docfile/container"
)

func packed(t *testing.T, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, strings.Repeat("x", 100))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOpen(t *testing.T) {
	good := packed(t, `Word\Document.xml`, "word/document.xml", "a")
	parts, err := container.Open(bytes.NewReader(good), int64(len(good)), 1000)
	if err != nil || len(parts) != 2 || parts["word/document.xml"] == nil {
		t.Errorf("Open() = %v, %v, want two parts, the first of one name", parts, err)
	}
	protected := bytes.ReplaceAll(good, []byte("PK\x01\x02\x14\x00\x14\x00\x08"), []byte("PK\x01\x02\x14\x00\x14\x00\x09"))
	for name, c := range map[string]struct {
		data []byte
		most int64
		want error
	}{
		"cut off":   {good[:40], 1000, container.ErrDamaged},
		"large":     {good, 250, container.ErrTooLarge},
		"many":      {packed(t, strings.Split(strings.Repeat("a ", 10_001), " ")...), 1 << 30, container.ErrTooLarge},
		"protected": {protected, 1000, container.ErrProtected},
	} {
		_, err := container.Open(bytes.NewReader(c.data), int64(len(c.data)), c.most)
		if !errors.Is(err, c.want) {
			t.Errorf("Open(%s) = %v, want %v", name, err, c.want)
		}
	}
}

func TestGuard(t *testing.T) {
	for text, whole := range map[string]bool{"<a>123456789</a>": true, "<a>12345678901</a>": false, strings.Repeat("x", 11): false} {
		_, err := io.ReadAll(container.Guard(strings.NewReader(text), 10))
		if (err == nil) != whole {
			t.Errorf("Guard(%q) = %v, want whole %v", text, err, whole)
		}
	}
}

func TestEncrypted(t *testing.T) {
	mark := string(container.EncryptedMark)
	for text, want := range map[string]bool{
		"": false, mark: true, strings.Repeat("x", 64<<10-5) + mark: true, "EncryptedPackage": false, strings.Repeat("x", 1<<18) + mark + "y": true,
	} {
		got := container.Encrypted(strings.NewReader(text), int64(len(text)))
		if got != want {
			t.Errorf("Encrypted(%d bytes) = %v, want %v", len(text), got, want)
		}
	}
}
