package checks

import (
	"fmt"
	"strconv"
	"strings"
)

// statedYears wants title, period, text and date to speak of the report year, and
// the report to be dated in the year after it.
var statedYears = Check{
	ID: "N-06", Title: "年度和日期一致", Citation: reportContent, Severity: Error, Since: sinceRegulation2008,
	Applies: func(l *Ledger) bool { return l.Year > 0 },
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		years := yearsIn(l.Title)
		if l.Title != "" && (len(years) == 0 || years[0].year != l.Year) {
			findings = append(findings, Finding{
				Text:  fmt.Sprintf("标题应当写明%d年，现在是“%s”，请改正。", l.Year, l.Title),
				Where: "title", Place: "标题", Quote: l.Title,
			})
		}
		for _, p := range l.passages() {
			findings = append(findings, yearsOfText(l, p)...)
		}
		return append(findings, l.dateFindings()...)
	},
	Fails: func(l *Ledger) { l.Signed.Date = "2024-01-12" },
	Passes: func(l *Ledger) {
		l.append("improvement.measures", "2023年提出的问题已经整改，2025年将继续完善。")
	},
}

// mention is a year written in four digits.
type mention struct{ start, end, year int }

// yearsIn finds the years written in a text as 2024年.
func yearsIn(text string) []mention {
	var mentions []mention
	for from := 0; ; {
		at := strings.Index(text[from:], "年")
		if at < 0 {
			return mentions
		}
		at += from
		digits := strings.TrimRight(text[:at], " ")
		if len(digits) >= 4 {
			year, err := strconv.Atoi(digits[len(digits)-4:])
			if err == nil && year >= 1949 && year < 2200 {
				mentions = append(mentions, mention{len(digits) - 4, at + len("年"), year})
			}
		}
		from = at + len("年")
	}
}

// yearsOfText looks at the places in a section that must speak of the report year.
func yearsOfText(l *Ledger, p passage) []Finding {
	text := p.section.Text
	var findings []Finding
	for _, m := range yearsIn(text) {
		if m.year == l.Year {
			continue
		}
		rest := text[m.end:]
		before := text[:m.start]
		switch {
		case strings.HasPrefix(rest, "政府信息公开工作年度报告") || strings.HasPrefix(rest, "度政府信息公开工作年度报告"):
			if lastYearsReport(before, m.year, l.Year) || !presentsReport(before) {
				continue
			}
			f := l.found(p, text[m.start:m.end], fmt.Sprintf("正文把报告年度写成%d年，本报告是%d年度，请改正。", m.year, l.Year))
			if citesNotice(before) {
				f.Severity = Warning // a notice of an earlier year may still be the one followed
			}
			findings = append(findings, f)
		case presentsWork(before, rest) && !citesNotice(before):
			findings = append(findings, l.found(p, text[m.start:m.end],
				fmt.Sprintf("正文说明报告的是%d年的工作，本报告是%d年度，请改正。", m.year, l.Year)))
		case isPeriod(before, rest):
			findings = append(findings, l.found(p, text[m.start:m.end],
				fmt.Sprintf("统计期限应当是%d年1月1日至12月31日，这里写成%d年，请改正。", l.Year, m.year)))
		case m.year == l.Year-1 && p.chapter.Key != "improvement" && opensSentence(before) && !looksBack(rest):
			f := l.found(p, text[m.start:m.end],
				fmt.Sprintf("这一句以%d年开头，本报告是%d年度，请确认不是沿用上年的文字。", m.year, l.Year))
			f.Severity = Warning
			findings = append(findings, f)
		}
	}
	return findings
}

// lastYearsReport reports whether the words before a year refer back on purpose.
func lastYearsReport(before string, year, reportYear int) bool {
	return year < reportYear && containsAny(tail(before, 30), "上年", "去年", "对照", "针对", "根据")
}

// presentsReport reports whether the sentence before a year presents this report: to
// have published last year's report on time is one of the year's duties.
func presentsReport(before string) bool {
	sentence := before[strings.LastIndexAny(before, "。\n")+1:]
	return containsAny(sentence, "现公布", "现发布", "现予", "现将", "现向", "现编制", "特向", "特编制", "特公布", "编制本", "本报告", "本年度报告") || strings.TrimSpace(sentence) == ""
}

