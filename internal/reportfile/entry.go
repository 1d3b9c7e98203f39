package reportfile

import (
	"slices"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
	"gongkai/law/sitecode"
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

	cells  packedCells     // of the format, in their order
	region sitecode.Region // of the site it was published on; empty when not known

	whole    record // the reading as JSON, without findings
	spots    record // where each figure was read, as JSON
	chapters []chapter
}

// States counts cells by what is known of them.
type States struct{ Numbers, Blank, Crossed, Unknown int }

func (s States) all() int { return s.Numbers + s.Blank + s.Crossed + s.Unknown }

// newEntry outlines a reading. What it keeps of the texts it copies: a few words cut
// out of a file would hold on to all of it.
func newEntry(r reading.Result) Entry {
	e := Entry{
		File: r.File, Organ: strings.Clone(r.Organ), Year: r.Year, Format: r.Format, region: sitecode.Region(strings.Clone(string(regionOf(r.Head)))),
		Findings: slices.Clone(r.Findings), Notes: slices.Clone(r.Notes),
	}
	for i := range e.Findings {
		f := &e.Findings[i]
		f.Text, f.Where, f.Place, f.Quote = strings.Clone(f.Text), strings.Clone(f.Where), strings.Clone(f.Place), strings.Clone(f.Quote)
	}
	for i := range e.Notes {
		e.Notes[i] = strings.Clone(e.Notes[i])
	}
	format, err := tally.ByID(r.Format)
	if err != nil {
		return e // no cells
	}
	e.cells = make(packedCells, 0, 2*len(format.Cells))
	for _, cell := range format.Cells {
		value := r.Cells[cell.Name]
		e.cells = e.cells.with(value)
		switch value.State {
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
	return e
}

// Cells are the report's cells.
func (e Entry) Cells() tally.Cells {
	cells := make(tally.Cells)
	format, err := tally.ByID(e.Format)
	if err != nil {
		return cells
	}
	for i, value := range e.cells.values() {
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
