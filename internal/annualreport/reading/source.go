package reading

import "fmt"

// Kind is the kind of file a Source was taken from.
type Kind string

// The kinds of file.
const (
	HTML     Kind = "html"
	DOCX     Kind = "docx"
	XLSX     Kind = "xlsx"
	PDF      Kind = "pdf"
	Markdown Kind = "markdown"
	Text     Kind = "text"
)

// Source is a file taken apart: what stands in it in reading order, as it stands
// there. Text is decoded but otherwise untouched: folding traditional characters,
// brackets of pinyin or runs of bars is the reading's business, so that every
// finding can quote the original.
type Source struct {
	File    string // name, for the report
	Kind    Kind
	Charset string            // of a file that has one: "UTF-8", "GB18030", "Big5", "UTF-16LE"
	Title   string            // of the file itself: title element, core property
	Meta    map[string]string // meta tags or document properties, names in lower case
	Blocks  []Block
	Lost    []string // what could not be read, in Chinese: an image, a damaged part
}

// Block is a stretch of the file: a line or paragraph, a table, or a picture.
type Block struct {
	Text    string // of a line or paragraph
	Heading int    // level of a heading the file marks as one; 0 for running text
	Table   *Grid  // of a table
	Picture bool   // a picture stands here, which may have been a table
	Place   Place
}

// Grid is a table as the file lays it out. Every slot belongs to at most one cell;
// a damaged table may leave slots free.
type Grid struct {
	Rows, Columns int
	Cells         []GridCell // by row, then by column
}

// GridCell is a cell with the slots it owns.
type GridCell struct {
	Row, Column      int // of its first slot, counted from 0
	Rowspan, Colspan int // at least 1
	Text             string
	Place            Place
}

// Place is where something stands in the file. Numbers count from 1; 0 is not known.
type Place struct {
	Page        int
	Line        int // of the text as a person sees it in an editor or on the page
	Table       int // number of the table in the file
	Row, Column int // in the table
	Start, End  int // characters within the line or cell, Start counted from 0
}

// String says the place as supervisors read it: “table 3 row 1 column 7, line 88”.
func (p Place) String() string {
	s := ""
	add := func(format string, args ...any) {
		if s != "" {
			s += ", "
		}
		s += fmt.Sprintf(format, args...)
	}
	if p.Page > 0 {
		add("page %d", p.Page)
	}
	if p.Table > 0 {
		add("table %d row %d column %d", p.Table, p.Row, p.Column)
	}
	if p.Line > 0 {
		add("line %d", p.Line)
	}
	if p.End > p.Start {
		add("characters %d-%d", p.Start+1, p.End)
	}
	return s
}
