package docx

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// escape returns s as XML character data, also fit for an attribute. It refuses
// text that is not UTF-8, because guessing would change what an organ said, and
// leaves out what XML 1.0 cannot carry (section 2.2, Char): control characters,
// which damaged scans and pasted text bring along, and the two non-characters.
func escape(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", fmt.Errorf("text %q is not UTF-8", s)
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\n' || r == '\t':
			b.WriteRune(r)
		case r < 0x20 || r == 0x7f || r == 0xfffe || r == 0xffff:
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), nil
}

// run draws one stretch of text. properties stands inside w:rPr after the font
// hint: without that hint Word takes “ ” … — from the Latin font, half as wide.
func run(text, properties string) (string, error) {
	escaped, err := escape(strings.ReplaceAll(text, "\v", "\n")) // \v is Word's own line break in pasted text
	if err != nil {
		return "", err
	}
	if escaped == "" {
		return "", nil
	}
	var b strings.Builder
	b.WriteString(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>` + properties + `</w:rPr>`)
	for i, line := range strings.Split(escaped, "\n") {
		if i > 0 {
			b.WriteString(`<w:br/>`)
		}
		for j, piece := range strings.Split(line, "\t") {
			if j > 0 {
				b.WriteString(`<w:tab/>`)
			}
			if piece != "" {
				b.WriteString(`<w:t xml:space="preserve">` + piece + `</w:t>`)
			}
		}
	}
	b.WriteString(`</w:r>`)
	return b.String(), nil
}
