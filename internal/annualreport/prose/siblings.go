package prose

import (
	"slices"
	"strings"
)

// Numbers that stand side by side in a list limit each other: what is named beside one
// is not counted in it.

// besideEachOther takes the meaning from the numbers of a sentence that say less than
// their words alone, because something they would hold is counted beside them.
func besideEachOther(s *scan, statements []Statement, year int) {
	restOfGroup(s, statements)
	if year >= yearOfNewRows {
		withoutAlreadyPublic(s, statements)
	}
	answeredAmongOthers(s, statements)
	oneWayOfSeveral(s, statements)
	oneResultOfSeveral(s, statements)
	partsOfAnother(s, statements)
}

// yearOfNewRows is the first year whose table has no row for what was public already.
const yearOfNewRows = 2019

// restOfGroup reads 逾期不补正2件，其他处理5件: the five are what is left of the group.
func restOfGroup(s *scan, statements []Statement) {
	for i := range statements {
		group, ok := groupOf(statements[i].Means)
		if !ok {
			continue
		}
		for k := range i {
			if statements[k].Manner == Stated && statements[k].Value > 0 && groundUnder(group, statements[k].Means) && s.sameLevel(statements[k], statements[i]) {
				statements[i].Means = nil
				break
			}
		}
	}
}

// groupOf is the group of table three whose total a statement means.
func groupOf(means []string) (string, bool) {
	if len(means) != 1 {
		return "", false
	}
	row, isRequest := strings.CutPrefix(means[0], "req.")
	row, isTotal := strings.CutSuffix(row, ".total")
	return row, isRequest && isTotal && slices.Contains([]string{"denied", "unable", "refused", "other"}, row)
}

func groundUnder(group string, means []string) bool {
	return len(means) == 1 && strings.HasPrefix(means[0], "req."+group+"_") && strings.HasSuffix(means[0], ".total")
}

// sameLevel reports whether two statements stand in one list: no bracket opens or
// closes between them and nothing says that the second is part of the first.
func (s *scan) sameLevel(a, b Statement) bool {
	for _, t := range s.tokens {
		if t.start < a.Number.End || t.start >= b.Number.Start {
			continue
		}
		switch t.kind {
		case opening, closing, within:
			return false
		}
	}
	return true
}

// publicAlready is said of requests for what was released before, which the tables
// since 2019 count as granted.
var publicAlready = []string{"已公开", "已主动公开", "已经公开", "已经主动公开", "属于主动公开", "主动公开范围", "为主动公开"}

// withoutAlreadyPublic reads 同意公开1件，已公开3件: the row of what was granted has both.
func withoutAlreadyPublic(s *scan, statements []Statement) {
	beside := false
	for i, st := range statements {
		if st.Manner != Stated || st.Value == 0 || slices.Equal(st.Means, granted) {
			continue
		}
		beside = beside || hasAny(s.wordsOf(statements, i), publicAlready)
	}
	for i := range statements {
		if beside && slices.Equal(statements[i].Means, granted) {
			statements[i].Means = nil
		}
	}
}

var (
	granted     = []string{"req.granted.total"}
	newRequests = []string{"req." + string(received) + ".total"}
	closedCases = []string{"req." + string(handled) + ".total"}
	stillOpen   = []string{"req." + string(carriedOut) + ".total"}
)

// wordsOf are the words around a number, from the number before it to the end of its
// clause; none where there is no number, as of an absence.
func (s *scan) wordsOf(statements []Statement, i int) string {
	n := statements[i].Number
	if n.End == 0 {
		return ""
	}
	from := s.sentence.Start
	for _, other := range statements[:i] {
		if other.Number.End <= n.Start {
			from = max(from, other.Number.End)
		}
	}
	before := s.text[from:n.Start]
	cut := strings.LastIndexAny(before, "，,；;")
	if cut >= 0 {
		before = before[cut:]
	}
	after := s.text[n.End:s.sentence.End]
	cut = strings.IndexAny(after, "，,；;、。（(）)")
	if cut >= 0 {
		after = after[:cut]
	}
	return before + after
}

