package clock

import (
	"fmt"

	"gongkai/law/workday"
)

// Unit is what a term is counted in.
type Unit string

// The units of terms.
const (
	WorkingDay Unit = "working_day" // 工作日
	NaturalDay Unit = "day"         // 日
	Month      Unit = "month"       // 月
)

// Term is the length of a period, such as 20 working days (Art. 33 para. 2) or
// six months (Administrative Litigation Law, article 46).
type Term struct {
	N    int  `json:"n"`
	Unit Unit `json:"unit"`
}

// WorkingDays is a term of n working days, as the Regulation sets them (Art. 26,
// Art. 30, Art. 32, Art. 33 para. 2, Art. 34).
func WorkingDays(n int) Term { return Term{n, WorkingDay} }

// NaturalDays is a term of n days of the calendar (Administrative
// Reconsideration Law, article 20).
func NaturalDays(n int) Term { return Term{n, NaturalDay} }

// Months is a term of n months (Administrative Litigation Law, article 46).
func Months(n int) Term { return Term{n, Month} }

// Deadline is the last day of a term.
type Deadline struct {
	Date workday.Date `json:"date"`
	// Provisional means that the date rests on a year whose holiday arrangement
	// is not loaded and may still move.
	Provisional bool `json:"provisional"`
}

// Check reports a length or unit that no term has.
func (t Term) Check() error {
	if t.N < 0 {
		return fmt.Errorf("term of %d: below zero", t.N)
	}
	switch t.Unit {
	case WorkingDay, NaturalDay, Month:
		return nil
	}
	return fmt.Errorf("term of %d: no unit %q", t.N, t.Unit)
}

// Due is the last day of the term set off on from. That day itself is not
// counted, and a term in natural days or months that would end on a rest day ends
// on the next working day (Civil Procedure Law, chapter on periods;
// Administrative Reconsideration Law, article 88). A month term ends on the same
// day of the month, or the last one of a shorter month. The result is the zero
// Deadline if from is not valid or the term fails Check.
func (t Term) Due(cal workday.Calendar, from workday.Date) Deadline {
	err := t.Check()
	if err != nil || !from.Valid() {
		return Deadline{}
	}
	switch t.Unit {
	case NaturalDay:
		return nextWorkday(cal, from.AddDays(t.N))
	case Month:
		return nextWorkday(cal, from.AddMonths(t.N))
	}
	return counted(cal, from, Due(cal, from, t.N, nil))
}

// nextWorkday moves a last day off a rest day. Only the days it looks at can make
// it provisional: the natural days before them count whatever they are.
func nextWorkday(cal workday.Calendar, last workday.Date) Deadline {
	due := cal.NextWorkday(last)
	return Deadline{due, cal.Provisional(last) || cal.ProvisionalBetween(last, due)}
}

// counted is a deadline reached by counting working days from start.
func counted(cal workday.Calendar, start, due workday.Date) Deadline {
	return Deadline{due, cal.ProvisionalBetween(start, due)}
}
