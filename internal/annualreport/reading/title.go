package reading

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// titleLine is a line that reads like the title of an annual report.
type titleLine struct {
	text  string // folded, without blanks
	organ string
	year  int
	strip int // -1 when it is not from the text
}

var (
	reportWords = regexp.MustCompile(`(?:(?:政府|政务)信息公开|信息公开|政务公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:报告|年报)`)
	yearWords   = regexp.MustCompile(`(?:([12][0-9Oo〇][0-9Oo〇][0-9Oo〇])|([一二][〇○零O0九][〇○零O0一二三四五六七八九][〇○零O0一二三四五六七八九]))(年度|年|\)|）)`)
	organEnding = regexp.MustCompile(`(?:政府|办事处|街道|[镇乡县市区州省旗盟]|局|委|办|厅|院|所|处|站|队|馆|校|中心|委员会|办公室|公司|总社|分局|大学|学院|支队|管委会|联合会|银行|开发区|园区|机关)$`)
)

// announces begins or ends a sentence that speaks of the report.
var announces = regexp.MustCompile(`^(?:根据|按照|依据|依照|为|现|本报告|附件)|如下[：:]?$|：$|:$|^上一篇|^下一篇`)

// aboutReports follows the word in the title of a notice on how to write reports.
var aboutReports = regexp.MustCompile(`通知|格式|方案|要求|编制|模板|意见|目录|范文|汇总表`)

const longestTitle = 70

// readTitle reads a line as a title; false when it is none.
func readTitle(text string, strip int) (titleLine, bool) {
	t := titleLine{text: squeezed(text), strip: strip}
	if utf8.RuneCountInString(t.text) > longestTitle || strings.ContainsAny(t.text, "，。；,《》？!") {
		return t, false
	}
	words := reportWords.FindStringIndex(t.text)
	if words == nil || announces.MatchString(t.text) || aboutReports.MatchString(t.text[words[1]:]) {
		return t, false
	}
	rest := t.text[:words[0]] + " " + t.text[words[1]:]
	t.year = yearIn(rest)
	for _, m := range yearWords.FindAllString(rest, -1) {
		rest = strings.Replace(rest, m, " ", 1)
	}
	before, after, _ := strings.Cut(rest, " ")
	t.organ = organName(before)
	if t.organ == "" {
		t.organ = organName(after)
	}
	return t, true
}

// organName cleans what is left of a title around the year.
func organName(text string) string {
	text = strings.Trim(text, " 　0123456789年度的（）()【】[]<>〈〉-—_·.:：、“”\"*#")
	for _, prefix := range []string{"关于印发", "关于公布", "关于", "附件", "首页", "当前位置"} {
		text = strings.TrimPrefix(text, prefix)
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, "关于"), "度")
	text = strings.Trim(text, " 　：:-—_>")
	at := strings.LastIndexAny(text, " >＞")
	if at >= 0 {
		text = text[at+1:]
	}
	n := utf8.RuneCountInString(text)
	if n < 2 || n > 40 || !hasHan(text) {
		return ""
	}
	return text
}

// yearIn is the first report year written in a text, 0 when there is none.
func yearIn(text string) int {
	m := yearWords.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	return yearOf(m[1] + m[2])
}

// yearOf reads four digits, Arabic or Chinese.
func yearOf(digits string) int {
	plain := ""
	for _, r := range digits {
		d, isNumeral := numeralDigits[r]
		switch {
		case isDigit(r):
			plain += string(r)
		case isNumeral:
			plain += strconv.Itoa(d)
		case r == 'O' || r == 'o':
			plain += "0"
		}
	}
	year, err := strconv.Atoi(plain)
	if err != nil || year < 1990 || year > 2100 {
		return 0
	}
	return year
}

// titles are the lines before the first chapter that read like the title, in the
// order of the file. A title broken in two after the organ's name is put together.
func titles(strips []strip, headings []heading) []titleLine {
	var found []titleLine
	limit := len(strips) - 1
	if len(headings) > 0 {
		limit = headings[0].strip
	}
	previous := ""
	for i := 0; i <= limit && i < maxHeadStrips; i++ {
		text := strips[i].text.text
		if len(headings) > 0 && headings[0].strip == i {
			text = text[:headings[0].start]
		}
		for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == '\t' }) {
			t, ok := readTitle(part, i)
			if ok && t.year == 0 && yearIn(previous) != 0 {
				joined, fits := readTitle(previous+part, i)
				if fits {
					t = joined
				}
			}
			if !ok {
				previous = squeezed(part)
				continue
			}
			if t.organ == "" && organEnding.MatchString(previous) && utf8.RuneCountInString(previous) <= 30 {
				t.organ = organName(previous)
				t.text = previous + t.text
			}
			previous = ""
			found = append(found, t)
		}
	}
	return found
}

// maxHeadStrips is how far into the file the title and the head are looked for when
// no chapter begins before.
const maxHeadStrips = 400

// bestTitle is the line that says most: organ, year, marked as a heading, the same
// as the title of the page. Of equals it is the one nearest to the text, because
// lists of other reports stand above and beside it.
func bestTitle(found []titleLine, strips []strip, page string) (titleLine, bool) {
	best, score := titleLine{}, -1
	for _, t := range found {
		s := 0
		if t.organ != "" {
			s++
		}
		if t.year != 0 {
			s++
		}
		if strips[t.strip].heading > 0 {
			s += 2
		}
		if page != "" && strings.Contains(page, t.text) {
			s += 2
		}
		if s >= score {
			best, score = t, s
		}
	}
	return best, score >= 0
}

var (
	periodStart = regexp.MustCompile(`(\d{4})年1月1日起?[至到—-]+(\d{4})年12月31日`)
	reportOf    = regexp.MustCompile(`(\d{4})年度?(?:政府信息公开|政务公开|信息公开)`)
	yearOpens   = regexp.MustCompile(`(?:^|[。\n ，、])(\d{4})年[，,度]`)
)

// announced finds the organ in the preamble: 现公布枫桥镇2024年政府信息公开工作年度报告.
var announced = regexp.MustCompile(`(?:公布|发布|编制)(?:了)?《?(\p{Han}{2,30}?)[12]\d{3}年度?政府信息公开`)

// organOfText tells the organ from the preamble; "" when it calls itself 本机关.
func organOfText(text string) string {
	m := announced.FindStringSubmatch(squeezed(text))
	if m == nil || strings.HasPrefix(m[1], "本") || strings.HasPrefix(m[1], "我") || !organEnding.MatchString(m[1]) {
		return ""
	}
	return organName(m[1])
}

// yearOfText tells the report year from the text when no title says it: from the
// period, from what the preamble calls the report, from the year most sentences
// begin with.
func yearOfText(text string) int {
	text = squeezed(text)
	m := periodStart.FindStringSubmatch(text)
	if m != nil && m[1] == m[2] {
		return yearOf(m[1])
	}
	m = reportOf.FindStringSubmatch(text)
	if m != nil {
		return yearOf(m[1])
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
	if counts[best] < 2 {
		return 0
	}
	return best
}
