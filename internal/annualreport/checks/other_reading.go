package checks

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/internal/annualreport/prose"
)

// The words of a published report are not ours. These are the readings of a sentence
// under which a number that is not the table's need not contradict it.

// speaksOfAnother reports whether words stand before a statement that may name an
// organ other than the report's own, such as one of those a county's report adds up.
func (l *Ledger) speaksOfAnother(p passage, st prose.Statement) bool {
	if l.countsRegion(p, st) || l.namesAnother(p, st) {
		return true
	}
	// 县政府办公室收到37件，办结36件: what follows is said of the organ named first.
	for _, earlier := range p.reading.Statements {
		if earlier.Sentence != st.Sentence || earlier.Start >= st.Start || !containsAny(leadOf(p, earlier), organWords...) {
			continue
		}
		between := p.section.Text[min(earlier.End, st.Start):st.Start]
		if !strings.ContainsAny(between, "；;。") && leadOf(p, st) == "" && l.namesAnother(p, earlier) {
			return true
		}
	}
	return false
}

// organWords stand in names of organs.
var organWords = []string{"政府", "本级", "局", "委", "镇", "乡", "街道", "办公室", "单位", "部门"}

// namesAnother reports whether the words before a statement in its clause may be the name
// of another organ.
func (l *Ledger) namesAnother(p passage, st prose.Statement) bool {
	if !st.Named {
		return false
	}
	lead := leadOf(p, st)
	if containsAny(lead, "我", "本") || containsAny(lead, l.Organ.Names()...) {
		return false
	}
	lead = strings.Trim(lead, "0123456789年度全共累计 　（）()一二三四五六七八九十")
	return !slices.ContainsFunc(l.Organ.Names(), func(name string) bool { return lead != "" && strings.HasSuffix(name, lead) })
}

// regionWide are the words for all organs of a county or city together.
var regionWide = []string{"全县", "全市", "全区", "全省", "全州", "全旗"}

// countsRegion reports whether a statement of a bureau, town or street counts the whole
// county: 全县作出行政处罚90件.
func (l *Ledger) countsRegion(p passage, st prose.Statement) bool {
	return containsAny(leadOf(p, st), regionWide...) && !l.ownsRegion()
}

// leadOf is what stands before a statement in its clause.
func leadOf(p passage, st prose.Statement) string {
	lead := p.section.Text[:st.Start]
	at := strings.LastIndexAny(lead, "，,；;。：:、\n")
	if at < 0 {
		return lead
	}
	_, size := utf8.DecodeRuneInString(lead[at:])
	return lead[at+size:]
}

// ownsRegion reports whether an organ may report for a whole county or city. Not known
// by name, it may be any.
func (l *Ledger) ownsRegion() bool {
	name := l.Organ.Name
	if name == "" || endsWithAny(name, []string{"镇人民政府", "乡人民政府"}) {
		return name == ""
	}
	return strings.Contains(name, "政府") || endsWithAny(name, []string{"县", "市", "区", "州", "旗", "省", "管委会", "管理委员会"})
}

// countsOtherwise reports whether a number is right for a way of counting other than
// the table's: requests received with those of last year, closed without them, cases
// that came in without those pending before.
func (l *Ledger) countsOtherwise(p passage, st prose.Statement, expected int64) bool {
	if len(st.Means) == 0 {
		return false
	}
	carried, _ := l.figure("req.carried_in.total")
	switch {
	case slices.Equal(st.Means, []string{"req.received_new.total"}):
		return carried > 0 && st.Value == expected+carried
	case slices.Equal(st.Means, []string{"req.handled_total.total"}):
		return carried > 0 && st.Value == expected-carried ||
			st.Value < expected && containsAny(paragraphOf(p, st), "撤回", "不予受理", "视为放弃") // closed without an answer
	case slices.Equal(st.Means, []string{"req.unable_not_held.total"}):
		return st.Value < expected && containsAny(st.Text, notHeldEither...) // the row may have both
	case strings.HasPrefix(st.Means[0], "review.") || strings.HasPrefix(st.Means[0], "suit_"):
		cameIn := containsAny(p.section.Text[st.Start:st.End], "收到", "受理", "新")
		return cameIn && (st.Value < expected || !strings.Contains(st.Text, "公开")) || !strings.Contains(paragraphOf(p, st), "公开")
	}
	return false
}

// notHeldEither is said of requests that organs put into the row of what they do not
// hold, or into another one.
var notHeldEither = []string{"不存在", "不属于本", "不属本", "非本机关", "非本单位", "非本部门", "不属于我"}

// paragraphOf is the line a statement stands in: cases that it does not connect with
// disclosure may be of any kind.
func paragraphOf(p passage, st prose.Statement) string {
	text := p.section.Text
	before := strings.LastIndex(text[:st.Start], "\n") + 1
	after, _, _ := strings.Cut(text[st.Start:], "\n")
	return text[before:st.Start] + after
}

// rounded reports whether an amount is right to the decimals typed.
func rounded(st prose.Statement, expected int64) bool {
	if st.Number.Kind != prose.Money {
		return false
	}
	tolerance := map[string]int64{"元": 50, "万元": 500_000, "亿元": 5_000_000_000}[st.Unit] // half a unit in fen
	for range st.Number.Decimals {
		tolerance /= 10
	}
	difference := expected - st.Value
	return st.Number.Decimals > 0 && max(difference, -difference) <= tolerance
}
