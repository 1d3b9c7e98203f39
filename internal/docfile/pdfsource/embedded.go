package pdfsource

import (
	"golang.org/x/image/font/sfnt"
)

// embeddedText reads an embedded font backwards: which character each glyph draws.
// It helps with files that give glyph numbers and no map. Where the font does not
// tell either, the map is empty.
func (f *file) embeddedText(descendant dict) map[int]string {
	descriptor := f.dict(descendant["FontDescriptor"])
	program, ok := f.resolve(firstOf(descriptor, "FontFile2", "FontFile3")).(*stream)
	if !ok {
		return nil
	}
	glyphs := map[int]string{}
	data := f.unpacked(program)
	_ = guarded(func() error { // the font parser is not trusted to refuse every damaged font
		parsed, err := sfnt.Parse(data)
		if err == nil {
			glyphs = reversed(parsed)
		}
		return err
	})
	mapping, ok := f.resolve(descendant["CIDToGIDMap"]).(*stream)
	if !ok {
		return glyphs
	}
	byCID := map[int]string{}
	data = f.unpacked(mapping)
	for cid := range min(len(data)/2, 1<<16) {
		s := glyphs[int(data[2*cid])<<8|int(data[2*cid+1])]
		if s != "" {
			byCID[cid] = s
		}
	}
	return byCID
}

// scripts are the ranges of characters that reports use.
var scripts = [][2]rune{
	{0x20, 0x7e},
	{0xa0, 0x17f},
	{0x2000, 0x206f},
	{0x2150, 0x218f},
	{0x2460, 0x24ff},
	{0x2500, 0x25ff},
	{0x3000, 0x303f},
	{0x3200, 0x33ff},
	{0x3400, 0x9fff},
	{0xff00, 0xffef},
}

func reversed(parsed *sfnt.Font) map[int]string {
	glyphs := map[int]string{}
	var buffer sfnt.Buffer
	for _, s := range scripts {
		for r := s[0]; r <= s[1]; r++ {
			glyph, err := parsed.GlyphIndex(&buffer, r)
			if err != nil {
				return glyphs
			}
			if _, taken := glyphs[int(glyph)]; glyph != 0 && !taken {
				glyphs[int(glyph)] = string(r)
			}
		}
	}
	return glyphs
}
