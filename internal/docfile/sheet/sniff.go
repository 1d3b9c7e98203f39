package sheet

import (
	"bytes"
	"io"
	"path"
	"strings"

	"gongkai/internal/docfile/container"
)

// kind is what a file is, judged by its first bytes.
type kind int

const (
	workbook kind = iota
	plainText
	empty
	legacy
	protected
	unknown
)

var refusals = map[kind]Code{empty: Empty, legacy: LegacyFormat, protected: Protected, unknown: UnknownFormat}

// compound opens an OLE file: the format of .xls, .et and .wps, and the wrapper
// of a workbook with a password.
var compound = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

func sniff(name string, r io.ReaderAt, size int64) kind {
	if size <= 0 {
		return empty
	}
	start := make([]byte, min(size, 512))
	n, _ := r.ReadAt(start, 0) // a failing file shows when it is read
	start = start[:n]
	extension := strings.ToLower(path.Ext(name))
	switch {
	case bytes.HasPrefix(start, []byte("PK\x03\x04")):
		return workbook
	case bytes.HasPrefix(start, compound):
		if container.Encrypted(r, size) {
			return protected
		}
		return legacy
	case extension == ".xls" || extension == ".et" || extension == ".wps":
		return legacy
	case bytes.HasPrefix(start, []byte("PK")), bytes.HasPrefix(start, []byte("%PDF")), bytes.HasPrefix(start, []byte("{\\rtf")):
		return unknown
	}
	text := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(start, []byte(utf8BOM)), " \t\r\n"))
	for _, markup := range []string{"<html", "<!doctype", "<?xml", "<table"} {
		if bytes.HasPrefix(text, []byte(markup)) {
			return unknown
		}
	}
	return plainText
}
