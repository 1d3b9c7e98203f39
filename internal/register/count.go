package register

import (
	"fmt"
	"slices"
	"strconv"
)

// Count says which records of a register a figure counts in a year.
type Count struct {
	Register string // Definition.Name
	Period   Period // which records belong to the year
	Where    []Any  // all must hold
	Sum      string // Integer or Money field that is added up; empty counts records
}

// Any holds for a record whose field has one of the values. An empty string among
// the values stands for “not filled in”.
type Any struct {
	Field  string
	Values []string
}

// PeriodKind says how a record is placed in a year.
type PeriodKind uint8

// The ways a record belongs to a report year. “Open” is the state of a thing that
// begins on the day From and ends on the day Until, if it has ended.
const (
	Within     PeriodKind = iota // From lies in the year
	OpenBefore                   // open on 31 December of the year before: carried in
	OpenAfter                    // open on 31 December of the year: carried out, in force, pending
	OfYear                       // the Year field From names the year
)

// Period is a PeriodKind with the fields that it reads.
type Period struct {
	Kind  PeriodKind
	From  string
	Until string // for the Open kinds; an empty value means not ended
}

// During is the period of records whose date lies in the year.
func During(field string) Period { return Period{Kind: Within, From: field} }

// CarriedIn is the period of records open when the year begins.
func CarriedIn(from, until string) Period { return Period{Kind: OpenBefore, From: from, Until: until} }

// OpenAtEnd is the period of records open when the year ends.
func OpenAtEnd(from, until string) Period { return Period{Kind: OpenAfter, From: from, Until: until} }

// InYear is the period of records that name the year itself.
func InYear(field string) Period { return Period{Kind: OfYear, From: field} }

// Matches reports whether a record belongs to the count of a year. The store's
// statements select the same records; a test holds the two together.
func (c Count) Matches(r Record, year int) bool {
	if !c.Period.matches(r, year) {
		return false
	}
	for _, w := range c.Where {
		if !slices.Contains(w.Values, r.Value(w.Field)) {
			return false
		}
	}
	return true
}

// Add is what a matching record adds to the count: 1, or the summed field.
func (c Count) Add(r Record) int64 {
	if c.Sum == "" {
		return 1
	}
	n, err := strconv.ParseInt(r.Value(c.Sum), 10, 64)
	if err != nil {
		return 0 // an absent amount adds nothing
	}
	return n
}

func (p Period) matches(r Record, year int) bool {
	from := r.Value(p.From)
	if from == "" {
		return false
	}
	first, last := Bounds(year)
	until := r.Value(p.Until)
	switch p.Kind {
	case Within:
		return from >= first && from <= last
	case OpenBefore:
		return from < first && (until == "" || until >= first)
	case OpenAfter:
		return from <= last && (until == "" || until > last)
	default:
		return from == strconv.Itoa(year)
	}
}

// Bounds returns the first and the last day of a year.
func Bounds(year int) (string, string) {
	return fmt.Sprintf("%04d-01-01", year), fmt.Sprintf("%04d-12-31", year)
}

// Fields lists the fields the count reads, without repetition, in a fixed order:
// what a sealed report must remember of each counted record.
func (c Count) Fields() []string {
	var fields []string
	add := func(name string) {
		if name != "" && !slices.Contains(fields, name) {
			fields = append(fields, name)
		}
	}
	add(c.Period.From)
	add(c.Period.Until)
	for _, w := range c.Where {
		add(w.Field)
	}
	add(c.Sum)
	return fields
}
