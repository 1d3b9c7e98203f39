package reading

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/prose"
	"gongkai/law/tally"
)

// resultJSON is the form in which results are handed to other programs.
type resultJSON struct {
	File           string              `json:"file"`
	Organ          string              `json:"organ"`
	Year           int                 `json:"year"`
	Format         string              `json:"format"`
	Title          string              `json:"title"`
	IndexNumber    string              `json:"index_number"`
	DocumentNumber string              `json:"document_number"`
	Dates          map[string]string   `json:"dates"`
	Head           map[string]string   `json:"head"`
	Cells          tally.Cells         `json:"cells"`
	Places         map[string]string   `json:"places"`
	Readings       map[string]readJSON `json:"readings"` // of the cells that were read
	Candidates     map[string][]string `json:"candidates,omitempty"`
	Chapters       []chapterJSON       `json:"chapters"`
	Statements     []statementJSON     `json:"statements"`
	Findings       []checks.Finding    `json:"findings"`
	Notes          []string            `json:"notes,omitempty"`
}

// readJSON says how a cell was read and how sure that is.
type readJSON struct {
	Text       string   `json:"text"`       // as it stands in the file
	Confidence float64  `json:"confidence"` // 0 to 1, in hundredths
	Evidence   []string `json:"evidence"`   // label, order, column head, equation T3-01 …
}

type chapterJSON struct {
	Key     string `json:"key"`
	Heading string `json:"heading"`
	Place   string `json:"place"`
}

type statementJSON struct {
	Text  string      `json:"text"`
	Value json.Number `json:"value"` // money in 元, shares in percent
	Unit  string      `json:"unit"`
	Means string      `json:"means"`
	// Manner says how the figure is given: stated, absent, changed (by how much against
	// the year before) or shared (a share of it). Scope says whose it is: own,
	// other_year, subordinate or planned.
	Manner prose.Manner `json:"manner"`
	Scope  prose.Scope  `json:"scope"`
	Line   int          `json:"line"`
}

// valueOf is the value of a statement in the unit it is shown with.
func valueOf(s Statement) (json.Number, string) {
	switch s.Number.Kind {
	case prose.Money:
		return hundredths(s.Value), "元"
	case prose.Percent:
		return hundredths(s.Value), s.Unit
	}
	return json.Number(strconv.FormatInt(s.Value, 10)), s.Unit
}

func hundredths(n int64) json.Number {
	return json.Number(strconv.FormatFloat(float64(n)/100, 'f', -1, 64))
}

// MarshalJSON writes the result with all cells of the format in force, null where a
// figure is unknown or the report's own format has no such cell; cells that only an
// older format has stand beside them under v19. and v14.
func (r Result) MarshalJSON() ([]byte, error) {
	out := resultJSON{
		File: r.File, Organ: r.Organ, Year: r.Year, Format: r.Format, Title: r.Title,
		IndexNumber: r.IndexNumber, DocumentNumber: r.DocumentNumber,
		Dates: orEmpty(r.Dates), Head: orEmpty(r.Head),
		Cells: make(tally.Cells), Places: make(map[string]string), Readings: make(map[string]readJSON), Candidates: make(map[string][]string),
		Chapters: []chapterJSON{}, Statements: []statementJSON{}, Findings: r.Findings, Notes: r.Notes,
	}
	if out.Findings == nil {
		out.Findings = []checks.Finding{}
	}
	for _, cell := range tally.Formats[0].Cells {
		out.Cells[cell.Name] = tally.UnknownValue
	}
	for name, value := range r.Cells {
		out.Cells[name] = value
	}
	for name, reading := range r.Read {
		if reading.Value.State != tally.Unknown {
			out.Places[name] = reading.Place.String()
			out.Readings[name] = readJSON{reading.Text, math.Round(reading.Confidence*100) / 100, append([]string{}, reading.Evidence...)}
			continue
		}
		for _, c := range reading.Candidates {
			cell, _ := tally.CellByName(name)
			text := c.Value.Text(cell.Unit) + " (" + c.Why
			if place := c.Place.String(); place != "" {
				text += ", " + place
			}
			out.Candidates[name] = append(out.Candidates[name], text+")")
		}
	}
	for _, c := range r.Chapters {
		out.Chapters = append(out.Chapters, chapterJSON{c.Key, c.Heading, c.Place.String()})
	}
	for _, s := range r.Statements {
		value, unit := valueOf(s)
		out.Statements = append(out.Statements, statementJSON{s.Words(), value, unit, strings.Join(s.Means, "+"), s.Manner, s.Scope, s.Line})
	}
	data, err := json.Marshal(out)
	if err != nil {
		return nil, fmt.Errorf("write the reading of %s: %w", r.File, err)
	}
	return data, nil
}

func orEmpty(m map[string]string) map[string]string {
	if m == nil {
		return map[string]string{}
	}
	return m
}
