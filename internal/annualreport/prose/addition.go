package prose

import (
	"slices"
	"strings"
)

// additions finds sums written out, as in 76+35+272+442=825.
func additions(s *scan, statements []Statement) []Breakdown {
	var found []Breakdown
	for i := 0; i < len(s.tokens); i++ {
		terms, end := addends(s, i)
		if len(terms) < 2 || end+1 >= len(s.tokens) || !s.reads(end, "=", "＝") || s.tokens[end+1].kind != numeral {
			continue
		}
		b := Breakdown{Total: s.numberStatement(end+1, statements), Complete: true}
		for _, at := range terms {
			b.Parts = append(b.Parts, s.numberStatement(at, statements))
		}
		found = append(found, b)
		i = end
	}
	return found
}

// addends lists the numbers joined by plus signs from token i on, and the token
// after them.
func addends(s *scan, i int) ([]int, int) {
	var terms []int
	at := i
	for at < len(s.tokens) && s.tokens[at].kind == numeral && s.tokens[at].number.Exact() {
		terms = append(terms, at)
		at++
		if !s.reads(at, "+", "＋") {
			break
		}
		at++
	}
	return terms, at
}

// reads reports whether a token is one of the words.
func (s *scan) reads(at int, list ...string) bool {
	return at < len(s.tokens) && slices.Contains(list, strings.TrimSpace(s.text[s.tokens[at].start:s.tokens[at].end]))
}

func (s *scan) numberStatement(at int, statements []Statement) Statement {
	return statements[s.of[at]]
}

// sumsAfterwards finds a total that follows its parts: 平台76条、公众号35条，共计111条.
func sumsAfterwards(s *scan, statements []Statement) []Breakdown {
	var found []Breakdown
	var parts []Statement
	for i, t := range s.tokens {
		if t.kind == within || t.kind == opening || t.kind == closing {
			parts = nil
		}
		if t.kind != numeral {
			continue
		}
		if !divisible(s, i, statements) {
			parts = nil
			continue
		}
		st := statements[s.of[i]]
		zone := s.tokens[s.clauseStart(i, i-clauseLength(s, i)-1):i]
		if len(parts) > 1 && has(zone, altogether) && !hasLabel(zone) && !has(zone, unknown) {
			found = append(found, Breakdown{Total: st, Parts: addingUp(parts, st.Value), Complete: true})
			parts = nil
			continue
		}
		if len(parts) > 0 && parts[len(parts)-1].Unit != st.Unit {
			parts = nil
		}
		parts = append(slices.Clone(parts), st)
	}
	return found
}

// addingUp are the last of the parts that add up to a total, or all of them where
// none do: numbers of something else may stand before the list.
func addingUp(parts []Statement, total int64) []Statement {
	for first := range parts[:len(parts)-1] {
		b := Breakdown{Parts: parts[first:]}
		if b.Sum() == total {
			return b.Parts
		}
	}
	return parts
}

// clauseLength is how many tokens stand before token i in its clause.
func clauseLength(s *scan, i int) int {
	length := 0
	for i-length > 0 && !isBreak(s.tokens[i-length-1]) && s.tokens[i-length-1].kind != numeral {
		length++
	}
	return length
}

// sideBySide reads 主动公开政府信息5条，公开指南1条，公开目录1条 as four classes beside
// each other: the first is then not the total but the information proper.
func sideBySide(s *scan, statements []Statement) {
	total := -1
	for i, st := range statements {
		if slices.Equal(st.Means, []string{"item.total"}) && st.Manner == Stated {
			total = i
			continue
		}
		isClass := len(st.Means) == 1 && strings.HasPrefix(st.Means[0], "item.class.")
		if !isClass || total < 0 || st.Manner != Stated {
			total = -1
			continue
		}
		between := s.text[statements[total].End:st.Start]
		if strings.Contains(between, "其中") || strings.Contains(between, "包括") || strings.ContainsAny(between, "（(：:") {
			return
		}
		statements[total].Means = []string{"item.class.information"}
		return
	}
}
