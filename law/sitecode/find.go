package sitecode

import (
	"regexp"
	"strings"
	"unicode"
)

// The labels anchor each search: a bare run of digits on a page may be anything.
// Between a label and its number stand at most a few signs; digits may be spaced.
var (
	siteInText   = regexp.MustCompile(`标识码[^0-9A-Za-z\n]{0,8}((?:[Bb][Mm] ?)?\d(?: ?\d)*)`)
	policeInText = regexp.MustCompile(`(?:网安备|公安备案)案?[^0-9\n]{0,8}(\d(?: ?\d)*)`)
	icpInText    = regexp.MustCompile(`(\p{Han}) ?[Ii][Cc][Pp] ?备案? ?(\d(?: ?\d)*) ?号(?: ?- ?(\d+)([A-Za-z]?))?`)
)

// FindSite reports the site identification codes that a text names by their label
// 标识码, in order, each once. What is labelled so but is no code is left out.
func FindSite(text string) []Site {
	var found []Site
	for _, m := range siteInText.FindAllStringSubmatch(plain(text), -1) {
		code, err := first(m[1], ParseSite)
		if err == nil {
			found = appendNew(found, code)
		}
	}
	return found
}

// FindPolice reports the public-security record numbers that a text names by
// 网安备 or 公安备案, in order, each once.
func FindPolice(text string) []Police {
	var found []Police
	for _, m := range policeInText.FindAllStringSubmatch(plain(text), -1) {
		number, err := first(m[1], ParsePolice)
		if err == nil {
			found = appendNew(found, number)
		}
	}
	return found
}

// FindICP reports the ICP record numbers in a text, in order, each once.
func FindICP(text string) []ICP {
	var found []ICP
	for _, m := range icpInText.FindAllStringSubmatch(plain(text), -1) {
		official := m[1] + "ICP备" + joined(m[2]) + "号"
		if m[3] != "" {
			official += "-" + m[3] + strings.ToUpper(m[4])
		}
		number, err := ParseICP(official)
		if err == nil {
			found = appendNew(found, number)
		}
	}
	return found
}

// first reads the number at the head of spaced groups: the first group alone if
// that is one, else the first two joined, and so on. What follows is something
// else, such as a telephone number.
func first[T any](groups string, parse func(string) (T, error)) (T, error) {
	head := ""
	for _, group := range strings.Fields(groups) {
		head += group
		number, err := parse(head)
		if err == nil {
			return number, nil
		}
		if len(head) > longest {
			break // hostile text may go on for a megabyte
		}
	}
	return parse(head)
}

// longest is the length of the longest number that first reads, a police one.
const longest = 14

func joined(digits string) string { return strings.ReplaceAll(digits, " ", "") }

func appendNew[T comparable](found []T, next T) []T {
	for _, f := range found {
		if f == next {
			return found
		}
	}
	return append(found, next)
}

// plain folds full-width characters, dashes and the traditional forms of the
// labels, drops invisible characters and joins runs of spaces, so that the
// patterns see one way of writing. Line breaks stay: a number does not cross one.
func plain(text string) string {
	folded := strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r':
			return '\n'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r), unicode.IsControl(r):
			return -1
		case r >= '！' && r <= '～': // the full-width forms of ! to ~, in the same order
			return r - '！' + '!'
		}
		switch r {
		case '‐', '‑', '‒', '–', '—', '―', '−', '﹣':
			return '-'
		case '網':
			return '网'
		case '備':
			return '备'
		case '號':
			return '号'
		case '標':
			return '标'
		case '識':
			return '识'
		case '碼':
			return '码'
		}
		return r
	}, text)
	for strings.Contains(folded, "  ") {
		folded = strings.ReplaceAll(folded, "  ", " ")
	}
	return folded
}
