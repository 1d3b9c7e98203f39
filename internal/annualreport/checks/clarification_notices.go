package checks

import "strconv"

// clarificationNotices wants a notice behind every request that failed for want of
// clarification (Art. 30).
var clarificationNotices = Check{
	ID: "T3-09", Title: "补正结果须有补正告知", Citation: "Art. 30", Severity: Warning, Since: sinceRegulation,
	Applies: hasTables,
	Examine: func(l *Ledger) []Finding {
		const unclear, dropped = "req.unable_still_unclear.total", "req.other_not_corrected.total"
		n, isKnown := l.figure(unclear)
		m, isSplit := l.figure(dropped)
		if !isSplit {
			m = 0 // 2019 has one row for all other results
		}
		notices, isCounted := l.figure("clarification.count")
		if !isKnown || !isCounted || n+m <= notices {
			return nil
		}
		return []Finding{{
			Text: "表三“补正后申请内容仍不明确”和“逾期不补正”合计" + strconv.FormatInt(n+m, 10) + "件，登记簿只有" +
				strconv.FormatInt(notices, 10) + "件补正告知，请补录补正告知或者更正办理结果。",
			Where: unclear, Place: l.cellPlace(unclear), Stated: pointer(n + m), Expected: pointer(notices),
		}}
	},
	Fails: func(l *Ledger) {
		l.Counts["clarification.count"] = 0
		l.add("req.unable_still_unclear.natural_person", 1)
		l.add("req.unable_still_unclear.total", 1)
	},
	Passes: func(l *Ledger) {
		l.Counts["clarification.count"] = 1
		l.add("req.unable_still_unclear.natural_person", 1)
		l.add("req.unable_still_unclear.total", 1)
	},
}
