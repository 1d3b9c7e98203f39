package corpus

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"

	"gongkai/internal/document"
)

// word writes a report as a word processor would after many hands: cells merged by
// vMerge and gridSpan, a run for every digit, footnotes at figures, and a tracked
// deletion beside the text that replaced it.
func word(r *report) []byte {
	notes := &footnotes{}
	var body strings.Builder
	paragraph := func(inner string) { fmt.Fprintf(&body, "<w:p>%s</w:p>", inner) }
	paragraph(runs(r.title))
	for _, fact := range r.head {
		paragraph(runs(fact[0] + "：" + fact[1]))
	}
	for _, block := range r.blocks {
		switch block := block.(type) {
		case document.Heading:
			paragraph("<w:pPr><w:keepNext/></w:pPr>" + runs(block.Text))
		case document.Paragraph:
			paragraph(runs(block.String()))
		case *document.Table:
			body.WriteString(notes.table(block))
			paragraph("")
		case document.Signature:
			paragraph(runs(block.Organ))
			paragraph(runs(block.Date))
		}
	}
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	return archived(map[string]string{
		"[Content_Types].xml": head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
			`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`,
		"_rels/.rels": head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`,
		"word/document.xml":  head + `<w:document ` + space + `><w:body>` + body.String() + `<w:sectPr/></w:body></w:document>`,
		"word/footnotes.xml": head + `<w:footnotes ` + space + `>` + notes.parts.String() + `</w:footnotes>`,
	})
}

// archived packs parts in the order of their names.
func archived(parts map[string]string) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range sortedKeys(parts) {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(parts[name]))
		}
		if err != nil {
			panic("pack into memory: " + err.Error())
		}
	}
	err := w.Close()
	if err != nil {
		panic("pack into memory: " + err.Error())
	}
	return out.Bytes()
}

// runs splits a text into a run for each character of a number and one for what
// stands between them, as editing leaves it.
func runs(text string) string {
	var b strings.Builder
	var plain []rune
	end := func() {
		if len(plain) > 0 {
			fmt.Fprintf(&b, `<w:r><w:t xml:space="preserve">%s</w:t></w:r>`, html.EscapeString(string(plain)))
		}
		plain = plain[:0]
	}
	for _, c := range text {
		if c < '0' || c > '9' {
			plain = append(plain, c)
			continue
		}
		end()
		fmt.Fprintf(&b, `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>%c</w:t></w:r>`, c)
	}
	end()
	return b.String()
}

// footnotes collects the notes that figures refer to.
type footnotes struct {
	parts strings.Builder
	count int
}

// noteAt is how many figures there are from one footnote to the next.
const noteAt = 29

// table writes a table; some of its figures carry a footnote, and some stand beside
// a figure that was deleted while changes were tracked.
func (f *footnotes) table(t *document.Table) string {
	p := planOf(t)
	grid := make([][]*placed, p.rows)
	for i := range grid {
		grid[i] = make([]*placed, p.columns)
	}
	for i := range p.cells {
		c := &p.cells[i]
		for row := c.row; row < c.row+c.down; row++ {
			grid[row][c.column] = c
		}
	}
	var b strings.Builder
	b.WriteString("<w:tbl><w:tblPr/><w:tblGrid>" + strings.Repeat(`<w:gridCol w:w="600"/>`, p.columns) + "</w:tblGrid>")
	figure := 0
	for row, slots := range grid {
		b.WriteString("<w:tr>")
		for _, c := range slots {
			if c == nil {
				continue
			}
			properties := ""
			if c.across > 1 {
				properties += fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, c.across)
			}
			content := "<w:p>" + runs(flat(c.cell.Text)) + "</w:p>"
			switch {
			case c.down > 1 && c.row == row:
				properties += `<w:vMerge w:val="restart"/>`
			case c.down > 1:
				properties += `<w:vMerge/>`
				content = "<w:p/>"
			case c.cell.Ref != "":
				figure++
				content = f.figure(c.cell.Text, figure)
			}
			fmt.Fprintf(&b, "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>", properties, content)
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

// figure writes the paragraph of a figure.
func (f *footnotes) figure(text string, number int) string {
	content := runs(text)
	switch {
	case number%noteAt == 0:
		f.count++
		fmt.Fprintf(&f.parts, `<w:footnote w:id="%d"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>含上级转办 7 件。</w:t></w:r></w:p></w:footnote>`, f.count)
		content += fmt.Sprintf(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, f.count)
	case number%noteAt == 11:
		content = `<w:del w:id="1"><w:r><w:delText>91</w:delText></w:r></w:del><w:ins w:id="2">` + content + `</w:ins>`
	}
	return "<w:p>" + content + "</w:p>"
}
