package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Number is a number typed in a text. Dates, years, numbers of articles and
// documents, list ordinals, telephone numbers and codes are not among them.
type Number struct {
	Start, End int    // byte offsets, the unit included
	Text       string // as typed, with its unit
	Kind       Kind
	Value      int64 // in the measure of its kind; the lower bound where only bounds are known
	// Low and High are what the words allow, both included; equal to Value for an
	// exact number. 几十 is 20 to 99, 近500 is 450 to 500.
	Low, High int64
	Unit      string // 件, 条, 万元 …; empty when none follows
	Counting  bool   // the unit counts things, as against days or a score
	Chinese   bool   // written in Chinese numerals
	Decimals  int    // digits after the point, as typed
	// Whole is false for a fraction of a thing, such as 2.5项; Value is then cut.
	Whole bool
}

// Exact reports whether the text names one value and not a range.
func (n Number) Exact() bool { return n.Low == n.High }

// Numbers lists the numbers typed in a text in their order.
func Numbers(text string) []Number {
	var numbers []Number
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		_, isDigit := digitOf(r)
		switch {
		case isDigit:
			n, end := digitNumber(text, at)
			if n != nil {
				numbers = append(numbers, *n)
			}
			at = end
		case startsChinese(r):
			n, end := chineseNumber(text, at)
			if n != nil {
				numbers = append(numbers, *n)
			}
			at = end
		default:
			at += size
		}
	}
	return numbers
}

// digitNumber reads the number in digits at an offset; nil when the digits are
// part of a date, an ordinal or a code. It returns where to go on.
func digitNumber(text string, start int) (*Number, int) {
	d, length := readDigits(text[start:])
	end := start + length
	code := compositeEnd(text, end)
	if code > end {
		return nil, code
	}
	before, after := text[:start], text[end:]
	if isCode(d, before, after) || isOrdinal(d, before, after) || isDatePart(after) || isDayOfMonth(before) {
		return nil, end
	}
	n := Number{Start: start, Decimals: d.decimals, Whole: true}
	rest := strings.TrimLeftFunc(after, unicode.IsSpace)
	scale := int64(1)
	// 1.2万条 is a count of 12,000; 万元 is a unit of its own.
	if strings.HasPrefix(rest, "万") && !strings.HasPrefix(rest, "万元") {
		scale, rest = 10_000, rest[len("万"):]
		end = len(text) - len(rest)
	}
	about := 0
	rest, about = roughly(rest)
	if about > 0 {
		end = len(text) - len(rest)
	}
	rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
	u, ok := unitAt(rest)
	if ok {
		end = len(text) - len(rest) + len(u.word)
		n.Unit, n.Kind, n.Counting = u.word, u.kind, u.counting
	}
	if !ok && (d.length > 7 || d.length == 4 && scale == 1 && d.digits >= 1990 && d.digits < 2100) {
		return nil, end // a code, a number on a form or a year
	}
	switch n.Kind {
	case Money:
		scale *= u.factor
	case Percent:
		scale *= 100
	}
	n.Value, n.Whole = d.times(scale)
	n.End, n.Text = end, text[start:end]
	n.Low, n.High = bounds(n.Value, before, about > 0)
	return &n, end
}

// roughly cuts 余, 多 or 左右-like words off the start of a text.
func roughly(text string) (string, int) {
	for _, word := range []string{"余", "多"} {
		if strings.HasPrefix(text, word) {
			return text[len(word):], len(word)
		}
	}
	return text, 0
}

// bounds reads the words around a number: 近 and 不足 before it, 余 and 多 after.
func bounds(value int64, before string, over bool) (int64, int64) {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	switch {
	case over:
		return value, value + max(magnitude(value)-1, 0)
	case hasAnySuffix(before, "近", "不足", "不到", "将近", "接近"):
		return value - value/10, value
	case hasAnySuffix(before, "超过", "逾", "超", "多达", "以上"):
		return value, value + max(magnitude(value)-1, 0)
	case hasAnySuffix(before, "约", "大约", "大概", "左右"):
		return value - value/10, value + value/10
	}
	return value, value
}

// magnitude is the place value of the first digit: 100 for 469.
func magnitude(value int64) int64 {
	place := int64(1)
	for value >= 10 {
		value /= 10
		place *= 10
	}
	return place
}

func hasAnySuffix(text string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(text, suffix) {
			return true
		}
	}
	return false
}

func hasAnyPrefix(text string, prefixes ...string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(text, prefix) {
			return true
		}
	}
	return false
}
