package reading

import (
	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/prose"
	"gongkai/law/tally"
)

// Result is one report as it was read.
type Result struct {
	File           string
	Kind           Kind
	Organ          string // as the report names itself; empty when not found
	Year           int    // 0 when not found
	Format         string // tally.Format.ID; "" when it cannot be told
	Title          string
	IndexNumber    string
	DocumentNumber string
	Dates          map[string]string // "dated", "published", "signed": YYYY-MM-DD
	Head           map[string]string // statutory head and footer facts by English name: publisher, access, theme, site_code, icp …
	Cells          tally.Cells       // every cell of the format; unknown where not read
	Read           map[string]CellReading
	Chapters       []Chapter
	Statements     []Statement
	Findings       []checks.Finding
	Notes          []string // what a person should know: lost tables, pictures, damaged parts
}

// CellReading is how one cell was read.
type CellReading struct {
	Value      tally.Value
	Text       string // as it stands in the file
	Place      Place
	Confidence float64     // 0 to 1
	Evidence   []string    // “label”, “order”, “column head”, “equation T3-01” …
	Candidates []Candidate // when the cell could not be decided
}

// Candidate is a value that may be meant.
type Candidate struct {
	Value tally.Value
	Place Place
	Why   string
}

// Chapter is a heading with its text.
type Chapter struct {
	Key     string // tally chapter key; "" when it is none of the format's
	Heading string // as printed
	Text    string
	Place   Place
}

// Statement is a number that the prose states, with what it means.
type Statement struct {
	prose.Statement
	Line  int
	Place Place
}
