package workday

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Arrangement is the holiday arrangement (节假日安排) of one year, as the General
// Office of the State Council announces it.
type Arrangement struct {
	Year    int      `json:"year"`
	Notices []Notice `json:"notices"`
	// Note tells a reader of the data what the figures alone do not.
	Note     string  `json:"note,omitempty"`
	Holidays []Span  `json:"holidays"`
	Workdays []Extra `json:"workdays"`
}

// Notice is the document that announces or changes an arrangement.
type Notice struct {
	Number string `json:"number"`
	Date   Date   `json:"date"`
	// Provenance says how the number and the contents are known.
	Provenance string `json:"provenance,omitempty"`
}

// Span is a holiday: its first and last day off, both included, with the weekend
// days the notice names.
type Span struct {
	Name    string `json:"name"`
	From    Date   `json:"from"`
	Through Date   `json:"through"`
	// Notice is the number of the notice that fixed these days; empty means the
	// first of the arrangement.
	Notice string `json:"notice,omitempty"`
}

// Extra is a make-up working day: a Saturday or Sunday on which work is done.
type Extra struct {
	Date Date `json:"date"`
	// Notice is read as in Span.
	Notice string `json:"notice,omitempty"`
}

// longestSpan is well above the longest holiday ever announced (ten days in
// 2020) and keeps a mistyped month from swallowing a season.
const longestSpan = 31

// Parse reads one year's arrangement from JSON in the form of the built-in data
// files and checks it. It refuses unknown fields, so that a misspelt one does
// not silently drop a holiday.
func Parse(data []byte) (Arrangement, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var a Arrangement
	err := dec.Decode(&a)
	if err != nil {
		return Arrangement{}, fmt.Errorf("read holiday arrangement: %w", err)
	}
	_, err = dec.Token()
	if !errors.Is(err, io.EOF) {
		return Arrangement{}, errors.New("read holiday arrangement: more than one JSON value")
	}
	err = a.Check()
	if err != nil {
		return Arrangement{}, fmt.Errorf("read holiday arrangement: %w", err)
	}
	return a, nil
}

// Check reports the first thing that keeps a from being the whole arrangement of
// its year: a missing notice, an impossible or overlapping span, a make-up day
// in the middle of the week, or one of the days fixed by the Measures on Public
// Holidays that is not off.
func (a Arrangement) Check() error {
	if a.Year < 1 || a.Year > maxYear {
		return fmt.Errorf("no year %d", a.Year)
	}
	err := a.checkNotices()
	if err != nil {
		return fmt.Errorf("year %d: %w", a.Year, err)
	}
	off := make(map[int]string)
	for _, s := range a.Holidays {
		err := a.checkSpan(s, off)
		if err != nil {
			return fmt.Errorf("year %d: holiday %q: %w", a.Year, s.Name, err)
		}
	}
	seen := make(map[Date]bool)
	for _, e := range a.Workdays {
		err := a.checkExtra(e, off)
		if err != nil {
			return fmt.Errorf("year %d: make-up working day %q: %w", a.Year, e.Date, err)
		}
		if seen[e.Date] {
			return fmt.Errorf("year %d: make-up working day %q is given twice", a.Year, e.Date)
		}
		seen[e.Date] = true
	}
	for _, s := range fixedDays(a.Year) {
		n, _ := s.date.number()
		if off[n] == "" {
			return fmt.Errorf("year %d: %s (%s) is a public holiday and missing", a.Year, s.date, s.name)
		}
	}
	return nil
}

func (a Arrangement) checkNotices() error {
	if len(a.Notices) == 0 {
		return errors.New("no notice is given")
	}
	for _, n := range a.Notices {
		if n.Number == "" {
			return errors.New("a notice has no number")
		}
		if !n.Date.Valid() {
			return fmt.Errorf("notice %s: no date %q", n.Number, n.Date)
		}
	}
	return nil
}

// checkSpan refuses a bad span and marks its days in off.
func (a Arrangement) checkSpan(s Span, off map[int]string) error {
	if s.Name == "" {
		return errors.New("no name")
	}
	for _, d := range []Date{s.From, s.Through} {
		err := a.checkDate(d, s.Notice)
		if err != nil {
			return err
		}
	}
	from, _ := s.From.number()
	through, _ := s.Through.number()
	if through < from {
		return fmt.Errorf("ends on %s before it starts on %s", s.Through, s.From)
	}
	if through-from >= longestSpan {
		return fmt.Errorf("longer than %d days", longestSpan)
	}
	for n := from; n <= through; n++ {
		if off[n] != "" {
			return fmt.Errorf("%s already belongs to %s", fromNumber(n), off[n])
		}
		off[n] = s.Name
	}
	return nil
}

func (a Arrangement) checkExtra(e Extra, off map[int]string) error {
	err := a.checkDate(e.Date, e.Notice)
	if err != nil {
		return err
	}
	n, _ := e.Date.number()
	if !weekend(n) {
		return errors.New("neither a Saturday nor a Sunday")
	}
	if off[n] != "" {
		return fmt.Errorf("lies inside the holiday %s", off[n])
	}
	return nil
}

// checkDate allows the December before the year, where a New Year holiday or
// its make-up day may lie.
func (a Arrangement) checkDate(d Date, notice string) error {
	year, month, _, ok := d.split()
	if !ok {
		return fmt.Errorf("no date %q", d)
	}
	if year != a.Year && (year != a.Year-1 || month != 12) {
		return fmt.Errorf("%s lies neither in %d nor in the December before", d, a.Year)
	}
	known := func(n Notice) bool { return n.Number == notice }
	if notice != "" && !slices.ContainsFunc(a.Notices, known) {
		return fmt.Errorf("notice %s is not among the notices of the year", notice)
	}
	return nil
}

// source is the number of the notice behind a day: its own or the year's first.
func (a Arrangement) source(notice string) string {
	if notice != "" {
		return notice
	}
	return a.Notices[0].Number
}

// clone shares no slice with a, so that a calendar stays what it was when its
// caller goes on editing.
func (a Arrangement) clone() Arrangement {
	a.Notices = slices.Clone(a.Notices)
	a.Holidays = slices.Clone(a.Holidays)
	a.Workdays = slices.Clone(a.Workdays)
	return a
}
