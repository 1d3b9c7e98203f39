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
	// Some is true where the words only promise some of the parts (其中), Open where
	// they say that there are more (等) or the parts are counted in several units.
	Some, Open bool
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
		includeCarried(s, i, statements)
		b, ok := partsOf(s, i, statements)
		if !ok {
			continue
		}
		total := &statements[s.of[i]]
		completeMeaning(total, b.Parts)
		b.Total = *total
		found = append(found, b)
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
func partsOf(s *scan, i int, statements []Statement) (Breakdown, bool) {
	l := partList{scan: s, statements: statements, whole: statements[s.of[i]], Breakdown: Breakdown{Complete: true}}
	for at := i + 1; at < len(s.tokens); at++ {
		t := s.tokens[at]
		switch {
		case t.kind == opening:
			l.inBrackets = true
		case t.kind == within:
			l.introduced = true
			l.Some = l.Some || s.reads(at, someWords...)
		case t.kind == comma && (t.sign == '：' || t.sign == ':'):
			l.introduced = true
		case t.kind == comma && at == i+1:
		case !l.inBrackets && !l.introduced:
			return Breakdown{}, false
		default:
			l.collect(at)
			return l.Breakdown, len(l.Parts) > 1
		}
	}
	return Breakdown{}, false
}

// someWords introduce parts of which more may be left out.
var someWords = []string{"其中", "含", "包括", "包含", "主要包括"}

// partList is a list of parts while it is being read.
type partList struct {
	Breakdown
	scan                   *scan
	statements             []Statement
	whole                  Statement
	inBrackets, introduced bool
	decided                bool
	semicolons             bool // the parts are set apart by semicolons
	depth                  int
}

// collect takes up the parts from token at on.
func (l *partList) collect(at int) {
	l.decided = true
	for ; at < len(l.scan.tokens); at++ {
		if l.ends(at) {
			break
		}
		if l.scan.tokens[at].kind == numeral && l.depth == 0 && !l.take(at) {
			break
		}
	}
	l.Complete = l.Complete && (l.inBrackets || len(l.Parts) > 2 || l.decided)
	if l.namesRest() {
		l.Some = false
	}
}

// ends reports whether the list ends before a token, and notes what its words say.
func (l *partList) ends(at int) bool {
	t := l.scan.tokens[at]
	switch t.kind {
	case opening:
		l.depth++
	case closing:
		l.depth--
		return l.depth < 0
	case within:
		if l.depth == 0 {
			l.Complete = false // parts of parts follow
			return true
		}
	case beyond:
		return l.depth == 0
	case etcetera:
		// In 计划、动态等共计76条 the list is one of words and not of parts.
		next := at + 1
		if next == len(l.scan.tokens) || l.scan.tokens[next].kind != altogether && l.scan.tokens[next].kind != filler {
			l.Complete, l.Open = false, true
		}
		return len(l.Parts) > 1 && (next == len(l.scan.tokens) || isBreak(l.scan.tokens[next]))
	case comma:
		semicolon := t.sign == '；' || t.sign == ';'
		if len(l.Parts) > 1 && l.depth == 0 && semicolon && !l.semicolons {
			return true // the parts before were set apart by commas
		}
		l.semicolons = l.semicolons || semicolon
	}
	return false
}

// take adds the number at a token, and reports false where the list ends before it.
func (l *partList) take(at int) bool {
	if !divisible(l.scan, at, l.statements) {
		if n := l.scan.tokens[at].number; n.Kind == Count && n.Unit == l.whole.Unit {
			l.Complete, l.Open = false, true // about so many
		}
		return true
	}
	part := l.statements[l.scan.of[at]]
	if part.Scope != l.whole.Scope && part.Scope != Below {
		return true // 3件（上年4件、前年7件）
	}
	if len(l.Parts) > 0 && l.Sum() == l.whole.Value && part.Value > 0 {
		return false // another way of dividing the same whole, or something else
	}
	sameUnit := part.Unit == l.whole.Unit
	switch {
	case !partOf(l.whole.Means, part.Means):
		return false
	case !sameUnit && part.Means == nil && !l.inBrackets:
		if !slices.Contains(listedUnits, part.Unit) {
			l.Complete = false
			return false
		}
		l.Complete, l.Open = false, true
	}
	if !closed(l.whole.Means, part.Means) {
		l.Complete = false
	}
	l.decided = l.decided && part.Means != nil
	l.Parts = append(l.Parts, part)
	return true
}

// listedUnits are units in which reports count the parts of one number side by side.
var listedUnits = append([]string{"期", "部", "张", "册", "幅"}, pieces...)

// namesRest reports whether the last part is that of all others: then nothing is
// left out.
func (l *partList) namesRest() bool {
	if len(l.Parts) < 2 {
		return false
	}
	last := l.Parts[len(l.Parts)-1]
	before := l.Parts[len(l.Parts)-2]
	if before.End > last.End {
		return false
	}
	words := l.scan.text[before.End:last.End]
	return strings.Contains(words, "其他") || strings.Contains(words, "其它") || strings.Contains(words, "其余")
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
	if strings.HasPrefix(whole, "item.channel.") {
		return strings.HasPrefix(part, "item.class.")
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
			return column == "total" && !isPlainAct(act(partKey))
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

// includeCarried reads 共收到申请9件（含上年结转2件） as what was received and carried in.
func includeCarried(s *scan, i int, statements []Statement) {
	fresh, carried := []string{"req." + string(received) + ".total"}, []string{"req." + string(carriedIn) + ".total"}
	total := &statements[s.of[i]]
	if !slices.Equal(total.Means, fresh) {
		return
	}
	included := false
	for at := i + 1; at < len(s.tokens); at++ {
		switch s.tokens[at].kind {
		case within:
			included = true
		case comma, opening:
			if at > i+1 {
				return
			}
		case numeral:
			index, ok := s.of[at]
			if ok && included && slices.Equal(statements[index].Means, carried) {
				total.Means = append(slices.Clone(fresh), carried...)
			}
			return
		case closing, beyond:
			return
		}
	}
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
