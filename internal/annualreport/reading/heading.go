package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// heading is a chapter heading where it was found.
type heading struct {
	strip      int
	start, end int    // bytes in the strip's text
	key        string // tally chapter key; "" when it is none of the format's
	printed    string // as printed, folded, blanks left out
	number     string // 一; "" when it has none
	place      Place
	exact      bool // the title is one of those known, not only like one
}

// wordingOfChapter are the titles under which a chapter is met, the longest first.
type wordingOfChapter struct {
	key    string
	titles []string
}

var chapterNumber = regexp.MustCompile(`^(?:第([一二三四五六七八九十]{1,2})(?:部分|章)[ 、：:]?|([一二三四五六七八九十]{1,2})(?: ?[、，,.．：:]| +)|[(（]([一二三四五六七八九十]{1,2})[)）][、]?|(\d{1,2}) ?[、.．](?:[^\d]|$))`)

// glued finds 一、 inside a line, after something that ends a sentence or a cell.
var glued = regexp.MustCompile(`(?:^|[ \t|。；;：:！!）)”"])([一二三四五六七八九十]{1,2}) ?[、.．]`)

// mostHeadings is how many headings are looked at; a report has six, a volume of
// reports some hundreds.
const mostHeadings = 500

// findHeadings finds the chapter headings in the strips: on lines of their own, at
// the head of a line, or glued into running text.
func findHeadings(strips []strip, titles []wordingOfChapter) []heading {
	var found []heading
	for i, s := range strips {
		if len(found) >= mostHeadings {
			break
		}
		if cell, ok := s.alone(); ok {
			h, ok := headingOfLine(cell.text.text, titles, s.heading > 0)
			if ok {
				offset := strings.Index(s.text.text, cell.text.text)
				h.strip, h.place = i, placeIn(s, offset+h.start, offset+h.end)
				h.start, h.end = offset+h.start, offset+h.end
				found = append(found, h)
				if h.end >= len(strings.TrimRight(s.text.text, " \t|")) {
					continue
				}
			}
		}
		if s.grid > 0 {
			continue
		}
		found = append(found, gluedHeadings(i, s, titles, found)...)
	}
	return found
}

func gluedHeadings(number int, s strip, titles []wordingOfChapter, before []heading) []heading {
	var found []heading
	text := s.text.text
	from := 0
	if len(before) > 0 && before[len(before)-1].strip == number {
		from = before[len(before)-1].end
	}
	for _, m := range glued.FindAllStringSubmatchIndex(text, mostHeadings) {
		start := m[2]
		if start < from {
			continue
		}
		key, title, length := titleAt(text[m[1]:], titles)
		if key == "" {
			continue
		}
		end := m[1] + length
		found = append(found, heading{
			strip: number, start: start, end: end, key: key, number: text[m[2]:m[3]],
			printed: squeezed(text[start:m[1]]) + title, place: placeIn(s, start, end), exact: true,
		})
		from = end
	}
	return found
}

// placeIn is the place of a stretch of a strip's text. In a row of a grid the text
// is put together, so only the cell is known.
func placeIn(s strip, start, end int) Place {
	place := s.place
	if s.grid == 0 && end <= len(s.text.text) {
		place.Start, place.End = s.text.cut(start, end).span()
	}
	return place
}

// titleAt finds the longest title that a text begins with, blanks inside allowed.
// length is in bytes of the text.
func titleAt(text string, titles []wordingOfChapter) (string, string, int) {
	key, title, length := "", "", 0
	for _, chapter := range titles {
		for _, wording := range chapter.titles {
			n := prefixLength(text, wording)
			if n > 0 && len(wording) > len(title) {
				key, title, length = chapter.key, wording, n
			}
		}
	}
	better, n := improvementTitle(text)
	if len(better) > len(title) {
		key, title, length = "improvement", better, n
	}
	return key, title, length
}

