package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// titleLine is a line that reads like the title of an annual report.
type titleLine struct {
	text  string // folded, without blanks
	organ string
	year  int
	strip int  // -1 when it is not from the text
	entry bool // of a menu, a path through the site or a list of reports
}

var (
	reportWords = regexp.MustCompile(`(?:(?:政府|政务)信息公开|信息公开|政务公开)(?:工作)?(?:开展)?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:报告|年报)`)
	mixedWords  = regexp.MustCompile(`(?:政府|政务)?信息公开([工作年度报告的]{4,8})$`)
	yearWords   = regexp.MustCompile(`(?:([12][0-9Oo〇][0-9Oo〇][0-9Oo〇])|([一二][〇○零O0九][〇○零O0一二三四五六七八九][〇○零O0一二三四五六七八九]))(年度|年|\)|）)`)
	organEnding = regexp.MustCompile(`(?:政府|办事处|街道|[镇乡县市区州省旗盟]|局|委|办|厅|院|所|处|站|队|馆|校|中学|小学|幼儿园|苏木|林场|农场|牧场|海关|总署|中心|委员会|办公室|公司|总社|分局|大学|学院|支队|管委会|联合会|银行|开发区|园区|机关)$`)
)

// announces begins or ends a sentence that speaks of the report.
var announces = regexp.MustCompile(`^(?:根据|按照|依据|依照|为|现|本报告|附件)|如下[：:]?$|：$|:$|^上一篇|^下一篇`)

// aboutReports follows the word in the title of a notice on how to write reports.
var aboutReports = regexp.MustCompile(`通知|格式|方案|要求|编制|模板|意见|目录|范文|汇总表`)

const longestTitle = 70

// siteEntry is a line that leads to a report: the path to it, or its entry in a list,
// with the day behind it.
var siteEntry = regexp.MustCompile(`^(?:您?当前|您的|您现在|现在)(?:所在)?(?:位置|页面|的位置)|^首页|[>＞»]|报告(?:\[|【|\()?\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\]|】|\))?$`)

// readTitle reads a line as a title; false when it is none.
func readTitle(text string, strip int) (titleLine, bool) {
	t := titleLine{text: squeezed(text), strip: strip}
	t.entry = siteEntry.MatchString(t.text)
	if utf8.RuneCountInString(t.text) > longestTitle || strings.ContainsAny(t.text, "，。；,《》？!") {
		return t, false
	}
	words := reportWords.FindStringIndex(t.text)
	if words == nil {
		words = mixedTitle(t.text)
	}
	year := yearWords.FindStringIndex(t.text)
	if words == nil && year != nil && strings.HasSuffix(t.text[:year[0]], "信息公开") {
		// 枫桥镇政府信息公开2021年度报告 has its year inside.
		plain, ok := readTitle(t.text[year[0]:year[1]]+t.text[:year[0]]+"年度"+strings.TrimPrefix(t.text[year[1]:], "度"), strip)
		plain.text = t.text
		return plain, ok
	}
	if words == nil || announces.MatchString(t.text) || aboutReports.MatchString(t.text[words[1]:]) {
		return t, false
	}
	rest := t.text[:words[0]] + " " + t.text[words[1]:]
	t.year = yearIn(rest)
	for _, m := range yearWords.FindAllString(rest, -1) {
		rest = strings.Replace(rest, m, " ", 1)
	}
	t.organ = organAmong(strings.Split(rest, " "))
	return t, true
}

// organAmong is the first of the pieces of a title that ends like the name of an organ,
// failing that the first that is left when it is cleaned: 签发人：张三2014年枫桥中学 names a
// person before the school.
func organAmong(pieces []string) string {
	first := ""
	for _, piece := range pieces {
		name := organName(wholeGovernment(piece))
		if organEnding.MatchString(name) {
			return name
		}
		if first == "" {
			first = name
		}
	}
	return first
}

// mixedTitle finds the words of a title whose characters were mixed up in typing,
// 工作告年度报; nil when there are none.
func mixedTitle(text string) []int {
	m := mixedWords.FindStringSubmatchIndex(text)
	if m == nil {
		return nil
	}
	letters := strings.Split(text[m[2]:m[3]], "")
	slices.Sort(letters)
	for _, words := range []string{"工作年度报告", "年度工作报告", "工作报告", "年度报告"} {
		meant := strings.Split(words, "")
		slices.Sort(meant)
		if slices.Equal(letters, meant) {
			return m[:2]
		}
	}
	return nil
}

