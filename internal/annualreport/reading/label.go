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

// mostFragments is how many pieces a label may have been broken into.
const mostFragments = 5

// closeness is how well the last fragments of a label, put together, fit one of
// the wordings of a statutory label. Fragments before them belong to groups or to
// the row above.
func closeness(fragments [][]rune, wordings [][]rune) float64 {
	best := 0.0
	var joined []rune
	for k := 1; k <= len(fragments) && k <= mostFragments; k++ {
		fragment := fragments[len(fragments)-k]
		joined = append(append(make([]rune, 0, len(fragment)+len(joined)), fragment...), joined...)
		if len(joined) > 2*longestLabel {
			break
		}
		for _, wording := range wordings {
			best = max(best, likeness(joined, wording), tailLikeness(joined, wording), headLikeness(joined, wording))
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
