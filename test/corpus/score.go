package corpus

import (
	"fmt"
	"slices"
	"strings"

	"gongkai/internal/annualreport/prose"
	"gongkai/internal/annualreport/reading"
	"gongkai/law/tally"
)

// Score counts how the fixtures of a form were read.
type Score struct {
	Fixtures int
	Known    int // cells that a person can read
	Right    int // of these, read with their state and figure
	Unread   int // of these, left unknown
	Invented int // cells with another number than stands there, or with one where none can be read
	Mistaken int // cells with a wrong state that is no number: blank for a figure
	Lost     int // cells that cannot be read
	Guarded  int // of these, left unknown
	Stated   int // figures that sentences state
	Heard    int // of these, found with their meaning
	Facts    int // facts of the statutory head, organ, year and format
	Met      int
	Found    int // findings reported, those left aside that may or may not be
	Due      int // findings that had to be reported
	Hit      int // of these, reported
	False    int // reported and not due

	Faults []string // one line for each thing that went wrong
}

// Accuracy is the share of the known cells that was read right.
func (s Score) Accuracy() float64 { return ratio(s.Right, s.Known) }

// Precision is the share of the findings that had to be reported.
func (s Score) Precision() float64 { return ratio(s.Found-s.False, s.Found) }

// Recall is the share of the due findings that was reported.
func (s Score) Recall() float64 { return ratio(s.Hit, s.Due) }

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// Add adds another score.
func (s *Score) Add(o Score) {
	s.Fixtures += o.Fixtures
	s.Known, s.Right, s.Unread = s.Known+o.Known, s.Right+o.Right, s.Unread+o.Unread
	s.Invented, s.Mistaken = s.Invented+o.Invented, s.Mistaken+o.Mistaken
	s.Lost, s.Guarded = s.Lost+o.Lost, s.Guarded+o.Guarded
	s.Stated, s.Heard = s.Stated+o.Stated, s.Heard+o.Heard
	s.Facts, s.Met = s.Facts+o.Facts, s.Met+o.Met
	s.Found, s.Due, s.Hit, s.False = s.Found+o.Found, s.Due+o.Due, s.Hit+o.Hit, s.False+o.False
	s.Faults = append(s.Faults, o.Faults...)
}

// Judge compares what was read in a fixture with what can be read in it.
func Judge(f Fixture, got reading.Result) Score {
	s := Score{Fixtures: 1}
	fault := func(format string, args ...any) {
		s.Faults = append(s.Faults, f.Name+": "+fmt.Sprintf(format, args...))
	}
	s.judgeCells(f.Want, got.Cells, fault)
	s.judgeFacts(f.Want, got, fault)
	s.judgeStatements(f.Want, got.Statements, fault)
	s.judgeFindings(f.Want, got, fault)
	return s
}

type faultFunc func(format string, args ...any)

func (s *Score) judgeCells(want Want, got tally.Cells, fault faultFunc) {
	names := map[string]bool{}
	for name := range got {
		names[name] = true
	}
	format, err := tally.ByID(want.Format)
	if err == nil {
		for _, cell := range format.Cells {
			names[cell.Name] = true
		}
	}
	for _, name := range sortedKeys(names) {
		value, known := want.Cells[name]
		open, isOpen := want.Open[name]
		read := got[name]
		switch {
		case known:
			s.Known++
			switch {
			case read == value:
				s.Right++
			case read.State == tally.Unknown:
				s.Unread++
				fault("cell %s unread, stands as %s", name, shown(value))
			case read.State == tally.Number:
				s.Invented++
				fault("cell %s read as %s, stands as %s", name, shown(read), shown(value))
			default:
				s.Mistaken++
				fault("cell %s read as %s, stands as %s", name, shown(read), shown(value))
			}
		default:
			s.Lost++
			if read.State != tally.Number || isOpen && read == open {
				s.Guarded++
				continue
			}
			s.Invented++
			fault("cell %s read as %s, cannot be read", name, shown(read))
		}
	}
}

func shown(v tally.Value) string {
	if v.State == tally.Number {
		return fmt.Sprint(v.N)
	}
	return v.State.String()
}

func (s *Score) judgeFacts(want Want, got reading.Result, fault faultFunc) {
	check := func(met bool, what, read, expected string) {
		s.Facts++
		if met {
			s.Met++
			return
		}
		fault("%s read as %q, want %q", what, read, expected)
	}
	if want.Format != "" { // it is a report
		check(slices.Contains(want.Names, got.Organ), "organ", got.Organ, strings.Join(want.Names, " / "))
		check(got.Year == want.Year, "year", fmt.Sprint(got.Year), fmt.Sprint(want.Year))
		check(got.Format == want.Format, "format", got.Format, want.Format)
	}
	for _, fact := range sortedKeys(want.Head) {
		read := got.Dates[fact]
		if fact == "index_number" {
			read = got.IndexNumber
		}
		check(read == want.Head[fact], fact, read, want.Head[fact])
	}
}

func (s *Score) judgeStatements(want Want, got []reading.Statement, fault faultFunc) {
	for _, w := range want.Stated {
		s.Stated++
		heard := slices.ContainsFunc(got, func(st reading.Statement) bool {
			return same(st.Means, w.Means) && st.Value == w.Value && st.Scope == prose.Own
		})
		if heard {
			s.Heard++
			continue
		}
		fault("sentence with %s = %d not understood", w.Means, w.Value)
	}
}

func (s *Score) judgeFindings(want Want, got reading.Result, fault faultFunc) {
	found := weighty(got.Findings)
	for _, id := range want.Findings {
		s.Due++
		if slices.Contains(found, id) {
			s.Hit++
			continue
		}
		fault("no finding %s", id)
	}
	for _, id := range found {
		if slices.Contains(want.Allowed, id) {
			continue
		}
		s.Found++
		if slices.Contains(want.Findings, id) {
			continue
		}
		s.False++
		for _, f := range got.Findings {
			if f.ID == id {
				fault("false finding %s %s: %s", f.ID, f.Severity, f.Text)
				break
			}
		}
	}
}
