package prose

import (
	"slices"
	"strings"
)

// Breakdown is a total with the parts that a sentence lists for it.
type Breakdown struct {
	Total Statement
	Parts []Statement
	// Complete is false when the words leave it open whether all parts are listed.
	Complete bool
}

// Sum adds up the parts.
func (b Breakdown) Sum() int64 {
	var sum int64
	for _, p := range b.Parts {
		sum += p.Value
	}
	return sum
}

// breakdowns finds the totals of a sentence with their parts. It completes the
// meaning of statements that only their parts decide.
func breakdowns(s *scan, statements []Statement) []Breakdown {
	var found []Breakdown
	for i, t := range s.tokens {
		if t.kind != numeral || !divisible(s, i, statements) {
			continue
		}
		parts, complete := partsOf(s, i, statements)
		if len(parts) < 2 {
			continue
		}
		total := &statements[s.of[i]]
		completeMeaning(total, parts)
		found = append(found, Breakdown{Total: *total, Parts: parts, Complete: complete})
	}
	found = append(found, sumsAfterwards(s, statements)...)
	sideBySide(s, statements)
	return append(found, additions(s, statements)...)
}

// divisible reports whether a number can be a total or a part.
func divisible(s *scan, i int, statements []Statement) bool {
	n := s.tokens[i].number
	at, ok := s.of[i]
	return ok && n.Exact() && n.Kind == Count && n.Counting && n.Whole && statements[at].Manner == Stated
}

// partsOf lists the parts after the total at token i: in brackets, after a colon,
// or after 其中.
func partsOf(s *scan, i int, statements []Statement) ([]Statement, bool) {
	at := i + 1
	inBrackets, introduced := false, false
	for at < len(s.tokens) {
		t := s.tokens[at]
		switch {
		case t.kind == opening:
			inBrackets = true
		case t.kind == within || t.kind == comma && (t.sign == '：' || t.sign == ':'):
			introduced = true
		case t.kind == comma && at == i+1:
		default:
			return collectParts(s, i, at, inBrackets, introduced, statements)
		}
		at++
	}
	return nil, false
}

func collectParts(s *scan, total, at int, inBrackets, introduced bool, statements []Statement) ([]Statement, bool) {
	if !inBrackets && !introduced {
		return nil, false
	}
	var parts []Statement
	complete, decided := true, true
	depth := 0
	whole := statements[s.of[total]]
	for ; at < len(s.tokens); at++ {
		t := s.tokens[at]
		switch t.kind {
		case opening:
			depth++
			continue
		case closing:
			depth--
			if depth < 0 {
				return parts, complete && (inBrackets || len(parts) > 2 || decided)
			}
			continue
		case within:
			complete = false // parts of parts follow
			return parts, complete
		case etcetera:
			// In 计划、动态等共计76条 the list is one of words and not of parts.
			if at+1 == len(s.tokens) || s.tokens[at+1].kind != altogether && s.tokens[at+1].kind != filler {
				complete = false
			}
			continue
		}
		if t.kind != numeral || depth > 0 {
			continue
		}
		if !divisible(s, at, statements) {
			continue
		}
		part := statements[s.of[at]]
		if !partOf(whole.Means, part.Means) || part.Unit != s.tokens[total].number.Unit && !inBrackets && part.Means == nil {
			break
		}
		if !closed(whole.Means, part.Means) {
			complete = false
		}
		decided = decided && part.Means != nil
		parts = append(parts, part)
	}
	return parts, complete && (inBrackets || len(parts) > 2 || decided)
}

// partOf reports whether a figure can be part of another. One that is not decided
// can be; one that is must stand under it.
func partOf(whole, part []string) bool {
	if whole == nil || part == nil {
		return true
	}
	if len(part) == 0 || slices.Equal(whole, part) {
		return false
	}
	for _, p := range part {
		if !slices.ContainsFunc(whole, func(w string) bool { return standsUnder(w, p) }) {
			return false
		}
	}
	return true
}

// standsUnder reports whether one figure is counted within another.
func standsUnder(whole, part string) bool {
	if whole == "item.total" {
		return strings.HasPrefix(part, "item.")
	}
	row, isRequest := strings.CutPrefix(whole, "req.")
	row, isTotal := strings.CutSuffix(row, ".total")
	partRow, partIsRequest := strings.CutPrefix(part, "req.")
	if isRequest && isTotal && partIsRequest {
		partKey, column, _ := strings.Cut(partRow, ".")
		switch {
		case partKey == row:
			return column != "total"
		case row == string(handled):
			return column == "total" && partKey != string(carriedOut)
		case row == string(received):
			return column == "total" && !isPlainAct(act(partKey))
		}
		return column == "total" && strings.HasPrefix(partKey, row+"_")
	}
	block, wholeIsTotal := strings.CutSuffix(whole, ".total")
	return wholeIsTotal && strings.HasPrefix(part, block+".")
}

// closed is false where the parts need not add up: results listed under what was
// received leave out what is still open.
func closed(whole, part []string) bool {
	if len(whole) != 1 || len(part) == 0 {
		return true
	}
	return whole[0] != "req.received_new.total" || strings.HasPrefix(part[0], "req.received_new.")
}

// completeMeaning reads 办理申请6件，其中新收5件、上年结转1件 as what was received and
// carried in, since its parts say so.
func completeMeaning(total *Statement, parts []Statement) {
	fresh, carried := "req."+string(received)+".total", "req."+string(carriedIn)+".total"
	for _, name := range []string{fresh, carried} {
		if !slices.ContainsFunc(parts, func(p Statement) bool { return slices.Equal(p.Means, []string{name}) }) {
			return
		}
	}
	total.Means = []string{fresh, carried}
}
