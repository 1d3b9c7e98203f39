package reading

import (
	"slices"
	"strconv"
	"strings"

	"gongkai/law/tally"
)

// columns is what is known about the columns of one table three.
type columns struct {
	heads  map[string]int // slot of the head of each column that was found
	slots  []int          // the slots of the seven columns, when rows agree on them; else nil
	modal  int            // how many figures most rows have
	agrees bool           // every head that was found stands over its slot
	blanks bool           // rows between bars leave cells empty where others write 0
	width  int            // how many cells every full row of lines has; 0 when they differ
}

// headStrips is how many strips above the first row are looked at for heads.
const headStrips = 24

// columnsOf looks at the heads above the rows and at the rows themselves.
func columnsOf(rows []aligned, strips []strip) columns {
	c := columns{heads: make(map[string]int)}
	first := rows[0].row.strips
	last := first[len(first)-1]
	for i := max(0, last-headStrips); i <= last; i++ {
		if strings.Contains(strips[i].text.text, "。") {
			c.heads = make(map[string]int)
			continue
		}
		for _, cell := range strips[i].cells {
			key := columnOfHead(cell.text.text)
			_, known := c.heads[key]
			if key == "" || known {
				continue
			}
			c.heads[key] = cell.column
		}
	}
	c.blanks = leavesEmpty(rows)
	counts := make(map[int]int)
	votes := make(map[string]int)
	slots := make(map[string][]int)
	for _, row := range rows {
		written := row.row.written()
		counts[len(written)]++
		if len(written) != fullRow || !row.row.tabular {
			continue
		}
		var list []int
		key := ""
		for _, w := range written {
			list = append(list, w.column)
			key += strconv.Itoa(w.column) + " "
		}
		votes[key]++
		slots[key] = list
	}
	for n, count := range counts {
		if count > counts[c.modal] || count == counts[c.modal] && n > c.modal {
			c.modal = n
		}
	}
	best, full := "", 0
	for key, n := range votes {
		full += n
		if n > votes[best] || n == votes[best] && key < best {
			best = key
		}
	}
	// Three rows that agree, and most of those with seven figures.
	if votes[best] >= min(3, len(rows)) && 2*votes[best] > full && slices.IsSorted(slots[best]) {
		c.slots = slots[best]
		c.width = c.fixedWidth(rows)
		c.agrees = true
		for i, column := range tally.RequestColumns {
			head, found := c.heads[column.Key]
			c.agrees = c.agrees && (!found || head == c.slots[i])
		}
	}
	return c
}

// fixedWidth is how many cells the full rows of a table set in lines have, when
// all have as many: only then do positions mean columns. 0 otherwise.
func (c columns) fixedWidth(rows []aligned) int {
	width := 0
	for _, row := range rows {
		if len(row.row.written()) != fullRow || !row.row.tabular || row.row.grid > 0 {
			continue
		}
		if width != 0 && row.row.width != width {
			return 0
		}
		width = row.row.width
	}
	return width
}

// columnOfHead is the key of the column a text is the head of, or "".
func columnOfHead(text string) string {
	const alike = 0.75
	runes := labelRunes(text)
	if len(runes) > 8 {
		return ""
	}
	best, key := 0.0, ""
	for _, column := range tally.RequestColumns {
		wording := labelRunes(column.Label)
		l := likeness(runes, wording)
		if l > best {
			best, key = l, column.Key
		}
	}
	if best == 1 || best >= alike && len(runes) > 3 {
		return key
	}
	return ""
}

// slotted are the figures of a row by column key, with the evidence for the
// columns. Columns that cannot be decided are absent; blank ones have empty text.
type slotted struct {
	pieces     map[string]piece
	evidence   string
	confidence float64
}

// assign gives the figures of a row their columns. A full row counts through; a row
// with fewer figures is read by the slots of its cells, and only where the file
// kept them; failing that, by heads that are as many as the figures.
func (c columns) assign(row observed) (slotted, bool) {
	written := row.written()
	_, seven := row.sevenCells()
	switch {
	case row.doubtful, row.gathered && !seven:
		return slotted{}, false // what belongs to it cannot be told
	case len(written) == fullRow:
		s := slotted{pieces: make(map[string]piece), evidence: "seven figures", confidence: 0.9}
		inPlace := row.tabular && c.slots != nil
		for i, column := range tally.RequestColumns {
			s.pieces[column.Key] = written[i]
			inPlace = inPlace && written[i].column == c.slots[i]
		}
		if inPlace && c.agrees && len(c.heads) > 0 {
			s.evidence, s.confidence = "seven figures, column head", 1
		}
		return s, true
	case len(written) > fullRow:
		return slotted{}, false
	case row.counted && c.blanks:
		return byCount(row)
	case row.gathered:
		return slotted{}, false // a bar more or less would move the rest
	case row.tabular && c.slots != nil:
		return c.bySlots(row)
	case row.grid > 0 && row.tabular && len(written) == len(c.heads) && c.overHeads(written):
		return c.byHeads(row)
	case len(written) == fullRow-1 && len(c.heads) == len(written) && c.modal == len(written):
		return c.underHeads(written)
	}
	if row.grid > 0 && row.tabular && len(c.heads) == fullRow {
		return c.byHeads(row)
	}
	return slotted{}, false
}

