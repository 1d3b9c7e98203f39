package sheet

import (
	"bufio"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

const utf8BOM = "\xef\xbb\xbf"

// charset is how a text file is written and how to read it.
type charset struct {
	name   string
	skip   int64
	decode func(io.Reader) io.Reader
}

var (
	plainUTF8 = charset{name: "UTF-8", decode: func(r io.Reader) io.Reader { return r }}
	markedBOM = charset{name: "UTF-8", skip: int64(len(utf8BOM)), decode: plainUTF8.decode}
	gb18030   = charset{name: "GB18030", decode: func(r io.Reader) io.Reader {
		return transform.NewReader(r, simplifiedchinese.GB18030.NewDecoder())
	}}
	utf16 = charset{name: "UTF-16", decode: func(r io.Reader) io.Reader {
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder())
	}}
)

// errBinary marks text with zero bytes, which no table has.
var errBinary = errors.New("zero byte in text")

// detect tells the charset of a whole file: by its mark; else UTF-8 where every
// byte agrees; else GB18030, in which Excel saves CSV on a Chinese system. A file
// that was UTF-8 for a while is damaged UTF-8: read as GB18030 it would be full of
// wrong characters without an error. Where nothing fits, the error names the
// line at which the better guess broke down.
func detect(r io.ReaderAt, size int64) (charset, error) {
	start := make([]byte, 3)
	n, _ := r.ReadAt(start, 0)
	mark := string(start[:n])
	guesses := []charset{plainUTF8, gb18030}
	switch {
	case mark == utf8BOM:
		guesses = []charset{markedBOM}
	case n >= 2 && (mark[:2] == "\xff\xfe" || mark[:2] == "\xfe\xff"):
		guesses = []charset{utf16}
	}
	furthest := 0
	for _, c := range guesses {
		line, wide, err := firstFault(c.text(r, size))
		if errors.Is(err, errBinary) {
			return charset{}, &Error{Code: UnknownFormat, Err: err}
		}
		if err != nil {
			return charset{}, &Error{Code: Damaged, Err: err}
		}
		if line == 0 {
			return c, nil
		}
		furthest = max(furthest, line)
		if c.name == plainUTF8.name && wide >= convincing {
			break
		}
	}
	return charset{}, &Error{Code: Charset, Row: furthest}
}

// text reads the file from its start as UTF-8.
func (c charset) text(r io.ReaderAt, size int64) io.Reader {
	return c.decode(io.NewSectionReader(r, c.skip, max(size-c.skip, 0)))
}

// convincing is how many characters of three bytes show that text is UTF-8: in
// GB18030, text rarely keeps to its pattern for even one.
const convincing = 4

// firstFault is the line, counted from 1, of the first character that is not
// valid, 0 where all are, and the number of three-byte characters before it.
func firstFault(r io.Reader) (int, int, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	wide := 0
	for line := 1; ; {
		c, size, err := in.ReadRune()
		switch {
		case errors.Is(err, io.EOF):
			return 0, wide, nil
		case err != nil:
			return 0, wide, err
		case c == utf8.RuneError:
			// Decoders write U+FFFD for what they cannot read; text that holds a
			// real one was damaged before.
			return line, wide, nil
		case c == 0:
			return 0, wide, errBinary
		case size == 3:
			wide++
		case c == '\n':
			line++
		}
	}
}
