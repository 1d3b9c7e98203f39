package source

import (
	"fmt"
	"strings"
)

// maxLevels is how many levels a list has.
const maxLevels = 9

// numbering prints the numbers that Word puts before paragraphs of a list.
type numbering struct {
	lists  map[string]*list // by number id
	counts map[*list]*[maxLevels]int
}

// list is a definition of numbers, shared by the lists that go on with one another.
type list struct {
	levels [maxLevels]listLevel
}

type listLevel struct {
	format, text, suffix string
	start                int
	legal                bool // higher levels print in decimals
}

// readNumbering reads the definitions; a document without lists has none.
func readNumbering(found parts) *numbering {
	n := &numbering{lists: map[string]*list{}, counts: map[*list]*[maxLevels]int{}}
	root, err := found.tree("word/numbering.xml")
	if err != nil {
		return n
	}
	abstract := map[string]*list{}
	definitions := root.child("numbering")
	for _, e := range definitions.all("abstractNum") {
		l := &list{}
		for _, level := range e.all("lvl") {
			l.set(level)
		}
		abstract[e.attr("abstractNumId")] = l
	}
	for _, e := range definitions.all("num") {
		l := abstract[e.child("abstractNumId").attr("val")]
		if l == nil {
			continue
		}
		if overrides := e.all("lvlOverride"); len(overrides) > 0 {
			own := *l
			l = &own
			for _, o := range overrides {
				l.override(o)
			}
		}
		n.lists[e.attr("numId")] = l
	}
	return n
}

func (l *list) set(e *element) {
	i := number(e.attr("ilvl"), -1)
	if i < 0 || i >= maxLevels {
		return
	}
	l.levels[i] = listLevel{
		format: e.child("numFmt").attr("val"), text: e.child("lvlText").attr("val"), suffix: e.child("suff").attr("val"),
		start: number(e.child("start").attr("val"), 1), legal: e.child("isLgl").on(),
	}
}

func (l *list) override(e *element) {
	i := number(e.attr("ilvl"), -1)
	if i < 0 || i >= maxLevels {
		return
	}
	if level := e.child("lvl"); level != nil {
		l.set(level)
	}
	if start := e.child("startOverride"); start != nil {
		l.levels[i].start = number(start.attr("val"), 1)
	}
}

// next counts a paragraph of the list and gives the number printed before it, empty
// for bullets and for paragraphs outside of lists.
func (n *numbering) next(at listing) string {
	l := n.lists[at.id]
	if l == nil || at.level < 0 || at.level >= maxLevels {
		return ""
	}
	counts := n.counts[l]
	if counts == nil {
		counts = &[maxLevels]int{}
		for i := range counts {
			counts[i] = l.levels[i].start - 1
		}
		n.counts[l] = counts
	}
	counts[at.level]++
	for i := at.level + 1; i < maxLevels; i++ {
		counts[i] = l.levels[i].start - 1
	}
	own := l.levels[at.level]
	if own.format == "bullet" || own.format == "none" {
		return ""
	}
	text := own.text
	for i := range maxLevels {
		format := l.levels[i].format
		if own.legal {
			format = "decimal"
		}
		count := counts[i]
		if i < at.level {
			count = max(count, l.levels[i].start)
		}
		text = strings.ReplaceAll(text, fmt.Sprintf("%%%d", i+1), printed(format, count))
	}
	if own.suffix != "nothing" && text != "" && strings.TrimRight(text, "、）．，:：") == text {
		text += " "
	}
	return text
}

// printed writes a number as the format has it; formats that no report uses print as
// decimals.
func printed(format string, n int) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
		"taiwaneseCountingThousand", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanCounting":
		return counted(n, "零一二三四五六七八九", "十", "百")
	case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
		return counted(n, "零壹贰叁肆伍陆柒捌玖", "拾", "佰")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalEnclosedParen":
		if n >= 1 && n <= 20 {
			return string(rune('⑴' + n - 1))
		}
	case "decimalEnclosedFullstop":
		if n >= 1 && n <= 20 {
			return string(rune('⒈' + n - 1))
		}
	case "ideographTraditional":
		if n >= 1 && n <= 10 {
			return string([]rune("甲乙丙丁戊己庚辛壬癸")[n-1])
		}
	case "decimalFullWidth":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, fmt.Sprint(max(n, 0)))
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	case "upperLetter", "lowerLetter":
		if n >= 1 && n <= 26 {
			letter := rune('a' + n - 1)
			if format == "upperLetter" {
				letter = rune('A' + n - 1)
			}
			return string(letter)
		}
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	}
	return fmt.Sprint(n)
}

// counted writes a number below a thousand in Chinese: 十, 二十一, 一百零三.
func counted(n int, digits, ten, hundred string) string {
	if n < 0 || n >= 1000 {
		return fmt.Sprint(n)
	}
	d := []rune(digits)
	s := ""
	if n >= 100 {
		s = string(d[n/100]) + hundred
		if n%100 == 0 {
			return s
		}
		if n%100 < 10 {
			return s + string(d[0]) + string(d[n%10])
		}
	}
	rest := n % 100
	if rest >= 10 {
		if rest >= 20 || n >= 100 {
			s += string(d[rest/10])
		}
		s += ten
	}
	if rest%10 > 0 || n == 0 {
		s += string(d[rest%10])
	}
	return s
}

func roman(n int) string {
	if n <= 0 || n >= 4000 {
		return fmt.Sprint(n)
	}
	s := ""
	for _, step := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= step.value {
			s += step.text
			n -= step.value
		}
	}
	return s
}
