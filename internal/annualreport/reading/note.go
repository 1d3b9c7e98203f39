package reading

import (
	"strings"
	"unicode/utf8"
)

// longestNote is the number of characters of a note to a label that is part of it, as
// in 本年收费金额（单位：万元）.
const longestNote = 8

// withoutNote is a label without the explanation in brackets behind it, which may name
// other rows. （区分处理的，只计这一情形，不计其他情形） is one.
func withoutNote(label string) string {
	text := strings.TrimRight(label, " \t")
	at := strings.IndexAny(text, "（(")
	for at >= 0 {
		note := strings.TrimLeft(text[at:], "（(")
		ends := strings.HasSuffix(text, "）") || strings.HasSuffix(text, ")")
		if at > 0 && ends && utf8.RuneCountInString(note) > longestNote && len(labelRunes(text[:at])) >= 2 {
			return text[:at]
		}
		next := strings.IndexAny(note, "（(")
		if next < 0 {
			break
		}
		at = len(text) - len(note) + next
	}
	return label
}
