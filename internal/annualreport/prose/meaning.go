package prose

import "slices"

// meanings decides which figures a number states from the words before and after
// it; none when they do not decide it.
func (s *scan) meanings(zone, after []token, n Number) [][]string {
	if !hasLabel(zone) && !hasLabel(after) {
		s.leave(zone, after, n)
		if s.topic == trainingTopic && slices.Contains([]string{"人次", "人", "名"}, n.Unit) && !has(zone, unknown) && !has(zone, limiting) && !has(after, unknown) {
			return [][]string{{"training.attendees"}} // 举办培训2期，60人次参加
		}
		return s.queued(zone, n)
	}
	s.queue = nil
	zone = elideWays(elide(zone))
	if !clearWords(zone) || has(after, unknown) || has(after, limiting) {
		s.leave(zone, after, n)
	}
	if !clearWords(zone) || has(after, unknown) || has(after, limiting) || !n.Whole && n.Kind == Count {
		return nil
	}
	readings := groups(zone)
	trailing := groups(after)
	for i, t := range trailing {
		if i == 0 && len(readings) > 0 {
			readings[len(readings)-1].join(t)
			continue
		}
		readings = append(readings, t)
	}
	if has(zone, severally) {
		return s.inOrder(readings, n)
	}
	heads := 0
	for i := range readings {
		if readings[i].heads() {
			heads++
		}
	}
	if heads <= 1 {
		whole := reading{led: ledByUnknown(zone), rest: beginsAmidList(zone)}
		for _, r := range readings {
			whole.join(r)
		}
		return s.resolve(whole, n, has(zone, altogether))
	}
	return s.several(readings, n, zone)
}

// beginsAmidList reports whether a stretch goes on with a list: 网站（主站）、公众号公开9条.
func beginsAmidList(zone []token) bool { return len(zone) > 0 && zone[0].kind == connector }

// several reads one number for a list of things: each of them where the words say
// so or there is none, their sum after 共, else undecided.
func (s *scan) several(readings []reading, n Number, zone []token) [][]string {
	shareActs(readings)
	var each [][]string
	for _, r := range readings {
		if !r.heads() {
			continue
		}
		meanings := s.resolve(r, n, false)
		if len(meanings) != 1 {
			return nil
		}
		each = append(each, meanings[0])
	}
	if has(zone, evenly) || n.Value == 0 && n.Exact() {
		return each
	}
	if !has(zone, altogether) && !areResults(readings) {
		return nil
	}
	var sum []string
	for _, means := range each {
		sum = union(sum, means)
	}
	return [][]string{sum}
}

// areResults reports whether all readings are results of requests. A request has
// one result, so that a number of several is their sum: 予以公开或部分公开6件.
func areResults(readings []reading) bool {
	return !slices.ContainsFunc(readings, func(r reading) bool {
		return len(r.acts) != 1 || isPlainAct(r.acts[0]) || r.topic != requestTopic || len(r.columns) > 0
	})
}

// leave ends the topic where a number of cases speaks of something else, so that
// 收到信访件9件，办结9件 is not read as requests that were closed.
func (s *scan) leave(zone, after []token, n Number) {
	partOf := has(zone, within) || has(zone, limiting) || has(zone, share) || has(zone, changed)
	if s.topic != requestTopic || !countsPieces(n) || partOf || s.inBrackets(n) {
		return
	}
	var r reading
	for _, t := range append(slices.Clone(zone), after...) {
		r.add(t)
	}
	if r.topic == foreignTopic || has(zone, unknown) && r.topic == noTopic && len(r.acts) <= 1 && (len(r.acts) == 0 || r.does(received, handled, worked)) {
		s.topic, s.acts = foreignTopic, nil
	}
}

// inBrackets reports whether a number stands in brackets of its sentence.
func (s *scan) inBrackets(n Number) bool {
	depth := 0
	for _, t := range s.tokens {
		if t.start >= n.Start {
			break
		}
		switch t.kind {
		case opening:
			depth++
		case closing:
			depth--
		}
	}
	return depth > 0
}

// shareActs gives acts that were said once to all of a list: 行政复议、行政诉讼维持.
func shareActs(readings []reading) {
	var acts []act
	for _, r := range readings {
		acts = union(acts, r.acts)
	}
	for i := range readings {
		if len(readings[i].acts) == 0 {
			readings[i].acts = acts
		}
	}
}

// inOrder reads the first of the numbers that follow 分别 and keeps the rest of the
// list for the next ones.
func (s *scan) inOrder(readings []reading, n Number) [][]string {
	shareActs(readings)
	for i := range readings {
		if readings[i].topic == noTopic && i > 0 {
			readings[i].topic = readings[i-1].topic
		}
	}
	if len(readings) < 2 {
		return nil
	}
	s.queue = readings[1:]
	return s.resolve(readings[0], n, false)
}

// queued reads a number without words of its own by its place after 分别.
func (s *scan) queued(zone []token, n Number) [][]string {
	if len(s.queue) == 0 || has(zone, unknown) {
		return nil
	}
	next := s.queue[0]
	s.queue = s.queue[1:]
	return s.resolve(next, n, false)
}
