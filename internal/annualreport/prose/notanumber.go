package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// compositeEnd is where digits joined by hyphens, slashes, colons or points end,
// as in 2024-01-31, 8:30 or 0575-83012345; the offset itself when none follow.
func compositeEnd(text string, end int) int {
	for {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !strings.ContainsRune("-/:：.—–~～", r) || size == 0 {
			return end
		}
		next := end + size
		for strings.HasPrefix(text[next:], "—") {
			next += len("—")
		}
		_, length := readDigits(text[next:])
		if length == 0 {
			return end
		}
		end = next + length
	}
}

// isCode reports whether digits are a code, a telephone number or part of a word.
func isCode(d decimal, before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if isLatin(last) || isLatin(next) || last == '-' || last == '/' {
		return true
	}
	if d.length >= 11 || d.zero && d.length > 1 && d.decimals == 0 {
		return true
	}
	rest := strings.TrimLeftFunc(after, unicode.IsSpace)
	if d.length == 5 && d.digits >= 12300 && d.digits < 12400 && !hasAnyPrefix(rest, "条", "件", "篇", "份", "人次", "万", "元") {
		return true // hotlines such as 12345
	}
	return hasAnyPrefix(rest, "号", "版", "级", "楼", "室", "栋", "热线")
}

func isLatin(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

// isOrdinal reports whether digits number a list, an article or a document.
func isOrdinal(d decimal, before, after string) bool {
	trimmed := strings.TrimRightFunc(before, unicode.IsSpace)
	if strings.HasSuffix(trimmed, "第") {
		return true
	}
	open, _ := utf8.DecodeLastRuneInString(trimmed)
	closing, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, unicode.IsSpace))
	if strings.ContainsRune("〔[【（(", open) && strings.ContainsRune("〕]】）)", closing) {
		return d.length <= 2 || d.length == 4
	}
	if d.length > 2 || d.decimals > 0 {
		return false
	}
	begins := strings.TrimRight(before, " \t　|-*•") // a list sign may stand before
	r, _ := utf8.DecodeLastRuneInString(begins)
	atStart := begins == "" || strings.ContainsRune("\n\r。；;！!？?：:、)）", r) || len(begins) < len(before)
	next, size := utf8.DecodeRuneInString(after)
	if !atStart || !strings.ContainsRune(".．、", next) {
		return false
	}
	follower, _ := utf8.DecodeRuneInString(after[size:])
	_, isDigit := digitOf(follower)
	// In “1、0件” the first is a number of a list of numbers.
	return !isDigit
}

// isDatePart reports whether digits are a year, a month, a day or a time.
func isDatePart(after string) bool {
	rest := strings.TrimLeftFunc(after, unicode.IsSpace)
	switch {
	case strings.HasPrefix(rest, "年"):
		return true
	case hasAnyPrefix(rest, "月", "时", "点", "季度"):
		return true
	case hasAnyPrefix(rest, "日"):
		return true
	}
	return false
}

// isDayOfMonth reports whether a month in digits stands before, as in 12月31止.
func isDayOfMonth(before string) bool {
	month, ends := strings.CutSuffix(strings.TrimRightFunc(before, unicode.IsSpace), "月")
	if !ends {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(month)
	_, isDigit := digitOf(last)
	return isDigit
}

// startsChinese reports whether a rune may begin a Chinese number.
func startsChinese(r rune) bool {
	_, isDigit := chineseDigits[r]
	_, isPower := chinesePowers[r]
	return isDigit || isPower || r == '几' || r == '数' || r == '上'
}

// wordsWithNumeral end in a numeral that counts nothing.
var wordsWithNumeral = []string{
	"第", "进", "统", "唯", "每", "某", "任", "同", "逐", "另", "这", "那", "哪", "周", "星期", "初", "之", "单", "专", "万", "月", "日", "年", "其",
}

// wordsAfterNumeral follow a numeral and unit in set phrases: 一条龙, 一次性, 一件事.
var wordsAfterNumeral = []string{"龙", "性", "事", "一", "线"}

// chineseNumber reads the number in Chinese numerals at an offset. It counts only
// with a unit behind it, since 一 and 三 stand in many words.
func chineseNumber(text string, start int) (*Number, int) {
	_, first := utf8.DecodeRuneInString(text[start:])
	n := Number{Start: start, Chinese: true, Whole: true}
	vague, length := vagueNumber(text[start:])
	if length > 0 {
		n.Low, n.High = vague, vague*5-1
		if vague == 2 { // 几件, 数件
			n.High = 9
		}
	} else {
		value, read := readChinese(text[start:])
		if read == 0 {
			return nil, start + first
		}
		length = read
		n.Low, n.High = value, value
	}
	rest := text[start+length:]
	after, about := roughly(rest)
	if about > 0 && length > 0 {
		if n.Exact() {
			n.Low, n.High = bounds(n.Low, "", true)
		}
		rest = after
	}
	u, ok := unitAt(rest)
	end := start + length
	if !ok || !u.counting || u.word == "批" || hasAnySuffix(text[:start], wordsWithNumeral...) ||
		hasAnyPrefix(rest[len(u.word):], wordsAfterNumeral...) {
		return nil, end
	}
	n.Unit, n.Kind, n.Counting = u.word, u.kind, true
	factor := int64(1)
	switch u.kind {
	case Money:
		factor = u.factor
	case Percent:
		factor = 100
	}
	if n.High > limit/factor {
		return nil, end
	}
	if n.Exact() {
		n.Low, n.High = bounds(n.Low, text[:start], false)
	}
	n.Low, n.High = n.Low*factor, n.High*factor
	n.Value = n.Low
	n.End = len(text) - len(rest) + len(u.word)
	n.Text = text[start:n.End]
	return &n, n.End
}

// vagueNumber reads 几十, 数百, 上百 and the like: the least it can mean.
func vagueNumber(text string) (int64, int) {
	for _, word := range []string{"几", "数", "上"} {
		rest, found := strings.CutPrefix(text, word)
		if !found {
			continue
		}
		for _, place := range []struct {
			word  string
			value int64
		}{{"十", 20}, {"百", 200}, {"千", 2000}, {"万", 20000}} {
			if strings.HasPrefix(rest, place.word) {
				value := place.value
				if word == "上" {
					value /= 2
				}
				return value, len(word) + len(place.word)
			}
		}
		if word == "几" {
			return 2, len(word)
		}
	}
	return 0, 0
}
