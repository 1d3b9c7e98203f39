package clock

import "gongkai/law/workday"

// ConsultationTerm is the number of working days in which a third party (Art. 32)
// or another organ that took part in making the information (Art. 34) answers.
const ConsultationTerm = 15

// ConsultationDue is the last day for the answer of a third party (Art. 32) or
// another organ (Art. 34) that received the letter on the given day.
func ConsultationDue(cal workday.Calendar, served workday.Date) Deadline {
	return WorkingDays(ConsultationTerm).Due(cal, served)
}

// PauseStart says which day of a consultation the count pauses after. The
// Regulation only says that the time needed is left out (Art. 33 para. 3), so the
// boundary is local practice.
type PauseStart string

// The boundaries in use; the zero PauseStart is FromIssue.
const (
	FromIssue   PauseStart = "issued" // the day the letter is issued
	FromService PauseStart = "served" // the day the letter reaches the one asked
)

// Consultation is a letter asking a third party (Art. 32) or another organ
// (Art. 34) for its opinion. Dates that have not come are empty.
type Consultation struct {
	Issued   workday.Date `json:"issued"`
	Served   workday.Date `json:"served,omitempty"`
	Answered workday.Date `json:"answered,omitempty"`
}

// Due is the last day for the answer (Art. 32, Art. 34). Until the day of service
// is known it is reckoned from the day of issue, which never promises too much.
func (c Consultation) Due(cal workday.Calendar) Deadline {
	if c.Served == "" {
		return ConsultationDue(cal, c.Issued)
	}
	return ConsultationDue(cal, c.Served)
}

// Pause is the stretch the consultation leaves out of the count (Art. 33
// para. 3): from the given boundary up to and including the day the answer
// arrives, at most the last day for it (Art. 32, Art. 34). It is the zero Pause,
// which leaves nothing out, as long as the boundary has not come.
func (c Consultation) Pause(cal workday.Calendar, from PauseStart) Pause {
	after := c.Issued
	if from == FromService {
		after = c.Served
	}
	through := c.Due(cal).Date
	if c.Answered.Valid() {
		through = min(through, c.Answered)
	}
	if !after.Valid() || !through.Valid() {
		return Pause{}
	}
	return Pause{after, through}
}
