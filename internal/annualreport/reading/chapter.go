package reading

import (
	"slices"
	"strings"

	"gongkai/internal/annualreport/prose"
)

// numbering is the way in which a heading is numbered.
type numbering int

const (
	unnumberedHeading numbering = iota
	chapterNumbering            // 一、 or 第一部分
	bracketNumbering            // （一）
	digitNumbering              // 1.
)

func (h heading) numbering() numbering {
	switch {
	case h.number == "":
		return unnumberedHeading
	case strings.HasPrefix(h.printed, "(") || strings.HasPrefix(h.printed, "（"):
		return bracketNumbering
	case h.number[0] <= '9':
		return digitNumbering
	}
	return chapterNumbering
}

// chooseHeadings keeps the headings that part the report into chapters. Those
// numbered 一、 decide where there are two of them; otherwise the way most chapters
// are numbered. A subheading such as （一）主动公开政府信息情况 is none of them.
func chooseHeadings(found []heading, order []string, legacy bool) []heading {
	found = withoutContents(found)
	if legacy {
		return firstOfEach(found)
	}
	main := mainNumbering(found)
	var chosen []heading
	have := make(map[string]bool)
	for _, h := range found {
		if h.numbering() == main {
			chosen = append(chosen, h)
			have[h.key] = true
		}
	}
	for _, h := range found {
		other := h.numbering() == unnumberedHeading || h.numbering() == digitNumbering
		if have[h.key] || !other || !fits(h, chosen, order) {
			continue
		}
		chosen = append(chosen, h)
		have[h.key] = true
		slices.SortStableFunc(chosen, byPosition)
	}
	return chosen
}

// outsideStatistics leaves out the rows of a statistics table that read like chapters,
// 七、依申请公开信息收取的费用: in a table set one cell a line their unit stands below them.
func outsideStatistics(found []heading, strips []strip) []heading {
	return slices.DeleteFunc(found, func(h heading) bool {
		for _, below := range strips[h.strip+1:] {
			text := squeezed(below.text.text)
			if text != "" {
				return statisticsUnits[text]
			}
		}
		return false
	})
}

// statisticsUnits are what stands in the column of units (2014 statistics table).
var statisticsUnits = map[string]bool{
	"——": true, "—": true, "--": true, "----": true, "条": true, "件": true, "次": true, "个": true, "人": true, "人次": true, "万元": true,
}

func byPosition(a, b heading) int {
	if a.strip != b.strip {
		return a.strip - b.strip
	}
	return a.start - b.start
}

func mainNumbering(found []heading) numbering {
	keys := make(map[numbering]map[string]bool)
	for _, h := range found {
		if keys[h.numbering()] == nil {
			keys[h.numbering()] = make(map[string]bool)
		}
		keys[h.numbering()][h.key] = true
	}
	if len(keys[chapterNumbering]) >= 2 {
		return chapterNumbering
	}
	best := chapterNumbering
	for _, n := range []numbering{chapterNumbering, digitNumbering, bracketNumbering, unnumberedHeading} {
		if len(keys[n]) > len(keys[best]) {
			best = n
		}
	}
	return best
}

// fits reports whether a heading stands between its neighbours in the order of the
// format.
func fits(h heading, chosen []heading, order []string) bool {
	rank := slices.Index(order, h.key)
	for _, c := range chosen {
		before := byPosition(c, h) < 0
		if before != (slices.Index(order, c.key) < rank) {
			return false
		}
	}
	return true
}

// withoutContents drops a table of contents: headings that come again later and
// follow one another with nothing between.
func withoutContents(found []heading) []heading {
	last := make(map[string]int)
	for i, h := range found {
		last[h.key+h.number] = i
	}
	return slices.DeleteFunc(slices.Clone(found), func(h heading) bool {
		i := slices.IndexFunc(found, func(o heading) bool { return byPosition(o, h) == 0 })
		again := last[h.key+h.number] > i
		adjacent := i+1 < len(found) && found[i+1].strip == h.strip+1 && found[i+1].key != h.key
		behind := i > 0 && found[i-1].strip == h.strip-1
		return again && (adjacent || behind)
	})
}

