package checks

import (
	"strings"

	"gongkai/internal/organ"
)

// levelWords speak of the county-level government above an organ, by what that
// government is.
var levelWords = map[string][]string{
	"县": {"县委", "县政府", "县人民政府", "我县", "本县", "全县", "县级部门", "县门户网站"},
	"市": {"市委", "市政府", "市人民政府", "我市", "本市", "全市", "市级部门", "市门户网站"},
	"区": {"区委", "区政府", "区人民政府", "我区", "本区", "全区", "区级部门", "区门户网站"},
}

// levelNames say where an organ is.
var levelNames = map[string]string{"县": "县", "市": "县级市", "区": "市辖区"}

// levelSlip looks for words of another level than the county, city or district the
// organ belongs to, such as 县政府 in a town of a county-level city. A county may
// well speak of the city above it.
var levelSlip = Check{
	ID: "N-15", Title: "县市区称谓", Citation: reportContent, Severity: Warning, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		level := l.countyLevel()
		if level == "" {
			return nil
		}
		var findings []Finding
		for _, p := range l.passages() {
			for _, other := range []string{"县", "市", "区"} {
				if other == level || other == "市" {
					continue
				}
				word := levelWord(p.plain(), levelWords[other])
				if word == "" {
					continue
				}
				findings = append(findings, l.found(p, word,
					"本机关在"+levelNames[level]+"，正文却写“"+word+"”，请确认是否应为“"+strings.Replace(word, other, level, 1)+"”。"))
			}
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.Organ.Name, l.Organ.RegionCode = "松桥镇人民政府", "339981"
		l.Signed.Organ = l.Organ.Name
		l.append("overview.platform", "优化县政府门户网站栏目设置。")
	},
	Passes: func(l *Ledger) {
		l.append("overview.platform", "信息同步推送到县政府门户网站，县级以上媒体多次报道。")
	},
}

// levelWord finds the first of the words that stands by itself.
func levelWord(text string, words []string) string {
	for _, word := range words {
		for from := 0; ; {
			at := strings.Index(text[from:], word)
			if at < 0 {
				break
			}
			at += from
			if !partOfLevelWord(text, at, word) {
				return word
			}
			from = at + len(word)
		}
	}
	return ""
}

// partOfLevelWord reports whether the word is part of another one: 各县委托, 社区委员会,
// 园区政府, 某某县委 with the county's name before it.
func partOfLevelWord(text string, at int, word string) bool {
	after := text[at+len(word):]
	if strings.HasSuffix(word, "委") && startsWithAny(after, []string{"托", "员", "派"}) {
		return true
	}
	if strings.HasPrefix(word, "区") {
		return endsWithAny(text[:at], []string{"社", "园", "地", "辖", "专", "片", "景", "开发", "新", "库"})
	}
	return endsWithAny(text[:at], []string{"各", "州", "基"})
}

func endsWithAny(text string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	return false
}

// countyLevel is 县, 市 or 区: what the organ's name begins with, or else what its
// region code says; empty when neither tells.
func (l *Ledger) countyLevel() string {
	level := levelInName(l.Organ.Name)
	town := l.Organ.Kind == organ.Town || l.Organ.Kind == organ.Street
	if level != "" && (level != "市" || town) {
		return level // a city may as well be one that has counties under it
	}
	code := l.Organ.RegionCode
	if len(code) != 6 {
		return ""
	}
	switch last := code[4:]; {
	case last > "00" && last <= "20":
		return "区"
	case last > "20" && last <= "80":
		return "县"
	case last > "80":
		return "市"
	}
	return ""
}

// otherAreas are the ends of words that make 市 and 区 something else than a level:
// 城市管理局, 自治区, 开发区.
var otherAreas = map[rune][]string{
	'市': {"城", "上", "超", "都"},
	'区': {"自治", "开发", "管理", "园", "社", "景", "灌", "库"},
}

// levelInName is the last level named before what the organ itself is called:
// 某某市某某区 is a district.
func levelInName(organ string) string {
	name := []rune(organ)
	level := ""
	// The first two characters are the name of a place.
	for i := 2; i < len(name)-1; i++ {
		switch name[i] {
		case '县', '市', '区':
			if !endsWithAny(string(name[:i]), otherAreas[name[i]]) {
				level = string(name[i])
			}
		case '镇', '乡', '局', '街', '委', '府':
			return level
		}
	}
	return level
}
