package reportfile

import (
	"bytes"
	"fmt"
	"io"

	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/source"
)

// Open reads an original for showing it beside what was read of it. It always gives
// a result, as Read does; the source of a file that cannot be taken apart is empty.
func Open(name string, content []byte) (reading.Source, reading.Result) {
	src, err := openSafely(name, bytes.NewReader(content), int64(len(content)), source.Limits{})
	if err != nil {
		return reading.Source{File: name}, unreadable(name, err)
	}
	result, err := readSafely(src)
	if err != nil {
		return src, unreadable(name, err)
	}
	return src, result
}

// openSafely turns a crash over a file into its error, as readSafely does: files are
// read beside everything else that the program does.
func openSafely(name string, r io.ReaderAt, size int64, limits source.Limits) (reading.Source, error) {
	var src reading.Source
	var err error
	var crash any
	func() {
		defer func() { crash = recover() }()
		src, err = source.Open(name, r, size, limits)
	}()
	if crash != nil {
		return reading.Source{}, fmt.Errorf("take %s apart: crashed: %v", name, crash)
	}
	return src, err
}
