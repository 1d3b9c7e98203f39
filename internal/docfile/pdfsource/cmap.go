package pdfsource

import "unicode/utf16"

// cmap maps codes to text (a ToUnicode map) or to glyph numbers (an encoding).
type cmap struct {
	spaces []codeSpace
	chars  map[code]string
	ranges []codeRange
}

// code is a character code with the number of bytes that write it.
type code struct {
	value uint32
	width int
}

type codeSpace struct {
	width  int
	lo, hi uint32
}

// codeRange maps neighbouring codes to neighbouring characters or glyph numbers.
type codeRange struct {
	width  int
	lo, hi uint32
	text   []rune // of lo; the last character counts up
	cid    int
}

const (
	maxMappings = 300_000
	maxRanges   = 20_000 // searched one by one
)

// readCmap reads a map of either kind. Damaged entries are left out.
func readCmap(data []byte) *cmap {
	m := &cmap{chars: map[code]string{}}
	l := lexer{data: data}
	for {
		switch l.token() {
		case end{}:
			return m
		case keyword("begincodespacerange"):
			m.readSpaces(&l)
		case keyword("beginbfchar"):
			m.readChars(&l)
		case keyword("beginbfrange"):
			m.readRanges(&l)
		case keyword("begincidchar"):
			m.readCids(&l, false)
		case keyword("begincidrange"):
			m.readCids(&l, true)
		}
		if len(m.chars) > maxMappings || len(m.ranges) > maxRanges {
			return m
		}
	}
}

func codeOf(t text) code {
	c := code{width: len(t)}
	for i := range min(len(t), 4) {
		c.value = c.value<<8 | uint32(t[i])
	}
	return c
}

// pair reads two strings; it reports false at the end of a block.
func pair(l *lexer) (code, code, bool) {
	a, ok1 := l.token().(text)
	if !ok1 {
		return code{}, code{}, false
	}
	b, ok2 := l.token().(text)
	return codeOf(a), codeOf(b), ok2
}

func (m *cmap) readSpaces(l *lexer) {
	for {
		lo, hi, ok := pair(l)
		if !ok || len(m.spaces) > 100 {
			return
		}
		if lo.width >= 1 && lo.width <= 4 {
			m.spaces = append(m.spaces, codeSpace{lo.width, lo.value, hi.value})
		}
	}
}

func (m *cmap) readChars(l *lexer) {
	for {
		from, ok := l.token().(text)
		if !ok || len(m.chars) > maxMappings {
			return
		}
		switch to := l.token().(type) {
		case text:
			m.chars[codeOf(from)] = string(characters(to))
		case name: // a glyph's name
			if s := glyphText(string(to)); s != "" {
				m.chars[codeOf(from)] = s
			}
		default:
			return
		}
	}
}

func (m *cmap) readRanges(l *lexer) {
	for {
		lo, hi, ok := pair(l)
		if !ok {
			return
		}
		switch to := l.object(false, 0).(type) {
		case text:
			if lo.value <= hi.value {
				m.ranges = append(m.ranges, codeRange{width: lo.width, lo: lo.value, hi: hi.value, text: characters(to)})
			}
		case array:
			for i, o := range to {
				s, ok := o.(text)
				if ok && lo.value+uint32(i) <= hi.value {
					m.chars[code{lo.value + uint32(i), lo.width}] = string(characters(s))
				}
			}
		case end:
			return
		}
		if len(m.ranges) > maxRanges || len(m.chars) > maxMappings {
			return
		}
	}
}

func (m *cmap) readCids(l *lexer, ranges bool) {
	for {
		from, ok := l.token().(text)
		if !ok {
			return
		}
		lo := codeOf(from)
		hi := lo
		if ranges {
			to, ok := l.token().(text)
			if !ok {
				return
			}
			hi = codeOf(to)
		}
		cid, ok := l.token().(float64)
		if !ok || len(m.ranges) > maxRanges {
			return
		}
		m.ranges = append(m.ranges, codeRange{width: lo.width, lo: lo.value, hi: hi.value, cid: int(cid)})
	}
}

// characters reads UTF-16, big end first. A single byte is a Latin character.
func characters(t text) []rune {
	if len(t) == 1 {
		return []rune{rune(t[0])}
	}
	var units []uint16
	for i := 0; i+1 < len(t); i += 2 {
		units = append(units, uint16(t[i])<<8|uint16(t[i+1]))
	}
	return utf16.Decode(units)
}

// text is what a code means, with false where the map does not say.
func (m *cmap) text(c code) (string, bool) {
	if m == nil {
		return "", false
	}
	s, ok := m.chars[c]
	if ok {
		return s, true
	}
	r := m.find(c)
	if r == nil || len(r.text) == 0 {
		return "", false
	}
	runes := append([]rune{}, r.text...)
	runes[len(runes)-1] += rune(c.value - r.lo)
	return string(runes), true
}

// cid is the glyph number of a code.
func (m *cmap) cid(c code) int {
	r := m.find(c)
	if r == nil {
		return 0
	}
	return r.cid + int(c.value-r.lo)
}

func (m *cmap) find(c code) *codeRange {
	for i := range m.ranges {
		r := &m.ranges[i]
		if r.width == c.width && c.value >= r.lo && c.value <= r.hi {
			return r
		}
	}
	return nil
}

// next splits the first code off: as many bytes as the code spaces say, compared
// byte by byte, or else as the first space is wide.
func (m *cmap) next(s []byte) (code, []byte) {
	for width := 1; width <= 4 && width <= len(s); width++ {
		c := codeOf(text(s[:width]))
		for _, space := range m.spaces {
			if space.width == width && inside(c.value, space) {
				return c, s[width:]
			}
		}
	}
	width := 2
	if len(m.spaces) > 0 {
		width = m.spaces[0].width
	}
	width = min(width, len(s))
	return codeOf(text(s[:width])), s[width:]
}

func inside(value uint32, s codeSpace) bool {
	for shift := 0; shift < s.width*8; shift += 8 {
		b, lo, hi := value>>shift&0xff, s.lo>>shift&0xff, s.hi>>shift&0xff
		if b < lo || b > hi {
			return false
		}
	}
	return true
}
