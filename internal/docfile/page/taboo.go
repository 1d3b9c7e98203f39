package page

import (
	"strings"
	"unicode"
)

// The signs of GB/T 15834 that may not begin a line and those that may not end one.
const (
	notFirst = "，。、；：？！）》〉」』】〕］｝”’…·～々％‰℃℉°,.;:?!)]}%"
	notLast  = "（《〈「『【〔［｛“‘￥¥＄$№([{"
)

// The signs that fill only one half of their square, so that a line may be tightened at them.
const (
	closing = "，。、；：？！）》〉」』】〕］｝”’"
	opening = "（《〈「『【〔［｛“‘"
)

// mayBreak reports whether a line may end between a and b.
func mayBreak(a, b rune) bool {
	switch {
	case b == ' ':
		return false // the space stays with the line it ends
	case strings.ContainsRune(notFirst, b) || strings.ContainsRune(notLast, a):
		return a == ' ' && !strings.ContainsRune(notFirst, b)
	case a == b && (a == '—' || a == '…'):
		return false
	case latin(a) && latin(b):
		return a == '/' && unicode.IsLetter(b) // an address may go on below
	}
	return true
}

// latin reports whether r is part of a Latin word or a number, which are not divided.
func latin(r rune) bool {
	return r > ' ' && r < 0x250 && r != '·' || r >= '０' && r <= '９'
}

// counted reports whether a and b are a number and the Chinese word it counts, such
// as 2024|年. A paragraph may divide them, a title or a label should not.
func counted(a, b rune) bool {
	return (unicode.IsDigit(a) || a == '.') && strings.ContainsRune("年月日件条项元万亿个人次份号章", b)
}

// halfEmpty reports how far the gap between two units may be tightened, in
// thousandths of an em. End says that b is no part of the line.
func halfEmpty(a, b rune, end bool) int {
	if end {
		if strings.ContainsRune(closing, a) {
			return 500
		}
		return 0
	}
	room := 0
	if adjoin(a, b) {
		return 0
	}
	if strings.ContainsRune(closing, a) {
		room += 250
	}
	if strings.ContainsRune(opening, b) {
		room += 250
	}
	return room
}

// adjoin reports whether two signs meet with their empty halves, as in 》（ and ）。,
// and are set half a square closer.
func adjoin(a, b rune) bool {
	if strings.ContainsRune(closing, a) {
		return strings.ContainsRune(closing, b) || strings.ContainsRune(opening, b)
	}
	return strings.ContainsRune(opening, a) && strings.ContainsRune(opening, b)
}
