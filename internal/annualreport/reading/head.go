package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongkai/law/indexno"
	"gongkai/law/sitecode"
	"gongkai/law/workday"
)

// Names of the head and foot facts in Result.Head.
const (
	headPublisher = "publisher" // 发布机构, 发文机关
	headAccess    = "access"    // 公开方式
	headGrouping  = "grouping"  // 组配分类
	headTheme     = "theme"     // 主题分类
	headTerm      = "term"      // 公开时限
	headValidity  = "validity"  // 有效性
	headSource    = "source"    // 信息来源
	footSiteCode  = "site_code"
	footICP       = "icp"
	footPolice    = "police"
	footSponsor   = "sponsor"  // 主办单位
	footOperator  = "operator" // 承办单位
)

// headLabels are the labels of the head of a disclosed item, with what each gives.
// Dates and numbers have keys of their own, beginning with a colon.
var headLabels = []struct{ label, key string }{
	{"索引号", ":index"},
	{"索取号", ":index"},
	{"信息索引号", ":index"},
	{"发布机构", headPublisher},
	{"发文机关", headPublisher},
	{"发文机构", headPublisher},
	{"发布单位", headPublisher},
	{"公开机构", headPublisher},
	{"信息发布机构", headPublisher},
	{"公开责任部门", headPublisher},
	{"责任部门", headPublisher},
	{"制发机关", headPublisher},
	{"公开方式", headAccess},
	{"公开属性", headAccess},
	{"公开形式", headAccess},
	{"公开类别", headAccess},
	{"组配分类", headGrouping},
	{"主题分类", headTheme},
	{"分类", headTheme},
	{"信息分类", headTheme},
	{"公开时限", headTerm},
	{"有效性", headValidity},
	{"信息有效性", headValidity},
	{"信息来源", headSource},
	{"来源", headSource},
	{"体裁分类", "genre"},
	{"服务对象", "audience"},
	{"公开范围", "scope"},
	{"公开程序", "procedure"},
	{"关键词", "keywords"},
	{"主题词", "keywords"},
	{"标题", "name"},
	{"名称", "name"},
	{"信息名称", "name"},
	{"文号", ":number"},
	{"发文字号", ":number"},
	{"文件编号", ":number"},
	{"文件字号", ":number"},
	{"成文日期", ":dated"},
	{"生成日期", ":dated"},
	{"公文生成日期", ":dated"},
	{"备注/文号", ":number"},
	{"发文日期", ":dated"},
	{"形成日期", ":dated"},
	{"生成时间", ":dated"},
	{"成文时间", ":dated"},
	{"发文时间", ":dated"},
	{"发布日期", ":published"},
	{"公开日期", ":published"},
	{"发布时间", ":published"},
	{"公布日期", ":published"},
	{"公开时间", ":published"},
	{"时间", ":published"},
	{"日期", ":published"},
	{"浏览次数", ""},
	{"访问次数", ""},
	{"阅读次数", ""},
	{"所属机构", "parent"},
	{"关键字", "keywords"},
	{"点击数", ""},
	{"字体", ""},
	{"字号", ""},
	{"打印", ""},
	{"分享", ""},
	{"视力保护色", ""},
	{"访问量", ""},
}

// headPattern finds a label with its colon, alone in a cell, or with a blank behind
// it. Pages space the characters of a label, and lose the spaces as question marks.
var headPattern = func() *regexp.Regexp {
	var labels []string
	for _, l := range headLabels {
		labels = append(labels, strings.Join(strings.Split(l.label, ""), "[ ?？]*"))
	}
	return regexp.MustCompile(`(?:^|[\t \[【(（|])(` + strings.Join(labels, "|") + `)[ ]*(?:[:：】\]]|\t|[ ]|$)`)
}()

// gluedPattern finds the labels of a line that begins with one or has one between
// blanks; there the others may be run into the value before them, as the elements
// of a page are that stand on lines of their own.
var gluedPattern = regexp.MustCompile(headPattern.String() + `|(` + longestFirst() + `)[:：][ ]*`)

