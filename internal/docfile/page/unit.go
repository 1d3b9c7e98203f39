package page

import (
	"slices"
	"unicode"

	"gongkai/internal/docfile/font"
)

// unit is one character, measured.
type unit struct {
	r     rune
	face  *font.Face
	glyph uint16
	size  Length
	width Length
}

// setter measures text and remembers the characters that no font draws.
type setter struct {
	fonts   *font.Set
	missing []rune
}

// measure looks up every visible character of text. With a pitch above 0, full-width
// characters advance by it instead of by their own width. "\n" is kept as a unit
// without width; other control characters are dropped, a tab is a space.
func (s *setter) measure(text string, style font.Style, size, pitch Length) []unit {
	units := make([]unit, 0, len(text)/2)
	for _, r := range text {
		switch {
		case r == '\n':
			units = append(units, unit{r: r, size: size})
			continue
		case r == '\t':
			r = ' '
		case font.Invisible(r):
			continue
		}
		face, glyph, ok := s.fonts.Find(style, r)
		if !ok && unicode.IsSpace(r) {
			r = ' '
			face, glyph, ok = s.fonts.Find(style, r)
		}
		if !ok {
			if !slices.Contains(s.missing, r) {
				s.missing = append(s.missing, r)
			}
			continue
		}
		em := face.Advance(glyph)
		width := milli(em, size)
		if pitch > 0 && em == 1000 {
			width = pitch
		}
		if n := len(units) - 1; n >= 0 && adjoin(units[n].r, r) {
			units[n].width -= units[n].size / 2
		}
		units = append(units, unit{r: r, face: face, glyph: glyph, size: size, width: width})
	}
	return units
}

// extent is the width of the units set without justification.
func extent(units []unit) Length {
	sum := Length(0)
	for _, u := range units {
		sum += u.width
	}
	return sum
}

// trim cuts the spaces off both ends.
func trim(units []unit) []unit {
	for len(units) > 0 && units[0].r == ' ' {
		units = units[1:]
	}
	for len(units) > 0 && units[len(units)-1].r == ' ' {
		units = units[:len(units)-1]
	}
	return units
}

// segments splits the units at "\n", which leave.
func segments(units []unit) [][]unit {
	var parts [][]unit
	for {
		i := slices.IndexFunc(units, func(u unit) bool { return u.r == '\n' })
		if i < 0 {
			return append(parts, units)
		}
		parts = append(parts, units[:i])
		units = units[i+1:]
	}
}

// runs turns a line of units into text runs that begin at x on the baseline y.
func runs(line []unit, x, y Length, node *Node) []Run {
	var set []Run
	for _, u := range line {
		last := len(set) - 1
		if last < 0 || set[last].Face != u.face || set[last].Size != u.size {
			set = append(set, Run{X: x, Y: y, Size: u.size, Face: u.face, Node: node})
			last++
		}
		set[last].Glyphs = append(set[last].Glyphs, Glyph{ID: u.glyph, Rune: u.r, Advance: u.width})
		x += u.width
	}
	return set
}

// baseline is where the line of a box of the given height sets text of a size: the
// square of a Chinese character, which reaches 0.88 em up, stands in its middle.
func baseline(height, size Length) Length {
	return (height-size)/2 + milli(880, size)
}
