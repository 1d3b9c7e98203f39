package reading

import (
	"fmt"
	"slices"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/law/tally"
)

// Comparison sets two reports side by side.
type Comparison struct {
	First  Compared `json:"first"`
	Second Compared `json:"second"`
	// Chapters are those of the first report in their order, then what only the
	// second has.
	Chapters []ChapterPair `json:"chapters"`
	// Cells are those that differ, in the order of the tables.
	Cells []CellPair `json:"cells"`
	// Same counts the cells that say the same, Undecided those that are unknown in
	// either report: nothing can be said about them.
	Same       int             `json:"same"`
	Undecided  int             `json:"undecided"`
	Statements []StatementPair `json:"statements"`
}

// Compared is the head of a report in a comparison.
type Compared struct {
	File   string `json:"file"`
	Organ  string `json:"organ"`
	Year   int    `json:"year"`
	Format string `json:"format"`
	Title  string `json:"title"`
}

// ChapterPair is a chapter of both reports; a heading is empty where one lacks it.
type ChapterPair struct {
	Key    string `json:"key"`
	First  string `json:"first"`
	Second string `json:"second"`
	// Same says that the text is the same to the letter, blanks aside; Empty that
	// neither has any, as where a chapter is a table. Similarity is the share of common
	// wording, null where there is too little of it.
	Same       bool     `json:"same"`
	Empty      bool     `json:"empty"`
	Similarity *float64 `json:"similarity"`
}

// CellPair is a cell that the two reports fill in differently.
type CellPair struct {
	Name   string `json:"name"`
	Label  string `json:"label"`
	First  string `json:"first"` // as in the JSON of cells: a figure, blank, n/a
	Second string `json:"second"`
	// Difference is the second less the first; empty unless both are figures.
	Difference  string `json:"difference,omitempty"`
	FirstPlace  string `json:"first_place"`
	SecondPlace string `json:"second_place"`
}

// StatementPair is a figure that the text of either report states.
type StatementPair struct {
	Means  string         `json:"means"`
	First  *statementJSON `json:"first"` // null where the report does not state it
	Second *statementJSON `json:"second"`
	Same   bool           `json:"same"`
}

// Compare sets two reports side by side, of two years or of two organs. It is pure.
func Compare(a, b Result) Comparison {
	c := Comparison{First: compared(a), Second: compared(b), Chapters: pairChapters(a, b), Cells: []CellPair{}}
	for _, cell := range cellsOf(a, b) {
		left, inLeft := a.Cells[cell.Name]
		right, inRight := b.Cells[cell.Name]
		switch {
		case !inLeft || !inRight: // only one of the forms has it
		case left == right && left.State != tally.Unknown:
			c.Same++
		case left.State == tally.Unknown || right.State == tally.Unknown:
			c.Undecided++
		default:
			c.Cells = append(c.Cells, pairCell(cell, a, b))
		}
	}
	c.Statements = pairStatements(a.Statements, b.Statements)
	return c
}

func compared(r Result) Compared { return Compared{r.File, r.Organ, r.Year, r.Format, r.Title} }

// cellsOf lists the cells of both reports' formats in the order of the tables.
func cellsOf(a, b Result) []tally.Cell {
	var cells []tally.Cell
	for i, r := range []Result{a, b} {
		format, err := tally.ByID(r.Format)
		if err != nil || i == 1 && a.Format == b.Format {
			continue
		}
		for _, cell := range format.Cells {
			known := slices.ContainsFunc(cells, func(c tally.Cell) bool { return c.Name == cell.Name })
			if !known {
				cells = append(cells, cell)
			}
		}
	}
	return cells
}

func pairCell(cell tally.Cell, a, b Result) CellPair {
	left, right := a.Cells[cell.Name], b.Cells[cell.Name]
	pair := CellPair{
		Name: cell.Name, Label: cell.Label, First: left.Text(cell.Unit), Second: right.Text(cell.Unit),
		FirstPlace: a.Read[cell.Name].Place.String(), SecondPlace: b.Read[cell.Name].Place.String(),
	}
	if left.State == tally.Number && right.State == tally.Number {
		pair.Difference = tally.Count(right.N - left.N).Text(cell.Unit)
	}
	return pair
}

func pairChapters(a, b Result) []ChapterPair {
	pairs := []ChapterPair{}
	taken := make([]bool, len(b.Chapters))
	names := []string{a.Organ, b.Organ, coreName(a.Organ), coreName(b.Organ)}
	for _, chapter := range a.Chapters {
		pair := ChapterPair{Key: chapter.Key, First: chapter.Heading}
		for i, other := range b.Chapters {
			if taken[i] || other.Key != chapter.Key || chapter.Key == "" && other.Heading != chapter.Heading {
				continue
			}
			taken[i] = true
			pair.Second, pair.Same = other.Heading, squeezed(chapter.Text) == squeezed(other.Text)
			pair.Empty = pair.Same && squeezed(chapter.Text) == ""
			share, enough := checks.Similarity(chapter.Text, other.Text, names...)
			if enough {
				pair.Similarity = &share
			}
			break
		}
		pairs = append(pairs, pair)
	}
	for i, chapter := range b.Chapters {
		if !taken[i] {
			pairs = append(pairs, ChapterPair{Key: chapter.Key, Second: chapter.Heading})
		}
	}
	return pairs
}

// pairStatements brings together what the two texts state about the same figure of
// the same scope; the nth time of one with the nth time of the other.
func pairStatements(a, b []Statement) []StatementPair {
	pairs := []StatementPair{}
	taken := make([]bool, len(b))
	for _, st := range a {
		if len(st.Means) == 0 {
			continue
		}
		pair := StatementPair{Means: meaning(st), First: stated(st)}
		for i, other := range b {
			if !taken[i] && meaning(other) == pair.Means && alike(st, other) {
				taken[i] = true
				pair.Second = stated(other)
				pair.Same = st.Value == other.Value && st.Low == other.Low && st.High == other.High
				break
			}
		}
		pairs = append(pairs, pair)
	}
	for i, st := range b {
		if !taken[i] && len(st.Means) > 0 {
			pairs = append(pairs, StatementPair{Means: meaning(st), Second: stated(st)})
		}
	}
	return pairs
}

// alike reports whether two statements about one figure can be set against each
// other: a share is not compared with a number, nor last year's with this year's.
func alike(a, b Statement) bool {
	return a.Scope == b.Scope && a.Number.Kind == b.Number.Kind && (a.Manner == b.Manner || a.Plain() && b.Plain())
}

func meaning(s Statement) string { return strings.Join(s.Means, "+") }

func stated(s Statement) *statementJSON {
	value, unit := valueOf(s)
	return &statementJSON{s.Words(), value, unit, meaning(s), s.Manner, s.Scope, s.Line}
}

// Words are the words that state the figure.
func (s Statement) Words() string {
	from, to := s.Start-s.Sentence.Start, s.End-s.Sentence.Start
	if from >= 0 && from < to && to <= len(s.Text) {
		return s.Text[from:to]
	}
	return s.Text
}

// Shown quotes the words of both reports with their lines.
func (p StatementPair) Shown() (string, string) {
	return shownStatement(p.First), shownStatement(p.Second)
}

func shownStatement(s *statementJSON) string {
	if s == nil {
		return "没有写"
	}
	return fmt.Sprintf("“%s”（原文第%d行）", s.Text, s.Line)
}
