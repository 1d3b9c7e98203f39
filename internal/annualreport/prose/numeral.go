package prose

import (
	"math"
	"strings"
	"unicode/utf8"
)

// limit keeps values far from overflow: no report states more than 15 digits.
const limit = 999_999_999_999_999

// digitOf is the value of an ASCII or full-width digit.
func digitOf(r rune) (int64, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int64(r - '0'), true
	case r >= '０' && r <= '９':
		return int64(r - '０'), true
	}
	return 0, false
}

// decimal is a number written in digits: Whole with Decimals digits after the point.
type decimal struct {
	digits   int64 // all digits, the point left out
	decimals int
	length   int // how many digits
	zero     bool
}

// readDigits reads digits with thousands separators and a decimal point at the
// start of a text and returns how many bytes they take.
func readDigits(text string) (decimal, int) {
	var d decimal
	at, sincePoint := 0, -1
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		value, ok := digitOf(r)
		if ok {
			if d.length == 0 {
				d.zero = value == 0
			}
			d.length++
			d.digits = min(d.digits*10+value, limit*10)
			if sincePoint >= 0 {
				d.decimals++
			}
			at += size
			continue
		}
		next := text[at+size:]
		if sincePoint < 0 && (r == '.' || r == '．') && leadingDigits(next) > 0 {
			sincePoint = 0
			at += size
			continue
		}
		if sincePoint < 0 && r == ',' && d.length <= 3 && leadingDigits(next) == 3 ||
			sincePoint < 0 && r == ',' && strings.Contains(text[:at], ",") && leadingDigits(next) == 3 {
			at += size
			continue
		}
		break
	}
	return d, at
}

// leadingDigits counts the digits a text begins with.
func leadingDigits(text string) int {
	n := 0
	for _, r := range text {
		_, ok := digitOf(r)
		if !ok {
			break
		}
		n++
	}
	return n
}

// times is the number in units of 1/scale, and whether that is exact.
func (d decimal) times(scale int64) (int64, bool) {
	if d.digits > limit || d.decimals > 15 {
		return 0, false
	}
	power := int64(math.Pow10(d.decimals))
	if d.digits != 0 && scale > limit/d.digits {
		return 0, false
	}
	product := d.digits * scale
	return product / power, product%power == 0
}

var chineseDigits = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

var chinesePowers = map[rune]int64{'十': 10, '百': 100, '千': 1000}

// readChinese reads a Chinese numeral such as 十二 or 三百零五 at the start of a
// text and returns how many bytes it takes; 0 where there is none.
func readChinese(text string) (int64, int) {
	var total, section, digit int64
	at, seen, pending := 0, false, false
	for _, r := range text {
		value, isDigit := chineseDigits[r]
		power, isPower := chinesePowers[r]
		switch {
		case isDigit:
			if pending && value != 0 && digit != 0 {
				return 0, 0 // 五六: about five or six, or a list of digits
			}
			digit, pending = value, true
		case isPower:
			if !pending {
				digit = 1
			}
			section += digit * power
			digit, pending = 0, false
		case r == '万' && seen:
			total += (section + digit) * 10_000
			section, digit, pending = 0, 0, false
		default:
			return total + section + digit, at
		}
		seen = true
		at += utf8.RuneLen(r)
		if total+section > limit {
			return 0, 0
		}
	}
	return total + section + digit, at
}
