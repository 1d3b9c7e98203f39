package prose

import "slices"

// absence reads what the negation at token i says there was none of: all that is
// listed up to the end of its clause, or what stands before a bare 无.
func (s *scan) absence(i int) {
	to := i + 1
	for to < len(s.tokens) && !isBreak(s.tokens[to]) && s.tokens[to].kind != negation {
		to++
	}
	zone := s.tokens[i+1 : to]
	if !hasLabel(zone) {
		if has(zone, unknown) || has(zone, limiting) || has(zone, numeral) {
			return
		}
		zone = s.tokens[s.negatedStart(i):i]
	}
	for _, group := range split(zone) {
		if qualified(group) {
			return // 因答复不当引发的复议、诉讼: what qualifies the first holds for all
		}
		s.absent(i, group)
	}
}

// qualified reports whether words that are not understood stand before
// reconsiderations or suits: there were none of that kind.
func qualified(group []token) bool {
	unclear := false
	for _, t := range group {
		unclear = unclear || t.kind == unknown
		if t.kind == label && isRemedy(t.term.topic) {
			return unclear
		}
	}
	return false
}

// negatedStart is where the words before a bare 无 begin: its clause, or the one
// before a colon.
func (s *scan) negatedStart(i int) int {
	from := i
	for from > 0 && !isBreak(s.tokens[from-1]) {
		from--
	}
	if from == i && from > 0 && (s.tokens[from-1].sign == '：' || s.tokens[from-1].sign == ':') {
		from--
		for from > 0 && !isBreak(s.tokens[from-1]) {
			from--
		}
	}
	return from
}

// split cuts tokens at connectors.
func split(tokens []token) [][]token {
	var parts [][]token
	start := 0
	for i, t := range tokens {
		if t.kind == connector {
			parts = append(parts, tokens[start:i])
			start = i + 1
		}
	}
	return append(parts, tokens[start:])
}

// absent adds the statement that there was none of what a group of words names.
func (s *scan) absent(negated int, group []token) {
	if !hasLabel(group) || has(group, unknown) || has(group, limiting) || has(group, changed) || has(group, share) || has(group, negation) {
		return
	}
	var r reading
	start, end := s.tokens[negated].start, s.tokens[negated].end
	for _, t := range group {
		if t.kind == numeral && (t.number.Value != 1 || !t.number.Chinese) {
			return // 没有5件: not an absence of all
		}
		r.add(t)
		if t.kind == label {
			start, end = min(start, t.start), max(end, t.end)
		}
	}
	results := slices.ContainsFunc(r.acts, func(a act) bool { return !isPlainAct(a) })
	// 未办结 and 未公开 say that something is open, not that nothing was done.
	if r.topic == noTopic || r.does(handled, worked) && !results && len(r.acts) == 1 && r.topic != requestTopic {
		return
	}
	if r.topic == requestTopic && r.does(handled, worked) && !results {
		r.acts = slices.DeleteFunc(r.acts, func(a act) bool { return a == handled || a == worked })
	}
	if r.topic == itemTopic && len(r.channels) > 0 {
		return
	}
	meanings := s.resolve(r, Number{Whole: true}, false)
	if len(meanings) != 1 {
		return
	}
	s.statements = append(s.statements, Statement{
		Text: s.sentence.Of(s.text), Sentence: s.sentence, Start: start, End: end,
		Manner: Absent, Means: meanings[0],
		Scope: s.scopeAt(end),
	})
}

// isPlainAct reports whether an act is no result of a request.
func isPlainAct(a act) bool {
	return slices.Contains([]act{
		received, handled, worked, carriedIn, carriedOut, carry, onward, newly, published, issued, repealed, inForce, collected, amounted, upheld, corrected, otherEnd, pending,
	}, a)
}
