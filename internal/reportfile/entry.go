package reportfile

import (
	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
	"gongkai/law/tally"
)

// Entry is the outline of one report that was read: what is kept in memory until
// every file has been.
type Entry struct {
	File     string
	Organ    string // as the report names itself; empty when not found
	Year     int    // 0 when not found
	Format   string // tally.Format.ID; "" when it cannot be told
	Findings []checks.Finding
	Notes    []string
	Counted  States

	values []tally.Value            // of the format's cells, in their order
	places map[string]reading.Place // of the cells that the year before speaks of
}

// States counts cells by what is known of them.
type States struct{ Numbers, Blank, Crossed, Unknown int }

func newEntry(r reading.Result) Entry {
	e := Entry{File: r.File, Organ: r.Organ, Year: r.Year, Format: r.Format, Findings: r.Findings, Notes: r.Notes}
	format, err := tally.ByID(r.Format)
	if err != nil {
		return e // no cells
	}
	e.values = make([]tally.Value, len(format.Cells))
	for i, cell := range format.Cells {
		e.values[i] = r.Cells[cell.Name]
		switch e.values[i].State {
		case tally.Number:
			e.Counted.Numbers++
		case tally.Blank:
			e.Counted.Blank++
		case tally.NotApplicable:
			e.Counted.Crossed++
		case tally.Unknown:
			e.Counted.Unknown++
		}
	}
	e.places = make(map[string]reading.Place)
	for _, name := range followed {
		if read, ok := r.Read[name]; ok && r.Cells[name].State == tally.Number {
			e.places[name] = read.Place
		}
	}
	return e
}

// Cells are the report's cells.
func (e Entry) Cells() tally.Cells {
	cells := make(tally.Cells, len(e.values))
	format, err := tally.ByID(e.Format)
	if err != nil {
		return cells
	}
	for i, value := range e.values {
		cells[format.Cells[i].Name] = value
	}
	return cells
}

// Count is how many findings of a severity there are.
func (e Entry) Count(s checks.Severity) int {
	n := 0
	for _, f := range e.Findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}
