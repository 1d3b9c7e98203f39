package checks

import (
	"strconv"

	"gongkai/law/tally"
)

// lastYearCarry reads row two against last year's report: what that one carried
// out is carried in now, in the same column.
var lastYearCarry = Check{
	ID: "T3-06", Title: "上年结转衔接", Citation: noticeTableThree, Severity: Error, Since: sinceFormat2019,
	Applies: hasPrevious,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, column := range tally.RequestColumns {
			name := tally.RequestCell(tally.RowCarriedIn, column.Key)
			now, isNow := number(l.Cells[name])
			before, isBefore := number(l.Previous.Cells[tally.RequestCell(tally.RowCarriedOut, column.Key)])
			if !isNow || !isBefore || now == before {
				continue
			}
			place := l.cellPlace(name)
			findings = append(findings, Finding{
				Text: place + "填" + strconv.FormatInt(now, 10) + "，而上年报告的“四、结转下年度继续办理”同一栏是" +
					strconv.FormatInt(before, 10) + "，两者应当相等，请核对。",
				Where: name, Place: place, Stated: pointer(now), Expected: pointer(before),
			})
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.Previous.Cells["req.carried_out.natural_person"] = tally.Count(4) },
	Passes: func(l *Ledger) { l.Previous.Cells["req.carried_out.natural_person"] = tally.UnknownValue },
}
