package checks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/internal/annualreport/prose"
)

// fewestImprovementRunes is how much chapter five has to say at least; an item of
// last year's must have as many characters to be looked for.
const (
	fewestImprovementRunes = 20
	fewestItemRunes        = 8
)

// answeredShare is the share of an item's two-character words that the new text
// must take up for the item to count as answered.
const answeredShare = 0.35

// itemsQuoted is how many unanswered items a finding quotes.
const itemsQuoted = 3

// lastYearImprovements wants chapter five to have content and to say what became of
// the improvements that last year's report promised.
var lastYearImprovements = Check{
	ID: "N-09", Title: "回应上年改进事项", Citation: reportContent, Severity: Warning, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		chapter, ok := l.Chapter("improvement")
		if !ok {
			return nil // the check of headings says so
		}
		place := l.chapterPlace(chapter)
		finding := func(text string) []Finding {
			return []Finding{{Text: text, Where: "improvement", Place: place}}
		}
		text := chapter.Text()
		if hanCount(text) < fewestImprovementRunes {
			return finding(place + "没有实质内容，请写明本年存在的主要问题和改进情况。")
		}
		if l.Previous == nil {
			return nil
		}
		before, ok := chapterOf(l.Previous.Chapters, "improvement")
		if !ok {
			return nil
		}
		if strings.TrimSpace(before.Text()) == strings.TrimSpace(text) {
			return finding(place + "与上年报告一字不差，请写明上年问题的整改结果和本年新的问题。")
		}
		open := unanswered(before, l)
		if len(open) == 0 {
			return nil
		}
		quoted := open[:min(len(open), itemsQuoted)]
		findings := finding("上年报告提出的“" + strings.Join(quoted, "”“") + "”在本年报告中没有下文，请写明改进结果。")
		findings[0].Quote = quoted[0]
		return findings
	},
	Fails: func(l *Ledger) {
		l.Previous.Chapters = []Chapter{{Key: "improvement", Sections: []Section{{
			Key: "improvement.measures", Text: "二是建立公开专区线下体验点，邀请企业代表走进政务公开开放日。",
		}}}}
	},
	Passes: func(l *Ledger) {
		l.Previous.Chapters = []Chapter{{Key: "improvement", Sections: []Section{{
			Key: "improvement.measures", Text: "一是加强工作人员业务培训，提高答复文书质量。",
		}}}}
	},
}

func chapterOf(chapters []Chapter, key string) (Chapter, bool) {
	for _, c := range chapters {
		if c.Key == key {
			return c, true
		}
	}
	return Chapter{}, false
}

// unanswered are the measures promised last year that this year's chapters one and
// five do not come back to.
func unanswered(before Chapter, l *Ledger) []string {
	now := ""
	for _, key := range []string{"overview", "improvement"} {
		chapter, ok := l.Chapter(key)
		if ok {
			now += chapter.Text() + "\n"
		}
	}
	words := pairs(now)
	var open []string
	for _, item := range promised(before) {
		wanted := pairs(item)
		taken := 0
		for pair := range wanted {
			_, ok := words[pair]
			if ok {
				taken++
			}
		}
		if float64(taken) < answeredShare*float64(len(wanted)) {
			open = append(open, item)
		}
	}
	return open
}

// promised lists the measures of a chapter: its sections on improvement, or what
// follows the word 改进 in its text.
func promised(c Chapter) []string {
	text := ""
	for _, s := range c.Sections {
		if strings.Contains(s.Key, "measure") || strings.Contains(s.Key, "next") {
			text += s.Text + "\n"
		}
	}
	if text == "" {
		whole := c.Text()
		at := strings.LastIndex(whole, "改进")
		if at < 0 {
			return nil
		}
		text = whole[at:]
	}
	var items []string
	for _, span := range prose.Sentences(text) {
		item := withoutOrdinal(span.Of(text))
		if hanCount(item) >= fewestItemRunes && !containsAny(item, "改进情况", "改进措施", "下一步") {
			items = append(items, item)
		}
	}
	return items
}

// withoutOrdinal cuts 一是, 1. and （一） off an item, and the full stop.
func withoutOrdinal(item string) string {
	item = strings.TrimLeft(item, "（(0123456789一二三四五六七八九十）).．、 　")
	item = strings.TrimPrefix(item, "是")
	return strings.TrimRight(item, "。；;")
}

// pairs are the overlapping two-character words of a text.
func pairs(text string) map[[2]rune]struct{} {
	set := make(map[[2]rune]struct{})
	var last rune
	for _, r := range text {
		if !unicode.Is(unicode.Han, r) {
			last = 0
			continue
		}
		if last != 0 {
			set[[2]rune{last, r}] = struct{}{}
		}
		last = r
	}
	return set
}

func hanCount(text string) int {
	n := 0
	for _, r := range text {
		if r != utf8.RuneError && unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
