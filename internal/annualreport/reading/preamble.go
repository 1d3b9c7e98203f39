package reading

import (
	"regexp"
)

var (
	periodStart = regexp.MustCompile(`(\d{4})年1月1日(?:起|始)?[，,]?[至到—-]+(?:(\d{4})年)?12月31日?`)
	reportOf    = regexp.MustCompile(`(\d{4})年度?(?:政府信息公开|政务公开|信息公开)`)
	yearOpens   = regexp.MustCompile(`(?m)(?:^|[。 ，、]) *(\d{4}) *年[，,度]`)
	yearEnds    = regexp.MustCompile(`截[止至](?:到)?(\d{4})年(?:12月(?:31日)?|底)`)
)

// yearOfText tells the report year from the text when no title says it: from the
// period, from what the preamble calls the report, from the day the figures stand
// at, from the year most sentences begin with.
func yearOfText(text string) int {
	running := squeezed(text)
	m := periodStart.FindStringSubmatch(running)
	if m != nil && (m[2] == "" || m[1] == m[2]) && !leftOver(m[1], running) {
		return yearOf(m[1])
	}
	for _, pattern := range []*regexp.Regexp{reportOf, yearEnds} {
		m = pattern.FindStringSubmatch(running)
		if m != nil {
			return yearOf(m[1])
		}
	}
	counts := make(map[int]int)
	for _, m := range yearOpens.FindAllStringSubmatch(text, -1) {
		counts[yearOf(m[1])]++
	}
	best := 0
	for year, n := range counts {
		if year != 0 && (n > counts[best] || n == counts[best] && year > best) {
			best = year
		}
	}
	if counts[best] < 2 && len(counts) > 1 {
		return 0
	}
	return best
}

// leftOver reports whether the year of the period stands in the text from the report
// before: what presents this one and the sentences that open name another year.
func leftOver(year, running string) bool {
	m := reportOf.FindStringSubmatch(running)
	if m == nil || m[1] == year {
		return false
	}
	opens := func(year string) bool {
		return regexp.MustCompile(`(?:^|[。况面])` + year + `年度?[，,]`).MatchString(running)
	}
	return opens(m[1]) && !opens(year)
}
