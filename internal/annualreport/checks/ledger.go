package checks

import (
	"gongkai/internal/annualreport/prose"
	"gongkai/internal/organ"
	"gongkai/law/tally"
	"gongkai/law/workday"
)

// Ledger is what the checks examine: one report of one organ, with what stands
// around it. Zero values mean “not known”, and a check that needs what is not
// known says nothing.
type Ledger struct {
	Organ    organ.Organ
	Year     int
	Format   tally.Format
	Calendar workday.Calendar

	// Cells are the report's cells; Register is what the registers give for them
	// (nil for a report that was read from outside).
	Cells, Register tally.Cells
	// Counts are the figures beside the tables by name, such as "item.total",
	// "fee_notice.count", "clarification.count". A missing name is unknown.
	Counts map[string]int64

	// Title is the title line; Chapters the headings and text in their order.
	Title    string
	Chapters []Chapter
	Signed   Signature

	// SubmittedOn and PublishedOn are civil dates, empty when not yet.
	SubmittedOn, PublishedOn string

	// Previous is the same organ's report of the year before; nil when there is none.
	Previous *Previous
	// Siblings are reports of organs beside this one for the same year.
	Siblings []Sibling
	// OtherOrgans are names of other organs on the site, for left-over names.
	OtherOrgans []string
	// OpenRequests are the requests carried out of the year.
	OpenRequests []OpenRequest
	// Subordinates is the sum of the reports below, for a region's report; nil otherwise.
	Subordinates *Subordinates

	// SimilarityLimit is the share of common wording from which two texts count as
	// alike (N-08); 0 means DefaultSimilarityLimit.
	SimilarityLimit float64

	// read holds what was read in the sections, filled in by Run.
	read []passage
}

// Chapter is one heading of the report with its sections of text.
type Chapter struct {
	Key      string // tally chapter key: "overview", "proactive", "requests", "remedies", "improvement", "other"
	Heading  string // as printed, number included: “一、总体情况”
	Sections []Section
}

// Section is a stretch of prose, such as 主动公开 in chapter 一.
type Section struct {
	Key  string // "overview.on_request"
	Text string // as it will be read, with numbers in place of bindings
	// Spans say which stretches of Text are figures put in by the system, or typed
	// by hand with a reason; byte offsets. Every other number was typed.
	Spans []Span
	// Template is true while the text is the untouched template.
	Template bool
	// Reading is what was read in Text already; nil when it is still to be read.
	Reading *prose.Reading
}

// Span is a bound number in a section.
type Span struct {
	Start, End int
	Ref        string // figure name or expression; empty when typed with a reason
	Reason     string // why a number stands there that no register gives
	Value      int64
}

// Signature is the 落款.
type Signature struct {
	Organ string
	Date  string // YYYY-MM-DD
}

// Previous is the report of the year before.
type Previous struct {
	Cells        tally.Cells
	Format       string // tally.Format.ID
	SameRegister bool   // counted from the same registers as this one
	Chapters     []Chapter
}

// Sibling is another organ's report of the same year.
type Sibling struct {
	Organ    string
	Chapters []Chapter
}

// OpenRequest is a request that was open on 31 December.
type OpenRequest struct {
	Number string
	Due    string // last day for the reply, with every extension and pause
	Paused bool   // a consultation, clarification or fee notice was open on 31 December
}

// Subordinates is the sum of the reports below a region's report.
type Subordinates struct {
	Sum        tally.Cells      // sum of the reports that are there
	Adjustment map[string]int64 // by cell, with a recorded reason
	Missing    []string         // names of organs without report
}

// outside reports whether the report was read from a file and not made from the
// registers here.
func (l *Ledger) outside() bool { return l.Register == nil }

// Section finds a section by key.
func (l *Ledger) Section(key string) (Section, bool) {
	for _, c := range l.Chapters {
		for _, s := range c.Sections {
			if s.Key == key {
				return s, true
			}
		}
	}
	return Section{}, false
}

// Text joins the sections of a chapter.
func (c Chapter) Text() string {
	text := ""
	for _, s := range c.Sections {
		if text != "" {
			text += "\n"
		}
		text += s.Text
	}
	return text
}

// Chapter finds a chapter by key.
func (l *Ledger) Chapter(key string) (Chapter, bool) {
	for _, c := range l.Chapters {
		if c.Key == key {
			return c, true
		}
	}
	return Chapter{}, false
}
