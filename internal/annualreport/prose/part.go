package prose

import (
	"slices"
	"strings"
)

// partsOfTheSame takes the meaning from numbers that stand under 其中 and would
// state the same figure as the whole again, as in 共收到8件，其中办公室收到3件: they are
// a part of it that has no name. What is listed under released items is a class of
// them and not what table two counts.
func (s *scan) partsOfTheSame() {
	s.attributes()
	from := -1
	for i, t := range s.tokens {
		if t.kind == within {
			from = i
			break
		}
	}
	if from < 0 {
		return
	}
	start := s.tokens[from].start
	var whole []Statement
	items := false // released items were spoken of before
	if from == 0 {
		whole, items = s.before, s.spoken == itemTopic
	}
	for i := range s.statements {
		st := &s.statements[i]
		if st.Start < start && st.End <= start {
			whole = append(slices.Clone(whole), *st)
			continue
		}
		if st.Means == nil || st.Manner != Stated || s.cumulative(whole, st) {
			continue
		}
		if states(whole, st.Means) || (items || speaksOfItems(whole)) && (st.Means[0] == "item.total" || isClassOfItems(st)) {
			st.Means = nil
		}
	}
}

// attributes takes the meaning from numbers of documents by how they may be
// disclosed: 制发公文90件，其中主动公开30件，依申请公开40件，不予公开20件 speaks of no request.
func (s *scan) attributes() {
	if !hasAny(s.sentence.Of(s.text), []string{"公文", "制作政府信息", "产生政府信息", "公开属性"}) {
		return
	}
	for i := range s.statements {
		st := &s.statements[i]
		if st.Means == nil {
			continue
		}
		if st.Means[0] == "item.total" || strings.HasPrefix(st.Means[0], "req.denied") || strings.HasPrefix(st.Means[0], "req.received_new") && s.beginsWith(i, "依申请公开") {
			st.Means = nil
		}
	}
}

// beginsWith reports whether the words that state a number begin with a word.
func (s *scan) beginsWith(i int, word string) bool {
	st := s.statements[i]
	return strings.HasPrefix(s.text[st.Start:st.End], word)
}

// cumulative reads 累计主动公开政府信息900条，其中本年新增120条: the part is this year's
// figure and the whole is that of several years.
func (s *scan) cumulative(whole []Statement, part *Statement) bool {
	words := s.text[part.Sentence.Start:part.End]
	at := strings.LastIndex(words, "其中")
	if at < 0 || part.Means[0] != "item.total" || !hasAny(words[at:], []string{"本年", "今年", "当年", "年新增", "新增"}) {
		return false
	}
	for i := range s.statements {
		st := &s.statements[i]
		if slices.Equal(st.Means, part.Means) && st.End < part.Start && states(whole, st.Means) {
			st.Scope = OtherYear
			return true
		}
	}
	return false
}

func states(statements []Statement, means []string) bool {
	return slices.ContainsFunc(statements, func(st Statement) bool { return st.Manner == Stated && slices.Equal(st.Means, means) })
}

// speaksOfItems reports whether released items are counted.
func speaksOfItems(statements []Statement) bool {
	return slices.ContainsFunc(statements, func(st Statement) bool {
		return len(st.Means) > 0 && strings.HasPrefix(st.Means[0], "item.")
	})
}

// isClassOfItems reports whether a number seems to be one of table two.
func isClassOfItems(st *Statement) bool {
	return strings.HasSuffix(st.Means[0], "_decisions") || hasAnyPrefix(st.Means[0], "normdocs_", "rules_")
}
