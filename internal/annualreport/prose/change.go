package prose

import "strings"

// change reads a number as the change of the figure stated before it, or of the
// one its own clause names.
func (s *scan) change(st *Statement, zone []token) {
	st.Manner = Changed
	for _, t := range zone {
		if t.kind != changed {
			continue
		}
		word := s.text[t.start:t.end]
		if strings.Contains(word, "减少") || strings.Contains(word, "下降") || strings.Contains(word, "少了") {
			st.Value, st.Low, st.High = -st.Value, -st.High, -st.Low
			break
		}
	}
	// 上年 in “比上年增加” says what the change is measured against, not whose it is.
	st.Scope = Own
	if !hasLabel(zone) && !has(zone, unknown) && !s.afterParts(st.Start) {
		st.Means = s.last
	}
}

// afterParts reports whether parts of a whole stand last before an offset: 收到12件，
// 其中自然人10件，同比增长20% does not say which of the two has grown.
func (s *scan) afterParts(offset int) bool {
	before := s.text[s.sentence.Start:max(offset, s.sentence.Start)]
	at := strings.LastIndex(before, "其中")
	return at >= 0 && !strings.ContainsAny(before[at:], "；;）)")
}
