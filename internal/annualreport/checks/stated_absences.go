package checks

import (
	"fmt"
	"strings"

	"gongkai/internal/annualreport/prose"
)

// statedAbsences wants what the text says there was none of to be zero in table
// and register.
var statedAbsences = Check{
	ID: "N-05", Title: "“没有”“未发生”与零一致", Citation: reportContent, Severity: Error, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			for _, st := range p.reading.Statements {
				if st.Manner != prose.Absent || st.Means == nil || st.Scope != prose.Own {
					continue
				}
				n, known := l.sum(st.Means)
				if !known || n == 0 {
					continue
				}
				quote := p.section.Text[st.Start:st.End]
				text := fmt.Sprintf("正文写“%s”，而%s为%s，请改正文或者核对数字。", quote, l.placesOf(st.Means), shown(st.Means, n))
				f := l.statementFinding(p, st, text, pointer(n))
				if l.outside() && (strings.Contains(quote, "信息") && st.Means[0] == "req.denied.total" || l.speaksOfAnother(p, st)) {
					f.Severity = Warning // it may speak of information, or of another organ
				}
				findings = append(findings, f)
			}
		}
		return findings
	},
	Fails: func(l *Ledger) { l.append("overview.on_request", "全年未发生行政复议。") },
	Passes: func(l *Ledger) {
		l.append("overview.on_request", "没有经复议后起诉的案件。")
	},
}
