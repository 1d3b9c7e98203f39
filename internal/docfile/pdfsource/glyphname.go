package pdfsource

import (
	"strconv"
	"strings"
)

// glyphNames are the names of glyphs that figures and Latin text need.
var glyphNames = map[string]string{
	"space": " ", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&",
	"quotesingle": "'", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-",
	"minus": "−", "period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
	"six": "6", "seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=",
	"greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": `\`, "bracketright": "]",
	"asciicircum": "^", "underscore": "_", "grave": "`", "braceleft": "{", "bar": "|", "braceright": "}", "asciitilde": "~",
	"quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”", "endash": "–", "emdash": "—",
	"bullet": "•", "ellipsis": "…", "periodcentered": "·", "section": "§", "degree": "°", "multiply": "×", "divide": "÷",
	"fi": "fi", "fl": "fl", "nbspace": "\u00a0", "yen": "¥", "copyright": "©",
}

// glyphText is what a glyph's name says it draws, empty where it does not.
func glyphText(glyph string) string {
	glyph, _, _ = strings.Cut(glyph, ".")
	if s, ok := glyphNames[glyph]; ok {
		return s
	}
	if len(glyph) == 1 {
		return glyph
	}
	hex, ok := strings.CutPrefix(glyph, "uni")
	if !ok || len(hex) < 4 {
		hex, ok = strings.CutPrefix(glyph, "u")
	}
	if !ok || len(hex) < 4 || len(hex) > 6 {
		return ""
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || n > 0x10ffff {
		return ""
	}
	return string(rune(n))
}
