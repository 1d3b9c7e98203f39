package checks

import (
	"strings"

	"gongkai/law/tally"
)

// aliases are the cells in which older formats hold a figure of the format of 2021.
var aliases = map[string]map[string]string{
	tally.Format2019: {
		"normdocs_issued":    "v19.normdocs_made",
		"rules_issued":       "v19.rules_made",
		"licence_decisions":  "v19.licence_decisions",
		"penalty_decisions":  "v19.penalty_decisions",
		"coercion_decisions": "v19.coercion_decisions",
		"req.other.total":    "req.other_misc.total",
	},
	tally.Format2014: {
		"item.total":               "v14.proactive_items",
		"normdocs_issued":          "v14.normdocs_made",
		"req.received_new.total":   "v14.received",
		"req.handled_total.total":  "v14.closed",
		"req.granted.total":        "v14.replied_granted",
		"req.partly_granted.total": "v14.replied_partly_granted",
		"req.denied.total":         "v14.replied_denied",
		"review.total":             "v14.review",
		"training.sessions":        "v14.trainings",
		"training.attendees":       "v14.trainees",
		"meeting.count":            "v14.meetings",
		"staff.full_time":          "v14.staff_full_time",
		"staff.part_time":          "v14.staff_part_time",
	},
}

// cell is the content of a cell, or of a group of results that is no cell.
func (l *Ledger) cell(name string) tally.Value { return l.Format.Value(l.Cells, name) }

// figure is the value of a cell or of a figure beside the tables; false when it is
// not known. Money is in fen.
func (l *Ledger) figure(name string) (int64, bool) {
	alias, renamed := aliases[l.Format.ID][name]
	if renamed {
		name = alias
	}
	v := l.cell(name)
	switch v.State {
	case tally.Number:
		return v.N, true
	case tally.NotApplicable:
		return 0, true
	}
	n, ok := l.Counts[name]
	return n, ok
}

// sum adds up figures; false when one of them is not known.
func (l *Ledger) sum(names []string) (int64, bool) {
	var total int64
	for _, name := range names {
		n, ok := l.figure(name)
		if !ok {
			return 0, false
		}
		total += n
	}
	return total, len(names) > 0
}

// number is the figure in a cell; false when it holds none.
func number(v tally.Value) (int64, bool) { return v.N, v.State == tally.Number }

// isMoney reports whether a figure is held in fen.
func isMoney(name string) bool {
	cell, ok := tally.CellByName(name)
	return ok && cell.Unit == tally.TenThousandYuan || strings.HasSuffix(name, ".amount")
}

// shown writes a figure the way the report would.
func shown(names []string, n int64) string {
	if len(names) > 0 && isMoney(names[0]) {
		return tally.Amount(n).Text(tally.TenThousandYuan) + "万元"
	}
	return tally.Count(n).Text(tally.Pieces)
}

func pointer(n int64) *int64 { return &n }
