package checks

import "fmt"

// overdueOpen wants every request that is carried into the next year to be still
// within its term on 31 December, or paused (Art. 33).
var overdueOpen = Check{
	ID: "T3-08", Title: "结转申请没有超期", Citation: "Art. 33", Severity: Warning, Since: sinceRegulation,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		next := fmt.Sprintf("%04d-01-01", l.Year+1)
		for _, r := range l.OpenRequests {
			if r.Paused || r.Due == "" || r.Due >= next {
				continue
			}
			findings = append(findings, Finding{
				Text: "结转下年度的申请" + r.Number + "的答复期限是" + chineseDate(r.Due) +
					"，年底已经超期，请尽快答复，并核对延期、补正和征求意见的登记。",
				Where: "req.carried_out.total", Place: "表三“四、结转下年度继续办理”", Quote: r.Number,
			})
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.OpenRequests[0].Due = "2024-12-31" },
	Passes: func(l *Ledger) { l.OpenRequests[0].Due, l.OpenRequests[0].Paused = "2024-12-20", true },
}
