package prose

// scan reads one sentence.
type scan struct {
	text     string
	sentence Span
	marks    []scopeMark
	tokens   []token

	topic  topic       // what was last spoken of
	spoken topic       // what the sentence before spoke of last
	before []Statement // what it stated
	acts   []act       // what was last said of it, in this sentence
	last   []string    // the last figure stated in this sentence
	outer  [][]string  // those before the brackets that are open
	queue  []reading
	// of holds the index of the first statement read from a number token.
	of         map[int]int
	statements []Statement
}

// read reads the sentence from left to right.
func (s *scan) read() {
	s.of = make(map[int]int)
	boundary := -1 // the last token that belongs to an earlier number
	for i, t := range s.tokens {
		switch t.kind {
		case numeral:
			boundary = s.number(i, boundary)
		case negation:
			if i > boundary {
				s.absence(i)
			}
		case comma, opening, closing:
			s.mention(i)
			s.bracket(t.kind)
		case within:
			s.last = nil // 其中甲3件，增长一成: of the whole or of the part
		}
	}
}

// bracket puts back the figure stated before a bracket when it ends, since a change
// behind it is that figure's.
func (s *scan) bracket(k kind) {
	switch k {
	case opening:
		s.outer = append(s.outer, s.last)
	case closing:
		last := len(s.outer) - 1
		if last >= 0 {
			s.last, s.outer = s.outer[last], s.outer[:last]
		}
	}
}

// mention remembers what a clause without number speaks of, so that a bare 收到3件
// after 依申请公开情况： is understood.
func (s *scan) mention(end int) {
	for i := end - 1; i >= 0 && s.tokens[i].kind != comma; i-- {
		t := s.tokens[i]
		if t.kind == numeral || isRemedy(s.topic) && (t.term.act == carriedIn || t.term.act == carriedOut) {
			return
		}
		switch t.term.topic {
		case requestTopic, reviewTopic, suitTopic, directSuitTopic, afterReviewTopic, itemTopic:
			s.topic = t.term.topic
			return
		case rulesTopic, normdocTopic:
			if s.tokens[end].sign == '：' || s.tokens[end].sign == ':' { // 规范性文件：制发件数2件
				s.topic = t.term.topic
				return
			}
		}
	}
}

// groundInBrackets are the words of a bracket that ends before the number at token i, where
// they give the ground of what it counts: 不予公开（三类内部事务信息）2件.
func (s *scan) groundInBrackets(i int) []token {
	if i == 0 || s.tokens[i-1].kind != closing {
		return nil
	}
	from := i - 1
	for from > 0 && s.tokens[from-1].kind != opening {
		from--
	}
	inside := s.tokens[from : i-1]
	for _, t := range inside {
		if t.kind == numeral {
			return nil
		}
	}
	for _, t := range inside {
		if t.term.ground != "" {
			return inside
		}
	}
	return nil
}

// number reads the number at token i and returns the last token used up by it.
func (s *scan) number(i, boundary int) int {
	n := *s.tokens[i].number
	from := s.clauseStart(i, boundary)
	to := s.clauseEnd(i)
	zone := s.tokens[from:i]
	if len(zone) == 0 {
		zone = s.groundInBrackets(i)
	}
	after := s.tokens[i+1 : to]
	st := Statement{
		Text: s.sentence.Of(s.text), Sentence: s.sentence,
		Start: n.Start, End: n.End, Number: n, Value: n.Value, Low: n.Low, High: n.High, Unit: n.Unit,
	}
	st.Scope = s.scopeAt(n.Start)
	for _, t := range zone {
		if t.kind == label && t.start < st.Start {
			st.Start = t.start
		}
	}
	s.of[i] = len(s.statements)
	switch {
	case n.Kind == Percent || has(zone, share):
		st.Manner = Shared
		if has(zone, changed) {
			s.change(&st, zone)
		}
		s.statements = append(s.statements, st)
		return i
	case has(zone, changed):
		s.change(&st, zone)
		s.statements = append(s.statements, st)
		return i
	case has(zone, negation):
		s.statements = append(s.statements, st)
		return i
	}
	st.Named = ledByUnknown(zone)
	used := i
	// Words after the number belong to it unless another number follows them, as in
	// 维持1件纠正0件.
	if len(after) > 0 && after[0].term.way { // 三个渠道 counts the channels
		s.statements = append(s.statements, st)
		return i
	}
	if len(after) > 0 && (to == len(s.tokens) || s.tokens[to].kind != numeral || !hasLabel(zone)) {
		used = to - 1
	} else {
		after = nil
	}
	meanings := s.meanings(zone, after, n)
	if hasLabel(after) && len(meanings) > 0 {
		for _, t := range after {
			if t.kind == label {
				st.End = t.end
			}
		}
	}
	if len(meanings) == 0 {
		meanings = [][]string{nil}
	}
	for _, means := range meanings {
		st.Means = means
		s.statements = append(s.statements, st)
		if means != nil {
			s.last = means
		}
	}
	return used
}

// clauseStart is the first token that may speak of the number at token i: its
// clause, or the clause before when its own holds no label, as in 行政复议，共1件.
func (s *scan) clauseStart(i, boundary int) int {
	from := i
	for from > boundary+1 && !isBreak(s.tokens[from-1]) {
		from--
	}
	own := s.tokens[from:i]
	if hasLabel(own) || has(own, unknown) || has(own, within) || has(own, beyond) || has(own, limiting) || has(own, changed) || has(own, share) {
		return from
	}
	if from == boundary+1 || s.tokens[from-1].kind != comma {
		return from
	}
	earlier := from - 1
	for earlier > boundary+1 && !isBreak(s.tokens[earlier-1]) {
		earlier--
	}
	if has(s.tokens[earlier:from], negation) {
		return from
	}
	return earlier
}

// clauseEnd is where the words after the number at token i end.
func (s *scan) clauseEnd(i int) int {
	to := i + 1
	for to < len(s.tokens) {
		switch s.tokens[to].kind {
		case comma, opening, closing, numeral, connector, within, beyond, altogether, severally, negation, changed:
			return to
		}
		to++
	}
	return to
}

func isBreak(t token) bool {
	return t.kind == comma || t.kind == opening || t.kind == closing
}

func has(tokens []token, k kind) bool {
	for _, t := range tokens {
		if t.kind == k {
			return true
		}
	}
	return false
}

func hasLabel(tokens []token) bool { return has(tokens, label) }
