package font

import (
	"fmt"
	"unicode/utf16"
)

// Face is one typeface, ready to measure and to subset. It is safe for use by
// several goroutines: nothing changes after Parse.
type Face struct {
	Name    string // PostScript name, such as "GongkaiSong-Regular"
	Ascent  int    // 1/1000 em above the baseline
	Descent int    // 1/1000 em, negative below the baseline
	Bold    bool

	unitsPerEm int
	glyphs     int // number of glyphs
	metrics    int // number of full entries in hmtx
	longLoca   bool
	cmap       cmap
	hmtx       []byte
	loca       []byte
	glyf       []byte
}

// Parse reads a TrueType font, or the first face of a collection. It fails on
// fonts without TrueType outlines or without a Unicode character map.
func Parse(file []byte) (*Face, error) {
	tables, err := tables(file, 0)
	if err != nil {
		return nil, fmt.Errorf("read table directory: %w", err)
	}
	face := &Face{}
	err = face.readSizes(tables)
	if err != nil {
		return nil, err
	}
	face.cmap, err = readCmap(tables["cmap"])
	if err != nil {
		return nil, fmt.Errorf("read character map: %w", err)
	}
	face.Name = postScriptName(tables["name"])
	return face, nil
}

func (f *Face) readSizes(tables directory) error {
	head, err := tables.need("head", 54)
	if err != nil {
		return err
	}
	hhea, err := tables.need("hhea", 36)
	if err != nil {
		return err
	}
	maxp, err := tables.need("maxp", 6)
	if err != nil {
		return err
	}
	f.unitsPerEm = u16(head, 18)
	if f.unitsPerEm < 16 {
		return fmt.Errorf("units per em are %d", f.unitsPerEm)
	}
	f.Bold = u16(head, 44)&1 != 0
	f.longLoca = u16(head, 50) != 0
	f.Ascent, f.Descent = f.milli(i16(hhea, 4)), f.milli(i16(hhea, 6))
	f.glyphs, f.metrics = u16(maxp, 4), u16(hhea, 34)
	if f.metrics == 0 || f.metrics > f.glyphs {
		return fmt.Errorf("%d widths for %d glyphs", f.metrics, f.glyphs)
	}
	f.hmtx, err = tables.need("hmtx", 4*f.metrics)
	if err != nil {
		return err
	}
	entry := 2
	if f.longLoca {
		entry = 4
	}
	f.loca, err = tables.need("loca", entry*(f.glyphs+1))
	if err != nil {
		return err
	}
	f.glyf, err = tables.need("glyf", 0)
	return err
}

// milli turns font units into 1/1000 em, rounded to the nearest.
func (f *Face) milli(units int) int {
	scaled := units * 1000
	if scaled < 0 {
		return (scaled - f.unitsPerEm/2) / f.unitsPerEm
	}
	return (scaled + f.unitsPerEm/2) / f.unitsPerEm
}

// Glyph returns the glyph that draws r, and whether the face has one.
func (f *Face) Glyph(r rune) (uint16, bool) {
	glyph := f.cmap.glyph(r)
	if glyph <= 0 || glyph >= f.glyphs {
		return 0, false
	}
	return uint16(glyph), true
}

// Advance returns how far the glyph moves the pen, in 1/1000 em.
func (f *Face) Advance(glyph uint16) int {
	return f.milli(u16(f.hmtx, 4*min(int(glyph), f.metrics-1)))
}

// maxOutline is the longest description of one glyph that is believed, in bytes.
const maxOutline = 1 << 16

// outline returns the glyph's description, empty for a blank glyph or damaged data.
func (f *Face) outline(glyph int) []byte {
	if glyph < 0 || glyph >= f.glyphs {
		return nil
	}
	var from, to int
	if f.longLoca {
		from, to = u32(f.loca, 4*glyph), u32(f.loca, 4*glyph+4)
	} else {
		from, to = 2*u16(f.loca, 2*glyph), 2*u16(f.loca, 2*glyph+2)
	}
	if from >= to || to > len(f.glyf) || to-from < 10 || to-from > maxOutline {
		return nil
	}
	return f.glyf[from:to]
}

// postScriptName reads name 6; a font without one gets a neutral name.
func postScriptName(table []byte) string {
	if len(table) < 6 {
		return "Font"
	}
	store := u16(table, 4)
	for i := range u16(table, 2) {
		at := 6 + 12*i
		if at+12 > len(table) {
			break
		}
		from := store + u16(table, at+10)
		to := from + u16(table, at+8)
		if u16(table, at+6) != 6 || to > len(table) {
			continue
		}
		name := table[from:to]
		if platform := u16(table, at); platform == 0 || platform == 3 {
			name = fromUTF16(name)
		}
		if name = nameCharacters(name); len(name) > 0 {
			return string(name)
		}
	}
	return "Font"
}

func fromUTF16(b []byte) []byte {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(u16(b, 2*i))
	}
	return []byte(string(utf16.Decode(units)))
}

// nameCharacters keeps what a PDF name may hold without escapes.
func nameCharacters(name []byte) []byte {
	var kept []byte
	for _, c := range name {
		if c == '-' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			kept = append(kept, c)
		}
	}
	return kept
}
