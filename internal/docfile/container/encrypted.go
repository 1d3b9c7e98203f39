package container

import (
	"bytes"
	"io"
)

// EncryptedMark is the name, in UTF-16, of the stream in which office programs put a
// document that has a password.
var EncryptedMark = utf16le("EncryptedPackage")

// Encrypted reports whether a file in the old container of office programs holds a
// document with a password.
func Encrypted(r io.ReaderAt, size int64) bool { return contains(r, size, EncryptedMark) }

func utf16le(s string) []byte {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r), 0) // ASCII only
	}
	return b
}

// contains looks for a mark anywhere in the file, also across two pieces.
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
