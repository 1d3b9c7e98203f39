package annualreport

import (
	"time"

	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// Adjustment corrects a sum of a region, such as a request that two organs both
// registered after a transfer. It is never silent: it has a reason.
type Adjustment struct {
	Cell   string
	Amount int64 // added to the sum, may be negative; fen for amounts
	Reason string
}

// Lock remembers a region's sums when the region's report was fixed, so that what
// changed afterwards can be shown.
type Lock struct {
	Year    int
	At      time.Time
	Person  string
	Sums    tally.Cells
	Members map[string]string // organ id → hash of the report counted
}

// Member is one organ's part in a roll-up.
type Member struct {
	Organ  organ.Organ
	Report Report // zero when there is none
	Cells  tally.Cells
	Counts map[string]int64 // figures beside the tables, as sealed
	Hash   string
	In     bool // its report is sealed and counts
}

// RollUp is the sum of a region: the reports of every organ below its root.
type RollUp struct {
	Root        organ.Organ
	Year        int
	Format      tally.Format
	Members     []Member // every organ that had to report, in tree order
	Sum         tally.Cells
	Adjustments []Adjustment
	Adjusted    tally.Cells // sum with adjustments
	Missing     []organ.Organ
	Lock        *Lock
	Moved       []Moved // against the lock
}

// Moved is what differs from the sums that were locked.
type Moved struct {
	Cell     string
	Was, Now tally.Value
	Organs   []string // names of the members whose report changed since
}

// Add sums the members cell by cell. A cell that one member does not know is
// unknown in the sum: a sum over what happens to be known would look like a fact.
func (r *RollUp) add() {
	r.Sum, r.Adjusted = tally.Cells{}, tally.Cells{}
	for _, cell := range r.Format.Cells {
		var total tally.Value // no report in: unknown, not zero
		first := true
		for _, m := range r.Members {
			switch {
			case m.In && first:
				total, first = m.Cells[cell.Name], false
			case m.In:
				total = total.Add(m.Cells[cell.Name])
			}
		}
		r.Sum[cell.Name] = total
		r.Adjusted[cell.Name] = total
	}
	for _, a := range r.Adjustments {
		value := r.Adjusted[a.Cell]
		if value.State == tally.Number {
			value.N += a.Amount
			r.Adjusted[a.Cell] = value
		}
	}
}

// compare lists what moved since the lock.
func (r *RollUp) compare() {
	if r.Lock == nil {
		return
	}
	var changed []string
	for _, m := range r.Members {
		if r.Lock.Members[m.Organ.ID] != m.Hash {
			changed = append(changed, m.Organ.ShortName)
		}
	}
	for _, cell := range r.Format.Cells {
		if was, now := r.Lock.Sums[cell.Name], r.Adjusted[cell.Name]; was != now {
			r.Moved = append(r.Moved, Moved{cell.Name, was, now, changed})
		}
	}
}
