package docx

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// measure is the width of text in Chinese characters: Latin letters, digits and
// ASCII signs take half of one. Of several lines the widest counts.
func measure(text string) float64 {
	widest := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		width := 0.0
		for _, r := range line {
			if r < 0x2000 {
				width += 0.5
			} else {
				width++
			}
		}
		widest = max(widest, width)
	}
	return widest
}

// enumerator is the number that opens a label: “三、”, “（三）” or “3.”.
var enumerator = regexp.MustCompile(`^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|[0-9]+[.．])`)

// fold breaks a label that is wider than room (in characters) where a reader
// would: after its number, before a bracketed remark, after a comma, in even
// groups or between words. A label that fits or that its composer has broken is
// returned as it is.
func fold(label string, room float64) string {
	if measure(label) <= room || strings.Contains(label, "\n") {
		return label
	}
	number := enumerator.FindString(label)
	if number != "" && room < 8 && measure(number) <= room && measure(label[len(number):]) <= room {
		return number + "\n" + label[len(number):]
	}
	if at := strings.LastIndex(label, "（"); at > 0 {
		if broken, ok := divide(label, at, room); ok {
			return broken
		}
	}
	if broken, ok := foldAtComma(label, room); ok {
		return broken
	}
	if number == "" && room < 5 {
		return foldEvenly(label, room)
	}
	return strings.Join(wrap(label, room), "\n")
}

// divide breaks label at a byte position if both halves fit.
func divide(label string, at int, room float64) (string, bool) {
	if measure(label[:at]) > room || measure(label[at:]) > room {
		return label, false
	}
	return label[:at] + "\n" + label[at:], true
}

// foldAtComma takes the comma or colon that leaves the most even halves.
func foldAtComma(label string, room float64) (string, bool) {
	best, found := label, false
	width := room + 1
	for at, r := range label {
		if !strings.ContainsRune("，、：；", r) {
			continue
		}
		broken, ok := divide(label, at+utf8.RuneLen(r), room)
		if ok && measure(broken) < width {
			best, found, width = broken, true, measure(broken)
		}
	}
	return best, found
}

// foldEvenly breaks a short head such as 社会公益组织 into groups of the same
// length, pairs before triples, because Chinese words are mostly pairs. A head
// that is not all Chinese is left alone: its digits belong together.
func foldEvenly(label string, room float64) string {
	letters := []rune(label)
	if float64(len(letters)) != measure(label) || room < 2 {
		return label
	}
	group := 2
	for _, n := range []int{4, 2, 3} {
		if float64(n) <= room && len(letters)%n == 0 {
			group = n
			break
		}
	}
	var lines []string
	for start := 0; start < len(letters); start += group {
		lines = append(lines, string(letters[start:min(start+group, len(letters))]))
	}
	return strings.Join(lines, "\n")
}
