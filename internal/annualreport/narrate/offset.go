package narrate

import (
	"slices"
)

// Stretch says which bytes of the body a stretch of the text comes from.
type Stretch struct {
	Start, End         int // in Rendered.Text
	BodyStart, BodyEnd int
	Verbatim           bool // typed as it reads; else a binding stands in the body
}

// BodyOffset maps a byte offset of the text to one of the body: the same letter
// where the text was typed, the beginning of the binding elsewhere. It reports
// false outside the text.
func (r Rendered) BodyOffset(at int) (int, bool) {
	i, found := slices.BinarySearchFunc(r.Stretches, at, func(s Stretch, at int) int {
		switch {
		case s.End <= at:
			return -1
		case s.Start > at:
			return 1
		}
		return 0
	})
	if !found {
		return 0, false
	}
	s := r.Stretches[i]
	if !s.Verbatim {
		return s.BodyStart, true
	}
	return s.BodyStart + at - s.Start, true
}
