package clock

import (
	"fmt"

	"gongkai/law/workday"
)

// longestProof keeps a mistyped year from listing every day for millennia.
const longestProof = 100 // years

// Explanation is the proof of a deadline (Art. 33): every day from the first that
// could count to the last, and what set the count off, stopped or lengthened it.
type Explanation struct {
	Deadline
	Days   []Day   `json:"days"`
	Events []Event `json:"events,omitempty"`
}

// Day is one line of the proof.
type Day struct {
	Date workday.Date `json:"date"`
	// N is the number of a counted day within the term; days off and paused days
	// have none.
	N    int          `json:"n,omitempty"`
	Kind workday.Kind `json:"kind"`
	Name string       `json:"name,omitempty"`
	// Paused marks a working day that a pause leaves out.
	Paused      bool `json:"paused,omitempty"`
	Provisional bool `json:"provisional,omitempty"`
}

// Explain proves Due day by day (Art. 33 para. 2, Art. 33 para. 3). It has no
// events; Request.Explain has. There are no days if received is not valid, the
// term is below 1 or the count runs over more than a century.
func Explain(cal workday.Calendar, received workday.Date, term int, pauses []Pause) Explanation {
	due := Due(cal, received, term, pauses)
	e := Explanation{Deadline: counted(cal, received, due), Days: []Day{}}
	if tooLong(received, due) {
		return e
	}
	left := merge(received, pauses)
	n := 0
	for d := received; d < due; {
		d = d.AddDays(1)
		for len(left) > 0 && left[0].Through < d {
			left = left[1:]
		}
		known := cal.Day(d)
		day := Day{Date: d, Kind: known.Kind, Name: known.Name, Provisional: known.Provisional}
		if known.Kind.Working() {
			day.Paused = len(left) > 0 && left[0].After < d
			if !day.Paused {
				n++
				day.N = n
			}
		}
		e.Days = append(e.Days, day)
	}
	return e
}

// Explain proves Deadline: the days of the running count (Art. 33 para. 2,
// Art. 33 para. 3) and all events, those before a restart included. It refuses
// what Check refuses and a count over more than a century.
func (r Request) Explain(cal workday.Calendar) (Explanation, error) {
	d, err := r.Deadline(cal)
	if err != nil {
		return Explanation{}, err
	}
	if tooLong(r.Start(), d.Date) {
		return Explanation{}, fmt.Errorf("explain the count from %s to %s: longer than %d years", r.Start(), d.Date, longestProof)
	}
	e := Explain(cal, r.Start(), r.term()+r.Extension, r.Pauses)
	e.Events = r.events(cal, e.Date)
	return e, nil
}

func tooLong(start, due workday.Date) bool {
	return due.Year()-start.Year() > longestProof
}
