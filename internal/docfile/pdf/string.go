package pdf

import (
	"fmt"
	"unicode/utf16"
)

// textString writes a text string object in UTF-16, which holds any character.
func textString(text string) string { return "<FEFF" + utf16Hex(text) + ">" }

// utf16Hex writes text as UTF-16 in hexadecimal; characters beyond the basic plane
// become surrogate pairs.
func utf16Hex(text string) string {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		out = fmt.Appendf(out, "%04X", unit)
	}
	return string(out)
}
