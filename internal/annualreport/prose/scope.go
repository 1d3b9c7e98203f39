package prose

import (
	"strconv"
	"strings"
)

// scopeWords change whose figure the words after them speak of; the last one
// before a number decides.
var scopeWords = []struct {
	word  string
	scope Scope
}{
	{"上一年度", OtherYear}, {"上一年", OtherYear}, {"上年度", OtherYear}, {"上年", OtherYear}, {"去年", OtherYear}, {"往年", OtherYear}, {"历年", OtherYear},
	{"以来", OtherYear}, {"累计至", OtherYear},
	{"今年", Own}, {"本年度", Own}, {"本年", Own}, {"全年", Own}, {"本机关", Own}, {"我镇", Own}, {"我局", Own}, {"本镇", Own}, {"本局", Own},
	{"下属", Below}, {"所属单位", Below}, {"所属各", Below}, {"各村", Below}, {"各镇", Below}, {"各乡镇", Below}, {"各部门", Below}, {"辖区", Below}, {"全县各", Below},
	{"计划", Planned}, {"拟", Planned}, {"力争", Planned}, {"下一步", Planned}, {"明年", Planned}, {"下一年将", Planned}, {"目标", Planned},
}

// labelsWithYear hold a word that would change the scope but name this year's
// figures, or plans that are only a class of item.
var labelsWithYear = []string{
	"上年结转", "上年度结转", "上一年结转", "上一年度结转", "去年结转", "结转上年", "上年转入", "结转下一年", "规划计划", "计划总结", "工作计划", "与上年相比", "与去年相比",
}

// scopeAt decides the scope of a number from the words before it in its sentence.
func scopeAt(before string, year int) Scope {
	for _, label := range labelsWithYear {
		before = strings.ReplaceAll(before, label, strings.Repeat(" ", len(label)))
	}
	scope, last := Own, -1
	for _, w := range scopeWords {
		at := strings.LastIndex(before, w.word)
		// A longer word that ends at the same place, such as 上一年, was found first.
		if at > last {
			scope, last = w.scope, at
		}
	}
	at, mentioned := lastYear(before)
	if at > last && mentioned != 0 && year != 0 {
		scope = Own
		if mentioned != year {
			scope = OtherYear
		}
	}
	return scope
}

// lastYear finds the last year written in four digits and where.
func lastYear(text string) (int, int) {
	for end := len(text); ; {
		at := strings.LastIndex(text[:end], "年")
		if at < 0 {
			return -1, 0
		}
		digits := strings.TrimRight(text[:at], " ")
		if len(digits) >= 4 {
			year, err := strconv.Atoi(digits[len(digits)-4:])
			if err == nil && year >= 1900 && year < 2200 {
				return len(digits) - 4, year
			}
		}
		end = at
	}
}
