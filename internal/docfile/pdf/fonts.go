package pdf

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkai/internal/docfile/font"
	"gongkai/internal/docfile/page"
)

// fontTable is the fonts of a file in order of first use, each with the characters
// drawn in it.
type fontTable struct {
	faces []*usedFont
	index map[*font.Face]int
}

// usedFont is a face and the codes of its characters. Codes are given by character
// and not by glyph, so that two characters drawn alike stay distinct when copied.
type usedFont struct {
	face   *font.Face
	glyphs map[rune]uint16
	runes  []rune // sorted; runes[i] has code i+1
	codes  map[rune]int
}

func collectFonts(book *page.Book) *fontTable {
	t := &fontTable{index: map[*font.Face]int{}}
	for p := range book.Pages {
		for r := range book.Pages[p].Runs {
			run := &book.Pages[p].Runs[r]
			i, ok := t.index[run.Face]
			if !ok {
				i = len(t.faces)
				t.index[run.Face] = i
				t.faces = append(t.faces, &usedFont{face: run.Face, glyphs: map[rune]uint16{}})
			}
			for _, g := range run.Glyphs {
				t.faces[i].glyphs[g.Rune] = g.ID
			}
		}
	}
	for _, used := range t.faces {
		used.runes = slices.Sorted(maps.Keys(used.glyphs))
		used.codes = make(map[rune]int, len(used.runes))
		for i, r := range used.runes {
			used.codes[r] = i + 1
		}
	}
	return t
}

// number is the font's number in the resources, from 1.
func (t *fontTable) number(face *font.Face) int { return t.index[face] + 1 }

func (t *fontTable) code(face *font.Face, r rune) int { return t.faces[t.index[face]].codes[r] }

// write adds all fonts to the file and returns the entries of the font resources.
func (t *fontTable) write(f *file) string {
	var entries strings.Builder
	for i, used := range t.faces {
		fmt.Fprintf(&entries, "/F%d %v", i+1, used.write(f))
	}
	return entries.String()
}

func (u *usedFont) write(f *file) object {
	glyphs := make([]uint16, len(u.runes))
	for i, r := range u.runes {
		glyphs[i] = u.glyphs[r]
	}
	subset := u.face.Subset(glyphs)
	program := f.stream(fmt.Sprintf("/Length1 %d", len(subset.File)), subset.File)
	name := u.tag() + "+" + u.face.Name
	stem := 80
	if u.face.Bold {
		stem = 140
	}
	const symbolic, capHeight = 4, 730
	descriptor := f.add("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"+
		"/CapHeight %d/StemV %d/FontFile2 %v>>", name, symbolic, subset.Box[0], subset.Box[1], subset.Box[2], subset.Box[3],
		u.face.Ascent, u.face.Descent, capHeight, stem, program)
	descendant := f.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %v/DW 1000/W[%s]/CIDToGIDMap/Identity>>", name, descriptor, u.widths())
	unicode := f.stream("", []byte(u.toUnicode()))
	return f.add("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		name, descendant, unicode)
}

// tag is the six letters that mark a subset, made from what it holds.
func (u *usedFont) tag() string {
	sum := sha256.Sum256([]byte(u.face.Name + string(u.runes)))
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	return string(letters)
}

// widths lists the widths that differ from a full square.
func (u *usedFont) widths() string {
	var b strings.Builder
	for i, r := range u.runes {
		if width := u.face.Advance(u.glyphs[r]); width != 1000 {
			fmt.Fprintf(&b, "%d[%d]", i+1, width)
		}
	}
	return b.String()
}

// toUnicode maps codes back to text, so that it can be searched, copied and read aloud.
func (u *usedFont) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const block = 100 // the most entries one block may hold
	for first := 0; first < len(u.runes); first += block {
		part := u.runes[first:min(first+block, len(u.runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, r := range part {
			fmt.Fprintf(&b, "<%04X> <%s>\n", first+i+1, utf16Hex(string(r)))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}
