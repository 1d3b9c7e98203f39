package clock

import (
	"errors"
	"fmt"

	"gongkai/law/workday"
)

const (
	// ReplyTerm is the number of working days for a reply (Art. 33 para. 2).
	ReplyTerm = 20
	// LongestExtension is the number of working days by which the reply may be
	// put off, once (Art. 33 para. 2).
	LongestExtension = 20
	// ClarificationNoticeTerm is the number of working days for telling the
	// applicant what to correct (Art. 30).
	ClarificationNoticeTerm = 7
)

// ErrExtension is the refusal of an extension below one or above 20 working days
// (Art. 33 para. 2).
var ErrExtension = errors.New("an extension is of 1 to 20 working days")

// ReplyDue is the last day for the reply to a request received on the given day,
// without extension (Art. 33 para. 2) and leaving the pauses out (Art. 33
// para. 3).
func ReplyDue(cal workday.Calendar, received workday.Date, pauses []Pause) Deadline {
	return counted(cal, received, Due(cal, received, ReplyTerm, pauses))
}

// ExtendedReplyDue is the last day for the reply with an extension of so many
// working days: both terms are counted as one (Art. 33 para. 2), leaving the
// pauses out (Art. 33 para. 3). It refuses an extension outside 1 to 20 with
// ErrExtension. That an extension is granted once and in time is for the caller.
func ExtendedReplyDue(cal workday.Calendar, received workday.Date, extension int, pauses []Pause) (Deadline, error) {
	if extension < 1 || extension > LongestExtension {
		return Deadline{}, fmt.Errorf("extend the reply by %d working days: %w", extension, ErrExtension)
	}
	return counted(cal, received, Due(cal, received, ReplyTerm+extension, pauses)), nil
}

// CorrectedReplyDue is the last day for the reply once a corrected request has
// been received: the whole term runs anew from that day, and the earlier last
// day is void (Art. 30).
func CorrectedReplyDue(cal workday.Calendar, corrected workday.Date, pauses []Pause) Deadline {
	return ReplyDue(cal, corrected, pauses)
}

// PaidReplyDue is the last day for the reply once the fee has been paid: the
// whole term runs anew, and the day after payment is the first that can count
// (Measures on the Information-Processing Fee).
func PaidReplyDue(cal workday.Calendar, paid workday.Date, pauses []Pause) Deadline {
	return ReplyDue(cal, paid, pauses)
}

// ClarificationNoticeDue is the last day for telling the applicant, once and for
// all, what to correct in a request received on the given day (Art. 30).
func ClarificationNoticeDue(cal workday.Calendar, received workday.Date) Deadline {
	return WorkingDays(ClarificationNoticeTerm).Due(cal, received)
}
