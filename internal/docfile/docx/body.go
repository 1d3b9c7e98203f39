package docx

import (
	"fmt"
	"strings"

	"gongkai/internal/document"
)

// body draws the main document: title, notes, blocks, page.
func body(doc *document.Document) (string, error) {
	c := &canvas{}
	c.WriteString(declaration + `<w:document ` + wordSpace + `><w:body>`)
	err := c.opening(doc)
	if err != nil {
		return "", err
	}
	for i, block := range doc.Blocks {
		var next document.Block
		if i+1 < len(doc.Blocks) {
			next = doc.Blocks[i+1]
		}
		err := c.block(block, next)
		if err != nil {
			return "", fmt.Errorf("block %d: %w", i+1, err)
		}
		c.previous = block
	}
	if _, ok := c.previous.(*document.Table); ok {
		c.gap() // a body may not end with a table
	}
	c.WriteString(section() + `</w:body></w:document>`)
	return c.String(), nil
}

// canvas is the main document while it is drawn. previous is the block above
// the one being drawn.
type canvas struct {
	strings.Builder
	previous document.Block
}

func (c *canvas) opening(doc *document.Document) error {
	if doc.Title != "" {
		after := ""
		if len(doc.Notes) > 0 {
			after = exactly(700, 0, 120)
		}
		err := c.paragraph("Title", after, document.Run{Text: strings.Join(titleLines(doc.Title), "\n")})
		if err != nil {
			return fmt.Errorf("title: %w", err)
		}
	}
	for i, note := range doc.Notes {
		after := ""
		if i == len(doc.Notes)-1 {
			after = exactly(420, 0, linePitch/2)
		}
		err := c.paragraph("TitleNote", after, document.Run{Text: note})
		if err != nil {
			return fmt.Errorf("note %d: %w", i+1, err)
		}
	}
	return nil
}

func (c *canvas) block(block, next document.Block) error {
	switch b := block.(type) {
	case document.Heading:
		if b.Level < 1 || b.Level > 3 {
			return fmt.Errorf("heading %q has level %d, want 1 to 3", b.Text, b.Level)
		}
		return c.paragraph(fmt.Sprintf("Heading%d", b.Level), c.afterTable(), document.Run{Text: b.Text})
	case document.Paragraph:
		format := c.afterTable()
		if b.NoIndent {
			format += `<w:ind w:firstLineChars="0" w:firstLine="0"/>`
		}
		if _, ok := next.(document.Signature); ok {
			format = `<w:keepNext/>` + format // a signature never stands alone on a page
		}
		return c.paragraph("BodyText", format, b.Runs...)
	case *document.Table:
		return c.table(b)
	case document.Signature:
		return c.signature(b)
	default:
		return fmt.Errorf("no way to draw a block of type %T", block)
	}
}

// paragraph draws runs in a style; format stands in w:pPr after the style.
func (c *canvas) paragraph(style, format string, runs ...document.Run) error {
	c.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + format + `</w:pPr>`)
	for _, r := range runs {
		properties := ""
		if r.Strong {
			properties = `<w:b/><w:bCs/>`
		}
		text, err := run(r.Text, properties)
		if err != nil {
			return err
		}
		c.WriteString(text)
	}
	c.WriteString(`</w:p>`)
	return nil
}

// afterTable sets a block off from a table above it. Word drops the space where
// the block begins a page.
func (c *canvas) afterTable() string {
	if _, ok := c.previous.(*document.Table); ok {
		return exactly(linePitch, linePitch/2, 0)
	}
	return ""
}

// gap draws an empty line of one point: two tables that touch would be one.
func (c *canvas) gap() {
	c.WriteString(`<w:p><w:pPr><w:pStyle w:val="TableText"/>` + exactly(20, 0, 0) + `</w:pPr></w:p>`)
}
