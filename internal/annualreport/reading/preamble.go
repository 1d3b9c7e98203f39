package reading

import (
	"regexp"
	"strings"
)

var (
	periodStart = regexp.MustCompile(`(\d{4})年1月1日(?:起|始)?[，,]?[至到—-]+(?:(\d{4})年)?12月31日?`)
	reportOf    = regexp.MustCompile(`(\d{4})年度?(?:政府信息公开|政务公开|信息公开)`)
	yearOpens   = regexp.MustCompile(`(?m)(?:^|[。 ，、]) *(\d{4}) *年[，,度]`)
	yearEnds    = regexp.MustCompile(`截[止至](?:到)?(\d{4})年(?:12月(?:31日)?|底)`)
)

// namings find the organ where the preamble names it: 现公布枫桥镇2024年政府信息公开工作年度报告,
// 形成了《枫桥镇2024年政府信息公开工作年度报告》. Behind a mark such as 官网@： stands
// the name, before it what was put into the text.
var namings = []*regexp.Regexp{
	regexp.MustCompile(`《(?:[^《》]{0,40}[：:])?(\p{Han}{2,30}?)[12]\d{3}年度?政府信息公开(?:工作)?年度?(?:工作)?报告》`),
	regexp.MustCompile(`(?:公布|发布|编制)(?:了)?(\p{Han}{2,30}?)[12]\d{3}年度?(?:政府)?信息公开`),
	regexp.MustCompile(`(?:公布|发布|公开)[12]\d{3}年度?(\p{Han}{2,30}?)(?:政府)?信息公开`),
}

// asking finds whom a preamble tells to ask, with the office inside that organ: 如有疑问，请与枫桥镇党政办联系.
// An office of a government is an organ of its own, so none is cut off there.
var asking = regexp.MustCompile(`请(?:与|联系)(\p{Han}{2,25}?(?:局|镇|乡|街道|街道办事处|委员会|管委会))(?:政府)?(?:党政|综合|政务|信息|公开|行政|工作|领导小组)*(?:办公室|办|科|股|处|室)(?:联系|[，,（(。])`)

// tableOf is the organ named above a table: 单位：枫桥镇 2024年度.
var tableOf = regexp.MustCompile(`(?m)^(?:填报)?单位[：:] *(\p{Han}{2,30}?) *[12]\d{3} *年度?$`)

// organOfText tells the organ from the running text; "" when it calls itself 本机关.
func organOfText(text string) string {
	running := squeezed(text)
	for _, naming := range namings {
		name := namedBy(naming, running)
		if name != "" {
			return name
		}
	}
	name := namedBy(tableOf, text)
	if name != "" {
		return name
	}
	return namedBy(asking, running)
}

// namedBy is the first name of an organ that a pattern finds.
func namedBy(naming *regexp.Regexp, text string) string {
	for _, m := range naming.FindAllStringSubmatch(text, -1) {
		name := organName(m[1])
		ownWord := strings.HasPrefix(name, "本") || strings.HasPrefix(name, "我") || strings.HasSuffix(name, "本级")
		if name != "" && organEnding.MatchString(name) && !ownWord {
			return name
		}
	}
	return ""
}

// yearOfText tells the report year from the text when no title says it: from the
// period, from what the preamble calls the report, from the day the figures stand
// at, from the year most sentences begin with.
func yearOfText(text string) int {
	running := squeezed(text)
	m := periodStart.FindStringSubmatch(running)
	if m != nil && (m[2] == "" || m[1] == m[2]) {
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
