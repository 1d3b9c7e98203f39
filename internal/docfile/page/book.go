package page

import "gongkai/internal/docfile/font"

// Book is a document laid out: pages to draw and the tree that explains them.
type Book struct {
	Pages   []Page
	Root    *Node
	Outline []Entry
}

// Page is what is drawn on one page. Runs come in reading order.
type Page struct {
	Runs  []Run
	Lines []Line
}

// Run is characters of one face and size on one line.
type Run struct {
	X, Y   Length // where the baseline begins
	Size   Length
	Face   *font.Face
	Glyphs []Glyph
	Node   *Node // what the run belongs to; nil for an artifact: a page number or a repeated cell
}

// Glyph is one character and the distance from its place to the next one's.
type Glyph struct {
	ID      uint16
	Rune    rune
	Advance Length
}

// Line is a rule from one point to another; all rules are level or upright.
type Line struct {
	X1, Y1, X2, Y2 Length
	Width          Length
}

// Kind is the role of a node, named as in tagged PDF.
type Kind string

// The kinds a document is built of.
const (
	Root        Kind = "Document"
	Heading1    Kind = "H1"
	Heading2    Kind = "H2"
	Heading3    Kind = "H3"
	Heading4    Kind = "H4"
	Paragraph   Kind = "P"
	Table       Kind = "Table"
	TableRow    Kind = "TR"
	HeadCell    Kind = "TH"
	ContentCell Kind = "TD"
)

// Node is one part of the document's structure.
type Node struct {
	Kind             Kind
	Summary          string // of a table: what it shows
	Rowspan, Colspan int    // of a cell; 1 where it spans nothing
	Scope            string // of a head cell: "Row" or "Column"
	Kids             []*Node
}

func (n *Node) add(kind Kind) *Node {
	kid := &Node{Kind: kind}
	n.Kids = append(n.Kids, kid)
	return kid
}

// Entry is a line of the outline: a heading and where it stands.
type Entry struct {
	Level int // 1 for a chapter
	Text  string
	Page  int // from 0
	Y     Length
}
