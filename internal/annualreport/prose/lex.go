package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a sentence, a sign or a number.
type token struct {
	start, end int
	kind       kind
	term       term
	number     *Number
	sign       rune // of a break or bracket
}

var signs = map[rune]kind{
	'，': comma, ',': comma, '；': comma, ';': comma, '：': comma, ':': comma,
	'（': opening, '(': opening, '[': opening, '【': opening, '）': closing, ')': closing, ']': closing, '】': closing,
}

// ignored signs stand for nothing.
const ignored = "“”\"‘’'《》〈〉。！？!?…·*|"

// lex splits a stretch of text into tokens. The numbers are those of the text; the
// words that depend on the report year come before the others.
func lex(text string, within Span, numbers []Number, ofYear vocabulary) []token {
	var tokens []token
	next := 0
	for next < len(numbers) && numbers[next].Start < within.Start {
		next++
	}
	for at := within.Start; at < within.End; {
		if next < len(numbers) && numbers[next].Start == at && numbers[next].End <= within.End {
			n := &numbers[next]
			tokens = append(tokens, token{start: at, end: n.End, kind: numeral, number: n})
			at = n.End
			next++
			continue
		}
		for next < len(numbers) && numbers[next].Start <= at {
			next++ // swallowed by a word
		}
		word, t, ok := ofYear.at(text[at:within.End])
		if !ok {
			word, t, ok = words.at(text[at:within.End])
		}
		if ok && t.kind == comma && !startsHeading(tokens) {
			// In 没有行政复议、行政诉讼情况 the words of a heading are none.
			word, t, ok = words.shorter(text[at:within.End], len(word))
		}
		if ok {
			tokens = append(tokens, token{start: at, end: at + len(word), kind: t.kind, term: t})
			at += len(word)
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		tokens = appendRune(tokens, r, at, at+size)
		at += size
	}
	return tokens
}

// startsHeading reports whether a heading may stand after the tokens: at the beginning
// of a sentence, after its number or a break.
func startsHeading(tokens []token) bool {
	if len(tokens) == 0 {
		return true
	}
	last := tokens[len(tokens)-1]
	return isBreak(last) || last.kind == connector && len(tokens) <= 2 || last.kind == unknown && len(tokens) == 1
}

// appendRune adds a sign, or a rune that no word begins with.
func appendRune(tokens []token, r rune, start, end int) []token {
	sign, isSign := signs[r]
	if r == '\t' { // between the cells of a table
		sign, isSign = comma, true
	}
	_, isDigit := digitOf(r)
	switch {
	case isSign:
		return append(tokens, token{start: start, end: end, kind: sign, sign: r})
	case unicode.IsSpace(r) || strings.ContainsRune(ignored, r):
		return tokens
	case isDigit: // of a date or an ordinal, which Numbers left out
		return append(tokens, token{start: start, end: end, kind: filler})
	}
	last := len(tokens) - 1
	if last >= 0 && tokens[last].kind == unknown && tokens[last].end == start {
		tokens[last].end = end
		return tokens
	}
	return append(tokens, token{start: start, end: end, kind: unknown})
}
