package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
	"testing"

	"gongkai/internal/docfile/docx/reporttest"
	"gongkai/internal/document"
)

// element is any XML element, for walking a part.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all returns e's descendants of the given name, not looking inside a match.
func (e element) all(name string) []element {
	var found []element
	for _, child := range e.Children {
		if child.XMLName.Local == name {
			found = append(found, child)
			continue
		}
		found = append(found, child.all(name)...)
	}
	return found
}

// text reads what e says: breaks as newlines, paragraphs end with one.
func (e element) text() string {
	switch e.XMLName.Local {
	case "t":
		return e.Text
	case "br":
		return "\n"
	case "tab":
		return "\t"
	}
	var b strings.Builder
	for _, child := range e.Children {
		b.WriteString(child.text())
	}
	if e.XMLName.Local == "p" {
		b.WriteString("\n")
	}
	return b.String()
}

func written(t *testing.T, doc *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	err := Write(&b, doc)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unpack reads every part and fails on one that is not well-formed.
func unpack(t *testing.T, file []byte) map[string]element {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]element{}
	for _, f := range archive.File {
		if !f.Modified.Equal(epoch) {
			t.Errorf("%s is dated %v, want %v", f.Name, f.Modified, epoch)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		var root element
		err = xml.Unmarshal(content, &root)
		if err != nil {
			t.Errorf("%s is not well-formed: %v", f.Name, err)
		}
		parts[f.Name] = root
	}
	return parts
}

func TestPackageHoldsTogether(t *testing.T) {
	parts := unpack(t, written(t, reporttest.Report()))
	typed := map[string]bool{}
	for _, override := range parts["[Content_Types].xml"].all("Override") {
		typed[strings.TrimPrefix(override.attr("PartName"), "/")] = true
	}
	ids := map[string]bool{}
	for name, root := range parts {
		if !strings.HasSuffix(name, ".rels") {
			if name != "[Content_Types].xml" && !typed[name] {
				t.Errorf("part %s has no content type", name)
			}
			continue
		}
		folder := path.Dir(path.Dir(name))
		for _, r := range root.all("Relationship") {
			target := path.Join(folder, r.attr("Target"))
			if _, ok := parts[target]; !ok {
				t.Errorf("%s: %s points to %s, which is not there", name, r.attr("Id"), target)
			}
			ids[r.attr("Id")] = true
		}
	}
	for name := range typed {
		if _, ok := parts[name]; !ok {
			t.Errorf("content types name %s, which is not there", name)
		}
	}
	for _, ref := range parts["word/document.xml"].all("footerReference") {
		if !ids[ref.attr("id")] {
			t.Errorf("footer %s has no relationship", ref.attr("id"))
		}
	}
	if len(parts["word/settings.xml"].all("evenAndOddHeaders")) != 1 {
		t.Error("settings do not tell odd from even footers")
	}
	known := map[string]bool{}
	for _, s := range parts["word/styles.xml"].all("style") {
		known[s.attr("styleId")] = true
	}
	for _, p := range parts["word/document.xml"].all("pStyle") {
		if !known[p.attr("val")] {
			t.Errorf("a paragraph has style %s, which is not defined", p.attr("val"))
		}
	}
}

func TestPropertiesComeFromTheDocument(t *testing.T) {
	core := unpack(t, written(t, reporttest.Report()))["docProps/core.xml"]
	for name, want := range map[string]string{
		"title":      "云溪县青石镇人民政府2024年政府信息公开工作年度报告",
		"creator":    "云溪县青石镇人民政府",
		"created":    "2025-01-16T00:00:00Z",
		"modified":   "2025-01-16T00:00:00Z",
		"keywords":   "政府信息公开；年度报告；2024",
		"identifier": "sha256-5f1c7e0a",
	} {
		found := core.all(name)
		if len(found) != 1 || found[0].Text != want {
			t.Errorf("core property %s = %+v, want %q", name, found, want)
		}
	}
}

func TestSameDocumentGivesSameBytes(t *testing.T) {
	first := written(t, reporttest.Report())
	for range 5 {
		if !bytes.Equal(first, written(t, reporttest.Report())) {
			t.Fatal("two files of one document differ")
		}
	}
}

func TestHeadingsFillTheNavigationPane(t *testing.T) {
	parts := unpack(t, written(t, reporttest.Report()))
	levels := map[string]string{}
	for _, s := range parts["word/styles.xml"].all("style") {
		for _, l := range s.all("outlineLvl") {
			levels[s.attr("styleId")] = l.attr("val")
		}
	}
	for id, want := range map[string]string{"Heading1": "0", "Heading2": "1", "Heading3": "2"} {
		if levels[id] != want {
			t.Errorf("outline level of %s = %q, want %q", id, levels[id], want)
		}
	}
	chapters := 0
	for _, p := range parts["word/document.xml"].all("p") {
		for _, s := range p.all("pStyle") {
			if s.attr("val") == "Heading1" {
				chapters++
			}
		}
	}
	if chapters != 6 {
		t.Errorf("chapters = %d, want 6", chapters)
	}
}
