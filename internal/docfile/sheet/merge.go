package sheet

import (
	"encoding/xml"
	"slices"
	"strings"
)

// maxMerges bounds the merged cells of a sheet.
const maxMerges = 200_000

// span is a merged range; rows and columns count from 1.
type span struct {
	text                     string
	top, left, bottom, right int
}

// merges follows the merged ranges down a sheet: for each column the range that
// covers it now.
type merges struct {
	waiting []span // by top row
	current []span // by column; stale where bottom is above the row
	last    int    // the rightmost column that any range reached
}

// merges reads the merged ranges, which a worksheet lists after its rows. A look
// at the plain bytes spares most sheets a second decoding.
func (x *xlsx) merges(part string) (*merges, error) {
	m := &merges{current: make([]span, x.limit.Columns)}
	listed, err := x.parts.mention(part, "mergeCell")
	if err != nil || !listed {
		return m, err
	}
	err = x.parts.each(part, func(e xml.StartElement) {
		if e.Name.Local != "mergeCell" || len(m.waiting) == maxMerges {
			return
		}
		text := attr(e, "ref")
		from, to, _ := strings.Cut(text, ":")
		top, left, ok1 := reference(from)
		bottom, right, ok2 := reference(to)
		if ok1 && ok2 && top <= bottom && left <= right {
			m.waiting = append(m.waiting, span{text: text, top: top, left: left, bottom: bottom, right: right})
		}
	})
	slices.SortStableFunc(m.waiting, func(a, b span) int { return a.top - b.top })
	return m, err
}

// enter moves on to a row. Ranges that overlap an earlier one, which Excel does
// not allow, do not displace it.
func (m *merges) enter(row int) {
	for len(m.waiting) > 0 && m.waiting[0].top <= row {
		s := m.waiting[0]
		m.waiting = m.waiting[1:]
		for c := s.left; c <= min(s.right, len(m.current)); c++ {
			if m.current[c-1].bottom < s.top {
				m.current[c-1] = s
			}
			m.last = max(m.last, c)
		}
	}
}

// mark notes in a row's cells the ranges that they belong to, also in cells that
// the file leaves out because the range's first cell speaks for them.
func (m *merges) mark(row *Row) {
	for c := m.last; c > len(row.Cells); c-- {
		if m.current[c-1].bottom >= row.Number {
			row.Cells = append(row.Cells, make([]Cell, c-len(row.Cells))...)
		}
	}
	for c := range min(len(row.Cells), m.last) {
		if m.current[c].bottom >= row.Number {
			row.Cells[c].Merged = m.current[c].text
		}
	}
}

// reference reads a cell's name such as BC12 into row and column.
func reference(name string) (int, int, bool) {
	column, at := 0, 0
	for at < len(name) && at < 4 && name[at] >= 'A' && name[at] <= 'Z' {
		column = column*26 + int(name[at]-'A') + 1
		at++
	}
	row := 0
	for _, d := range []byte(name[at:]) {
		if d < '0' || d > '9' || row > 1<<20 {
			return 0, 0, false
		}
		row = row*10 + int(d-'0')
	}
	return row, column, at > 0 && row > 0 && row <= 1<<20 && column <= 1<<14
}
