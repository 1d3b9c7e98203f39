package reportfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/fault"
)

// packed makes an archive of files; a name that ends with a slash is a folder.
func packed(t *testing.T, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, NonUTF8: !strings.HasPrefix(name, "utf8"), Method: zip.Deflate})
		if err == nil && !strings.HasSuffix(name, "/") {
			_, err = io.WriteString(f, "内容 of "+name)
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

func unpacked(data []byte) ([]string, error) {
	var names []string
	err := Unpack("年报.zip", bytes.NewReader(data), int64(len(data)), func(name string, content io.Reader) error {
		_, err := io.Copy(io.Discard, content)
		names = append(names, name)
		return err
	})
	return names, err
}

func TestUnpack(t *testing.T) {
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String("年报/青石镇.docx")
	if err != nil {
		t.Fatal(err)
	}
	names, err := unpacked(packed(t, "年报/", "年报/a.pdf", encoded, "utf8/白溪镇.html", "utf8/白溪镇_files/x.png", "a/../../../etc/passwd", `b\c.txt`, "/root.txt",
		".hidden", "x/.git/config", "__MACOSX/a.pdf", "~$a.docx", "Thumbs.db", "b/desktop.ini", "b/旧_files/y.txt"))
	want := []string{"年报/a.pdf", "年报/青石镇.docx", "utf8/白溪镇.html", "etc/passwd", "b/c.txt", "root.txt", "b/旧_files/y.txt"}
	if err != nil || !slices.Equal(names, want) {
		t.Errorf("Unpack() = %q, %v, want %q", names, err, want)
	}
	stop := errors.New("stop")
	data := packed(t, "a", "b")
	n := 0
	err = Unpack("z", bytes.NewReader(data), int64(len(data)), func(string, io.Reader) error { n++; return stop })
	if !errors.Is(err, stop) || n != 1 {
		t.Errorf("Unpack() with a visit that fails = %v after %d, want its error after 1", err, n)
	}
}

func TestUnpackRefuses(t *testing.T) {
	good := packed(t, "a.txt")
	garbled := slices.Clone(good)
	garbled[40] ^= 0xff
	protected := slices.Clone(good)
	for _, sign := range []string{"PK\x03\x04", "PK\x01\x02"} {
		at := bytes.Index(protected, []byte(sign))
		protected[at+6+2*strings.Count(sign, "\x01")] |= 1
	}
	var many []string
	for i := range collection.MostFiles + 1 {
		many = append(many, fmt.Sprint(i))
	}
	for _, c := range []struct {
		what string
		data []byte
		want string
	}{
		{"no archive", []byte("Rar!"), "archive-damaged"},
		{"nothing", nil, "archive-damaged"},
		{"cut off", good[:len(good)-30], "archive-damaged"},
		{"garbled", garbled, "archive-damaged"},
		{"protected", protected, "archive-protected"},
		{"only what is left out", packed(t, "年报/", ".x", "__MACOSX/a"), "archive-empty"},
		{"too many files", packed(t, many...), "archive-too-many-files"},
		{"a large file that visit does not leave out", zeros(t, 1, collection.MostBytes+1, collection.MostBytes+1), "collection-file-too-large"},
		{"a large file that says it is small", zeros(t, 1, collection.MostBytes+1, 5), "archive-damaged"},
		{"too large together", zeros(t, 42, 1<<20, collection.MostBytes), "archive-too-large"},
	} {
		_, err := unpacked(c.data)
		var rule *fault.Rule
		if !errors.As(err, &rule) || rule.Code != c.want {
			t.Errorf("Unpack(%s) = %v, want the refusal %s", c.what, err, c.want)
		}
	}
}

// zeros makes an archive of so many files of so many zero bytes, whose heads say
// another size.
func zeros(t *testing.T, files int, size, says uint64) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range files {
		var member bytes.Buffer
		inner := zip.NewWriter(&member)
		f, err := inner.Create("x")
		if err == nil {
			_, err = io.CopyN(f, endlessZeros{}, int64(size))
		}
		if err == nil {
			err = inner.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		r, err := zip.NewReader(bytes.NewReader(member.Bytes()), int64(member.Len()))
		if err != nil {
			t.Fatal(err)
		}
		raw, err := r.File[0].OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		head := r.File[0].FileHeader
		head.Name, head.UncompressedSize64 = fmt.Sprint(i), says
		to, err := w.CreateRaw(&head)
		if err == nil {
			_, err = io.Copy(to, raw)
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

type endlessZeros struct{}

func (endlessZeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func TestBounded(t *testing.T) {
	full, damaged := errors.New("full"), errors.New("damaged")
	for _, c := range []struct {
		what string
		from io.Reader
		left int64
		want error
	}{
		{"less", strings.NewReader("abc"), 4, nil},
		{"as much", strings.NewReader("abcd"), 4, nil},
		{"more", strings.NewReader("abcde"), 4, full},
		{"nothing left", strings.NewReader("a"), 0, full},
		{"broken", io.MultiReader(strings.NewReader("a"), iotest.ErrReader(io.ErrUnexpectedEOF)), 4, damaged},
	} {
		n, err := io.Copy(io.Discard, &bounded{from: c.from, left: c.left, full: full, damaged: damaged})
		if !errors.Is(err, c.want) || n > c.left {
			t.Errorf("%s: read %d, %v, want %v and at most %d", c.what, n, err, c.want, c.left)
		}
	}
}

// TestLargeMemberStopsNoOther: visit leaves the large file out, the next one comes.
func TestLargeMemberStopsNoOther(t *testing.T) {
	data := zeros(t, 2, collection.MostBytes+1, collection.MostBytes+1)
	refused := 0
	err := Unpack("z", bytes.NewReader(data), int64(len(data)), func(_ string, content io.Reader) error {
		_, err := io.Copy(io.Discard, content)
		var rule *fault.Rule
		if errors.As(err, &rule) && rule.Code == "collection-file-too-large" {
			refused++
		}
		return nil
	})
	if err != nil || refused != 2 {
		t.Errorf("Unpack() = %v with %d refused, want both seen and refused", err, refused)
	}
}

func TestLeftOver(t *testing.T) {
	for name, want := range map[string]bool{
		"年报/青石镇.docx": false, "年报/.DS_Store": true, "年报/~$青石镇.docx": true, "年报/青石镇_files/style.css": true,
		"年报/青石镇.files/x.gif": true, "__MACOSX/a": true, "a.txt": false, "profiles/a.txt": false,
	} {
		if got := LeftOver(name); got != want {
			t.Errorf("LeftOver(%s) = %v, want %v", name, got, want)
		}
	}
}
