package source

import (
	"strings"

	"gongkai/internal/annualreport/reading"
)

// readText hands over the lines of plain text with their numbers, tabs and blanks
// included. Lines that once were a table stay lines: what they were is for the
// reading to find out.
func readText(b *builder, text string) {
	number := 0
	for line := range strings.SplitSeq(unixLines(text), "\n") {
		number++
		if strings.TrimSpace(line) != "" {
			b.add(reading.Block{Text: line, Place: reading.Place{Line: number}})
		}
		if b.full() {
			return
		}
	}
}

// unixLines ends every line with "\n" alone. Form feeds and Unicode's separators end
// no line for an editor, so they become blanks.
func unixLines(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", " ", "\u2028", " ", "\u2029", " ", "\ufeff", "").Replace(text)
}
