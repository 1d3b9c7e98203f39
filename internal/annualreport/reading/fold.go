package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// folded is a text made easy to read, with the way back: at[i] is the character
// of the original, counted from 0, that byte i comes from. at has one entry more
// than text has bytes, for the end.
type folded struct {
	text string
	at   []int32
}

// folding writes a folded text.
type folding struct {
	text []byte
	at   []int32
}

func (f *folding) add(r rune, origin int32) {
	before := len(f.text)
	f.text = utf8.AppendRune(f.text, r)
	for range len(f.text) - before {
		f.at = append(f.at, origin)
	}
}

func (f *folding) done(end int32) folded {
	return folded{text: string(f.text), at: append(f.at, end)}
}

// fold makes a text easy to read: simplified characters, half-width digits, letters
// and signs of tables, no invisible characters, no pinyin in brackets, circled
// numbers as 1., radicals as the characters they look like. Chinese punctuation,
// blanks, tabs and bars stay.
func fold(text string) folded {
	original := []rune(text)
	runes := make([]rune, len(original))
	traditional := false
	for i, r := range original {
		runes[i] = foldRune(r)
		traditional = traditional || runes[i] >= 0x2E80
	}
	if traditional {
		simplified().apply(runes)
	}
	f := folding{text: make([]byte, 0, len(text)), at: make([]int32, 0, len(text)+1)}
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case r < 0:
			continue
		case (r == '(' || r == '（') && i > 0 && isHan(lastKept(runes, i)) && pinyinLength(runes[i:]) > 0:
			i += pinyinLength(runes[i:]) - 1
		case r == '(' && ordinalLength(runes[i:]) > 0:
			// (一) as checks and headings know it: （一）.
			end := i + ordinalLength(runes[i:]) - 1
			f.add('（', int32(i))
			for i++; i < end; i++ {
				f.add(runes[i], int32(i))
			}
			f.add('）', int32(i))
		case circledNumber(r) > 0:
			n := circledNumber(r)
			if n >= 10 {
				f.add(rune('0'+n/10), int32(i))
			}
			f.add(rune('0'+n%10), int32(i))
			f.add('.', int32(i))
		default:
			f.add(r, int32(i))
		}
	}
	return f.done(int32(len(original)))
}

// ordinalLength is the length of an ordinal such as (一) or (十二) that the runes begin
// with, or 0.
func ordinalLength(runes []rune) int {
	for i := 1; i < len(runes) && i <= 3; i++ {
		switch {
		case runes[i] == ')' && i > 1:
			return i + 1
		case !strings.ContainsRune("一二三四五六七八九十", runes[i]):
			return 0
		}
	}
	return 0
}

// foldRune is the plain form of one character, negative to drop it.
func foldRune(r rune) rune {
	switch {
	case r == '\t' || r == '\n':
		return r
	case r < 0x7F:
		if r < ' ' {
			return -1
		}
		return r
	case r == '\u00a0', r == '\u3000', r >= '\u2000' && r <= '\u200a', r == '\u202f', r == '\u2028', r == '\u2029':
		return ' '
	case unicode.Is(unicode.Cf, r), unicode.IsControl(r), r == utf8.RuneError:
		return -1
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return r - '！' + '!'
	}
	switch r {
	case '｜', '│', '┃', '║':
		return '|'
	case '／', '∕', '⁄':
		return '/'
	case '．':
		return '.'
	case '－', '−', '‐', '‑', '﹣':
		return '-'
	case '＋':
		return '+'
	case '％':
		return '%'
	}
	return characterOfRadical(r)
}

// circledNumber is 1 for ① and ⑴, 0 for what is no such sign.
func circledNumber(r rune) int {
	switch {
	case r >= '①' && r <= '⑳':
		return int(r-'①') + 1
	case r >= '⑴' && r <= '⒇':
		return int(r-'⑴') + 1
	case r >= '⒈' && r <= '⒛':
		return int(r-'⒈') + 1
	}
	return 0
}

func lastKept(runes []rune, before int) rune {
	for i := before - 1; i >= 0; i-- {
		if runes[i] >= 0 {
			return runes[i]
		}
	}
	return 0
}

// longestPinyin is the length of zhuang, the longest syllable.
const longestPinyin = 6

// pinyinLength is the length of a syllable of pinyin in brackets that the runes
// begin with, or 0. A syllable has a vowel and no capitals: (fā), (zhèn), (de).
func pinyinLength(runes []rune) int {
	vowel := false
	for i := 1; i < len(runes) && i <= longestPinyin+1; i++ {
		r := runes[i]
		switch {
		case r == ')' || r == '）':
			if i > 1 && vowel {
				return i + 1
			}
			return 0
		case strings.ContainsRune("aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜɑ", r):
			vowel = true
		case r >= 'a' && r <= 'z' || r == 'ń' || r == 'ň' || r == 'ǹ':
		default:
			return 0
		}
	}
	return 0
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// hasHan reports whether a text holds a Chinese character.
func hasHan(text string) bool {
	for _, r := range text {
		if r >= 0x2E80 && isHan(r) {
			return true
		}
	}
	return false
}

// cut is the stretch from byte from to byte to.
func (f folded) cut(from, to int) folded { return folded{f.text[from:to], f.at[from : to+1]} }

// trimmed is the text without blanks and bars at its ends.
func (f folded) trimmed() folded {
	const noise = " \t\n|"
	left := len(f.text) - len(strings.TrimLeft(f.text, noise))
	right := len(strings.TrimRight(f.text, noise))
	if left >= right {
		return f.cut(len(f.text), len(f.text))
	}
	return f.cut(left, right)
}

// span are the characters of the original that the text comes from.
func (f folded) span() (int, int) { return int(f.at[0]), int(f.at[len(f.text)]) }

// prose is the text as running text: bars are blanks, blanks between Chinese
// characters go, other runs of blanks become one.
func (f folded) prose() folded {
	out := folding{text: make([]byte, 0, len(f.text)), at: make([]int32, 0, len(f.at))}
	var last rune
	blank := int32(-1)
	for i, r := range f.text {
		if r == ' ' || r == '\t' || r == '|' || r == '\n' {
			if blank < 0 {
				blank = f.at[i]
			}
			continue
		}
		if blank >= 0 && last != 0 && !(isWide(last) && isWide(r)) {
			out.add(' ', blank)
		}
		blank = -1
		out.add(r, f.at[i])
		last = r
	}
	return out.done(f.at[len(f.text)])
}

// isWide reports whether a character is written in a square: Chinese, or Chinese
// punctuation.
func isWide(r rune) bool {
	return r >= 0x2E80 || strings.ContainsRune("“”‘’—…·", r)
}

// squeezed is the text without any blanks and bars, for comparing.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '|' || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
