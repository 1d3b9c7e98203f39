package font

import (
	"encoding/binary"
	"maps"
	"slices"
)

// Subset is a small font made for one file.
type Subset struct {
	File []byte // a TrueType font with the tables a PDF needs, unhinted
	Box  [4]int // left, bottom, right, top of the chosen glyphs in 1/1000 em
}

// Flags of a part of a composite glyph.
const (
	argumentsAreWords = 0x0001
	hasScale          = 0x0008
	moreParts         = 0x0020
	hasTwoScales      = 0x0040
	hasMatrix         = 0x0080
	hasInstructions   = 0x0100
)

// maxParts bounds the parts of composite glyphs that a subset follows, so that a
// damaged font cannot make it grow without end.
const maxParts = 4096

// Subset makes a font of the given glyphs: glyph i of the new font draws glyphs[i-1],
// and glyph 0 is the face's own .notdef. One glyph may occur several times, so that
// each character can have a number of its own. Parts of composite glyphs follow at
// the end. Hints are dropped: they refer to programs the subset does not carry.
func (f *Face) Subset(glyphs []uint16) Subset {
	chosen := make([]int, 1, len(glyphs)+1)
	for _, g := range glyphs {
		chosen = append(chosen, int(g))
	}
	parts := map[int]int{} // glyph of the face that is a part → new number
	outlines := make([][]byte, 0, len(chosen))
	for i := 0; i < len(chosen) && i < len(glyphs)+maxParts; i++ {
		outline := slices.Clone(f.outline(chosen[i]))
		if len(outline) > 0 && i16(outline, 0) < 0 {
			outline = renumber(outline, func(old int) int {
				number, ok := parts[old]
				if !ok {
					number = len(chosen)
					parts[old] = number
					chosen = append(chosen, old)
				}
				return number
			})
		} else {
			outline = unhinted(outline)
		}
		outlines = append(outlines, outline)
	}
	return f.assemble(chosen[:len(outlines)], outlines)
}

// unhinted removes the instructions of a simple glyph. Damaged outlines come back empty.
func unhinted(outline []byte) []byte {
	if len(outline) == 0 {
		return nil
	}
	at := 10 + 2*i16(outline, 0)
	if at+2 > len(outline) {
		return nil
	}
	instructions := u16(outline, at)
	if at+2+instructions > len(outline) {
		return nil
	}
	binary.BigEndian.PutUint16(outline[at:], 0)
	return slices.Delete(outline, at+2, at+2+instructions)
}

// renumber rewrites the parts of a composite glyph and cuts off its instructions.
// A damaged description comes back empty.
func renumber(outline []byte, number func(old int) int) []byte {
	at := 10
	for {
		if at+4 > len(outline) {
			return nil
		}
		flags := u16(outline, at)
		binary.BigEndian.PutUint16(outline[at:], uint16(flags&^hasInstructions))
		binary.BigEndian.PutUint16(outline[at+2:], uint16(number(u16(outline, at+2))))
		at += 6
		if flags&argumentsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasTwoScales != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
		if at > len(outline) {
			return nil
		}
		if flags&moreParts == 0 {
			return outline[:at]
		}
	}
}

// assemble writes the font file. chosen[i] is the face's glyph behind outlines[i].
func (f *Face) assemble(chosen []int, outlines [][]byte) Subset {
	var glyf, loca, hmtx []byte
	box := [4]int{}
	points, contours := 0, 0
	for i, outline := range outlines {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		left := 0
		if len(outline) >= 10 {
			left = i16(outline, 2)
			box = union(box, [4]int{left, i16(outline, 4), i16(outline, 6), i16(outline, 8)})
			if n := i16(outline, 0); n > 0 {
				contours = max(contours, n)
				points = max(points, u16(outline, 10+2*(n-1))+1)
			}
		}
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		width := u16(f.hmtx, 4*min(chosen[i], f.metrics-1))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(width))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(int16(left)))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	file := join(map[string][]byte{
		"glyf": glyf, "loca": loca, "hmtx": hmtx,
		"head": f.head(box), "hhea": f.hhea(len(chosen)), "maxp": maxp(len(chosen), points, contours),
	})
	for i := range box {
		box[i] = f.milli(box[i])
	}
	return Subset{File: file, Box: box}
}

func union(a, b [4]int) [4]int {
	if a == ([4]int{}) {
		return b
	}
	return [4]int{min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])}
}

func (f *Face) head(box [4]int) []byte {
	head := make([]byte, 54)
	put := binary.BigEndian.PutUint16
	put(head[0:], 1)
	put(head[4:], 1)
	binary.BigEndian.PutUint32(head[12:], 0x5F0F3CF5)
	put(head[16:], 0b11) // baseline at 0, left bearing at 0
	put(head[18:], uint16(f.unitsPerEm))
	for i, edge := range box {
		put(head[36+2*i:], uint16(int16(edge)))
	}
	put(head[46:], 8) // smallest readable size
	put(head[48:], 2) // direction hint
	put(head[50:], 1) // long loca
	return head
}

func (f *Face) hhea(glyphs int) []byte {
	hhea := make([]byte, 36)
	put := binary.BigEndian.PutUint16
	put(hhea[0:], 1)
	put(hhea[4:], uint16(int16(f.Ascent*f.unitsPerEm/1000)))
	put(hhea[6:], uint16(int16(f.Descent*f.unitsPerEm/1000)))
	put(hhea[10:], uint16(f.unitsPerEm))
	put(hhea[18:], 1) // upright caret
	put(hhea[34:], uint16(glyphs))
	return hhea
}

// maxp states the limits. Those of composite glyphs are generous: viewers only
// reserve memory by them.
func maxp(glyphs, points, contours int) []byte {
	maxp := make([]byte, 32)
	put := binary.BigEndian.PutUint16
	put(maxp[0:], 1)
	put(maxp[4:], uint16(glyphs))
	put(maxp[6:], uint16(points))
	put(maxp[8:], uint16(contours))
	put(maxp[10:], uint16(min(4*points, 0xFFFF)))
	put(maxp[12:], uint16(min(4*contours, 0xFFFF)))
	put(maxp[14:], 1)  // zones
	put(maxp[28:], 16) // parts of a composite
	put(maxp[30:], 4)  // depth
	return maxp
}

// join writes the table directory and the tables in order of their tags.
func join(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	count := len(tags)
	file := []byte{0, 1, 0, 0}
	power := 1
	selector := 0
	for 2*power <= count {
		power, selector = 2*power, selector+1
	}
	for _, n := range []int{count, 16 * power, selector, 16 * (count - power)} {
		file = binary.BigEndian.AppendUint16(file, uint16(n))
	}
	offset := 12 + 16*count
	for _, tag := range tags {
		file = append(file, tag...)
		file = binary.BigEndian.AppendUint32(file, checksum(tables[tag]))
		file = binary.BigEndian.AppendUint32(file, uint32(offset))
		file = binary.BigEndian.AppendUint32(file, uint32(len(tables[tag])))
		offset += (len(tables[tag]) + 3) &^ 3
	}
	for _, tag := range tags {
		file = append(file, tables[tag]...)
		for len(file)%4 != 0 {
			file = append(file, 0)
		}
	}
	return file
}

func checksum(table []byte) uint32 {
	sum := uint32(0)
	for ; len(table) >= 4; table = table[4:] {
		sum += binary.BigEndian.Uint32(table)
	}
	var last [4]byte
	copy(last[:], table)
	return sum + binary.BigEndian.Uint32(last[:])
}
