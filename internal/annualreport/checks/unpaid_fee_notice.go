package checks

import (
	"slices"
	"strconv"

	"gongkai/internal/annualreport/prose"
)

// unpaidFeeNotice wants a fee notice behind every request that was dropped because
// its fee was not paid (Art. 42; row （六）2 of table three).
var unpaidFeeNotice = Check{
	ID: "T3-07", Title: "逾期未缴费须有收费通知", Citation: "Art. 42", Severity: Error, Since: sinceFeeMeasures,
	Applies: hasTableTwo2021,
	Examine: func(l *Ledger) []Finding {
		const name = "req.other_fee_unpaid.total"
		unpaid, isKnown := l.figure(name)
		notices, isCounted := l.feeNotices()
		if !isKnown || !isCounted || unpaid == 0 || notices > 0 {
			return nil
		}
		text := "，但是登记簿没有发出过收费通知，请补录收费通知并在第六章写明，或者更正办理结果。"
		if l.outside() {
			text = "，但是正文写没有发出收费通知，请核对办理结果和第六章的收费通知件数。"
		}
		return []Finding{{
			Text:  l.cellPlace(name) + "填" + strconv.FormatInt(unpaid, 10) + text,
			Where: name, Place: l.cellPlace(name), Stated: pointer(unpaid), Expected: pointer(0),
		}}
	},
	Fails: func(l *Ledger) {
		l.add("req.other_fee_unpaid.natural_person", 1)
		l.add("req.other_fee_unpaid.total", 1)
		l.Counts["fee_notice.count"] = 0
	},
	Passes: func(l *Ledger) {
		l.add("req.other_fee_unpaid.natural_person", 1)
		l.add("req.other_fee_unpaid.total", 1)
		l.Counts["fee_notice.count"] = 1
	},
}

// feeNotices is the number of fee notices sent: what the register counts, or else
// what the text states; false where neither tells.
func (l *Ledger) feeNotices() (int64, bool) {
	const name = "fee_notice.count"
	n, known := l.figure(name)
	if known {
		return n, true
	}
	for _, p := range l.passages() {
		for _, st := range p.reading.Statements {
			if !slices.Equal(st.Means, []string{name}) || st.Scope != prose.Own || st.Manner > prose.Absent {
				continue
			}
			n, known = max(n, st.High), true
		}
	}
	return n, known
}
