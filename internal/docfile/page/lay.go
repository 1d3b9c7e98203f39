package page

import (
	"fmt"

	"gongkai/internal/docfile/font"
	"gongkai/internal/document"
)

// Lay sets the document on pages. It fails with a *font.MissingError when a
// character cannot be drawn, and with the reason when a table does not fill its grid.
func Lay(doc *document.Document, fonts *font.Set) (*Book, error) {
	l := &layout{setter: setter{fonts: fonts}, book: &Book{Root: &Node{Kind: Root}}}
	l.title(doc)
	for i, block := range doc.Blocks {
		var next document.Block
		if i+1 < len(doc.Blocks) {
			next = doc.Blocks[i+1]
		}
		err := l.block(block, next)
		if err != nil {
			return nil, err
		}
	}
	l.flow()
	l.numbers()
	if len(l.missing) > 0 {
		return nil, &font.MissingError{Runes: l.missing}
	}
	return l.book, nil
}

// layout collects the boxes of a document in order and then places them.
type layout struct {
	setter
	book  *Book
	boxes []box
}

// box is a strip of the text area: a line of text, a blank, or a table. Its runs
// and lines count Y from its upper edge.
type box struct {
	height Length
	runs   []Run
	lines  []Line
	keep   bool // the next box stands on the same page
	blank  bool // left out at the top of a page
	entry  *Entry
	table  *table // a table that may be divided; height is then that of its smallest first part
}

func (l *layout) add(b box) { l.boxes = append(l.boxes, b) }

func (l *layout) space(height Length, keep bool) {
	l.add(box{height: height, blank: true, keep: keep})
}

// line adds a box with one line of text.
func (l *layout) line(units []unit, x, height, size Length, node *Node, keep bool) {
	l.add(box{height: height, runs: runs(units, x, baseline(height, size), node), keep: keep})
}

func (l *layout) block(block, next document.Block) error {
	switch b := block.(type) {
	case document.Heading:
		l.heading(b)
	case document.Paragraph:
		_, signed := next.(document.Signature)
		l.paragraph(b, signed)
	case document.Signature:
		l.signature(b)
	case *document.Table:
		if b == nil {
			return nil
		}
		return l.table(b)
	case nil:
	default:
		return fmt.Errorf("page has no layout for a block of type %T", block)
	}
	return nil
}
