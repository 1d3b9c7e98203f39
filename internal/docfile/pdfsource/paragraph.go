package pdfsource

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// body is how the running text of a file is set.
type body struct {
	left, right float64
	size        float64
	pitch       float64 // between base lines
}

// bodyOf measures the running text: the size that most characters have, the margins
// of long lines and the usual pitch.
func bodyOf(sheets []sheet) body {
	sizes := map[int]int{}
	var pitches []float64
	each := func(visit func(previous, l *line)) {
		for _, s := range sheets {
			var previous *line
			for _, it := range s.items {
				if it.line == nil || it.furniture {
					previous = nil
					continue
				}
				visit(previous, it.line)
				previous = it.line
			}
		}
	}
	each(func(previous, l *line) {
		sizes[int(l.size*2+0.5)] += len(l.glyphs)
		if previous != nil && l.base > previous.base {
			pitches = append(pitches, l.base-previous.base)
		}
	})
	b := body{size: 12}
	most := 0
	for size, n := range sizes {
		if n > most || n == most && float64(size)/2 < b.size {
			most, b.size = n, float64(size)/2
		}
	}
	b.left, b.right = 1e9, 0
	each(func(_, l *line) {
		if b.set(l) && utf8.RuneCountInString(l.text) >= 8 {
			b.left, b.right = min(b.left, l.left), max(b.right, l.right)
		}
	})
	if b.right == 0 {
		b.left, b.right = 0, 1e9 // no line is long enough to go on
	}
	if len(pitches) > 0 {
		slices.Sort(pitches)
		b.pitch = pitches[len(pitches)/2]
	}
	return b
}

// set reports a line in the type of running text.
func (b body) set(l *line) bool { return abs(l.size-b.size) <= 0.15*b.size }

// opening is how chapters, sections and items begin.
var opening = regexp.MustCompile(`^\s*([（(]?[一二三四五六七八九十⼀⼆⼋⼗]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、．])`)

// chapterOpening is how chapters and sections begin; running text that is broken by
// its width hardly ever goes on so.
var chapterOpening = regexp.MustCompile(`^\s*(?:[一二三四五六七八九十⼀⼆⼋⼗]{1,3}、|[（(][一二三四五六七八九十⼀⼆⼋⼗]{1,3}[)）])`)

// goesOn reports that a paragraph goes on in the next line: this one reaches the
// right margin, the next begins at the left one, no farther down than lines are.
// samePage is false where the next line is on the next page.
func (b body) goesOn(l, next *line, samePage bool) bool {
	if len(next.pieces) > 2 || len(l.pieces) > 2 {
		return false
	}
	gap := next.base - l.base
	if b.title(l) && b.title(next) {
		middle := (next.left + next.right - l.left - l.right) / 2
		return samePage && abs(middle) < l.size && abs(l.size-next.size) < 0.1*l.size && gap < 2.5*l.size
	}
	if !b.set(l) || !b.set(next) || l.right < b.right-1.8*b.size || next.left > b.left+0.8*b.size {
		return false
	}
	if samePage && (gap <= 0 || gap > max(1.25*b.pitch, 1.3*b.size)) {
		return false
	}
	if chapterOpening.MatchString(next.text) {
		return false
	}
	return !(opening.MatchString(next.text) && strings.ContainsAny(lastRune(l.text), "。；：！？.;:"))
}

// title reports type so large that only a title has it.
func (b body) title(l *line) bool { return l.size >= 1.25*b.size }

func lastRune(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}

// joinLines puts two lines of a paragraph together. Chinese needs no blank.
func joinLines(a, b string) string {
	r, _ := utf8.DecodeRuneInString(b)
	if wide(a) || wide(string(r)) {
		return a + b
	}
	if strings.HasSuffix(a, "-") {
		return a + b
	}
	return a + " " + b
}
