package clock

import (
	"errors"
	"fmt"

	"gongkai/law/workday"
)

// Request is all that moves the last day for the reply to one request. Dates
// that have not come are empty.
type Request struct {
	// Received is the day of receipt by the rules of its channel (Art. 31).
	Received workday.Date `json:"received"`
	// Term is the number of working days; 0 means ReplyTerm (Art. 33 para. 2).
	Term int `json:"term,omitempty"`
	// Extension is the number of working days granted, 0 to 20 (Art. 33 para. 2).
	// It lengthens whichever count is running, also one restarted by payment.
	Extension int `json:"extension,omitempty"`
	// Pauses may overlap (Art. 33 para. 3).
	Pauses []Pause `json:"pauses,omitempty"`
	// Correction is the day the corrected request was received (Art. 30).
	Correction workday.Date `json:"correction,omitempty"`
	// FeePaid is the day payment was completed (Measures on the
	// Information-Processing Fee).
	FeePaid workday.Date `json:"fee_paid,omitempty"`
}

// Check reports dates that do not exist or stand in an impossible order, a
// negative term, and an extension that the law does not allow (ErrExtension,
// Art. 33 para. 2).
func (r Request) Check() error {
	if !r.Received.Valid() {
		return fmt.Errorf("request received on %q: no such date", r.Received)
	}
	if r.Term < 0 {
		return fmt.Errorf("term of %d working days: below zero", r.Term)
	}
	if r.Extension < 0 || r.Extension > LongestExtension {
		return fmt.Errorf("extend the reply by %d working days: %w", r.Extension, ErrExtension)
	}
	err := checkRestart("corrected request received", r.Correction, r.Received)
	if err != nil {
		return err
	}
	err = checkRestart("fee paid", r.FeePaid, r.Received)
	if err != nil {
		return err
	}
	for _, p := range r.Pauses {
		if !p.After.Valid() || !p.Through.Valid() {
			return fmt.Errorf("pause after %q through %q: no such date", p.After, p.Through)
		}
		if p.Through < p.After {
			return fmt.Errorf("pause after %s ends earlier, on %s", p.After, p.Through)
		}
	}
	return nil
}

func checkRestart(what string, on, received workday.Date) error {
	if on == "" {
		return nil
	}
	if !on.Valid() {
		return fmt.Errorf("%s on %q: no such date", what, on)
	}
	if on < received {
		return fmt.Errorf("%s on %s, before the request came on %s", what, on, received)
	}
	return nil
}

// Start is the day from which the running count is made and which is itself not
// counted: the day of receipt (Art. 31) or the latest restart, by a correction
// (Art. 30) or by payment (Measures on the Information-Processing Fee).
func (r Request) Start() workday.Date {
	return max(r.Received, r.Correction, r.FeePaid)
}

// Deadline is the last day for the reply: term and extension (Art. 33 para. 2)
// counted from Start, pauses left out (Art. 33 para. 3). It refuses what Check
// refuses.
func (r Request) Deadline(cal workday.Calendar) (Deadline, error) {
	err := r.Check()
	if err != nil {
		return Deadline{}, fmt.Errorf("compute the last day for the reply: %w", err)
	}
	due := Due(cal, r.Start(), r.term()+r.Extension, r.Pauses)
	if due == "" {
		return Deadline{}, errors.New("compute the last day for the reply: it lies beyond the year 9999")
	}
	return counted(cal, r.Start(), due), nil
}

func (r Request) term() int {
	if r.Term == 0 {
		return ReplyTerm
	}
	return r.Term
}
