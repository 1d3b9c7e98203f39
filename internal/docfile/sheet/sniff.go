package sheet

import (
	"bytes"
	"io"
	"path"
	"strings"
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
		if contains(r, size, utf16le("EncryptedPackage")) {
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

func utf16le(s string) []byte {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r), 0) // ASCII only
	}
	return b
}

// contains looks for a mark anywhere in the file.
func contains(r io.ReaderAt, size int64, mark []byte) bool {
	buffer := make([]byte, 64<<10)
	for at := int64(0); at < size; at += int64(len(buffer) - len(mark)) {
		n, err := r.ReadAt(buffer, at)
		if bytes.Contains(buffer[:n], mark) {
			return true
		}
		if err != nil {
			return false
		}
	}
	return false
}
