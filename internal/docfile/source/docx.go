package source

import (
	"strconv"
	"strings"

	"gongkai/internal/annualreport/reading"
)

// readDocument reads a text document: body, notes, then heads and feet of pages.
func readDocument(b *builder, found parts) error {
	main := "word/document.xml"
	if found[main] == nil {
		main = "word/document2.xml" // as some servers name it
	}
	root, err := found.tree(main)
	body := root.child("document", "body")
	if body == nil {
		return &Error{Code: Damaged, Err: err}
	}
	if err != nil {
		b.lose("文档正文不完整，只读出了前面的部分。")
	}
	d := textDocument{builder: b, styles: readStyles(found), numbers: readNumbering(found)}
	d.blocks(body)
	d.notes(found)
	d.edges(found)
	readProperties(b, found)
	return nil
}

// textDocument walks the body of a document.
type textDocument struct {
	*builder
	styles  styleSheet
	numbers *numbering
	count   int // paragraphs so far: the line numbers of a document
	boxes   []*element
}

// blocks walks what holds paragraphs and tables.
func (d *textDocument) blocks(e *element) {
	for _, c := range e.children {
		if d.full() {
			return
		}
		switch c.name {
		case "p":
			d.paragraph(c)
		case "tbl":
			d.table(c)
		case "AlternateContent":
			d.blocks(choice(c))
		case "altChunk":
			d.lose("文档中嵌入了另一份文件，其内容未能读出。")
		case "sdt":
			if content := c.child("sdtContent"); content != nil {
				d.blocks(content)
			}
		case "sdtContent", "customXml", "ins", "moveTo", "txbxContent", "smartTag", "body", "Choice", "Fallback":
			d.blocks(c)
		}
	}
}

// paragraph hands over a paragraph and what hangs on it.
func (d *textDocument) paragraph(p *element) {
	d.count++
	place := reading.Place{Line: d.count}
	heading := d.styles.heading(p)
	text, pictures := d.text(p)
	for line := range strings.SplitSeq(text, "\n") {
		d.builder.line(line, heading, place)
	}
	for range pictures {
		d.picture(place)
	}
	d.textBoxes()
}

// textBoxes hands over the boxes that hang on what was walked last.
func (d *textDocument) textBoxes() {
	boxes := d.boxes
	d.boxes = nil
	for _, box := range boxes {
		d.blocks(box)
	}
}

// text is what a paragraph prints, its number included, and how many pictures stand
// in it.
func (d *textDocument) text(p *element) (string, int) {
	var r runs
	r.walk(p)
	d.boxes = append(d.boxes, r.boxes...)
	text := r.text.String()
	if strings.TrimSpace(text) != "" {
		text = d.numbers.next(d.styles.numbered(p)) + text
	}
	return text, r.pictures
}

// notes hands over foot and end notes.
func (d *textDocument) notes(found parts) {
	for _, kind := range []string{"footnote", "endnote"} {
		root, err := found.tree("word/" + kind + "s.xml")
		if err != nil {
			continue // most documents have none
		}
		for _, note := range root.child(kind + "s").all(kind) {
			if note.attr("type") == "" { // the others are separators
				d.blocks(note)
			}
		}
	}
}

func (e *element) all(name string) []*element {
	var found []*element
	if e == nil {
		return nil
	}
	for _, c := range e.children {
		if c.name == name {
			found = append(found, c)
		}
	}
	return found
}

// edges hands over heads and feet of pages once each. Page numbers are left out.
func (d *textDocument) edges(found parts) {
	seen := map[string]bool{}
	for _, kind := range []string{"header", "footer"} {
		for _, name := range found.matching("word", kind) {
			root, err := found.tree(name)
			if err != nil {
				d.lose("页眉或页脚已损坏，未能读出。")
				continue
			}
			part := *d
			part.builder = newBuilder("", d.limits)
			for _, top := range root.children {
				part.blocks(top)
			}
			for _, block := range part.source.Blocks {
				if block.Text == "" || seen[block.Text] || strings.Trim(block.Text, "0123456789 -—－–第页共") == "" {
					continue
				}
				seen[block.Text] = true
				block.Place = reading.Place{}
				d.add(block)
			}
			d.boxes = nil
		}
	}
}

// readProperties reads what the file says of itself.
func readProperties(b *builder, found parts) {
	for _, name := range []string{"docprops/core.xml", "docprops/app.xml"} {
		root, err := found.tree(name)
		if err != nil || len(root.children) == 0 {
			continue
		}
		for _, p := range root.children[len(root.children)-1].children {
			value := strings.TrimSpace(p.content())
			if p.name != "" && value != "" {
				b.source.Meta[strings.ToLower(p.name)] = value
			}
		}
	}
	b.source.Title = b.source.Meta["title"]
}

// number reads a whole number, otherwise where there is none.
func number(text string, otherwise int) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return otherwise
	}
	return n
}

// choice is the alternative that a current program would show.
func choice(e *element) *element {
	for _, name := range []string{"Choice", "Fallback"} {
		c := e.child(name)
		if c != nil && len(c.children) > 0 {
			return c
		}
	}
	return &element{}
}
