package ui

import (
	"fmt"
	"strconv"

	"gongkai/internal/document"
)

// Article is a document laid out for a page. Its figures are chips that lead to
// the records they were counted from.
type Article struct {
	Title  string
	Notes  []string
	Blocks []Block
}

// Block is one block of an article; exactly one of its parts is set.
type Block struct {
	Heading   *Heading
	Paragraph *Prose
	Sheet     *Sheet
	Signature *document.Signature
}

// Heading is a heading of the page: level 2 to 4, since the title is level 1.
type Heading struct {
	Level int
	ID    string
	Text  string
}

// Prose is a paragraph.
type Prose struct {
	Runs     []Run
	NoIndent bool
}

// Run is a stretch of a paragraph.
type Run struct {
	Text   string
	Strong bool
	Href   string
	Title  string
}

// NewArticle lays out a document. A nil link leaves all figures plain.
func NewArticle(doc *document.Document, link RefLink) (Article, error) {
	a := Article{Title: doc.Title, Notes: doc.Notes}
	for i, block := range doc.Blocks {
		switch b := block.(type) {
		case document.Heading:
			level := min(max(b.Level, 1), 3) + 1
			a.Blocks = append(a.Blocks, Block{Heading: &Heading{Level: level, ID: "part-" + strconv.Itoa(i+1), Text: b.Text}})
		case document.Paragraph:
			prose := NewProse(b, link)
			a.Blocks = append(a.Blocks, Block{Paragraph: &prose})
		case *document.Table:
			sheet, err := NewSheet(b, link)
			if err != nil {
				return Article{}, err
			}
			a.Blocks = append(a.Blocks, Block{Sheet: &sheet})
		case document.Signature:
			a.Blocks = append(a.Blocks, Block{Signature: &b})
		default:
			return Article{}, fmt.Errorf("lay out %q: no way to draw a %T", doc.Title, block)
		}
	}
	return a, nil
}

// NewProse lays out a paragraph. A nil link leaves all figures plain.
func NewProse(p document.Paragraph, link RefLink) Prose {
	prose := Prose{NoIndent: p.NoIndent}
	for _, r := range p.Runs {
		run := Run{Text: r.Text, Strong: r.Strong}
		if link != nil && r.Ref != "" {
			run.Href, run.Title = link(r.Ref)
		}
		prose.Runs = append(prose.Runs, run)
	}
	return prose
}

// Headings lists the article's headings, for a table of contents.
func (a Article) Headings() []Link {
	var links []Link
	for _, b := range a.Blocks {
		if b.Heading != nil && b.Heading.Level == 2 {
			links = append(links, Link{Title: b.Heading.Text, Href: "#" + b.Heading.ID})
		}
	}
	return links
}
