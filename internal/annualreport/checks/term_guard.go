package checks

import "fmt"

// termGuard wants the words for a result to be those of the row of table three that
// its reason stands in: 不掌握 is 无法提供 and not 不予公开.
var termGuard = Check{
	ID: "N-03", Title: "办理结果用语与表三一致", Citation: noticeTableThree, Severity: Warning, Since: sinceFormat2019,
	Applies: hasTables,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			for _, c := range p.reading.Clashes {
				text := fmt.Sprintf("“%s”在表三归入“%s”，正文却写成“%s”，请改用表三的用语。", c.Ground, groupLabels[c.Group], c.Said)
				f := l.found(p, p.section.Text[c.Start:c.End], text)
				findings = append(findings, f)
			}
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.rewrite("overview.on_request", "因本机关不掌握相关政府信息无法提供", "因本机关不掌握相关政府信息不予公开")
	},
	Passes: func(l *Ledger) {
		l.append("overview.on_request", "对属于国家秘密的信息依法不予公开。")
	},
}
