package clock

import (
	"cmp"
	"slices"

	"gongkai/law/workday"
)

// EventKind says what happened to a count.
type EventKind string

// The kinds of event.
const (
	Received  EventKind = "received"  // the request came (Art. 31)
	Corrected EventKind = "corrected" // restart by a corrected request (Art. 30)
	FeePaid   EventKind = "fee_paid"  // restart by payment (Measures on the Information-Processing Fee)
	Paused    EventKind = "paused"    // consultation (Art. 33 para. 3)
	Extended  EventKind = "extended"  // extension (Art. 33 para. 2)
)

// Restarts reports whether the event makes the count run anew (Art. 30; Measures
// on the Information-Processing Fee).
func (k EventKind) Restarts() bool {
	return k == Corrected || k == FeePaid
}

// Event is something that set a count off, stopped or lengthened it.
type Event struct {
	Kind EventKind `json:"kind"`
	// Date is the day it happened: of a pause the day after which nothing counts,
	// of an extension the last day of the term it lengthens.
	Date workday.Date `json:"date"`
	// Through is the last day of a pause, or the new last day after an extension.
	Through workday.Date `json:"through,omitempty"`
	// Workdays is the number of working days a pause leaves out or an extension adds.
	Workdays int `json:"workdays,omitempty"`
}

// events is the events of a request in order of time. Overlapping pauses are one
// event; pauses that move nothing are none.
func (r Request) events(cal workday.Calendar, due workday.Date) []Event {
	events := []Event{{Kind: Received, Date: r.Received}}
	if r.Correction != "" {
		events = append(events, Event{Kind: Corrected, Date: r.Correction})
	}
	if r.FeePaid != "" {
		events = append(events, Event{Kind: FeePaid, Date: r.FeePaid})
	}
	for _, p := range merge(r.Start(), r.Pauses) {
		workdays := cal.Between(p.After, p.Through)
		if p.After < due && workdays > 0 {
			events = append(events, Event{Kind: Paused, Date: p.After, Through: p.Through, Workdays: workdays})
		}
	}
	if r.Extension > 0 {
		old := Due(cal, r.Start(), r.term(), r.Pauses)
		events = append(events, Event{Kind: Extended, Date: old, Through: due, Workdays: r.Extension})
	}
	byDate := func(a, b Event) int { return cmp.Compare(a.Date, b.Date) }
	slices.SortStableFunc(events, byDate)
	return events
}
