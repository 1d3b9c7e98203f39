package prose

import (
	"regexp"
	"strings"
)

// Organs are taken to court for more than disclosure, and hold back more than what was
// asked for. A number of that is none of table three or four.

// speaksOfCases reports whether words that belong to requests are said of what the
// sentence counts: 行政复议5件，其中上年结转2件, 行政处罚决定40件，因涉及个人隐私2件未公开.
func (s *scan) speaksOfCases(r reading) bool {
	if r.topic != requestTopic || len(r.acts) != 1 || len(s.statements) == 0 {
		return false
	}
	switch {
	case isRemedy(s.topic):
		return r.does(carriedIn, carriedOut) && !r.named
	case s.topic == penaltyTopic || s.topic == licenceTopic || s.topic == coercionTopic || s.topic == normdocTopic:
		return r.grounded
	}
	return false
}

// ofAnyKind reports whether the words around a number of cases say that they are not, or
// not all, about disclosure, or that it adds up reconsiderations and suits: 行政复议5件（其中
// 政府信息公开类1件）, 行政诉讼8件（均非政府信息公开类）, 复议诉讼3件.
func (s *scan) ofAnyKind(n Number) bool {
	if n.End == 0 {
		return false
	}
	after := s.text[n.End:s.sentence.End]
	next := numberBegins(after)
	if next >= 0 && partAboutDisclosure.MatchString(after[:next]) || notAboutDisclosure.MatchString(after) {
		return true
	}
	before := s.text[s.sentence.Start:n.Start]
	if hasAny(before[max(strings.LastIndex(before, "；"), strings.LastIndex(before, ";"), 0):], asReviewer) {
		return true
	}
	return strings.Contains(before[strings.LastIndexAny(before, "，,；;（(")+1:], "复议诉讼")
}

// asReviewer says that an organ decided reconsiderations against others.
var asReviewer = []string{"作为行政复议机关", "作为复议机关", "作为行政复议机构", "履行行政复议职责", "以复议机关身份"}

var (
	partAboutDisclosure = regexp.MustCompile(`^[，,（( ]*其中[，,：:]?(?:涉及|因|属于)?(?:政府|政务)?信息?公开(?:类|案件|方面|引[起发]|的)?[^，,；;。]{0,6}$`)
	notAboutDisclosure  = regexp.MustCompile(`^[，,（( ]*(?:均|都|全部)?(?:非|不是|不属于|不涉及|未涉及|与)(?:因)?(?:政府|政务)?信息公开(?:类|案件|无关|引[起发])?`)
)

// numberBegins is where the first digit of a text stands, -1 when it has none.
func numberBegins(text string) int { return strings.IndexAny(text, "0123456789") }

// ofOtherCause reports whether the words before a number give a cause for it that is not
// disclosure: 因行政处罚被提起行政诉讼2件.
func (s *scan) ofOtherCause(n Number) bool {
	if n.End == 0 {
		return false // an absence, which looks at its words itself
	}
	from := s.sentence.Start
	for _, t := range s.tokens {
		if t.start < n.Start && (t.kind == numeral || t.sign == '；' || t.sign == ';') {
			from = t.end
		}
	}
	_, cause, found := cutLast(s.text[from:n.Start], "因")
	if !found {
		return false
	}
	for _, verb := range causing {
		before, _, ends := strings.Cut(cause, verb)
		if ends {
			cause = before
		}
	}
	return hasAny(cause, otherCauses) && !hasAny(cause, []string{"公开", "申请", "答复", "信息"})
}

// causing end the words that name a cause.
var causing = []string{"被", "引发", "引起", "提起", "产生", "发生", "导致"}

// otherCauses are acts that are contested as disclosure is.
var otherCauses = []string{"具体行政行为", "处罚", "许可", "强制", "征收", "拆迁", "工伤", "认定", "登记", "裁决", "补偿", "赔偿", "履职", "不作为", "投诉", "举报", "信访", "审批", "执法"}

func cutLast(text, word string) (before, after string, found bool) {
	at := strings.LastIndex(text, word)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+len(word):], true
}
