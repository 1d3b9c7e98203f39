package prose

// meanings decides which figures a number states from the words before and after
// it; none when they do not decide it.
func (s *scan) meanings(zone, after []token, n Number) [][]string {
	if !hasLabel(zone) && !hasLabel(after) {
		return s.queued(zone, n)
	}
	s.queue = nil
	zone = elide(zone)
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
		var whole reading
		for _, r := range readings {
			whole.join(r)
		}
		return s.resolve(whole, n, has(zone, altogether))
	}
	return s.several(readings, n, zone)
}

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
	if !has(zone, altogether) {
		return nil
	}
	var sum []string
	for _, means := range each {
		sum = union(sum, means)
	}
	return [][]string{sum}
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
