package reading

import "strconv"

var numeralDigits = map[rune]int{
	'零': 0, '〇': 0, '○': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

// chineseNumber reads a numeral up to 9,999 such as 十二, 一百零五 or 二〇, in digits.
func chineseNumber(text string) (string, bool) {
	runes := []rune(text)
	positional := true
	for _, r := range runes {
		_, isDigit := numeralDigits[r]
		positional = positional && isDigit
	}
	if positional {
		out := ""
		for _, r := range runes {
			out += strconv.Itoa(numeralDigits[r])
		}
		return out, len(runes) <= 4
	}
	total, digit, lastUnit := 0, -1, 10_000
	for i, r := range runes {
		unit := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
		if unit == 0 {
			d := numeralDigits[r]
			if digit > 0 {
				return "", false // two digits side by side, such as 三五十
			}
			digit = d
			continue
		}
		if digit < 0 && (unit != 10 || i > 0) || unit >= lastUnit {
			return "", false
		}
		total += max(1, digit) * unit
		digit, lastUnit = -1, unit
	}
	return strconv.Itoa(total + max(0, digit)), true
}
