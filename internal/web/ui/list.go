package ui

// List is a table of records: one row each, most important column first. In a
// narrow place each row becomes a card that begins with its title cell.
type List struct {
	Caption string // said to a screen reader; what the rows are
	Columns []Column
	Rows    []Row
	Empty   Empty // shown when there are no rows
	Pager   Pager
}

// Column heads one column of a list.
type Column struct {
	Title string
	Kind  Kind
}

// Kind says how a column's cells are drawn.
type Kind string

// The kinds of columns. A list has at most one TitleColumn.
const (
	TextColumn   Kind = ""
	TitleColumn  Kind = "title"
	CodeColumn   Kind = "code"   // numbers of documents and records: kept on one line
	DateColumn   Kind = "date"   // at the right end
	NumberColumn Kind = "number" // right-aligned figures
	StateColumn  Kind = "state"  // a badge
	ActionColumn Kind = "action" // links to act on the row
)

// Row is one record.
type Row struct {
	Cells []Cell // as many as columns; missing ones are empty
	Tone  Tone   // Warn or Bad marks the whole row
}

// Cell is one fact of a record.
type Cell struct {
	Text  string
	Href  string // links the text
	Note  string // small line under the text
	Badge Badge  // shown after the text
	Links []Link // for an ActionColumn
}

// Badge is a short state word in a coloured frame.
type Badge struct {
	Text string
	Tone Tone
}

// Empty says that there is nothing, why, and what to do.
type Empty struct {
	Title string
	Text  string
	Links []Link
}

// Pager leads through a list that is paged by key: there is a next page or there
// is none, and no page numbers that shift while records arrive.
type Pager struct {
	First    string // address of the first page; empty on the first page
	Previous string
	Next     string
	Note     string // such as “本页20条，共128条”
}

// Shown reports whether there is anything to lead to.
func (p Pager) Shown() bool {
	return p.First != "" || p.Previous != "" || p.Next != "" || p.Note != ""
}

// CellsOf pairs a row's cells with their columns; a short row is filled up.
func (l List) CellsOf(r Row) []ListedCell {
	cells := make([]ListedCell, len(l.Columns))
	for i, c := range l.Columns {
		cells[i].Column = c
		if i < len(r.Cells) {
			cells[i].Cell = r.Cells[i]
		}
	}
	return cells
}

// ListedCell is a cell with the column it stands in.
type ListedCell struct {
	Column Column
	Cell
}

// Definitions is a table of labels and values, such as the head of an item
// (索引号, 发文机关, 成文日期 …).
type Definitions struct {
	Label string // names the table for a screen reader
	Facts []Fact // those without text are left out
}

// Known lists the facts to show.
func (d Definitions) Known() []Fact { return known(d.Facts) }
