package checks

import (
	"slices"
	"strings"

	"gongkai/internal/annualreport/prose"
)

// unitMix wants requests to be counted in 件, and no figure in 条 here and 件 there.
var unitMix = Check{
	ID: "N-17", Title: "计量单位条、件混用", Citation: noticeTableThree, Severity: Warning, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		units := make(map[string]string)
		for _, p := range l.passages() {
			for _, st := range p.reading.Statements {
				if st.Means == nil || st.Manner != prose.Stated || st.Unit != "条" && st.Unit != "件" {
					continue
				}
				key := strings.Join(st.Means, "+")
				quote := p.section.Text[st.Start:st.End]
				earlier, again := units[key]
				units[key] = st.Unit
				switch {
				case st.Unit == "条" && countsCases(st.Means):
					findings = append(findings, l.found(p, quote, "“"+quote+"”应当以“件”计数，请把“条”改为“件”。"))
				case again && earlier != st.Unit:
					findings = append(findings, l.found(p, quote,
						"同一数字前面用“"+earlier+"”，这里“"+quote+"”用“"+st.Unit+"”，请统一计量单位。"))
				}
			}
		}
		return slices.CompactFunc(findings, func(a, b Finding) bool { return a.Where == b.Where && a.Quote == b.Quote })
	},
	Fails:  func(l *Ledger) { l.rewrite("overview.on_request", "部分公开1件", "部分公开1条") },
	Passes: func(l *Ledger) { l.append("overview.proactive", "对每条信息均做到先审后发。") },
}

// countsCases reports whether all figures are requests or cases.
func countsCases(names []string) bool {
	for _, name := range names {
		if !strings.HasPrefix(name, "req.") && !strings.HasPrefix(name, "review.") && !strings.HasPrefix(name, "suit_") {
			return false
		}
	}
	return true
}
