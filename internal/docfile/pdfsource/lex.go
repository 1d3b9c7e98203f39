package pdfsource

import (
	"math"
	"strconv"
)

// lexer splits bytes into objects. Damage never stops it: what is no object is
// skipped.
type lexer struct {
	data []byte
	at   int
}

// end is what the lexer gives after the last token; closing brackets are keywords.
type end struct{}

const maxObjectDepth = 100

func white(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *lexer) skipWhite() {
	for l.at < len(l.data) {
		c := l.data[l.at]
		switch {
		case white(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// token is the next name, number, string, keyword or bracket.
func (l *lexer) token() any {
	l.skipWhite()
	if l.at >= len(l.data) {
		return end{}
	}
	c := l.data[l.at]
	switch c {
	case '(':
		return l.literal()
	case '<', '>':
		if l.at+1 < len(l.data) && l.data[l.at+1] == c {
			l.at += 2
			return keyword([]byte{c, c})
		}
		l.at++
		if c == '<' {
			return l.hex()
		}
		return keyword(">")
	case '/':
		return l.name()
	case '[', ']', '{', '}', ')':
		l.at++
		return keyword([]byte{c})
	}
	start := l.at
	for l.at < len(l.data) && !white(l.data[l.at]) && !delimiter(l.data[l.at]) {
		l.at++
	}
	word := l.data[start:l.at]
	if n, ok := number(word); ok {
		return n
	}
	return keyword(word)
}

// number reads a number as PDF writes it: no exponents; some writers double the sign.
func number(word []byte) (float64, bool) {
	if c := word[0]; c != '+' && c != '-' && c != '.' && (c < '0' || c > '9') {
		return 0, false
	}
	sign, n, scale, digits := 1.0, 0.0, 0.0, 0
	for i, c := range word {
		switch {
		case c == '-' && (i == 0 || digits == 0):
			sign = -1
		case c == '+' && i == 0:
		case c == '.' && scale == 0:
			scale = 1
		case c >= '0' && c <= '9':
			digits++
			n = n*10 + float64(c-'0')
			scale *= 10
		case c == '-' && digits > 0: // 12.3-4: the rest is junk
			return sign * n / math.Max(scale, 1), true
		default:
			f, err := strconv.ParseFloat(string(word), 64)
			return f, err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
		}
	}
	if math.IsInf(n, 0) || math.IsInf(scale, 0) {
		return 0, true
	}
	return sign * n / math.Max(scale, 1), digits > 0
}

func (l *lexer) name() any {
	l.at++
	var b []byte
	for l.at < len(l.data) && !white(l.data[l.at]) && !delimiter(l.data[l.at]) {
		c := l.data[l.at]
		if c == '#' && l.at+2 < len(l.data) && nibble(l.data[l.at+1]) >= 0 && nibble(l.data[l.at+2]) >= 0 {
			c = byte(nibble(l.data[l.at+1])<<4 | nibble(l.data[l.at+2]))
			l.at += 2
		}
		b = append(b, c)
		l.at++
	}
	return name(b)
}

func nibble(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (l *lexer) hex() any {
	var b []byte
	half := -1
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			break
		}
		n := nibble(c)
		switch {
		case n < 0:
		case half < 0:
			half = n
		default:
			b = append(b, byte(half<<4|n))
			half = -1
		}
	}
	if half >= 0 {
		b = append(b, byte(half<<4))
	}
	return text(b)
}

func (l *lexer) literal() any {
	var b []byte
	depth := 0
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			depth++
			if depth == 1 {
				continue
			}
		case ')':
			depth--
			if depth == 0 {
				return text(b)
			}
		case '\\':
			b = l.escape(b)
			continue
		case '\r':
			c = '\n'
			if l.at < len(l.data) && l.data[l.at] == '\n' {
				l.at++
			}
		}
		b = append(b, c)
	}
	return text(b)
}

// escape reads what follows a backslash.
func (l *lexer) escape(b []byte) []byte {
	if l.at >= len(l.data) {
		return b
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case 'n':
		return append(b, '\n')
	case 'r':
		return append(b, '\r')
	case 't':
		return append(b, '\t')
	case 'b':
		return append(b, '\b')
	case 'f':
		return append(b, '\f')
	case '\n':
		return b
	case '\r':
		if l.at < len(l.data) && l.data[l.at] == '\n' {
			l.at++
		}
		return b
	}
	if c < '0' || c > '7' {
		return append(b, c)
	}
	n := int(c - '0')
	for range 2 {
		if l.at >= len(l.data) || l.data[l.at] < '0' || l.data[l.at] > '7' {
			break
		}
		n = n*8 + int(l.data[l.at]-'0')
		l.at++
	}
	return append(b, byte(n))
}

// object is the next object; references are put together where refs is set. Keywords
// come back as they are.
func (l *lexer) object(refs bool, depth int) any {
	t := l.token()
	switch t := t.(type) {
	case float64:
		if refs {
			return l.reference(t)
		}
	case keyword:
		if depth > maxObjectDepth {
			return nil
		}
		switch t {
		case "[":
			return l.array(refs, depth)
		case "<<":
			return l.dict(refs, depth)
		case "null":
			return nil
		case "true":
			return true
		case "false":
			return false
		}
	}
	return t
}

// reference looks two tokens ahead for “12 0 R”.
func (l *lexer) reference(first float64) any {
	back := l.at
	generation, ok := l.token().(float64)
	if ok && generation >= 0 && generation <= 65535 && first >= 0 && first < 1<<30 && l.token() == keyword("R") {
		return ref{int(first), int(generation)}
	}
	l.at = back
	return first
}

func (l *lexer) array(refs bool, depth int) any {
	list := array{}
	for {
		o := l.object(refs, depth+1)
		switch o := o.(type) {
		case end:
			return list
		case keyword:
			if o == "]" {
				return list
			}
			if o == ">>" || o == "endobj" {
				return list // the bracket is missing
			}
			continue
		}
		list = append(list, o)
	}
}

func (l *lexer) dict(refs bool, depth int) any {
	d := dict{}
	for {
		key := l.object(refs, depth+1)
		switch key := key.(type) {
		case end:
			return d
		case keyword:
			if key == ">>" || key == "endobj" || key == "stream" {
				return d
			}
		case name:
			value := l.object(refs, depth+1)
			if k, ok := value.(keyword); ok {
				if k == ">>" {
					return d
				}
				continue
			}
			if _, ok := value.(end); ok {
				return d
			}
			d[key] = value
		}
	}
}
