package checks

import (
	"fmt"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/prose"
)

// statedSums adds up what the text lists as the parts of a number.
var statedSums = Check{
	ID: "N-02", Title: "正文分项相加等于总数", Citation: reportContent, Severity: Error, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			for _, b := range p.reading.Breakdowns {
				f, wrong := compareParts(l, p, b)
				if wrong {
					findings = append(findings, f)
				}
			}
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.append("overview.proactive", "全年编发材料12份，其中图解5份、视频4份、问答4份。")
		l.reason("overview.proactive", "12份", "5份", "4份")
	},
	Passes: func(l *Ledger) {
		l.append("overview.proactive", "全年编发材料12份，其中图解5份、视频4份、问答3份。")
		l.reason("overview.proactive", "12份", "5份", "4份", "3份")
	},
}

func compareParts(l *Ledger, p passage, b prose.Breakdown) (Finding, bool) {
	sum := b.Sum()
	total := b.Total.Value
	if sum == total {
		return Finding{}, false
	}
	severity := Error
	advice := "请核对各分项和总数。"
	if sum < total && !b.Complete {
		severity = Warning
		advice = "如果没有列全，请补齐或者加“等”字。"
	}
	var parts []string
	for _, part := range b.Parts {
		parts = append(parts, strconv.FormatInt(part.Value, 10))
	}
	from, to := b.Total.Start, b.Total.End
	for _, part := range b.Parts {
		from, to = min(from, part.Start), max(to, part.End)
	}
	f := l.found(p, p.section.Text[from:to], fmt.Sprintf("正文总数写%d，所列分项%s相加为%d，%s", total, strings.Join(parts, "、"), sum, advice))
	f.Severity, f.Stated, f.Expected = severity, pointer(total), pointer(sum)
	return f, true
}