// firstOfEach keeps the first heading of each subject: one with a known title before
// one that is only like it, of those a numbered one before an entry of a menu.
func firstOfEach(found []heading) []heading {
	rank := func(h heading) int {
		switch {
		case h.exact && h.number != "":
			return 2
		case h.exact:
			return 1
		}
		return 0
	}
	best := make(map[string]int)
	for _, h := range found {
		best[h.key] = max(best[h.key], rank(h))
	}
	seen := make(map[string]bool)
	var kept []heading
	for _, h := range found {
		if seen[h.key] || rank(h) < best[h.key] {
			continue
		}
		seen[h.key] = true
		kept = append(kept, h)
	}
	return kept
}

// preamble is the key of the text before the first chapter.
const preamble = "preamble"

// body is the running text of a chapter with the way back to the file.
type body struct {
	key     string
	heading string
	place   Place
	text    string
	parts   []bodyPart
	reading prose.Reading
}

// bodyPart is a stretch of a body that comes from one strip.
type bodyPart struct {
	start int // byte in the body
	text  folded
	strip int
	place Place
}

// bodies parts the running text of the report into chapters. Strips for which leave
// is true hold tables, head or foot and are left out; so is what stands behind
// end, where the report is over.
func bodies(strips []strip, headings []heading, leave func(int) bool, end position) []body {
	current := body{key: preamble}
	var all []body
	next := 0
	for i, s := range strips {
		from := 0
		for next < len(headings) && headings[next].strip == i {
			h := headings[next]
			current.take(s, i, from, h.start, leave(i), end)
			if current.key != preamble || current.text != "" {
				all = append(all, current)
			}
			current = body{key: h.key, heading: h.printed, place: h.place}
			from = h.end
			next++
		}
		current.take(s, i, from, len(s.text.text), leave(i), end)
	}
	return append(all, current)
}

// position is a byte in the text of a strip.
type position struct{ strip, byte int }

func (b *body) take(s strip, number, from, to int, leave bool, end position) {
	if number > end.strip || leave || from >= to {
		return
	}
	if number == end.strip {
		to = min(to, end.byte)
	}
	if from >= to {
		return
	}
	text := s.text.cut(from, to).trimmed().prose()
	if from > 0 {
		text = text.cut(len(text.text)-len(strings.TrimLeft(text.text, "。：:")), len(text.text))
	}
	chrome := b.key == preamble && !strings.ContainsAny(text.text, "，。；,")
	if text.text == "" || chrome {
		return // above the first chapter, what is no sentence belongs to the page
	}
	if len(b.parts) == 0 && b.key == preamble {
		b.place = s.place
	}
	if b.text != "" && !b.broken(text.text) {
		b.text += "\n"
	}
	b.parts = append(b.parts, bodyPart{start: len(b.text), text: text, strip: number, place: s.place})
	b.text += text.text
}

// widestLine is the number of bytes from which a line that ends in the middle of a
// sentence goes on in the next one.
const widestLine = 60

// broken reports whether the body so far ends in a line broken by its width, which
// the next text goes on with.
func (b *body) broken(next string) bool {
	last := b.parts[len(b.parts)-1].text.text
	if len(last) < widestLine {
		return false
	}
	for _, stop := range []string{"。", "；", "：", "！", "？", "”", "》", "）", ".", ";", ":", ")"} {
		if strings.HasSuffix(last, stop) {
			return false
		}
	}
	number, _ := cutNumber(next)
	return number == ""
}

// placeOf is the place of the bytes from start to end of the body.
func (b body) placeOf(start, end int) Place {
	for i := len(b.parts) - 1; i >= 0; i-- {
		part := b.parts[i]
		if start < part.start {
			continue
		}
		from := min(start-part.start, len(part.text.text))
		to := min(max(end-part.start, from), len(part.text.text))
		place := part.place
		place.Start, place.End = part.text.cut(from, to).span()
		return place
	}
	return b.place
}
