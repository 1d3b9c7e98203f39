package checks

import "strings"

// Marks that the templates leave where only a person knows what to write. A report
// must not be signed with them.
const (
	Placeholder = "〔待补〕"      // a figure or fact that is not known
	ToFill      = "（请填写落实情况）" // the answer to last year's improvement
)

// unfilled wants nothing to be left open in the text of the report (Art. 50).
var unfilled = Check{
	ID: "B-02", Title: "待补内容", Citation: reportContent, Severity: Error, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			for _, mark := range []string{Placeholder, ToFill} {
				if strings.Contains(p.section.Text, mark) {
					findings = append(findings, l.found(p, mark, "正文里还有“"+mark+"”没有补上，请填写实际情况，或者删去这句话。"))
				}
			}
		}
		return findings
	},
	Fails: func(l *Ledger) { l.append("improvement.measures", "针对上年提出的问题，我镇"+ToFill+"。") },
	Passes: func(l *Ledger) {
		l.append("improvement.measures", "针对上年提出的问题，我镇已逐项落实。")
	},
}
