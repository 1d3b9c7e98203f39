package pdfsource

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// font tells the characters and widths of the strings drawn in it.
type font struct {
	composite bool
	vertical  bool
	encoding  *cmap             // of a composite font; nil where codes are glyph numbers
	charset   encoding.Encoding // of a composite font whose codes are text in a known charset
	unicode   *cmap
	simple    [256]string    // what the codes of a simple font mean
	glyphs    map[int]string // by glyph number, from the embedded font
	widths    []widthRange
	otherwise float64 // width of glyphs not listed
	scale     float64 // from the font's units to text size
	known     map[code]drawn
	fullCells bool // widths are by glyph number, which is not known: Latin is half as wide
}

type widthRange struct {
	first, last int
	widths      []float64 // one for each, or a single one for all
}

// drawn is a character of a string.
type drawn struct {
	text  string
	width float64 // in text size
	blank bool    // the one-byte code 32, which word spacing widens
}

func (f *file) newFont(d dict) *font {
	t := &font{scale: 0.001, known: map[code]drawn{}}
	if s, ok := f.resolve(d["ToUnicode"]).(*stream); ok {
		t.unicode = readCmap(f.unpacked(s))
	}
	if f.name(d["Subtype"]) == "Type0" {
		f.compositeFont(t, d)
		return t
	}
	if f.name(d["Subtype"]) == "Type3" {
		m := f.numbers(d["FontMatrix"])
		if len(m) == 6 && m[0] != 0 {
			t.scale = m[0]
		}
	}
	t.simple = f.simpleEncoding(d)
	t.otherwise = f.number(f.dict(d["FontDescriptor"])["MissingWidth"])
	if widths := f.numbers(d["Widths"]); len(widths) > 0 {
		first := int(f.number(d["FirstChar"]))
		t.widths = []widthRange{{first, first + len(widths) - 1, widths}}
	} else {
		t.otherwise = 500
	}
	return t
}

// numbers is an array's numbers; other things count as 0.
func (f *file) numbers(o any) []float64 {
	var list []float64
	for _, e := range f.array(o) {
		list = append(list, f.number(e))
	}
	return list
}

func (f *file) compositeFont(t *font, d dict) {
	t.composite = true
	descendant := dict{}
	if list := f.array(d["DescendantFonts"]); len(list) > 0 {
		descendant = f.dict(list[0])
	}
	switch e := f.resolve(d["Encoding"]).(type) {
	case name:
		t.vertical = strings.HasSuffix(string(e), "-V")
		t.charset = predefined(string(e))
		t.fullCells = t.charset != nil
	case *stream:
		t.encoding = readCmap(f.unpacked(e))
		t.vertical = f.number(e.dict["WMode"]) == 1
	}
	t.otherwise = 1000
	if descendant["DW"] != nil {
		t.otherwise = f.number(descendant["DW"])
	}
	t.widths = f.glyphWidths(descendant["W"])
	if t.unicode == nil && t.charset == nil {
		t.glyphs = f.embeddedText(descendant)
	}
}

// glyphWidths reads “first [w w …]” and “first last w”.
func (f *file) glyphWidths(o any) []widthRange {
	var ranges []widthRange
	w := f.array(o)
	for i := 0; i+1 < len(w) && len(ranges) < maxRanges; {
		first := int(f.number(w[i]))
		if list, ok := f.resolve(w[i+1]).(array); ok {
			ranges = append(ranges, widthRange{first, first + len(list) - 1, f.numbers(list)})
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		ranges = append(ranges, widthRange{first, int(f.number(w[i+1])), []float64{f.number(w[i+2])}})
		i += 3
	}
	return ranges
}

// predefined is the charset of an encoding that PDF knows by name; nil for those
// whose codes are glyph numbers.
func predefined(encodingName string) encoding.Encoding {
	switch {
	case strings.Contains(encodingName, "UCS2"), strings.Contains(encodingName, "UTF16"):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case strings.HasPrefix(encodingName, "GB"):
		return simplifiedchinese.GB18030
	case strings.Contains(encodingName, "B5"), strings.HasPrefix(encodingName, "HKscs"):
		return traditionalchinese.Big5
	}
	return nil
}

// decode splits a string into the characters it draws.
func (t *font) decode(s []byte) []drawn {
	var all []drawn
	for len(s) > 0 {
		var c code
		c, s = t.next(s)
		d, ok := t.known[c]
		if !ok {
			d = drawn{text: t.text(c), width: t.width(c) * t.scale, blank: c == code{32, 1}}
			t.known[c] = d
		}
		all = append(all, d)
	}
	return all
}

func (t *font) next(s []byte) (code, []byte) {
	width := 1
	switch {
	case !t.composite:
	case t.encoding != nil:
		return t.encoding.next(s)
	case t.charset == nil:
		width = 2
	case t.charset == simplifiedchinese.GB18030 || t.charset == traditionalchinese.Big5:
		if s[0] >= 0x81 {
			width = 2
			if len(s) >= 4 && s[1] >= 0x30 && s[1] <= 0x39 {
				width = 4
			}
		}
	default:
		width = 2
		if s[0] >= 0xd8 && s[0] <= 0xdb {
			width = 4
		}
	}
	width = min(width, len(s))
	return codeOf(text(s[:width])), s[width:]
}

// text is what a code means: by the file's map, else by the encoding, else by the
// embedded font. U+FFFD stands for a character that nothing tells.
func (t *font) text(c code) string {
	s, ok := t.unicode.text(c)
	if ok && s != "" && s != "\x00" {
		return s
	}
	switch {
	case !t.composite:
		s = t.simple[c.value&0xff]
	case t.charset != nil:
		b := make([]byte, c.width)
		for i := range b {
			b[i] = byte(c.value >> (8 * (c.width - 1 - i)))
		}
		decoded, err := t.charset.NewDecoder().Bytes(b)
		if err == nil {
			s = string(decoded)
		}
	default:
		s = t.glyphs[t.glyph(c)]
	}
	if s == "" {
		return "\ufffd"
	}
	return s
}

func (t *font) glyph(c code) int {
	if t.encoding != nil {
		return t.encoding.cid(c)
	}
	return int(c.value)
}

func (t *font) width(c code) float64 {
	if t.fullCells {
		if c.width == 1 || c.value < 0x80 {
			return t.otherwise / 2
		}
		return t.otherwise
	}
	n := int(c.value)
	if t.composite {
		n = t.glyph(c)
	}
	for i := range t.widths {
		r := &t.widths[i]
		if n < r.first || n > r.last {
			continue
		}
		if len(r.widths) == 1 {
			return r.widths[0]
		}
		if n-r.first < len(r.widths) {
			return r.widths[n-r.first]
		}
	}
	return t.otherwise
}

// simpleEncoding is what the 256 codes of a simple font mean.
func (f *file) simpleEncoding(d dict) [256]string {
	base := charmap.Windows1252
	encodingName := f.name(d["Encoding"])
	var differences array
	if e := f.dict(d["Encoding"]); e != nil {
		encodingName = f.name(e["BaseEncoding"])
		differences = f.array(e["Differences"])
	}
	if encodingName == "MacRomanEncoding" {
		base = charmap.Macintosh
	}
	var all [256]string
	for i := range all {
		if i >= 32 {
			all[i] = string(base.DecodeByte(byte(i)))
		}
	}
	at := 0
	for _, o := range differences {
		switch o := f.resolve(o).(type) {
		case float64:
			at = int(o)
		case name:
			if at >= 0 && at < 256 {
				all[at] = glyphText(string(o))
			}
			at++
		}
	}
	return all
}
