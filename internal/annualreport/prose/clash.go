package prose

// Clash is a reason and a result in one clause that belong to different groups of
// table three, such as 不掌握 with 不予公开.
type Clash struct {
	Start, End int
	Ground     string // the words of the reason
	Said       string // the words of the result
	Row        string // key of the row the reason belongs to, such as "unable_not_held"
	Group      string // the group of that row: denied, unable, refused or other
}

// clashes finds reasons whose clause names another result.
func clashes(s *scan) []Clash {
	var found []Clash
	start := 0
	for i := 0; i <= len(s.tokens); i++ {
		if i < len(s.tokens) && !isBreak(s.tokens[i]) && s.tokens[i].kind != numeral {
			continue
		}
		c, ok := s.clash(s.tokens[start:i])
		if ok {
			found = append(found, c)
		}
		start = i + 1
	}
	return found
}

// clash looks for a reason followed by a result of another group.
func (s *scan) clash(clause []token) (Clash, bool) {
	var reason *token
	for i, t := range clause {
		if t.kind != label {
			continue
		}
		if t.term.ground != "" {
			reason = &clause[i]
			continue
		}
		if reason == nil || !isBucket(t.term.act) {
			continue
		}
		if string(t.term.act) != reason.term.ground {
			return Clash{
				Start: reason.start, End: t.end,
				Ground: s.text[reason.start:reason.end], Said: s.text[t.start:t.end],
				Row: string(reason.term.act), Group: reason.term.ground,
			}, true
		}
		reason = nil
	}
	return Clash{}, false
}

func isBucket(a act) bool {
	for _, b := range buckets {
		if a == b {
			return true
		}
	}
	return false
}
