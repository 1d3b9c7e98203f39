package checks

import (
	"fmt"
	"strings"

	"gongkai/internal/annualreport/prose"
)

// repeatedFigures wants a figure that is stated twice to be the same both times.
var repeatedFigures = Check{
	ID: "N-04", Title: "同一数字前后一致", Citation: reportContent, Severity: Warning, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		first := make(map[string]prose.Statement)
		var items *prose.Statement
		for _, p := range l.passages() {
			for _, st := range p.reading.Statements {
				if st.Means == nil || st.Scope != prose.Own || st.Manner > prose.Absent || l.countsRegion(p, st) {
					continue
				}
				key := strings.Join(st.Means, "+")
				earlier, again := first[key]
				switch {
				case !again:
					first[key] = st
				case besideEachOther(earlier, st):
				case earlier.Low > st.High || st.Low > earlier.High:
					findings = append(findings, l.contradiction(p, st, earlier))
					continue
				}
				if key == "item.total" && st.Exact() && items == nil {
					items = &st
				}
				// 几十条 on the website beside a total of 469 reads as another count of the same thing.
				if !st.Exact() && st.Number.Chinese && key == "item.channel.platform" && items != nil && st.High < items.Value && !strings.Contains(st.Text, "其中") {
					text := fmt.Sprintf("正文前面写主动公开政府信息%s，这里写%s，读起来前后不一致，请写明准确的数字。", items.Number.Text, st.Number.Text)
					findings = append(findings, l.statementFinding(p, st, text, pointer(items.Value)))
				}
			}
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.append("overview.platform", "全年通过政府网站发布各类政府信息几十条。")
	},
	Passes: func(l *Ledger) { l.append("overview.platform", "其中主动公开政府信息120余条。") },
}

// besideEachOther reports whether two numbers of one channel are those of several
// accounts, as in “甲”公众号30条、“乙”公众号20条: only the same words count the same.
func besideEachOther(earlier, st prose.Statement) bool {
	if st.Means == nil || !strings.HasPrefix(st.Means[0], "item.channel.") {
		return false
	}
	return earlier.Sentence == st.Sentence && earlier.Text == st.Text || wordsOf(earlier) != wordsOf(st)
}

// wordsOf are the words that state a number, without it.
func wordsOf(st prose.Statement) string {
	from := st.Start - st.Sentence.Start
	to := st.Number.Start - st.Sentence.Start
	if from < 0 || to < from || to > len(st.Text) {
		return st.Text
	}
	return st.Text[from:to]
}

func (l *Ledger) contradiction(p passage, st, earlier prose.Statement) Finding {
	what := l.placesOf(st.Means)
	said := func(st prose.Statement) string {
		if st.Manner == prose.Absent {
			return "没有"
		}
		return st.Number.Text
	}
	text := fmt.Sprintf("%s在正文中前后不一致：前面写%s，这里写%s，请统一为准确的数字。", what, said(earlier), said(st))
	return l.statementFinding(p, st, text, pointer(earlier.Value))
}
