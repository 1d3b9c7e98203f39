package indexno

import (
	"strings"
	"unicode"
)

// Clean turns what a person typed or a page showed into what Parse reads: it
// folds full-width characters, the various dashes and slashes and small letters,
// and drops the label, spaces and invisible characters. It checks nothing.
func Clean(s string) string {
	folded := strings.Map(fold, s)
	for _, label := range []string{"索引号", "索引號"} {
		folded = strings.TrimPrefix(folded, label)
	}
	return strings.TrimPrefix(folded, ":")
}

// fold reports the plain form of a character, negative to drop it.
func fold(r rune) rune {
	switch {
	case unicode.IsSpace(r), unicode.Is(unicode.Cf, r), unicode.IsControl(r):
		return -1
	case r >= '！' && r <= '～': // the full-width forms of ! to ~, in the same order
		return unicode.ToUpper(r - '！' + '!')
	case r >= 'a' && r <= 'z':
		return r - 'a' + 'A'
	}
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹣', '﹘':
		return '-'
	case '⁄', '∕':
		return '/'
	case '：', '︰':
		return ':'
	}
	return r
}
