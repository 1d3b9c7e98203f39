package checks

import (
	"fmt"
	"slices"

	"gongkai/internal/annualreport/prose"
)

// typedChapters are the chapters whose numbers have to come from somewhere.
var typedChapters = []string{preambleKey, "overview", "improvement", "other"}

// handTyped wants every number of things in the running text to be bound to a
// figure, to be read as one that agrees, or to carry a reason (Art. 50).
var handTyped = Check{
	ID: "B-01", Title: "手工数字", Citation: reportContent, Severity: Error, Since: sinceRegulation,
	Applies: hasRegister,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			if slices.Contains(typedChapters, p.chapter.Key) {
				findings = append(findings, typedNumbers(l, p)...)
			}
		}
		return findings
	},
	Fails: func(l *Ledger) { l.append("overview.platform", "全年印制公开宣传册300册。") },
	Passes: func(l *Ledger) {
		l.append("overview.platform", "全年印制公开宣传册300册。")
		l.reason("overview.platform", "300册")
	},
}

// idle are Chinese numerals that often stand for no count: 一个窗口, 两项制度.
var idle = []string{"个", "项", "名", "家", "处", "部", "张", "块"}

func typedNumbers(l *Ledger, p passage) []Finding {
	var findings []Finding
	for _, n := range p.reading.Numbers {
		if !n.Counting || n.Chinese && (slices.Contains(idle, n.Unit) || n.Value <= 1) {
			continue
		}
		span, bound := p.section.spanOf(n)
		if !bound && !readAsEqual(l, p, n) {
			f := l.found(p, n.Text, fmt.Sprintf("数字“%s”是手工填写的，请改为引用登记簿数字，或者注明数字来源。", n.Text))
			f.Stated = pointer(n.Value)
			findings = append(findings, f)
			continue
		}
		if bound && span.Ref == "" && span.Reason == "" {
			findings = append(findings, l.found(p, n.Text, fmt.Sprintf("数字“%s”没有注明来源，请引用登记簿数字或者写明理由。", n.Text)))
		}
	}
	return findings
}

// readAsEqual reports whether a number states a known figure. One that states it
// wrongly is left to the check of stated figures.
func readAsEqual(l *Ledger, p passage, n prose.Number) bool {
	for _, st := range p.reading.Statements {
		if st.Number.Start != n.Start || st.Number.End != n.End || st.Means == nil || st.Manner != prose.Stated || st.Scope != prose.Own {
			continue
		}
		_, known := l.sum(st.Means)
		if known {
			return true
		}
	}
	return false
}
