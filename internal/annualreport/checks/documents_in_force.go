package checks

import (
	"strconv"

	"gongkai/law/tally"
)

// documentsInForce reads table two across two years: in force is what was in force
// and was issued, less what was repealed.
var documentsInForce = Check{
	ID: "T2-01", Title: "现行有效件数衔接", Citation: noticeTableTwo, Severity: Warning, Since: sinceFormat2021,
	Applies: func(l *Ledger) bool {
		return hasTableTwo2021(l) && l.Previous != nil && l.Previous.Format == tally.Format2021
	},
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, kind := range []string{"rules", "normdocs"} {
			name := kind + "_in_force"
			now, isNow := number(l.Cells[name])
			before, isBefore := number(l.Previous.Cells[name])
			issued, isIssued := number(l.Cells[kind+"_issued"])
			repealed, isRepealed := number(l.Cells[kind+"_repealed"])
			expected := before + issued - repealed
			if !isNow || !isBefore || !isIssued || !isRepealed || now == expected {
				continue
			}
			severity := Warning
			if l.Previous.SameRegister {
				severity = Error
			}
			findings = append(findings, Finding{
				Severity: severity,
				Text: l.cellPlace(name) + "填" + strconv.FormatInt(now, 10) + "，而上年" + strconv.FormatInt(before, 10) + "件加本年制发" +
					strconv.FormatInt(issued, 10) + "件减废止" + strconv.FormatInt(repealed, 10) + "件，应为" + strconv.FormatInt(expected, 10) + "件，请核对。",
				Where: name, Place: l.cellPlace(name), Stated: pointer(now), Expected: pointer(expected),
			})
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.Previous.Cells["normdocs_in_force"] = tally.Count(20) },
	Passes: func(l *Ledger) { l.Previous.Cells["normdocs_in_force"] = tally.UnknownValue },
}
