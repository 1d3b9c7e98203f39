package clock

import (
	"cmp"
	"slices"

	"gongkai/law/workday"
)

// Pause is a stretch left out of the count, such as consulting a third party
// (Art. 33 para. 3): the working days after After, up to and including Through.
// A Pause that has no such day, or whose dates are not valid, leaves nothing out.
type Pause struct {
	After   workday.Date `json:"after"`
	Through workday.Date `json:"through"`
}

// Due reports the last day for replying to a request received on the given day:
// term working days (Art. 33 para. 2), moved on by every paused one (Art. 33
// para. 3). It is the term-th working day after received that lies in no pause:
// a day in several pauses is left out once, and pauses before receipt or after
// the last day change nothing. A term below 1 ends on received itself. The
// result is the zero Date if received is not valid.
func Due(cal workday.Calendar, received workday.Date, term int, pauses []Pause) workday.Date {
	due := cal.Add(received, max(term, 0))
	for _, p := range merge(received, pauses) {
		if p.After < due {
			due = cal.Add(due, cal.Between(p.After, p.Through))
		}
	}
	return due
}

// merge is the pauses in order of time, joined where they overlap or touch, and
// without what lies before the count starts.
func merge(start workday.Date, pauses []Pause) []Pause {
	var merged []Pause
	byStart := func(a, b Pause) int { return cmp.Compare(a.After, b.After) }
	for _, p := range slices.SortedFunc(slices.Values(pauses), byStart) {
		if !p.After.Valid() || !p.Through.Valid() {
			continue
		}
		p.After = max(p.After, start)
		if p.Through <= p.After {
			continue
		}
		last := len(merged) - 1
		if last >= 0 && p.After <= merged[last].Through {
			merged[last].Through = max(merged[last].Through, p.Through)
			continue
		}
		merged = append(merged, p)
	}
	return merged
}