// prefixLength is how many bytes of the text spell the words, blanks left out; 0
// when they do not.
func prefixLength(text, words string) int {
	at := 0
	for _, w := range words {
		for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
			at++
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if r != w {
			return 0
		}
		at += size
	}
	return at
}

// longestHeading is how many characters a line may have to be a heading by likeness.
const longestHeading = 36

// shortestHeading is how many characters a title needs to be one without a number.
const shortestHeading = 4

// headingOfLine reads a line as a chapter heading: its number, then a title that is
// one of those known or very much like one. A line may go on after an exact title.
func headingOfLine(text string, titles []wordingOfChapter, marked bool) (heading, bool) {
	lead := len(text) - len(strings.TrimLeft(text, " \t#*"))
	body := text[lead:]
	number, rest := cutNumber(body)
	bare := strings.TrimRight(rest, " \t。：:*#")
	exactKey, title, length := titleAt(rest, titles)
	printed := squeezed(body[:len(body)-len(rest)])
	whole := length > 0 && length >= len(bare)
	switch {
	case whole && (number != "" || marked || utf8.RuneCountInString(bare) >= shortestHeading):
		return heading{start: lead, end: len(text), key: exactKey, printed: printed + squeezed(bare), number: number, exact: true}, true
	case length > 0 && (isChapterNumber(body) && !continuesTitle(rest[length:]) || number != "" && endsTitle(rest[length:])):
		end := lead + len(body) - len(rest) + length
		return heading{start: lead, end: end, key: exactKey, printed: printed + title, number: number, exact: true}, true
	}
	if isChapterNumber(body) && slices.Contains(numberedTitles[number].titles, squeezed(bare)) {
		return heading{start: lead, end: len(text), key: numberedTitles[number].key, printed: printed + squeezed(bare), number: number, exact: true}, true
	}
	if utf8.RuneCountInString(bare) > longestHeading || number == "" && !marked || strings.ContainsAny(bare, "。，,") || !isChapterNumber(body) && !marked {
		return heading{}, false
	}
	key := likeliestChapter(bare, titles)
	if key == "" {
		return heading{}, false
	}
	return heading{start: lead, end: len(text), key: key, printed: printed + squeezed(bare), number: number}, true
}

// continuesTitle reports whether the words after a title make it part of a longer
// phrase, such as 基本情况表.
func continuesTitle(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	for _, word := range []string{"表", "的", "如", "见"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// endsTitle reports whether a title ends with a stop, as in 1、主动公开政府信息情况。
func endsTitle(rest string) bool {
	return strings.HasPrefix(rest, "。") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")
}

// cutNumber cuts the number off the front of a heading.
func cutNumber(body string) (string, string) {
	m := chapterNumber.FindStringSubmatchIndex(body)
	if m == nil {
		return "", body
	}
	for g := 1; g <= 4; g++ {
		if m[2*g] < 0 {
			continue
		}
		end := m[1]
		if g == 4 { // the pattern looks one character ahead
			end = m[2*g+1]
			end += len(body[end:]) - len(strings.TrimLeft(body[end:], " 、.．"))
		}
		return body[m[2*g]:m[2*g+1]], strings.TrimLeft(body[end:], " \t")
	}
	return "", body
}

// isChapterNumber reports whether a heading is numbered as chapters are: 一、.
func isChapterNumber(body string) bool {
	m := chapterNumber.FindStringSubmatch(body)
	return m != nil && (m[1] != "" || m[2] != "")
}

// likeliestChapter is the chapter whose standard titles a heading is most like; ""
// when none is close.
func likeliestChapter(title string, titles []wordingOfChapter) string {
	const alike = 0.74
	runes := labelRunes(title)
	best, key := 0.0, ""
	for _, chapter := range titles {
		for _, wording := range chapter.titles {
			l := likeness(runes, labelRunes(wording))
			if l > best {
				best, key = l, chapter.key
			}
		}
	}
	if best < alike {
		return ""
	}
	return key
}
