package pdfsource

import (
	"cmp"
	"slices"
	"strings"

	"gongkai/internal/annualreport/reading"
)

// fewestRows is the number of lines that must agree before they are a table.
const fewestRows = 3

// align finds tables drawn without lines: at least three lines that follow one
// another, each of several pieces, every piece alone in its column. Where that is
// not clear the lines stay lines.
func (s *sheet) align() {
	var out []item
	for i := 0; i < len(s.items); {
		n := s.run(i)
		for ; n >= fewestRows; n-- {
			t, ok := alignedTable(s.items[i:i+n], s.number)
			if ok {
				out = append(out, item{table: &t, top: s.items[i].top, number: s.items[i].number})
				break
			}
		}
		if n < fewestRows {
			out = append(out, s.items[i])
			n = 1
		}
		i += n
	}
	s.items = out
}

// maxRun bounds the lines that are tried as one table.
const maxRun = 80

// run is the number of lines from i on that have several pieces.
func (s *sheet) run(i int) int {
	n := 0
	for i+n < len(s.items) && n < maxRun {
		it := s.items[i+n]
		if it.line == nil || it.furniture || len(it.line.pieces) < 2 {
			break
		}
		n++
	}
	return n
}

func alignedTable(items []item, page int) (table, bool) {
	var columns []piece
	most := 0
	for _, it := range items {
		columns = append(columns, it.line.pieces...)
		most = max(most, len(it.line.pieces))
	}
	columns = projected(columns)
	if len(columns) < 2 || len(columns) > most {
		return table{}, false
	}
	t := table{rows: len(items)}
	for _, c := range columns {
		t.xs = append(t.xs, c.left)
	}
	t.xs = append(t.xs, columns[len(columns)-1].right)
	for row, it := range items {
		texts := make([]string, len(columns))
		for _, p := range it.line.pieces {
			c := slices.IndexFunc(columns, func(c piece) bool { return p.left >= c.left && p.right <= c.right })
			if c < 0 || texts[c] != "" {
				return table{}, false
			}
			texts[c] = p.text
		}
		words := wordsOnly(it.line.pieces)
		for c, text := range texts {
			if words && text == "" {
				continue
			}
			t.cells = append(t.cells, cell{GridCell: reading.GridCell{
				Row: row, Column: c, Rowspan: 1, Colspan: 1, Text: text, Place: reading.Place{Page: page},
			}})
		}
	}
	return t, true
}

// wordsOnly reports a line without a figure: part of a label that is broken over
// several lines. Where no lines are drawn, it has no empty cells beside it.
func wordsOnly(pieces []piece) bool {
	return !slices.ContainsFunc(pieces, func(p piece) bool { return strings.ContainsAny(p.text, "0123456789") && !wide(p.text) })
}

// projected joins pieces that stand above one another into columns.
func projected(pieces []piece) []piece {
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
	var columns []piece
	for _, p := range pieces {
		last := len(columns) - 1
		if last >= 0 && p.left < columns[last].right {
			columns[last].right = max(columns[last].right, p.right)
			continue
		}
		columns = append(columns, p)
	}
	return columns
}
