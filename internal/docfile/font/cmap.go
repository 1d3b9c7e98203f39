package font

import (
	"errors"
	"sort"
)

// cmap maps characters to glyphs by a format 12 or format 4 subtable.
type cmap struct {
	format int
	table  []byte // the subtable
	count  int    // groups or segments
}

// readCmap picks the widest Unicode subtable: full repertoire before the basic plane.
func readCmap(table []byte) (cmap, error) {
	if len(table) < 4 {
		return cmap{}, errShort
	}
	best := cmap{}
	for i := range u16(table, 2) {
		at := 4 + 8*i
		if at+8 > len(table) {
			return cmap{}, errShort
		}
		platform, encoding := u16(table, at), u16(table, at+2)
		if platform != 0 && !(platform == 3 && (encoding == 1 || encoding == 10)) {
			continue
		}
		offset := u32(table, at+4)
		if offset+16 > len(table) {
			continue
		}
		candidate := subtable(table[offset:])
		if candidate.format > best.format {
			best = candidate
		}
	}
	if best.format == 0 {
		return cmap{}, errors.New("no Unicode character map of format 4 or 12")
	}
	return best, nil
}

// subtable reads the subtable that b begins with; format 0 means it is unusable.
func subtable(b []byte) cmap {
	switch u16(b, 0) {
	case 12:
		count := u32(b, 12)
		if count <= (len(b)-16)/12 {
			return cmap{format: 12, table: b, count: count}
		}
	case 4:
		count := u16(b, 6) / 2
		if 16+8*count <= len(b) {
			return cmap{format: 4, table: b, count: count}
		}
	}
	return cmap{}
}

// glyph returns the glyph for r, 0 when the font has none.
func (c cmap) glyph(r rune) int {
	if c.format == 12 {
		return c.group(int(r))
	}
	if r > 0xFFFF {
		return 0
	}
	return c.segment(int(r))
}

func (c cmap) group(r int) int {
	i := sort.Search(c.count, func(i int) bool { return u32(c.table, 16+12*i+4) >= r })
	if i == c.count {
		return 0
	}
	at := 16 + 12*i
	first := u32(c.table, at)
	if r < first {
		return 0
	}
	return u32(c.table, at+8) + r - first
}

// segment reads format 4, whose range offsets point from where they stand into
// the glyph array.
func (c cmap) segment(r int) int {
	ends, starts := 14, 16+2*c.count
	deltas, offsets := starts+2*c.count, starts+4*c.count
	i := sort.Search(c.count, func(i int) bool { return u16(c.table, ends+2*i) >= r })
	if i == c.count || u16(c.table, starts+2*i) > r {
		return 0
	}
	delta := u16(c.table, deltas+2*i)
	offset := u16(c.table, offsets+2*i)
	if offset == 0 {
		return (r + delta) & 0xFFFF
	}
	at := offsets + 2*i + offset + 2*(r-u16(c.table, starts+2*i))
	if at+2 > len(c.table) {
		return 0
	}
	glyph := u16(c.table, at)
	if glyph == 0 {
		return 0
	}
	return (glyph + delta) & 0xFFFF
}
