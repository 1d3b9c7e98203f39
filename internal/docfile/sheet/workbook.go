package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// xlsx is an opened workbook: what its sheets share.
type xlsx struct {
	parts   parts
	limit   Limit
	strings []string
	formats []format // of cells, by style number
	from    int      // 1904 where dates count from there, else 1900
}

// entry is a sheet as the workbook lists it.
type entry struct {
	name, relation string
	hidden         bool
}

func openWorkbook(r io.ReaderAt, size int64, limit Limit) (*Book, error) {
	found, err := openParts(r, size, limit)
	if err != nil {
		return nil, err
	}
	main, err := found.target("_rels/.rels", "", func(kind, _ string) bool { return strings.HasSuffix(kind, "/officeDocument") })
	if err != nil {
		return nil, err
	}
	if path.Ext(main) != ".xml" {
		return nil, &Error{Code: UnknownFormat} // no Office file, or a binary workbook
	}
	x := &xlsx{parts: found, limit: limit, from: 1900}
	entries, err := x.entries(main)
	if err != nil {
		return nil, err
	}
	folder := path.Dir(main)
	rels := path.Join(folder, "_rels", path.Base(main)+".rels")
	err = x.shared(rels, folder)
	if err != nil {
		return nil, err
	}
	book := &Book{Format: "xlsx"}
	for _, e := range entries {
		worksheet := false
		part, err := found.target(rels, folder, func(kind, id string) bool {
			if id == e.relation {
				worksheet = strings.HasSuffix(kind, "/worksheet")
			}
			return id == e.relation
		})
		if err != nil {
			return nil, err
		}
		if part == "" || found[strings.ToLower(part)] == nil {
			return nil, &Error{Code: Damaged, Sheet: e.name}
		}
		if worksheet { // the others are charts and dialogues
			table := worksheetTable{xlsx: x, name: e.name, part: part}
			book.Sheets = append(book.Sheets, Sheet{Name: e.name, Hidden: e.hidden, rows: table.rows})
		}
	}
	if len(book.Sheets) == 0 {
		return nil, &Error{Code: Empty}
	}
	return book, nil
}

// target is the path that the first matching relation points to, empty if none.
func (p parts) target(rels, folder string, match func(kind, id string) bool) (string, error) {
	if p[strings.ToLower(rels)] == nil {
		return "", nil
	}
	target := ""
	err := p.each(rels, func(e xml.StartElement) {
		if target != "" || e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" || !match(attr(e, "Type"), attr(e, "Id")) {
			return
		}
		target = attr(e, "Target")
		if strings.HasPrefix(target, "/") {
			target = path.Clean(target[1:])
			return
		}
		target = path.Join(folder, target)
	})
	return target, err
}

// entries reads the list of sheets and from where dates count.
func (x *xlsx) entries(main string) ([]entry, error) {
	var entries []entry
	isWorkbook := false
	err := x.parts.each(main, func(e xml.StartElement) {
		switch e.Name.Local {
		case "workbook":
			isWorkbook = true
		case "workbookPr":
			if v := attr(e, "date1904"); v == "1" || v == "true" {
				x.from = 1904
			}
		case "sheet":
			state := attr(e, "state")
			entries = append(entries, entry{name: attr(e, "name"), relation: attr(e, "id"), hidden: state != "" && state != "visible"})
		}
	})
	if err == nil && !isWorkbook {
		return nil, &Error{Code: UnknownFormat} // a text document or a presentation
	}
	return entries, err
}

// shared reads the strings and the number formats that all sheets refer to.
func (x *xlsx) shared(rels, folder string) error {
	kind := func(suffix string) func(string, string) bool {
		return func(kind, _ string) bool { return strings.HasSuffix(kind, suffix) }
	}
	part, err := x.parts.target(rels, folder, kind("/sharedStrings"))
	if err != nil {
		return err
	}
	if part != "" {
		x.strings, err = x.parts.sharedStrings(part)
		if err != nil {
			return err
		}
	}
	part, err = x.parts.target(rels, folder, kind("/styles"))
	if err != nil || part == "" {
		return err
	}
	x.formats, err = x.parts.cellFormats(part)
	return err
}

// maxStrings bounds the table of shared strings: empty ones cost nothing in the
// file but memory here.
const maxStrings = 4 << 20

// sharedStrings reads the texts that cells refer to by number. Pieces in
// different type are joined; phonetic guides (rPh) are not part of the text.
func (p parts) sharedStrings(part string) ([]string, error) {
	t, err := p.open(part)
	if err != nil {
		return nil, err
	}
	defer t.close()
	var all []string
	var text strings.Builder
	inText, guides := false, 0
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "si":
				text.Reset()
			case "rPh":
				guides++
			case "t":
				inText = true
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "si":
				if len(all) == maxStrings {
					return nil, &Error{Code: UnpacksLarge}
				}
				all = append(all, text.String())
			case "rPh":
				guides--
			case "t":
				inText = false
			}
		case xml.CharData:
			if inText && guides == 0 {
				text.Write(token)
			}
		}
	}
}
