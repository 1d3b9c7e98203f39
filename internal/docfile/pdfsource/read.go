package pdfsource

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"gongkai/internal/annualreport/reading"
)

// Limits bounds what a file may cost. All are needed.
type Limits struct {
	Unpacked int64 // bytes of all streams once unpacked
	Pages    int
	Cells    int // of all tables
	Time     time.Duration
}

// Read takes a PDF apart. It fails with an error that is ErrProtected, ErrTooMuch or
// ErrTooSlow, or else says how the file is damaged.
func Read(name string, r io.ReaderAt, size int64, limits Limits) (reading.Source, error) {
	data := make([]byte, size)
	_, err := r.ReadAt(data, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return reading.Source{}, fmt.Errorf("read %s: %w", name, err)
	}
	s := reading.Source{File: name, Kind: reading.PDF, Meta: map[string]string{}}
	err = guarded(func() error { return take(&s, data, limits) })
	if err != nil {
		return reading.Source{}, fmt.Errorf("take %s apart: %w", name, err)
	}
	return s, nil
}

// guarded turns a panic into an error: what a foreign file does to the reader must
// not end the program.
func guarded(do func() error) error {
	var err error
	func() {
		defer func() {
			cause := recover()
			if cause != nil {
				err = fmt.Errorf("unforeseen damage: %v", cause)
			}
		}()
		err = do()
	}()
	return err
}

func take(s *reading.Source, data []byte, limits Limits) error {
	f, err := openFile(data, limits)
	if err != nil {
		return err
	}
	f.information(s)
	leaves, err := f.pages(limits.Pages)
	if err != nil {
		return err
	}
	var sheets []sheet
	fonts := map[ref]*font{}
	for i, p := range leaves {
		var d drawing
		err := guarded(func() error {
			var err error
			d, err = f.paint(p, fonts)
			return err
		})
		switch {
		case errors.Is(err, ErrTooMuch), errors.Is(err, ErrTooSlow):
			return err
		case err != nil:
			s.Lost = append(s.Lost, fmt.Sprintf("第 %d 页已损坏，未能读出。", i+1))
			continue
		case f.late():
			return ErrTooSlow
		}
		struck := d.unstruck()
		sheets = append(sheets, lay(&d, i+1))
		sheets[len(sheets)-1].struck = struck
	}
	furnish(sheets)
	for i := range sheets {
		sheets[i].align()
	}
	note(s, sheets)
	w := writer{source: s, body: bodyOf(sheets), limits: limits}
	for i := range sheets {
		w.sheet(&sheets[i])
	}
	w.flush()
	for _, head := range runningHeads(sheets) {
		s.Blocks = append(s.Blocks, reading.Block{Text: head})
	}
	return w.err
}

// note says in the source what the pages do not give.
func note(s *reading.Source, sheets []sheet) {
	scans, unread, glyphs, struck := 0, 0, 0, 0
	for _, page := range sheets {
		struck += page.struck
		unread += page.unread
		glyphs += page.glyphs
		if page.scan {
			scans++
		}
	}
	switch {
	case glyphs == 0:
		s.Lost = append(s.Lost, "文件没有文字层，可能是扫描件；请先用文字识别软件处理，或提供网页、Word 文档。")
	case scans > 0:
		s.Lost = append(s.Lost, fmt.Sprintf("有 %d 页是扫描图片，其中的文字和表格不能读取。", scans))
	}
	if struck > 0 {
		s.Lost = append(s.Lost, fmt.Sprintf("有 %d 个字符被划线删去，没有计入，请提供接受修订后的文件。", struck))
	}
	if unread > 0 {
		s.Lost = append(s.Lost, fmt.Sprintf("有 %d 个字符没有文字编码，未能读出。", unread))
	}
}

// information reads what the file says of itself.
func (f *file) information(s *reading.Source) {
	for key, o := range f.dict(f.trailer["Info"]) {
		t, ok := f.resolve(o).(text)
		value := strings.TrimSpace(textString(t))
		if ok && value != "" {
			s.Meta[strings.ToLower(string(key))] = value
		}
	}
	s.Title = s.Meta["title"]
}

// textString decodes a string outside of page content.
func textString(t text) string {
	switch {
	case strings.HasPrefix(string(t), "\xfe\xff"):
		return string(characters(t[2:]))
	case strings.HasPrefix(string(t), "\xef\xbb\xbf"):
		return strings.ToValidUTF8(string(t[3:]), "\ufffd")
	case utf8.ValidString(string(t)):
		return string(t) // plain ASCII, or UTF-8 that some programs write
	}
	var b strings.Builder
	for i := range len(t) {
		b.WriteRune(rune(t[i]))
	}
	return b.String()
}
