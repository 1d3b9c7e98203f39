package pdfsource

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of text on a page, or part of one in a cell.
type line struct {
	text        string
	glyphs      []glyph
	left, right float64
	base        float64 // y of the base line
	size        float64 // of its largest type
	pieces      []piece // parts with wide gaps between them
}

// piece is a part of a line.
type piece struct {
	text        string
	left, right float64
}

// The gaps at which pieces of a line are told apart, in parts of the type size.
const (
	wordGap  = 0.25 // between Latin letters or figures
	hanGap   = 0.9  // between Chinese characters, which justified lines set apart
	pieceGap = 1.8
)

// compose sorts characters into lines from top to bottom, each from left to right.
// Writing that mostly runs upwards or downwards is read in its own direction.
func compose(glyphs []glyph) []line {
	if len(glyphs) == 0 {
		return nil
	}
	d := drawing{glyphs: slices.Clone(glyphs)}
	d.upright()
	glyphs = d.glyphs
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.start.y, b.start.y) })
	var lines []line
	first := 0
	for i := 1; i <= len(glyphs); i++ {
		if i < len(glyphs) && glyphs[i].start.y-glyphs[first].start.y <= 0.5*max(glyphs[i].size, glyphs[first].size) {
			continue
		}
		l := newLine(glyphs[first:i])
		if l.text != "" {
			lines = append(lines, l)
		}
		first = i
	}
	return lines
}

func newLine(glyphs []glyph) line {
	glyphs = slices.Clone(glyphs)
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.start.x, b.start.x) })
	l := line{left: glyphs[0].start.x, base: glyphs[0].start.y}
	var part strings.Builder
	begin := glyphs[0].start.x
	blank := false
	var last *glyph
	endPiece := func() {
		if s := strings.TrimSpace(part.String()); s != "" {
			l.pieces = append(l.pieces, piece{text: s, left: begin, right: l.right})
		}
		part.Reset()
	}
	for i := range glyphs {
		g := &glyphs[i]
		l.size = max(l.size, g.size)
		if strings.TrimSpace(g.text) == "" {
			blank = blank || last != nil
			continue
		}
		if last != nil && (twice(last, g) || raised(last, g)) {
			continue
		}
		if last != nil {
			gap := g.start.x - last.stop.x
			size := max(g.size, last.size)
			switch {
			case gap > pieceGap*size:
				endPiece()
				begin = g.start.x
			case gap > gapBetween(last, g)*size, blank && !(wide(last.text) && wide(g.text)):
				part.WriteByte(' ')
			}
		} else {
			begin, l.left = g.start.x, g.start.x
		}
		part.WriteString(g.text)
		l.glyphs = append(l.glyphs, *g)
		l.right = max(l.right, g.stop.x)
		last, blank = g, false
	}
	endPiece()
	texts := make([]string, len(l.pieces))
	for i, p := range l.pieces {
		texts[i] = p.text
	}
	l.text = strings.Join(texts, "\t")
	return l
}

// twice reports a character printed over itself, which some programs do for bold.
func twice(a, b *glyph) bool {
	return a.text == b.text && abs(a.start.x-b.start.x) < 0.15*a.size && abs(a.start.y-b.start.y) < 0.15*a.size
}

func gapBetween(a, b *glyph) float64 {
	if wide(a.text) || wide(b.text) {
		return hanGap
	}
	return wordGap
}

// wide reports text that ends in a Chinese character or mark.
func wide(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.Is(unicode.Han, r) || r >= 0x2e80 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

// cellText is what stands in a cell, line by line. Characters that stand one below
// the other are one word.
func cellText(glyphs []glyph) string {
	lines := compose(glyphs)
	texts := make([]string, 0, len(lines))
	single := len(lines) > 1
	for _, l := range lines {
		texts = append(texts, strings.ReplaceAll(l.text, "\t", " "))
		single = single && utf8.RuneCountInString(l.text) == 1 && wide(l.text)
	}
	if single {
		return strings.Join(texts, "")
	}
	return strings.Join(texts, "\n")
}
