package checks

import (
	"fmt"
	"slices"
	"strings"

	"gongkai/internal/annualreport/prose"
)

// ownName wants title, text and signature to name this organ, and no other one left
// over from a text that was copied.
var ownName = Check{
	ID: "N-07", Title: "机关名称一致", Citation: reportContent, Severity: Error, Since: sinceRegulation2008,
	Applies: func(l *Ledger) bool { return l.Organ.Name != "" },
	Examine: func(l *Ledger) []Finding {
		findings := l.titleFindings()
		if l.Signed.Organ != "" && !slices.Contains(l.Organ.Names(), l.Signed.Organ) {
			findings = append(findings, Finding{
				Text:  "落款是“" + l.Signed.Organ + "”，与本机关名称“" + l.Organ.Name + "”不一致，请改正。",
				Where: "signature", Place: "落款", Quote: l.Signed.Organ,
			})
		}
		for _, p := range l.passages() {
			findings = append(findings, l.presentsAnother(p)...)
			findings = append(findings, l.otherNames(p)...)
			findings = append(findings, l.selfNames(p)...)
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.append("overview.management", "2024年，枫林镇人民政府完善了公开属性认定机制。")
	},
	Passes: func(l *Ledger) {
		l.append("overview.management", "我镇配合县应急管理局开展了联合检查。")
	},
}

// titleFindings want the title to name this organ, in the standard form.
func (l *Ledger) titleFindings() []Finding {
	if l.Title == "" {
		return nil
	}
	finding := func(severity Severity, text string) []Finding {
		return []Finding{{Severity: severity, Text: text, Where: "title", Place: "标题", Quote: l.Title}}
	}
	if !containsAny(l.Title, l.Organ.Names()...) {
		return finding(Error, "标题“"+l.Title+"”没有写本机关名称“"+l.Organ.Name+"”，请改正。")
	}
	for _, name := range l.Organ.Names() {
		if l.Title == l.Format.Title(name, l.Year) {
			return nil
		}
	}
	return finding(Warning, "标题写作“"+l.Title+"”，规范的标题是“"+l.Format.Title(l.Organ.Name, l.Year)+"”，请改正。")
}

// otherNames finds names of other organs of the same kind: an error where one is
// the subject of a sentence, a warning where one is mentioned.
func (l *Ledger) otherNames(p passage) []Finding {
	var findings []Finding
	others := l.copyableNames()
	for _, span := range prose.Sentences(p.section.Text) {
		sentence := span.Of(p.section.Text)
		for _, own := range l.Organ.Names() {
			sentence = strings.ReplaceAll(sentence, own, strings.Repeat("\x00", len(own)))
		}
		for _, other := range others {
			at := strings.Index(sentence, other)
			if at < 0 {
				continue
			}
			if isSubject(sentence[:at]) {
				findings = append(findings, l.found(p, other, "正文以“"+other+"”为主语，像是沿用了其他机关的文字，请改为本机关。"))
				break
			}
			f := l.found(p, other, "正文提到“"+other+"”，请确认不是沿用了其他机关的文字。")
			f.Severity = Warning
			findings = append(findings, f)
			break
		}
	}
	return findings
}

// copyableNames are the names, full and short, of the other organs whose texts this
// one might have taken over: those of its kind, its superiors left out.
func (l *Ledger) copyableNames() []string {
	own := strings.Join(l.Organ.Names(), "\n")
	var names []string
	for _, other := range l.OtherOrgans {
		place := placeName(other)
		if place == "" || strings.HasPrefix(l.Organ.Name, place) || nameKind(place) != nameKind(placeName(l.Organ.Name)) {
			continue
		}
		for _, name := range []string{other, place, withoutCounty(place)} {
			if !strings.Contains(own, name) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	return names
}

// placeName is an organ's name without 人民政府 or 办事处.
func placeName(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "办事处")
}

// withoutCounty cuts the county, city or district off the front of a name, unless
// too little is left to tell organs apart.
func withoutCounty(name string) string {
	runes := []rune(name)
	for i := 2; i < len(runes)-2; i++ {
		if strings.ContainsRune("县市区", runes[i]) {
			return string(runes[i+1:])
		}
	}
	return name
}

// nameKind tells towns, streets, departments and counties apart by the end of a name.
func nameKind(name string) string {
	for kind, endings := range map[string][]string{
		"town": {"镇", "乡"}, "street": {"街道"}, "county": {"县", "市", "区"},
	} {
		if endsWithAny(name, endings) {
			return kind
		}
	}
	return "department"
}

// isSubject reports whether only a date stands before a name in its sentence.
func isSubject(before string) bool {
	before = strings.Trim(before, "0123456789年月日度，, 　本全今来（）()一二三四五六七八九十、.")
	return before == ""
}

// selfNouns are the words with which an organ speaks of itself after 我 or 本.
var selfNouns = []string{"乡", "镇", "街道", "局", "委", "办"}

// selfNames finds 我乡 in the report of a 镇, 我镇 in that of a 局.
func (l *Ledger) selfNames(p passage) []Finding {
	var findings []Finding
	text := p.section.Text
	for _, noun := range selfNouns {
		if l.callsItself(noun) {
			continue
		}
		for _, pronoun := range []string{"我", "本"} {
			word := pronoun + noun
			at := strings.Index(text, word)
			if at < 0 || falseFriend(text, at, word) {
				continue
			}
			f := l.found(p, word, fmt.Sprintf("正文自称“%s”，与本机关“%s”不符，请改为一致的自称。", word, l.Organ.Name))
			f.Severity = Warning // a slip of the pen; another organ's name is the error
			findings = append(findings, f)
		}
	}
	return findings
}

// callsItself reports whether an organ of this name may call itself 我 with the noun.
func (l *Ledger) callsItself(noun string) bool {
	for _, name := range l.Organ.Names() {
		name = strings.TrimSuffix(name, "人民政府")
		name = strings.TrimSuffix(name, "办事处")
		if strings.HasSuffix(name, noun) {
			return true
		}
	}
	return noun == "办" && strings.HasSuffix(l.Organ.Name, "办事处") || noun == "办" && strings.HasSuffix(l.Organ.Name, "办公室") ||
		noun == "委" && strings.HasSuffix(l.Organ.Name, "委员会")
}

// falseFriend reports whether the word is part of another: 基本办, 本办法, 本乡本土.
func falseFriend(text string, at int, word string) bool {
	return strings.HasSuffix(text[:at], "基") || strings.HasSuffix(text[:at], "根") || strings.HasSuffix(text[:at], "成") ||
		word == "本办" && strings.HasPrefix(text[at+len(word):], "法") || strings.HasPrefix(text[at:], "本乡本土") ||
		word == "本委" && strings.HasPrefix(text[at+len(word):], "托")
}
