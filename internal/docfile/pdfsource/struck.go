package pdfsource

import (
	"cmp"
	"slices"
	"strings"
)

// unstruck takes away the characters that are struck out, as a printed revision shows
// what was deleted, and says how many they were. No border of a table runs through
// the middle of a character.
func (d *drawing) unstruck() int {
	var lines []rule
	for _, r := range d.rules {
		if !r.upright {
			lines = append(lines, r)
		}
	}
	if len(lines) == 0 {
		return 0
	}
	slices.SortFunc(lines, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	before := len(d.glyphs)
	d.glyphs = slices.DeleteFunc(d.glyphs, func(g glyph) bool {
		return g.turn == 0 && strings.TrimSpace(g.text) != "" && struckBy(&g, lines)
	})
	return before - len(d.glyphs)
}

// The band in which a line strikes a character out, in parts of the type size above
// the base line.
const (
	strikeTop  = 0.42
	strikeFoot = 0.18
)

// struckBy reports whether one of the level lines, sorted by height, runs through the
// character.
func struckBy(g *glyph, lines []rule) bool {
	top, foot := g.start.y-strikeTop*g.size, g.start.y-strikeFoot*g.size
	at, _ := slices.BinarySearchFunc(lines, top, func(r rule, y float64) int { return cmp.Compare(r.at, y) })
	width := g.stop.x - g.start.x
	for ; at < len(lines) && lines[at].at <= foot; at++ {
		if lines[at].from <= g.start.x+0.2*width && lines[at].to >= g.stop.x-0.2*width {
			return true
		}
	}
	return false
}

// raised reports a figure set small and high behind another: the mark of a note.
func raised(before, g *glyph) bool {
	const small, high = 0.78, 0.15
	return figureGlyph(before.text) && figureGlyph(g.text) && g.size < small*before.size && g.start.y < before.start.y-high*before.size
}

func figureGlyph(text string) bool { return len(text) == 1 && text[0] >= '0' && text[0] <= '9' }
