package source

import (
	"bytes"
	"io"
	"path"
	"regexp"
	"strings"

	"gongkai/internal/docfile/container"
)

// form is what a file is, judged by its first bytes.
type form int

const (
	plainText form = iota
	webPage
	archive
	portable // PDF
	markdownText
	empty
	legacy
	protected
	picture
	unknown
)

var refusals = map[form]Code{
	empty: Empty, legacy: LegacyFormat, protected: Protected, picture: PictureFile, unknown: UnknownFormat,
}

// sniffSize is how much of a file tells what it is.
const sniffSize = 4096

// compound opens an OLE file: the format of .doc, .xls and .wps, and the wrapper of
// an Office file with a password.
var compound = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

// pictures are the first bytes of image formats.
var pictures = []string{"\x89PNG", "\xff\xd8\xff", "GIF8", "BM", "II*\x00", "MM\x00*", "\x00\x00\x01\x00"}

// foreign are the first bytes of formats that no report comes in.
var foreign = []string{"Rar!", "7z\xbc\xaf", "\x1f\x8b", "\x7fELF", "MZ", "ID3", "OggS", "\x00\x00\x00\x18ftyp", "\x00\x00\x00 ftyp", "SQLite format 3", "PK\x05\x06"}

// markup are the elements by which a page without doctype is known. Any of them
// near the start will do: saved fragments begin anywhere.
var markup = regexp.MustCompile(`(?i)<(!doctype html|html|head|body|title|meta|link|table|div|p|span|h[1-6]|ucapcontent)[\s>/]`)

// separatorRow is the line under the head of a Markdown table.
var separatorRow = regexp.MustCompile(`(?m)^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*\r?$`)

// rawTable is a table of a page that stands in plain text.
var rawTable = regexp.MustCompile(`(?i)<table[\s>][^|]*<tr[\s>]`)

// sniff tells what the file is. The name is only asked where content leaves it open.
func sniff(name string, r io.ReaderAt, size int64) form {
	if size <= 0 {
		return empty
	}
	start := make([]byte, min(size, sniffSize))
	n, _ := r.ReadAt(start, 0) // a failing file shows when it is read
	start = start[:n]
	extension := strings.ToLower(path.Ext(name))
	switch {
	case bytes.HasPrefix(start, []byte("PK\x03\x04")):
		return archive
	case bytes.Contains(start[:min(n, 1024)], []byte("%PDF-")):
		return portable
	case bytes.HasPrefix(start, compound):
		if container.Encrypted(r, size) {
			return protected
		}
		return legacy
	case bytes.HasPrefix(start, []byte("{\\rtf")):
		return legacy
	}
	for _, p := range pictures {
		if bytes.HasPrefix(start, []byte(p)) && (p != "BM" || bytes.IndexByte(start, 0) >= 0) {
			return picture
		}
	}
	for _, p := range foreign {
		if bytes.HasPrefix(start, []byte(p)) && (len(p) > 2 || bytes.IndexByte(start, 0) >= 0) {
			return unknown
		}
	}
	return sniffText(start, extension)
}

// sniffText tells a page and Markdown from plain text. Zero bytes are thrown out
// first, so that markup in UTF-16 is seen.
func sniffText(start []byte, extension string) form {
	text := string(bytes.ReplaceAll(start, []byte{0}, nil))
	found := markup.FindStringIndex(text)
	switch {
	case extension == ".md" || extension == ".markdown":
		return markdownText
	case found != nil && (found[0] < 512 || extension == ".htm" || extension == ".html" || extension == ".shtml"):
		if separatorRow.MatchString(text) || strings.HasPrefix(text, "# ") {
			return markdownText // HTML tables stand inside Markdown too
		}
		return webPage
	case extension == ".htm" || extension == ".html" || extension == ".shtml":
		return webPage
	case separatorRow.MatchString(text), strings.HasPrefix(text, "# "), strings.Contains(text, "\n# "), strings.Contains(text, "\n## "):
		return markdownText
	}
	return plainText
}
