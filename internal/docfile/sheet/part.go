package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"gongkai/internal/docfile/container"
)

const (
	maxDepth = 64      // elements inside one another; a worksheet needs about six
	maxToken = 1 << 20 // bytes of one tag or stretch of text; a cell holds 32,767 characters
)

// parts are the files of a workbook by lower-case path.
type parts container.Parts

// openParts reads the directory of a workbook within the limit.
func openParts(r io.ReaderAt, size int64, limit Limit) (parts, error) {
	found, err := container.Open(r, size, limit.Unpacked)
	switch {
	case errors.Is(err, container.ErrTooLarge):
		return nil, &Error{Code: UnpacksLarge}
	case errors.Is(err, container.ErrProtected):
		return nil, &Error{Code: Protected}
	case err != nil:
		return nil, &Error{Code: Damaged, Err: err}
	}
	return parts(found), nil
}

// open reads a part as XML; the caller closes it.
func (p parts) open(name string) (*tokens, error) {
	f := p[strings.ToLower(name)]
	if f == nil {
		return nil, &Error{Code: Damaged, Err: fmt.Errorf("part %s is missing", name)}
	}
	content, err := f.Open()
	if err != nil {
		return nil, &Error{Code: Damaged, Err: err}
	}
	declared := container.Declared(f, content)
	return &tokens{Decoder: xml.NewDecoder(container.Guard(declared, maxToken)), plain: declared, source: content}, nil
}

// tokens walks through the XML of a part.
type tokens struct {
	*xml.Decoder
	plain  io.Reader // the same part undecoded
	source io.Closer
	depth  int
}

func (t *tokens) close() { t.source.Close() }

// next is the next tag or text. It is io.EOF at a proper end; any damage is an
// *Error.
func (t *tokens) next() (xml.Token, error) {
	token, err := t.RawToken()
	if errors.Is(err, io.EOF) {
		if t.depth == 0 {
			return nil, io.EOF
		}
		err = io.ErrUnexpectedEOF // io.EOF would pass for the end of a sound part
	}
	if err != nil {
		return nil, &Error{Code: Damaged, Err: err}
	}
	switch token.(type) {
	case xml.StartElement:
		t.depth++
	case xml.EndElement:
		t.depth--
	}
	if t.depth < 0 || t.depth > maxDepth {
		return nil, &Error{Code: Damaged, Err: errors.New("elements are nested wrongly")}
	}
	return token, nil
}

// mention reports whether a part contains a word.
func (p parts) mention(name, word string) (bool, error) {
	t, err := p.open(name)
	if err != nil {
		return false, err
	}
	defer t.close()
	buffer := make([]byte, 64<<10)
	kept := 0 // bytes of the last piece, in case the word is cut
	for {
		n, err := t.plain.Read(buffer[kept:])
		if bytes.Contains(buffer[:kept+n], []byte(word)) {
			return true, nil
		}
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, &Error{Code: Damaged, Err: err}
		}
		tail := min(len(word)-1, kept+n)
		copy(buffer, buffer[kept+n-tail:kept+n])
		kept = tail
	}
}

// each calls visit for every element that begins in the part.
func (p parts) each(name string, visit func(xml.StartElement)) error {
	t, err := p.open(name)
	if err != nil {
		return err
	}
	defer t.close()
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			visit(start)
		}
	}
}

// attr is an attribute by its local name: prefixes differ between programs.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
