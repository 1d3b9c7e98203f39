package source

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/container"
)

const (
	maxElements = 1_000_000 // of one part
	maxDepth    = 400       // elements inside one another: some ten for each table in a table
	maxToken    = 4 << 20   // bytes of one tag or stretch of text
)

// parts are the files of an Office document by lower-case path.
type parts container.Parts

// openArchive tells a text document from a workbook and reads it.
func openArchive(name string, r io.ReaderAt, size int64, limits Limits) (reading.Source, error) {
	found, err := openParts(r, size, limits)
	if err != nil {
		return reading.Source{}, err
	}
	b := newBuilder(name, limits)
	switch {
	case found["word/document.xml"] != nil || found["word/document2.xml"] != nil:
		b.source.Kind = reading.DOCX
		err = readDocument(b, found)
	case found["xl/workbook.xml"] != nil:
		b.source.Kind = reading.XLSX
		err = readWorkbook(b, name, r, size)
		if err == nil {
			readProperties(b, found)
		}
	case found["ofd.xml"] != nil:
		return reading.Source{}, &Error{Code: FixedLayout}
	case found["mimetype"] != nil && found["content.xml"] != nil:
		return reading.Source{}, &Error{Code: LegacyFormat}
	default:
		return reading.Source{}, &Error{Code: UnknownFormat}
	}
	if err != nil {
		return reading.Source{}, err
	}
	return b.finish()
}

// openParts reads the directory of an archive within the limits.
func openParts(r io.ReaderAt, size int64, limits Limits) (parts, error) {
	found, err := container.Open(r, size, limits.Unpacked)
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

// matching lists the parts of a folder whose names begin as given, in order.
func (p parts) matching(folder, prefix string) []string {
	var names []string
	for name := range p {
		if path.Dir(name) == folder && strings.HasPrefix(path.Base(name), prefix) && path.Ext(name) == ".xml" {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b) // header2 before header10
		}
		return strings.Compare(a, b)
	})
	return names
}

// element is a node of a part's XML: an element with a local name, or text.
type element struct {
	name     string
	attrs    []xml.Attr
	text     string
	children []*element
}

// tree reads a part whole. A part cut short gives what there is, with an error.
func (p parts) tree(name string) (*element, error) {
	f := p[name]
	if f == nil {
		return nil, fmt.Errorf("part %s is missing", name)
	}
	content, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("open part %s: %w", name, err)
	}
	defer content.Close()
	decoder := xml.NewDecoder(container.Guard(container.Declared(f, content), maxToken))
	decoder.Strict = false
	root := &element{}
	open := []*element{root}
	for count := 0; ; count++ {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) && len(open) == 1 {
			return root, nil
		}
		if err == nil && (count > maxElements || len(open) > maxDepth) {
			err = errors.New("too many elements, or nested too deep")
		}
		if err != nil {
			return root, fmt.Errorf("read part %s: %w", name, err)
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: slices.Clone(token.Attr)}
			top.children = append(top.children, e)
			open = append(open, e)
		case xml.EndElement:
			if len(open) > 1 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if top.name == "t" || top.name == "delText" || len(strings.TrimSpace(string(token))) > 0 {
				top.children = append(top.children, &element{text: string(token)})
			}
		}
	}
}

// attr is an attribute by its local name: prefixes differ between programs.
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// child is the first child of that name, nil if none.
func (e *element) child(names ...string) *element {
	for _, name := range names {
		if e == nil {
			return nil
		}
		var found *element
		for _, c := range e.children {
			if c.name == name {
				found = c
				break
			}
		}
		e = found
	}
	return e
}

// find is the first element of that name anywhere below, nil if none.
func (e *element) find(name string) *element {
	for _, c := range e.children {
		if c.name == name {
			return c
		}
		if found := c.find(name); found != nil {
			return found
		}
	}
	return nil
}

// content is all text below.
func (e *element) content() string {
	if e == nil {
		return ""
	}
	s := e.text
	for _, c := range e.children {
		s += c.content()
	}
	return s
}

// on reports a switch that is set: present, and not turned off.
func (e *element) on() bool {
	if e == nil {
		return false
	}
	switch e.attr("val") {
	case "0", "false", "off":
		return false
	}
	return true
}
