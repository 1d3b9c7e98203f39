package prose

import (
	"strings"
	"unicode/utf8"
)

// Span is a stretch of a text by byte offsets.
type Span struct{ Start, End int }

// Of is the stretch itself.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// longestSentence is the length in bytes from which a stretch is cut at the next
// comma or blank: a page that lost its full stops must not cost more than its length.
const longestSentence = 3000

// Sentences splits a text at full stops, question and exclamation marks and line
// ends. The stretches hold no blanks at their ends and do not overlap.
func Sentences(text string) []Span {
	var spans []Span
	start := 0
	add := func(end int) {
		piece := text[start:end]
		trimmed := strings.TrimSpace(piece)
		if trimmed != "" {
			from := start + strings.Index(piece, trimmed)
			spans = append(spans, Span{from, from + len(trimmed)})
		}
	}
	for at, r := range text {
		if r == '\n' || r == '\r' {
			add(at)
			start = at + 1
			continue
		}
		tooLong := at-start >= longestSentence && strings.ContainsRune("，,；; \t、", r) || at-start >= 2*longestSentence
		if tooLong || strings.ContainsRune("。！？!?", r) {
			_, size := utf8.DecodeRuneInString(text[at:])
			end := at + size
			add(end)
			start = end
		}
	}
	add(len(text))
	return spans
}