// organName cleans what is left of a title around the year.
func organName(text string) string {
	text = strings.Trim(text, " 　0123456789年度的（）()【】[]<>〈〉-—_·.:：、“”\"*#")
	text += bracketLeftOpen(text)
	for _, prefix := range []string{"关于印发", "关于公布", "关于", "附件", "首页", "当前位置"} {
		text = strings.TrimPrefix(text, prefix)
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, "关于"), "度")
	text = strings.Trim(text, " 　：:-—_>")
	at := strings.LastIndexAny(text, " >＞:：@")
	if at >= 0 {
		_, size := utf8.DecodeRuneInString(text[at:])
		text = strings.Trim(text[at+size:], " “”\"'")
	}
	n := utf8.RuneCountInString(text)
	if n < 2 || n > 40 || !hasHan(text) || namesNobody[text] {
		return ""
	}
	return text
}

// bracketLeftOpen is the bracket that a name lost at its end: 开发区管委会（港务局）.
func bracketLeftOpen(name string) string {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if strings.Contains(name, pair[0]) && !strings.Contains(name, pair[1]) {
			return pair[1]
		}
	}
	return ""
}

// namesNobody are words that stand where an organ is named and name none.
var namesNobody = map[string]bool{
	"政府": true, "政府信息公开": true, "政务公开": true, "信息公开": true, "本级": true, "本级政府": true, "人民政府": true, "我局": true, "我镇": true, "我乡": true, "本局": true, "本镇": true, "本机关": true, "本单位": true, "我单位": true, "机关": true, "部门": true,
	"镇政府": true, "乡政府": true, "县政府": true, "市政府": true, "区政府": true, "街道办事处": true, "镇人民政府": true, "乡人民政府": true,
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
// order of the file. A title broken in two is put together: after the organ's name, in
// it where the text names the organ in full, or in its last words.
func titles(strips []strip, headings []heading) []titleLine {
	var found []titleLine
	limit := len(strips) - 1
	if len(headings) > 0 {
		limit = headings[0].strip
	}
	all := plainText(strips)
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
				t, ok = gluedTitle(part, i)
			}
			if !ok {
				t, ok = brokenTitle(previous, squeezed(part), i)
			}
			if !ok {
				previous = squeezed(part)
				continue
			}
			whole := organName(previous + t.organ)
			if t.organ != "" && previous != "" && whole != "" && len(t.organ) < len(whole) && strings.Contains(all, whole) {
				t.organ, t.text = whole, previous+t.text
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

// gluedTitle reads a title at the head of a line that goes on with the text: “枫桥镇
// 2016年政府信息公开年度报告 本年报根据…”.
func gluedTitle(text string, strip int) (titleLine, bool) {
	words := reportWords.FindStringIndex(text)
	if words == nil || !strings.HasPrefix(text[words[1]:], " ") || len(text) <= 3*longestTitle {
		return titleLine{}, false
	}
	t, ok := readTitle(text[:words[1]], strip)
	return t, ok && t.year != 0 && organEnding.MatchString(t.organ) && !t.entry
}

// siteMarks part the title of a page from the name of its site.
var siteMarks = regexp.MustCompile(`[_|｜]| +[-—–]+ +|-{1,2}|—{1,2}`)

// pageTitle reads what a file calls itself, with the name of a site before or behind
// it. What names neither a year nor an organ is the name of a column of the site.
func pageTitle(text string) (titleLine, bool) {
	whole, ok := readTitle(text, -1)
	if ok && whole.year != 0 && !siteMarks.MatchString(text) {
		return whole, true
	}
	for _, part := range siteMarks.Split(text, -1) {
		t, ok := readTitle(part, -1)
		if ok && (t.year != 0 || organEnding.MatchString(t.organ)) {
			return t, true
		}
	}
	return titleLine{}, false
}

// titleEnd is what may be left of a title on its second line.
var titleEnd = regexp.MustCompile(`^[政府务信息公开工作年度的情况报]{0,12}[告报]$`)

// brokenTitle puts a title together that was broken in its last words: 信息公开工作 above
// 年度报告.
func brokenTitle(above, text string, strip int) (titleLine, bool) {
	if !titleEnd.MatchString(text) && !strings.HasSuffix(text, "年度报告") {
		return titleLine{}, false
	}
	t, ok := readTitle(above+text, strip)
	return t, ok && t.year != 0 && !t.entry
}

// maxHeadStrips is how far into the file the title and the head are looked for when
// no chapter begins before.
const maxHeadStrips = 400

// bestTitle is the line that says most: organ, year, marked as a heading, the same
// as the title of the page. Of equals it is the one nearest to the text, because
// lists of other reports stand above and beside it.
func bestTitle(found []titleLine, strips []strip, page string) (titleLine, bool) {
	best, score := titleLine{}, -5
	for _, t := range found {
		s := 0
		if t.entry {
			s -= 4
		}
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
	return best, score > -5
}
