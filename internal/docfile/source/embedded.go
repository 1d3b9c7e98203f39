package source

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"gongkai/internal/annualreport/reading"
)

// leastEmbedded is the number of bytes from which a string of a program may hold an
// article; mostEmbedded bounds how many strings are looked at, mostUnclosed how many
// quotes that close nothing.
const (
	leastEmbedded = 300
	mostEmbedded  = 100_000
	mostUnclosed  = 500
)

// fewestWords is the number of characters below which a page says nothing itself.
const fewestWords = 200

// embedded is the longest article that stands in a text as a string of a program, as
// sites deliver it that put their pages together in the browser, with the line it
// begins on. It is "" when there is none.
func embedded(text string) (string, int) {
	best, line := "", 0
	at, lines, seen, unclosed := 0, 0, 0, 0
	for seen < mostEmbedded && unclosed < mostUnclosed {
		quote := strings.IndexAny(text[at:], "\"'`")
		if quote < 0 {
			break
		}
		lines += strings.Count(text[at:at+quote], "\n")
		start := at + quote + 1
		length := stringLength(text[start:], text[start-1])
		if length < 0 {
			at = start // a quote in running text, or one that is never closed
			unclosed++
			continue
		}
		body := text[start : start+length]
		if len(body) > len(best) && length >= leastEmbedded && holdsElements(body) {
			best, line = body, lines
		}
		lines += strings.Count(body, "\n")
		at = start + length + 1
		seen++
	}
	return unescaped(best), line
}

// stringLength is how many bytes a string has up to its closing quote; negative when
// it is not closed. Only strings between backquotes reach over lines.
func stringLength(text string, quote byte) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case quote:
			return i
		case '\n':
			if quote != '`' {
				return -1
			}
		}
	}
	return -1
}

// holdsElements reports whether a string, escaped or not, holds paragraphs or tables.
func holdsElements(body string) bool {
	for _, open := range []string{"<p", "<td", "<div", "\\u003cp", "\\u003ctd", "\\u003cdiv", "\\u003Cp", "\\u003Ctd", "\\x3cp", "\\x3ctd", "\\x3Cp"} {
		if strings.Contains(body, open) {
			return true
		}
	}
	return false
}

// unescaped is the text that a string of a program stands for.
func unescaped(body string) string {
	var b strings.Builder
	for i := 0; i < len(body); i++ {
		if body[i] != '\\' || i+1 == len(body) {
			b.WriteByte(body[i])
			continue
		}
		i++
		switch body[i] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r':
		case 'u', 'x':
			digits := map[byte]int{'u': 4, 'x': 2}[body[i]]
			r, ok := escapedRune(body[i+1:], digits)
			if ok {
				b.WriteRune(r)
				i += digits
			}
		default:
			b.WriteByte(body[i])
		}
	}
	return b.String()
}

// escapedRune reads so many hexadecimal digits as a character.
func escapedRune(text string, digits int) (rune, bool) {
	if len(text) < digits {
		return 0, false
	}
	n, err := strconv.ParseUint(text[:digits], 16, 32)
	if err != nil {
		return 0, false
	}
	return rune(n), true
}

// isProgram reports whether a text is data or a program rather than prose.
func isProgram(text string) bool {
	head := strings.TrimSpace(text[:min(len(text), 200)])
	for _, opening := range []string{"{", "[{", "[\"", "var ", "let ", "const ", "window.", "module.", "export ", "callback(", "jsonp"} {
		if strings.HasPrefix(head, opening) {
			return true
		}
	}
	return false
}

// saysNothing reports whether hardly any text was found.
func (b *builder) saysNothing() bool {
	n := 0
	for _, block := range b.source.Blocks {
		n += utf8.RuneCountInString(block.Text)
		if block.Table != nil {
			return false
		}
	}
	return n < fewestWords
}

// readEmbedded reads the article that a page or a program carries as a string; it
// takes the place of what the page shows without it.
func readEmbedded(b *builder, text string) error {
	page, line := embedded(text)
	if page == "" {
		return nil
	}
	b.source.Kind = reading.HTML
	return readPage(b, page, line)
}
