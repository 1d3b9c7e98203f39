package xlsx

import (
	"fmt"
	"math"
	"strings"

	"gongkai/internal/document"
)

const (
	proseWidth   = 76  // units of the only column; fits A4 unscaled
	proseRow     = 800 // characters that a row of Excel's greatest height shows
	tallestRow   = 409 // points
	proseIndent  = "　　"
	proseLeading = 1.5
)

// prose writes running text down column A; row is the next free one.
type prose struct {
	*book
	row int
}

func (p *prose) opening(doc *document.Document) error {
	err := p.SetColWidth(proseSheet, "A", "A", proseWidth)
	if err != nil {
		return fmt.Errorf("set width of %s: %w", proseSheet, err)
	}
	if doc.Title != "" {
		err := p.line(doc.Title, look{size: 18, bold: true, horizontal: "center"})
		if err != nil {
			return fmt.Errorf("title: %w", err)
		}
	}
	for i, note := range doc.Notes {
		err := p.line(note, look{size: 10, horizontal: "center"})
		if err != nil {
			return fmt.Errorf("note %d: %w", i+1, err)
		}
	}
	return nil
}

func (p *prose) block(block document.Block) error {
	text := look{size: 12, horizontal: "left", vertical: "top"}
	switch b := block.(type) {
	case document.Heading:
		if b.Level < 1 || b.Level > 3 {
			return fmt.Errorf("heading %q has level %d, want 1 to 3", b.Text, b.Level)
		}
		return p.line(b.Text, look{size: float64(15 - b.Level), bold: true, horizontal: "left"})
	case document.Paragraph:
		indent := proseIndent
		if b.NoIndent {
			indent = ""
		}
		whole, err := plain(b.String())
		if err != nil {
			return err
		}
		for _, piece := range pieces(whole) {
			err := p.line(indent+piece, text)
			if err != nil {
				return err
			}
			indent = ""
		}
		return nil
	case document.Signature:
		for _, line := range []string{b.Organ, b.Date} {
			err := p.line(line, look{size: 12, horizontal: "right"})
			if err != nil {
				return err
			}
		}
		return nil
	default:
		return fmt.Errorf("no way to write a block of type %T", block)
	}
}

// line writes text into the next row, which is made high enough to show it.
func (p *prose) line(text string, l look) error {
	text, err := plain(text)
	if err != nil {
		return err
	}
	style, err := p.style(l)
	if err != nil {
		return err
	}
	cell := address(p.row, 0)
	err = p.SetCellStr(proseSheet, cell, text)
	if err != nil {
		return fmt.Errorf("set %s: %w", cell, err)
	}
	err = p.SetCellStyle(proseSheet, cell, cell, style)
	if err != nil {
		return fmt.Errorf("style %s: %w", cell, err)
	}
	lines := 0.0
	for part := range strings.SplitSeq(text, "\n") {
		lines += math.Ceil(max(measure(part)*l.size/11, 1) / (proseWidth - 4))
	}
	p.row++
	err = p.SetRowHeight(proseSheet, p.row, min(lines*l.size*proseLeading+4, tallestRow))
	if err != nil {
		return fmt.Errorf("set height of row %d: %w", p.row, err)
	}
	return nil
}

// pointer says where a table is that stands here in the document.
func (p *prose) pointer(sheet string) error {
	cell := address(p.row, 0)
	err := p.line("（见工作表“"+sheet+"”）", look{size: 12, ink: "1F4E9E", horizontal: "left"})
	if err != nil {
		return err
	}
	err = p.SetCellHyperLink(proseSheet, cell, "'"+strings.ReplaceAll(sheet, "'", "''")+"'!A1", "Location")
	if err != nil {
		return fmt.Errorf("link to %s: %w", sheet, err)
	}
	return nil
}

// pieces divides a paragraph that no row is high enough for, after sentences
// where there are any.
func pieces(text string) []string {
	var out []string
	letters := []rune(text)
	for len(letters) > proseRow {
		at := proseRow
		if end := strings.LastIndex(string(letters[:proseRow]), "。"); end >= 0 {
			at = len([]rune(string(letters[:proseRow])[:end])) + 1
		}
		out = append(out, string(letters[:at]))
		letters = letters[at:]
	}
	return append(out, string(letters))
}
