package checks

import (
	"fmt"
	"strings"

	"gongkai/internal/annualreport/prose"
)

// statedFigures compares every number that the text states with the table or the
// register it speaks of (Art. 50).
var statedFigures = Check{
	ID: "N-01", Title: "正文数字与表格一致", Citation: reportContent, Severity: Error, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			for _, st := range p.reading.Statements {
				if st.Means == nil || st.Scope != prose.Own || p.section.reasoned(st.Number) {
					continue
				}
				switch st.Manner {
				case prose.Stated:
					findings = append(findings, compareStated(l, p, st)...)
				case prose.Changed:
					findings = append(findings, compareChange(l, p, st)...)
				}
			}
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.rewrite("overview.on_request", "部分公开1件", "部分公开3件")
	},
	Passes: func(l *Ledger) {
		l.append("overview.on_request", "与去年部分公开3件相比，补正和答复更加规范。")
	},
}

// compareStated compares a number with the figure it states.
func compareStated(l *Ledger, p passage, st prose.Statement) []Finding {
	expected, known := l.sum(st.Means)
	if !known || st.Low <= expected && expected <= st.High || rounded(st, expected) || newCasesOnly(l, st, expected) {
		return nil
	}
	text := fmt.Sprintf("%s为%s，正文写%s，请改成一致。", l.placesOf(st.Means), shown(st.Means, expected), st.Number.Text)
	f := l.statementFinding(p, st, text, pointer(expected))
	if !st.Exact() || l.outside() && (l.speaksOfAnother(p, st) || l.countsOtherwise(p, st, expected)) {
		f.Severity = Warning
	}
	span, bound := p.section.spanOf(st.Number)
	current, isFigure := l.figure(span.Ref)
	if bound && span.Ref != "" && span.Value == st.Value && (!isFigure || span.Value == current) {
		// The number is right for what it is bound to: the words may say something else.
		f.Severity = Warning
		what := "一个算式"
		if isFigure {
			what = l.cellPlace(span.Ref)
		}
		f.Text = fmt.Sprintf("正文这里引用的是%s，写%s，读起来却像%s（%s），请核对引用的数字或者措辞。",
			what, st.Number.Text, l.placesOf(st.Means), shown(st.Means, expected))
	}
	return []Finding{f}
}

// newCasesOnly reports whether a number of reconsiderations or suits counts only
// those that came in this year, which the table adds to those pending from last year.
func newCasesOnly(l *Ledger, st prose.Statement, total int64) bool {
	if l.Previous == nil {
		return false
	}
	var pending int64
	for _, name := range st.Means {
		block, isTotal := strings.CutSuffix(name, ".total")
		n, known := number(l.Previous.Cells[block+".pending"])
		if !isTotal || !known {
			return false
		}
		pending += n
	}
	return st.Value == total-pending
}

// compareChange compares 增加2件 or 增长25% with the figures of both years.
func compareChange(l *Ledger, p passage, st prose.Statement) []Finding {
	if l.Previous == nil {
		return nil
	}
	now, known := l.sum(st.Means)
	before, knownBefore := l.previousSum(st.Means)
	if !known || !knownBefore {
		return nil
	}
	change := now - before
	if st.Number.Kind == prose.Percent {
		if before == 0 || strings.HasPrefix(st.Unit, "个") || withinRounding(st, change, before) {
			return nil
		}
		percent := float64(change) * 100 / float64(before)
		text := fmt.Sprintf("正文写变化%s，按本年%s、上年%s计算是%.1f%%，请核对。",
			st.Number.Text, shown(st.Means, now), shown(st.Means, before), percent)
		f := l.statementFinding(p, st, text, nil)
		f.Severity = l.changeSeverity()
		return []Finding{f}
	}
	if st.Low <= change && change <= st.High {
		return nil
	}
	text := fmt.Sprintf("正文写变化%s，而本年为%s、上年为%s，相差%s，请核对。",
		st.Number.Text, shown(st.Means, now), shown(st.Means, before), shown(st.Means, change))
	f := l.statementFinding(p, st, text, pointer(change))
	f.Severity = l.changeSeverity()
	return []Finding{f}
}

// changeSeverity is that of a wrong change. A report from outside may have another
// base for it than the table of the year before.
func (l *Ledger) changeSeverity() Severity {
	if l.outside() {
		return Warning
	}
	return Error
}

// withinRounding reports whether a growth in percent is right to the decimals typed.
func withinRounding(st prose.Statement, change, before int64) bool {
	tolerance := 50.0 // half of the last decimal, in hundredths of a percent
	for range st.Number.Decimals {
		tolerance /= 10
	}
	exact := float64(change) * 10_000 / float64(before)
	difference := exact - float64(st.Value)
	return difference <= tolerance+0.5 && difference >= -tolerance-0.5
}

// previousSum adds up figures of last year's report; only cells are known of it.
func (l *Ledger) previousSum(names []string) (int64, bool) {
	var total int64
	for _, name := range names {
		n, known := number(l.Format.Value(l.Previous.Cells, name))
		if !known {
			return 0, false
		}
		total += n
	}
	return total, len(names) > 0
}
