package reading

import (
	"regexp"
	"strings"
)

// otherPapers are what is met in folders of annual reports without being one, by the
// words of its title; the first that fits decides. An entry of a menu, 政府信息公开指南 alone,
// is no title.
var otherPapers = []struct {
	title *regexp.Regexp
	name  string
}{
	{regexp.MustCompile(`政府网站(?:年度工作报表|工作年度报表|监管年度报表|工作报表)`), "政府网站工作年度报表"},
	{regexp.MustCompile(`(?:年度报告|年报).{0,12}(?:通知|通报|函)$`), "关于年度报告的通知"},
	{regexp.MustCompile(`[12]\d{3}年.{0,20}(?:决算|预算)(?:公开|说明|报告|情况|编制|$)`), "预算或者决算公开材料"},
	{regexp.MustCompile(`\p{Han}{2}政府信息公开指南$`), "政府信息公开指南"},
	{regexp.MustCompile(`\p{Han}{2}政府信息(?:主动)?公开(?:事项)?目录$`), "政府信息公开目录"},
	{regexp.MustCompile(`[12]\d{3}年.{0,12}政府工作报告`), "政府工作报告"},
	{regexp.MustCompile(`[12]\d{3}年.{0,20}(?:政务公开|政府信息公开).{0,8}(?:工作要点|实施方案|工作方案|工作计划|自查报告|通报)`), "政务公开的工作安排或者检查材料"},
}

// titleStrips is how far into a file its title is looked for.
const titleStrips = 30

// otherPaper names what a file is that is no annual report; "" when its title does
// not say so.
func otherPaper(title string, strips []strip) string {
	lines := []string{squeezed(fold(title).text)}
	for _, s := range strips[:min(len(strips), titleStrips)] {
		line := squeezed(s.text.text)
		if !strings.ContainsAny(line, "。；>") && len(line) <= 3*longestTitle {
			lines = append(lines, line)
		}
	}
	for _, paper := range otherPapers {
		for _, line := range lines {
			if paper.title.MatchString(line) {
				return paper.name
			}
		}
	}
	return ""
}