// columnsInOrder are seven cells by the keys of their columns.
func columnsInOrder(cells []piece) map[string]piece {
	pieces := make(map[string]piece, len(cells))
	for i, column := range tally.RequestColumns {
		pieces[column.Key] = cells[i]
	}
	return pieces
}

// bySlots reads a row with fewer figures than columns by the positions of its
// cells. A grid must have a cell in every column; a line must have as many cells as
// all others, none of them a label where others have figures, and its total in place:
// figures that moved would not reach it.
func (c columns) bySlots(row observed) (slotted, bool) {
	if row.grid == 0 && (c.width == 0 || row.width != c.width || row.labelled > c.slots[0]) {
		return slotted{}, false
	}
	s := slotted{pieces: make(map[string]piece), evidence: "column position", confidence: 0.8}
	placed := 0
	for i, column := range tally.RequestColumns {
		cell, found := cellAt(row, c.slots[i])
		written := found && strings.TrimSpace(cell.text.text) != ""
		total := column.Key == tally.TotalColumn
		_, headed := c.heads[column.Key]
		switch {
		case !found, !written && total && row.grid == 0:
			return slotted{}, false
		case written:
			placed++
			s.pieces[column.Key] = cell
		case row.grid > 0 || headed && len(c.heads) == fullRow:
			s.pieces[column.Key] = cell
		}
	}
	return s, placed == len(row.written())
}

// underHeads reads rows of which the first column was lost together with its head,
// as happens at the edge of the heads. The total must be there and no smaller than
// what it adds up. Which column inside a row was lost, no count can tell.
func (c columns) underHeads(written []piece) (slotted, bool) {
	s := slotted{pieces: make(map[string]piece), evidence: "column head", confidence: 0.8}
	next := 0
	var sum, total int64
	for _, column := range tally.RequestColumns {
		_, found := c.heads[column.Key]
		if !found {
			continue
		}
		s.pieces[column.Key] = written[next]
		n := countIn(written[next])
		if column.Key == tally.TotalColumn {
			total = n
		} else {
			sum += n
		}
		next++
	}
	_, hasTotal := c.heads[tally.TotalColumn]
	_, hasFirst := c.heads[tally.RequestColumns[0].Key]
	return s, hasTotal && !hasFirst && sum <= total
}

// countIn is the number in a cell, 0 when there is none.
func countIn(p piece) int64 {
	e, ok := readEntry(p.text.text)
	if !ok {
		return 0
	}
	v, _ := e.in(tally.Cell{Unit: tally.Pieces})
	return v.N
}

// overHeads reports whether every figure stands in a slot of its own under a head:
// then a column was lost with its head, whichever it was.
func (c columns) overHeads(written []piece) bool {
	slots := make(map[int]bool)
	for _, slot := range c.heads {
		slots[slot] = true
	}
	for _, w := range written {
		if !slots[w.column] {
			return false
		}
	}
	_, hasTotal := c.heads[tally.TotalColumn]
	return hasTotal && len(slots) == len(written)
}

// byHeads reads the row of a grid under the heads of the columns.
func (c columns) byHeads(row observed) (slotted, bool) {
	s := slotted{pieces: make(map[string]piece), evidence: "column head", confidence: 0.9}
	placed := 0
	for key, slot := range c.heads {
		cell, found := cellAt(row, slot)
		if !found {
			return slotted{}, false
		}
		if strings.TrimSpace(cell.text.text) != "" {
			placed++
		}
		s.pieces[key] = cell
	}
	return s, placed == len(row.written())
}

// cellAt is the cell of the row that begins in the slot. A line has an empty cell
// wherever it has none.
func cellAt(row observed, slot int) (piece, bool) {
	for _, f := range row.figures {
		if f.column == slot {
			return f, true
		}
	}
	if row.grid > 0 || len(row.figures) == 0 {
		return piece{}, false
	}
	empty := row.figures[0]
	empty.text = empty.text.cut(0, 0)
	return empty, true
}

// shifts are the figures that may stand in a column when a row has fewer figures
// than columns: all that some order of the missing ones would put there.
func shifts(row observed, column int) []piece {
	written := row.written()
	if len(written) >= fullRow {
		return nil
	}
	missing := fullRow - len(written)
	var possible []piece
	for i := column - missing; i <= column; i++ {
		if i >= 0 && i < len(written) {
			possible = append(possible, written[i])
		}
	}
	return possible
}
