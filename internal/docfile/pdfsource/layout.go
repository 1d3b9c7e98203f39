package pdfsource

import (
	"cmp"
	"slices"
)

// item is something on a page, from top to bottom: a line, a table or a picture.
type item struct {
	line      *line
	table     *table
	picture   bool
	furniture bool // repeated on pages or marked as no part of the text
	top       float64
	number    int // of the line on the page, from 1
}

// sheet is a page laid out.
type sheet struct {
	number int
	size   point
	items  []item
	glyphs int
	unread int
	struck int  // characters that are struck out
	scan   bool // a picture and no text
}

// smallest is the side in points from which a picture may hold a table.
const smallest = 60

// lay sorts what a page shows into tables, lines and pictures.
func lay(d *drawing, number int) sheet {
	s := sheet{number: number, size: d.size, glyphs: len(d.glyphs), unread: d.unread}
	rest := d.glyphs
	found := frames(d.rules)
	area := func(f frame) float64 { b := f.box(); return (b.right - b.left) * (b.bottom - b.top) }
	slices.SortStableFunc(found, func(a, b frame) int { return cmp.Compare(area(a), area(b)) })
	for i := range found {
		b := found[i].box()
		below := s.overflows(rest, b)
		var inside, outside []glyph
		for at := 0; at < len(rest); {
			n := figure(rest[at:])
			within := 0
			for i := at; i < at+n; i++ {
				if g := &rest[i]; b.has(g.middle()) || below && s.overflow(g, b) {
					within++
				}
			}
			if within*2 > n {
				inside = append(inside, rest[at:at+n]...)
			} else {
				outside = append(outside, rest[at:at+n]...)
			}
			at += n
		}
		if len(inside) == 0 {
			continue
		}
		t, ok := newTable(&found[i], inside, number)
		if ok {
			rest = outside
			s.items = append(s.items, item{table: &t, top: b.top})
		}
	}
	s.lines(rest)
	for _, p := range d.pictures {
		width, height := p.right-p.left, p.bottom-p.top
		whole := width*height > 0.7*d.size.x*d.size.y
		s.scan = s.scan || whole && len(d.glyphs) == 0
		if width >= smallest && height >= smallest && (!whole || len(d.glyphs) == 0) {
			s.items = append(s.items, item{picture: true, top: p.top})
		}
	}
	slices.SortStableFunc(s.items, func(a, b item) int { return cmp.Compare(a.top, b.top) })
	s.count()
	return s
}

// overflows reports whether a table at the foot of the page runs over: some browsers
// cannot break such a row and let its label go on below. What begins as a chapter
// does is the text behind the table.
func (s *sheet) overflows(glyphs []glyph, b box) bool {
	var under []glyph
	for i := range glyphs {
		if s.overflow(&glyphs[i], b) {
			under = append(under, glyphs[i])
		}
	}
	for _, l := range compose(under) {
		if opening.MatchString(l.text) {
			return false
		}
	}
	return len(under) > 0
}

// overflow reports a character that stands right under a table at the foot of the
// page. Figures do not count, they may be a page number.
func (s *sheet) overflow(g *glyph, b box) bool {
	m := g.middle()
	return b.bottom > 0.85*s.size.y && wide(g.text) && m.x > b.left && m.x < b.right && m.y > b.bottom && m.y < b.bottom+1.3*g.size
}

// lines adds the lines outside of tables. What is marked as furniture stands on
// lines of its own.
func (s *sheet) lines(glyphs []glyph) {
	var body, furniture []glyph
	for _, g := range glyphs {
		if g.furniture {
			furniture = append(furniture, g)
		} else {
			body = append(body, g)
		}
	}
	for _, l := range compose(body) {
		s.items = append(s.items, item{line: &l, top: l.base - 0.8*l.size})
	}
	for _, l := range compose(furniture) {
		s.items = append(s.items, item{line: &l, top: l.base - 0.8*l.size, furniture: true})
	}
}

// count numbers the lines, each row of a table as one.
func (s *sheet) count() {
	n := 1
	for i := range s.items {
		s.items[i].number = n
		if t := s.items[i].table; t != nil {
			n += t.rows
			continue
		}
		n++
	}
}
