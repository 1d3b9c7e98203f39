package prose

import (
	"slices"
	"strconv"
	"strings"
)

// scopeWords change whose figure the words after them speak of; the last one
// before a number decides.
var scopeWords = []struct {
	word  string
	scope Scope
}{
	{"上一年度", OtherYear},
	{"上一年", OtherYear},
	{"上年度", OtherYear},
	{"上年", OtherYear},
	{"去年", OtherYear},
	{"往年", OtherYear},
	{"历年", OtherYear},
	{"以来", OtherYear},
	{"累计至", OtherYear},
	{"今年", Own},
	{"本年度", Own},
	{"本年", Own},
	{"全年", Own},
	{"本机关", Own},
	{"我镇", Own},
	{"我局", Own},
	{"本镇", Own},
	{"本局", Own},
	{"下属", Below},
	{"所属单位", Below},
	{"所属各", Below},
	{"各村", Below},
	{"各镇", Below},
	{"各乡镇", Below},
	{"各部门", Below},
	{"辖区", Below},
	{"全县各", Below},
	{"计划", Planned},
	{"拟", Planned},
	{"力争", Planned},
	{"下一步", Planned},
	{"明年", Planned},
	{"下一年将", Planned},
	{"目标", Planned},
}

// labelsWithYear hold a word that would change the scope but name this year's
// figures, or plans that are only a class of item.
var labelsWithYear = []string{
	"上年结转", "上年度结转", "上一年结转", "上一年度结转", "去年结转", "结转上年", "上年转入", "结转下一年", "规划计划", "计划总结", "工作计划", "与上年相比", "与去年相比",
}

// scopeMark is a place in a sentence from which on it speaks of another scope.
type scopeMark struct {
	at    int
	scope Scope
}

// scopeMarks finds the places in a sentence where the scope changes, in order.
func scopeMarks(sentence string, year int) []scopeMark {
	for _, label := range labelsWithYear {
		sentence = strings.ReplaceAll(sentence, label, strings.Repeat(" ", len(label)))
	}
	var marks []scopeMark
	for _, w := range scopeWords {
		for _, at := range occurrences(sentence, w.word) {
			marks = append(marks, scopeMark{at, w.scope})
		}
	}
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
		marks = append(marks, scopeMark{len(digits) - 4, scope})
	}
	// Of words that begin at one place, the longer one comes first in the list and
	// says the same.
	slices.SortStableFunc(marks, func(a, b scopeMark) int { return a.at - b.at })
	return marks
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

// scopeAt decides the scope at an offset of the text: the last mark before it.
func (s *scan) scopeAt(offset int) Scope {
	within := offset - s.sentence.Start
	i, _ := slices.BinarySearchFunc(s.marks, within, func(m scopeMark, at int) int { return m.at - at })
	if i == 0 {
		return Own
	}
	return s.marks[i-1].scope
}
