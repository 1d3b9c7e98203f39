package checks

import (
	"strconv"

	"gongkai/law/tally"
)

// pendingReappears wants the cases that were pending last year to be counted again:
// closed or still pending, they belong to this year's total.
var pendingReappears = Check{
	ID: "T4-04", Title: "上年未审结案件衔接", Citation: noticeTableFour, Severity: Warning, Since: sinceFormat2019,
	Applies: hasPrevious,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, block := range tally.RemedyBlocks {
			name := tally.RemedyCell(block.Key, tally.TotalColumn)
			total, isKnown := number(l.Cells[name])
			pending, isBefore := number(l.Previous.Cells[tally.RemedyCell(block.Key, tally.ColumnPending)])
			if !isKnown || !isBefore || pending <= total {
				continue
			}
			place := l.cellPlace(name)
			findings = append(findings, Finding{
				Text: place + "填" + strconv.FormatInt(total, 10) + "，而上年报告“" + block.Label + "”尚未审结" +
					strconv.FormatInt(pending, 10) + "件，这些案件本年不论审结与否都应当计入，请核对。",
				Where: name, Place: place, Stated: pointer(total), Expected: pointer(pending),
			})
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.Previous.Cells["review.pending"] = tally.Count(2) },
	Passes: func(l *Ledger) { l.Previous.Cells["review.pending"] = tally.Count(1) },
}