// presentsWork reports whether the words around a year say of which year's work this
// report tells: 现将我镇2022年政府信息公开工作情况报告如下.
func presentsWork(before, rest string) bool {
	rest = strings.TrimPrefix(rest, "度")
	if !strings.HasPrefix(rest, "政府信息公开") && !strings.HasPrefix(rest, "政务公开") {
		return false
	}
	clauses := strings.FieldsFunc(before, func(r rune) bool { return strings.ContainsRune("。，,；;\n", r) })
	after, _, _ := strings.Cut(rest, "。")
	presents := len(clauses) > 0 && strings.HasPrefix(strings.TrimSpace(clauses[len(clauses)-1]), "现将")
	return presents && containsAny(after, "如下", "公布", "公告", "予以") || containsAny(tail(before, 30), "汇报我", "报告我")
}

// citesNotice reports whether the title of a notice is open before a year:
// 《关于做好2023年…的通知》.
func citesNotice(before string) bool {
	title := before[max(strings.LastIndex(before, "《"), 0):]
	return strings.HasPrefix(title, "《") && !strings.Contains(title, "》") && strings.Contains(title, "关于")
}

// isPeriod reports whether a year belongs to the period that the figures cover, as
// against the day from which a provision is in force.
func isPeriod(before, rest string) bool {
	sentence := before[strings.LastIndexAny(before, "。\n")+1:]
	if !containsAny(sentence, "统计", "数据", "期限", "时限", "本报告", "本年度报告") || containsAny(sentence, "同期", "相比", "三年") {
		return false
	}
	end, _, _ := strings.Cut(rest, "。")
	return strings.HasPrefix(rest, "1月1日") && strings.Contains(end, "12月31") ||
		strings.HasPrefix(rest, "12月31日") && !strings.HasPrefix(rest, "12月31日前") && strings.Contains(tail(before, 60), "1月1日")
}

// opensSentence reports whether a text ends where a sentence begins. A heading may be
// glued to it.
func opensSentence(before string) bool {
	heading := strings.TrimRight(before, " 　")
	if heading != before && endsWithAny(heading, []string{"情况", "方面", "公开", "管理", "建设", "保障"}) {
		return true
	}
	before = heading
	return before == "" || strings.HasSuffix(before, "。") || strings.HasSuffix(before, "\n") || strings.HasSuffix(before, "截至")
}

// looksBack reports whether the sentence that a text begins with speaks of an
// earlier year on purpose.
func looksBack(rest string) bool {
	sentence, _, _ := strings.Cut(rest, "。")
	return containsAny(sentence, "结转", "以来", "提出", "报告", "相比", "至")
}

// dateFindings look at the date under the report and those of submission and publication.
func (l *Ledger) dateFindings() []Finding {
	var findings []Finding
	due := strconv.Itoa(l.Year + 1)
	if l.Signed.Date != "" && !strings.HasPrefix(l.Signed.Date, due+"-") {
		f := Finding{
			Text:  "落款日期是" + chineseDate(l.Signed.Date) + "，" + strconv.Itoa(l.Year) + "年度报告应当落款于" + due + "年，请改正。",
			Where: "signature", Place: "落款", Quote: l.Signed.Date,
		}
		if l.Signed.Date > due { // late, but it has to be possible to hand it in at all
			f.Severity = Warning
			f.Text = "落款日期是" + chineseDate(l.Signed.Date) + "，" + strconv.Itoa(l.Year) + "年度报告应当在" + due + "年作出，请尽快办理并说明迟延的原因。"
		}
		findings = append(findings, f)
	}
	for _, d := range []struct{ date, what, where string }{
		{l.SubmittedOn, "报送", "submitted_on"}, {l.PublishedOn, "公布", "published_on"},
	} {
		if d.date == "" || d.date >= due {
			continue
		}
		findings = append(findings, Finding{
			Text:  d.what + "日期" + chineseDate(d.date) + "在报告年度结束以前，请核对。",
			Where: d.where, Place: d.what + "日期", Quote: d.date,
		})
	}
	return findings
}

// tail is the last bytes of a text, cut at a rune.
func tail(text string, bytes int) string {
	if len(text) <= bytes {
		return text
	}
	cut := len(text) - bytes
	for cut < len(text) && text[cut]&0xC0 == 0x80 {
		cut++
	}
	return text[cut:]
}

func containsAny(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
