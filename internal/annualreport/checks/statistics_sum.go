package checks

import (
	"strconv"

	"gongkai/law/tally"
)

// statisticsSum reads the statistics table of 2014: every total equals the lines
// under it.
var statisticsSum = Check{
	ID: "S14-01", Title: "统计表分项合计", Citation: "2014 statistics notice, table", Severity: Error, Since: "2014-06-01",
	Applies: func(l *Ledger) bool { return l.Format.ID == tally.Format2014 },
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, breach := range broken(l, "S14-01") {
			name := breach.Equation.Left[0]
			findings = append(findings, Finding{
				Text: l.cellPlace(name) + "填" + strconv.FormatInt(breach.Left.N, 10) + "，其下各分项相加为" +
					strconv.FormatInt(breach.Right.N, 10) + "，请核对后改正。",
				Where: name, Place: l.cellPlace(name), Stated: pointer(breach.Left.N), Expected: pointer(breach.Right.N),
			})
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.become2014(2, 1) },
	Passes: func(l *Ledger) { l.become2014(2, 2) },
}
