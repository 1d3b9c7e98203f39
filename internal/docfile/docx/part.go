package docx

import (
	"fmt"
	"strings"

	"gongkai/internal/document"
)

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpace   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	officeRel   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageRel  = "http://schemas.openxmlformats.org/package/2006/relationships/"
	wordMime    = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// part is one file of the package. relation is how its owner refers to it: the
// package itself for the three top parts, the main document for the others.
type part struct {
	path, mime, relation, id string
	text                     string
}

// compose draws every part of the package, in the order in which they are
// stored: the content types first, as readers that stream expect.
func compose(doc *document.Document) ([]part, error) {
	core, err := coreProperties(doc)
	if err != nil {
		return nil, err
	}
	body, err := body(doc)
	if err != nil {
		return nil, err
	}
	extended, err := extendedProperties(doc)
	if err != nil {
		return nil, err
	}
	top := []part{
		{"word/document.xml", wordMime + "document.main+xml", officeRel + "officeDocument", "document", body},
		{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", packageRel + "metadata/core-properties", "core", core},
		{"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", officeRel + "extended-properties", "app", extended},
	}
	inner := []part{
		{"word/styles.xml", wordMime + "styles+xml", officeRel + "styles", "styles", styles()},
		{"word/settings.xml", wordMime + "settings+xml", officeRel + "settings", "settings", settings()},
		{"word/fontTable.xml", wordMime + "fontTable+xml", officeRel + "fontTable", "fonts", fontTable()},
		{"word/footer1.xml", wordMime + "footer+xml", officeRel + "footer", oddFooter, footer("OddFooter")},
		{"word/footer2.xml", wordMime + "footer+xml", officeRel + "footer", evenFooter, footer("EvenFooter")},
	}
	all := append(append([]part{}, top...), inner...)
	links := []part{
		{path: "[Content_Types].xml", text: contentTypes(all)},
		{path: "_rels/.rels", text: relationships(top, "")},
		{path: "word/_rels/document.xml.rels", text: relationships(inner, "word/")},
	}
	return append(links, all...), nil
}

func contentTypes(parts []part) string {
	var b strings.Builder
	b.WriteString(declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range parts {
		fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, p.path, p.mime)
	}
	b.WriteString(`</Types>`)
	return b.String()
}

// relationships lists parts as targets relative to the folder of their owner.
func relationships(parts []part, folder string) string {
	var b strings.Builder
	b.WriteString(declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, p := range parts {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="%s"/>`, p.id, p.relation, strings.TrimPrefix(p.path, folder))
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}
