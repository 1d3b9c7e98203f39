package prose

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// scopeWords change whose or which year's figure the words after them speak of; the
// last one before a number decides.
var scopeWords = []struct {
	word  string
	scope Scope
}{
	{"上一年度", OtherYear},
	{"上一年", OtherYear},
	{"上年度", OtherYear},
	{"上年", OtherYear},
	{"去年", OtherYear},
	{"前年", OtherYear},
	{"往年", OtherYear},
	{"历年", OtherYear},
	{"历史累计", OtherYear},
	{"累计至", OtherYear},
	{"开通至今", OtherYear},
	{"今年", Own},
	{"本年度", Own},
	{"本年", Own},
	{"本机关", Own},
	{"我镇", Own},
	{"我局", Own},
	{"本镇", Own},
	{"本局", Own},
	{"下属", Below},
	{"下辖", Below},
	{"所属单位", Below},
	{"所属各", Below},
	{"各村", Below},
	{"各镇", Below},
	{"各乡镇", Below},
	{"各街道", Below},
	{"各部门", Below},
	{"辖区", Below},
	{"全县各", Below},
	{"县直", Below},
	{"市直", Below},
	{"区直", Below},
	{"计划", Planned},
	{"拟", Planned},
	{"力争", Planned},
	{"下一步", Planned},
	{"明年", Planned},
	{"下一年将", Planned},
	{"目标", Planned},
}

// ownWords are the scope words that speak of the organ; the others speak of time.
var ownWords = []string{"本机关", "我镇", "我局", "本镇", "本局"}

// labelsWithYear hold a word that would change the scope but name this year's
// figures, or plans that are only a class of item.
var labelsWithYear = []string{
	"上年结转", "上年度结转", "上一年结转", "上一年度结转", "去年结转", "结转上年", "上年转入", "上年未办结", "结转下一年",
	"规划计划", "计划总结", "工作计划", "年度计划", "发展计划", "计划生育", "计划类", "计划信息",
	"目标管理", "目标任务", "目标考核", "绩效目标", "工作目标", "目标责任",
	"全县各级", "草拟", "拟制", "拟稿", "拟文", "拟定", "拟公开", "拟发布", "模拟", "虚拟",
}

// comparison names the year that this year's figures are held against: it says
// nothing about the figures after it.
var comparison = regexp.MustCompile(`(?:较之|相较于|相较|较|比|对比)于?(?:\d{4}年度?|上一年度|上一年|上年度|上年|去年|往年|前年)(?:同期)?|` +
	`(?:与|同|和)(?:\d{4}年度?|上一年度|上一年|上年度|上年|去年|往年|前年)(?:同期)?(?:相比|持平|对比|基本)`)

// addressed stand before organs that are spoken to and not of.
var addressed = []string{"督促", "指导", "组织", "推动", "要求", "对", "向", "明确", "协调", "督导", "通报", "汇总", "给"}

// scopeMark is a place in a sentence from which on it speaks of another scope.
type scopeMark struct {
	at    int
	scope Scope
	whose bool // speaks of the organ and not of the year
}

// scopeMarks finds the places in a sentence where the scope changes, in order.
func scopeMarks(sentence string, year int, ofYear vocabulary) []scopeMark {
	sentence = blankComparisons(sentence)
	for _, label := range labelsWithYear {
		sentence = blank(sentence, label)
	}
	if strings.Contains(sentence, strconv.Itoa(year-1)) || strings.Contains(sentence, strconv.Itoa(year+1)) {
		for word := range ofYear.terms {
			sentence = blank(sentence, word)
		}
	}
	marks := append(yearMarks(sentence, year), sinceMarks(sentence, year)...)
	for _, w := range scopeWords {
		for _, at := range occurrences(sentence, w.word) {
			whose := w.scope == Below || slices.Contains(ownWords, w.word)
			if w.scope == Below && hasAny(clauseBefore(sentence, at), addressed) {
				continue
			}
			marks = append(marks, scopeMark{at, w.scope, whose})
		}
	}
	for _, at := range occurrences(sentence, "全年") {
		before := strings.TrimSpace(sentence[:at])
		if before == "" || hasAnySuffix(before, "，", ",", "；", ";", "：", ":") {
			marks = append(marks, scopeMark{at, Own, false})
		}
	}
	// Of words that begin at one place, the longer one comes first in the list and
	// says the same.
	slices.SortStableFunc(marks, func(a, b scopeMark) int { return a.at - b.at })
	return marks
}

func blankComparisons(sentence string) string {
	if !strings.Contains(sentence, "年") {
		return sentence
	}
	return comparison.ReplaceAllStringFunc(sentence, func(word string) string { return strings.Repeat(" ", len(word)) })
}

// blank puts blanks in place of a word, so that what stands behind it keeps its place.
func blank(sentence, word string) string {
	return strings.ReplaceAll(sentence, word, strings.Repeat(" ", len(word)))
}

// yearMarks are the years mentioned.
func yearMarks(sentence string, year int) []scopeMark {
	var marks []scopeMark
	for _, at := range occurrences(sentence, "年") {
		digits := strings.TrimRight(sentence[:at], " ")
		if year == 0 || len(digits) < 4 {
			continue
		}
		mentioned, err := strconv.Atoi(digits[len(digits)-4:])
		if err != nil || mentioned < 1900 || mentioned > 2200 {
			continue
		}
		scope := Own
		if mentioned != year {
			scope = OtherYear
		}
		marks = append(marks, scopeMark{len(digits) - 4, scope, false})
	}
	return marks
}

// sinceMarks are the places of 以来: since the beginning of the year it is this
// year's, since anything else that of several years.
func sinceMarks(sentence string, year int) []scopeMark {
	var marks []scopeMark
	for _, at := range occurrences(sentence, "以来") {
		scope := OtherYear
		if hasAny(clauseBefore(sentence, at), []string{"今年", "年初", "本年", "一年", strconv.Itoa(year) + "年"}) {
			scope = Own
		}
		marks = append(marks, scopeMark{at, scope, false})
	}
	return marks
}

// clauseBefore is what stands between the last break and an offset.
func clauseBefore(sentence string, at int) string {
	start := strings.LastIndexAny(sentence[:at], "，,；;：:")
	return sentence[max(start, 0):at]
}

func hasAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// occurrences lists where a word stands in a text.
func occurrences(text, word string) []int {
	var places []int
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return places
		}
		places = append(places, from+at)
		from += at + len(word)
	}
}

// scopeAt decides the scope at an offset of the text: the last marks before it, of
// which another year weighs more than another organ.
func (s *scan) scopeAt(offset int) Scope {
	within := offset - s.sentence.Start
	when, whose := Own, Own
	for _, m := range s.marks {
		if m.at >= within {
			break
		}
		if m.whose {
			whose = m.scope
			continue
		}
		when = m.scope
	}
	if when != Own {
		return when
	}
	return whose
}
