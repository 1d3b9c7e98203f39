package fee

import (
	"fmt"
	"time"
)

// Counting is the way an organ counts the requests of one applicant towards the
// monthly tiers. The zero value is the default of the readings.
// Refused, repeated and abandoned requests always count, since charging per
// request covers every kind of decision (Fee Measures Art. 4 para. 1).
type Counting struct {
	ByReceipt     bool // the month of receipt decides, not that of submission
	SkipWithdrawn bool // a request withdrawn before handling is left out
}

// Month reports the calendar month, YYYY-MM, whose running number a request
// belongs to. Both days are written YYYY-MM-DD; only the one that decides is read.
func (c Counting) Month(submittedOn, receivedOn string) (string, error) {
	day, what := submittedOn, "submission"
	if c.ByReceipt {
		day, what = receivedOn, "receipt"
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", fmt.Errorf("read the day of %s %q: %w", what, day, err)
	}
	return t.Format("2006-01"), nil
}

// Counts reports whether a request takes a running number in its month.
func (c Counting) Counts(withdrawnBeforeHandling bool) bool {
	return !(withdrawnBeforeHandling && c.SkipWithdrawn)
}