// openWords are said of requests that are not closed yet.
var openWords = []string{"办理中", "结转", "下年", "次年", "继续", "尚", "未到", "正在", "未办结", "处理中", "顺延"}

// answeredAmongOthers reads 收到12件，答复7件，不予受理4件，逾期未补正1件: seven were answered
// on the merits, and the closed ones are all of them.
func answeredAmongOthers(s *scan, statements []Statement) {
	for i := range statements {
		if !slices.Equal(statements[i].Means, newRequests) || statements[i].Manner != Stated {
			continue
		}
		left, answered, others := statements[i].Value, -1, false
		for k := i + 1; k < len(statements) && left > 0; k++ {
			st := statements[k]
			if st.Manner != Stated || !countsPieces(st.Number) || !s.sameLevel(statements[i], st) {
				break
			}
			left -= st.Value
			switch {
			case slices.Equal(st.Means, closedCases):
				answered = k
			case !slices.Equal(st.Means, stillOpen) && !hasAny(s.wordsOf(statements, k), openWords):
				others = true
			}
		}
		if left == 0 && answered >= 0 && others {
			statements[answered].Means = nil
		}
	}
}

// ways are how a request may be handed in.
var ways = []string{"书面", "网络", "网上", "当面", "现场", "信函", "邮寄", "邮件", "传真", "口头", "线上", "线下"}

// oneWayOfSeveral reads 收到书面申请3件、网络申请5件: neither is what was received.
func oneWayOfSeveral(s *scan, statements []Statement) {
	for i := 0; i+1 < len(statements); i++ {
		next := statements[i+1]
		if !slices.Equal(statements[i].Means, newRequests) || next.Manner != Stated || next.Means != nil || !s.sameLevel(statements[i], next) {
			continue
		}
		if hasAny(s.wordsOf(statements, i), ways) && hasAny(s.wordsOf(statements, i+1), ways) {
			statements[i].Means = nil
		}
	}
}

// alsoCounted are the outcomes that a column of table four counts beside the one it is
// named by.
var alsoCounted = map[string][]string{
	string(upheld):    {"驳回"},
	string(corrected): {"撤销", "变更", "确认违法", "责令", "履行", "重新"},
	"other":           {"撤回", "撤诉", "终止", "不予受理", "驳回起诉", "调解"},
}

// oneResultOfSeveral reads 维持1件，驳回1件: the column of what was upheld has both.
func oneResultOfSeveral(s *scan, statements []Statement) {
	for i := range statements {
		if len(statements[i].Means) == 0 || statements[i].Manner != Stated {
			continue
		}
		block, column, _ := strings.Cut(statements[i].Means[0], ".")
		if block != string(reviewTopic) && !strings.HasPrefix(block, string(suitTopic)) || alsoCounted[column] == nil {
			continue
		}
		for k, other := range statements {
			if k != i && other.Manner == Stated && other.Means == nil && other.Value > 0 && hasAny(s.wordsOf(statements, k), alsoCounted[column]) {
				statements[i].Means = nil
				break
			}
		}
	}
}

// partsOfAnother reads 办结9件，其中予以公开5件；本级办结3件，其中予以公开2件: what is stated a
// second time, under a whole of its own, is no figure of all of them.
func partsOfAnother(s *scan, statements []Statement) {
	for k := range statements {
		if statements[k].Means == nil || statements[k].Manner != Stated {
			continue
		}
		for _, earlier := range statements[:k] {
			if earlier.Manner == Stated && earlier.Value != statements[k].Value && slices.Equal(earlier.Means, statements[k].Means) && s.anotherWhole(earlier, statements[k]) {
				statements[k].Means = nil
				break
			}
		}
	}
}

// anotherWhole reports whether a new whole with parts begins between two statements.
func (s *scan) anotherWhole(a, b Statement) bool {
	semicolon := false
	for _, t := range s.tokens {
		if t.start < a.Number.End || t.start >= b.Number.Start {
			continue
		}
		semicolon = semicolon || t.sign == '；' || t.sign == ';'
		if t.kind == within && semicolon {
			return true
		}
	}
	return false
}
