package reading

import "unicode"

// labelRunes are the characters of a label that count in a comparison: no blanks,
// no punctuation, which readers of files and of pictures lose.
func labelRunes(text string) []rune {
	var kept []rune
	for _, r := range text {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0x2E80 && unicode.Is(unicode.Han, r) {
			kept = append(kept, r)
		}
	}
	return kept
}

// likeness is how alike two labels are, 0 to 1: twice the longest common
// subsequence over both lengths.
func likeness(a, b []rune) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return 2 * float64(commonLength(a, b)) / float64(len(a)+len(b))
}

// commonLength is the length of the longest common subsequence.
func commonLength(a, b []rune) int {
	row := make([]int, len(b)+1)
	for _, r := range a {
		diagonal := 0
		for j, s := range b {
			above := row[j+1]
			switch {
			case r == s:
				row[j+1] = diagonal + 1
			case row[j] > above:
				row[j+1] = row[j]
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// wording is one way in which a statutory label is printed.
type wording struct {
	runes []rune
	set   runeSet
}

func newWording(text string) wording {
	w := wording{runes: labelRunes(text)}
	for _, r := range w.runes {
		w.set.add(r)
	}
	return w
}

// runeSet holds characters by hash: what it does not hold is surely not among them.
// It spares most comparisons.
type runeSet [4]uint64

func (s *runeSet) add(r rune) { h := hash(r); s[h>>6] |= 1 << (h & 63) }

func hash(r rune) uint32 { return uint32(r) * 2654435761 >> 24 }

// bound is a likeness that the label, its head and its tail cannot exceed.
func (w wording) bound(label []rune) float64 {
	hits := 0
	for _, r := range label {
		h := hash(r)
		if w.set[h>>6]&(1<<(h&63)) != 0 {
			hits++
		}
	}
	return min(1, float64(hits)/float64(min(len(label), len(w.runes))))
}

// mostFragments is how many pieces a label may have been broken into.
const mostFragments = 5

// closeness is how well the last fragments of a label, put together, fit one of
// the wordings of a statutory label. Fragments before them belong to groups or to
// the row above.
func closeness(fragments [][]rune, wordings []wording) float64 {
	best := 0.0
	var joined []rune
	for k := 1; k <= len(fragments) && k <= mostFragments && best < 1; k++ {
		fragment := fragments[len(fragments)-k]
		joined = append(append(make([]rune, 0, len(fragment)+len(joined)), fragment...), joined...)
		if len(joined) > 2*longestLabel {
			break
		}
		if len(joined) == 0 {
			continue
		}
		for _, w := range wordings {
			if w.bound(joined) <= max(best, leastByOrder) {
				continue
			}
			best = max(best, likeness(joined, w.runes), tailLikeness(joined, w.runes), headLikeness(joined, w.runes))
		}
	}
	return best
}

// tailLikeness looks at the end of a label that has more in front, such as the label
// of its group run into it. It is worth a little less than the whole.
func tailLikeness(label, wording []rune) float64 {
	const worth = 0.95
	if len(label) <= len(wording)+1 || len(wording) < 4 {
		return 0
	}
	return worth * likeness(label[len(label)-len(wording):], wording)
}

// headLikeness looks at a label of which the end was lost or stands after the figures.
func headLikeness(label, wording []rune) float64 {
	const worth = 0.85
	const shortest = 6
	if len(label) < shortest || len(label) >= len(wording) {
		return 0
	}
	return worth * likeness(label, wording[:len(label)])
}
