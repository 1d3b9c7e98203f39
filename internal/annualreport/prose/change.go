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
	if !hasLabel(zone) && !has(zone, unknown) {
		st.Means = s.last
	}
}
