package checks

import (
	"fmt"
	"strings"

	"gongkai/law/tally"
)

// rollup wants a region's report to be the sum of the reports below it, with
// recorded adjustments, and none of those to be missing.
var rollup = Check{
	ID: "A-01", Title: "汇总与所属机关合计一致", Citation: reportContent, Severity: Error, Since: sinceRegulation,
	Applies: func(l *Ledger) bool { return l.Subordinates != nil },
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		below := l.Subordinates
		if len(below.Missing) > 0 {
			findings = append(findings, Finding{
				Text:  fmt.Sprintf("还有%d个机关没有报告：%s，请催报后再汇总。", len(below.Missing), strings.Join(below.Missing, "、")),
				Where: "subordinates", Place: "汇总", Quote: below.Missing[0],
			})
		}
		for _, cell := range l.Format.Cells {
			stated, isStated := number(l.Cells[cell.Name])
			sum, isSummed := number(below.Sum[cell.Name])
			if !isStated || !isSummed {
				continue
			}
			expected := sum + below.Adjustment[cell.Name]
			if stated == expected {
				continue
			}
			text := placeOf(cell) + "汇总填" + tally.Count(stated).Text(cell.Unit) + "，所属机关合计" + tally.Count(sum).Text(cell.Unit)
			if below.Adjustment[cell.Name] != 0 {
				text += "，登记的调整数为" + tally.Count(below.Adjustment[cell.Name]).Text(cell.Unit)
			}
			findings = append(findings, Finding{
				Text:  text + "，两者不等，请核对或者登记调整原因。",
				Where: cell.Name, Place: placeOf(cell), Stated: pointer(stated), Expected: pointer(expected),
			})
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.sumBelow()
		l.Subordinates.Sum["penalty_decisions"] = l.Cells["penalty_decisions"].Add(l.Cells["licence_decisions"])
	},
	Passes: func(l *Ledger) {
		l.sumBelow()
		l.Subordinates.Sum["penalty_decisions"] = l.Cells["penalty_decisions"].Add(l.Cells["licence_decisions"])
		l.Subordinates.Adjustment["penalty_decisions"] = -l.Cells["licence_decisions"].N
	},
}