// longestFirst are the labels as alternatives, 信息索引号 before 索引号.
func longestFirst() string {
	var labels []string
	for _, l := range headLabels {
		labels = append(labels, l.label)
	}
	slices.SortStableFunc(labels, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(labels, "|")
}

var headKeys = func() map[string]string {
	keys := make(map[string]string)
	for _, l := range headLabels {
		keys[l.label] = l.key
	}
	return keys
}()

// headFacts are what the head and the foot of the page say.
type headFacts struct {
	index, number string
	indexPlace    Place
	dates         map[string]string
	facts         map[string]string
	taken         map[int]bool // strips that are nothing but head or foot
}

// readHead reads the head of the page above the first chapter and its foot.
func readHead(strips []strip, firstChapter int) headFacts {
	h := headFacts{dates: make(map[string]string), facts: make(map[string]string), taken: make(map[int]bool)}
	for i := range strips {
		if i > maxHeadStrips || firstChapter >= 0 && i >= firstChapter {
			break
		}
		h.line(i, strips)
	}
	h.foot(strips)
	return h
}

// longestHeadLine is the number of bytes from which a line is running text.
const longestHeadLine = 600

// line reads the labels of one strip with the values behind them; the value of the
// last one may stand in the next strip.
func (h *headFacts) line(number int, strips []strip) {
	s := strips[number]
	text := strings.ReplaceAll(s.text.text, "|", "\t")
	if len(strings.TrimSpace(text)) > longestHeadLine || strings.Contains(text, "。") {
		return
	}
	marks := headPattern.FindAllStringSubmatchIndex(text, -1)
	if len(marks) > 0 {
		marks = gluedPattern.FindAllStringSubmatchIndex(text, -1)
	}
	for k, m := range marks {
		end := len(text)
		if k+1 < len(marks) {
			end = marks[k+1][0]
		}
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		label := strings.NewReplacer("?", "", "？", "").Replace(squeezed(text[from:to]))
		value := strings.Trim(text[m[1]:end], " \t\n　|；;]】)）【[(（")
		value, _, _ = strings.Cut(value, "\t")
		label, value = lastOfLabels(label, value)
		if value == "" && k == len(marks)-1 && number+1 < len(strips) {
			value = h.below(strips[number+1])
		}
		h.fact(headKeys[label], strings.TrimSpace(value), s)
		h.taken[number] = true
	}
}

// lastOfLabels is the label that a value belongs to when labels without one stand before
// it: 发布机构 发布日期 2026-01-16.
func lastOfLabels(label, value string) (string, string) {
	for {
		m := headPattern.FindStringSubmatchIndex(value)
		if m == nil || m[0] != 0 {
			return label, value
		}
		label = strings.NewReplacer("?", "", "？", "").Replace(squeezed(value[m[2]:m[3]]))
		value = strings.TrimLeft(value[m[1]:], " 　\t")
	}
}

// below is the text of a strip that may be the value of a label above it.
func (h *headFacts) below(s strip) string {
	text := strings.ReplaceAll(s.text.text, "|", "\t")
	next := headPattern.FindStringIndex(text)
	if next != nil && next[0] > 0 && dateIn(text[:next[0]]) != "" {
		text = text[:next[0]] // a line broken before its value
	}
	value := strings.TrimSpace(strings.Trim(text, "\t "))
	if len(value) > 60 || headPattern.MatchString(text) || strings.ContainsAny(value, "\t、。，") || reportWords.MatchString(value) {
		return ""
	}
	return value
}

func (h *headFacts) fact(key, value string, s strip) {
	if value == "" || len(value) > 200 {
		return
	}
	switch key {
	case "":
	case ":index":
		if h.index == "" {
			h.index, h.indexPlace = cleanIndex(value), s.place
		}
	case ":number":
		if h.number == "" && value != "无" {
			h.number = value
		}
	case ":dated", ":published":
		date := dateIn(value)
		name := key[1:]
		if date != "" && h.dates[name] == "" {
			h.dates[name] = date
		}
	default:
		if h.facts[key] == "" {
			h.facts[key] = value
		}
	}
}

// cleanIndex is the index number in its written form when it is one, else as it stands.
func cleanIndex(value string) string {
	clean := indexno.Clean(value)
	n, err := indexno.Parse(clean)
	if err != nil {
		return value
	}
	return n.String()
}

var (
	sponsorWords = regexp.MustCompile(`([\p{Han}（）()]{4,40}?)(?:主办|承办)(?:单位)?(?:[ \t|：:]|$)|(主办|承办)(?:单位)?[：:][ ]*([\p{Han}、（）()]{4,40})`)
	footStrip    = regexp.MustCompile(`打印本页|关闭窗口|网站标识码|网安备|ICP备|版权所有|主办单位|承办单位|扫一扫|上一篇|下一篇|责任编辑|网站地图|联系我们|(?:主办|承办)[ ：:\t|]|相关附件|附件下载|分享到|【打印】|返回顶部|^\s*(?:信息|稿件)?来源[：:]|(?:编辑|作者|责编|审核)[：:]`)
	isoDate      = regexp.MustCompile(`(\d{4})[ ]*[-/.年][ ]*(\d{1,2})[ ]*[-/.月][ ]*(\d{1,2})`)
	chineseDate  = regexp.MustCompile(`([二一][〇○零O0九][〇○零O0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日`)
)

// longestFooter is how many strips at the end may belong to the foot, longestFootLine
// how many bytes one of them may have.
const (
	longestFooter   = 30
	longestFootLine = 400
)

// foot reads the numbers and bodies at the end of the page.
func (h *headFacts) foot(strips []strip) {
	for i := max(0, len(strips)-longestFooter); i < len(strips); i++ {
		text := strips[i].text.text
		for _, code := range sitecode.FindSite(text) {
			h.keep(footSiteCode, string(code))
		}
		for _, n := range sitecode.FindPolice(text) {
			h.keep(footPolice, string(n))
		}
		for _, n := range sitecode.FindICP(text) {
			h.keep(footICP, n.String())
		}
		if len(strings.Trim(text, " |\t")) > longestFootLine || !footStrip.MatchString(text) {
			continue
		}
		h.taken[i] = true
		for _, m := range sponsorWords.FindAllStringSubmatch(text, -1) {
			key := footSponsor
			if strings.Contains(m[0], "承办") {
				key = footOperator
			}
			h.keep(key, m[1]+m[3])
		}
	}
}

func (h *headFacts) keep(key, value string) {
	if value != "" && h.facts[key] == "" {
		h.facts[key] = value
	}
}

// dateIn is the first date in a text as YYYY-MM-DD, "" when there is none.
func dateIn(text string) string {
	m := isoDate.FindStringSubmatch(text)
	if m != nil {
		return civil(m[1], m[2], m[3])
	}
	m = chineseDate.FindStringSubmatch(squeezed(text))
	if m == nil {
		return ""
	}
	year := yearOf(m[1])
	month, _ := chineseNumber(m[2])
	day, _ := chineseNumber(m[3])
	if year == 0 {
		return ""
	}
	return civil(strconv.Itoa(year), month, day)
}

func civil(year, month, day string) string {
	pad := func(s string) string {
		if len(s) == 1 {
			return "0" + s
		}
		return s
	}
	date, err := workday.ParseDate(year + "-" + pad(month) + "-" + pad(day))
	if err != nil {
		return ""
	}
	return string(date)
}
