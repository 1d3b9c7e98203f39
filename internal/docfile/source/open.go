package source

import (
	"errors"
	"fmt"
	"io"

	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/pdfsource"
)

// Open takes the file of the given name and size apart. What it is, is told from its
// content; the name decides only between forms of text. It fails with an *Error.
func Open(name string, r io.ReaderAt, size int64, limits Limits) (reading.Source, error) {
	limits = limits.orDefault()
	if size > limits.File {
		return reading.Source{}, &Error{Code: TooLarge}
	}
	kind := sniff(name, r, size)
	if code, refused := refusals[kind]; refused {
		return reading.Source{}, &Error{Code: code}
	}
	if kind == portable {
		return openPDF(name, r, size, limits)
	}
	if kind == archive {
		return openArchive(name, r, size, limits)
	}
	if size > limits.Text {
		return reading.Source{}, &Error{Code: TooLarge}
	}
	data := make([]byte, size)
	_, err := r.ReadAt(data, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return reading.Source{}, &Error{Code: Damaged, Err: fmt.Errorf("read %s: %w", name, err)}
	}
	if savedPage.Match(data[:min(size, sniffSize)]) {
		data, err = unwrapPage(data, limits.Text)
		if err != nil {
			return reading.Source{}, &Error{Code: Damaged, Err: err}
		}
		kind = webPage
	}
	charset := ""
	if kind == webPage {
		charset = declared(data)
	}
	text, ok := decode(data, charset)
	if !ok || !text.printable() {
		return reading.Source{}, &Error{Code: Charset}
	}
	b := newBuilder(name, limits)
	b.source.Charset = text.charset
	if text.faults > 0 {
		b.lose(fmt.Sprintf("有 %d 个字符无法按 %s 编码读出。", text.faults, text.charset))
	}
	if isProgram(text.text) {
		err = readEmbedded(b, text.text)
		if err != nil {
			return reading.Source{}, err
		}
		if len(b.source.Blocks) > 0 {
			return b.finish()
		}
	}
	switch kind {
	case webPage:
		b.source.Kind = reading.HTML
		err = readPage(b, text.text, 0)
		if err == nil && b.saysNothing() {
			err = readEmbedded(b, text.text)
		}
	case markdownText:
		b.source.Kind = reading.Markdown
		err = readMarkdown(b, text.text)
	default:
		b.source.Kind = reading.Text
		if rawTable.MatchString(text.text) {
			err = readMarkdown(b, text.text) // text that kept the tables of a page
			break
		}
		readText(b, text.text)
	}
	if err != nil {
		return reading.Source{}, err
	}
	return b.finish()
}

// openPDF reads a PDF and says its refusals in this package's terms.
func openPDF(name string, r io.ReaderAt, size int64, limits Limits) (reading.Source, error) {
	s, err := pdfsource.Read(name, r, size, pdfsource.Limits{
		Unpacked: limits.Unpacked, Pages: limits.Pages, Cells: limits.Cells, Time: limits.Time,
	})
	if err == nil {
		return s, nil
	}
	for cause, code := range map[error]Code{
		pdfsource.ErrProtected: Protected, pdfsource.ErrTooMuch: TooMuch, pdfsource.ErrTooSlow: TooSlow,
	} {
		if errors.Is(err, cause) {
			return reading.Source{}, &Error{Code: code, Err: err}
		}
	}
	return reading.Source{}, &Error{Code: Damaged, Err: err}
}
