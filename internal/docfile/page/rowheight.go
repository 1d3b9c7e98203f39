package page

import "slices"

// The room above and below a cell's text, in thousandths of an em. A table takes the
// wide one and gives way in steps where it would not fit its page.
const (
	widePad   = 600
	narrowPad = 200
	padStep   = 50
)

// tighten narrows the rows until the table is no higher than room, and reports
// whether it is.
func (t *table) tighten(room Length) bool {
	for pad := widePad; pad >= narrowPad; pad -= padStep {
		t.pad = milli(pad, t.size)
		t.setHeights()
		if t.height() <= room {
			return true
		}
	}
	return false
}

// setHeights finds the row heights: first from the cells that span no rows, then
// from the spans, small to large, each spreading what it lacks over its rows.
func (t *table) setHeights() {
	for r := range t.rows {
		t.rows[r].height = milli(1250, t.size) + 2*t.pad
	}
	var cells []*cell
	for r := range t.rows {
		for c, owner := range t.rows[r].owners {
			if owner.row == r && owner.column == c {
				cells = append(cells, owner)
			}
		}
	}
	slices.SortStableFunc(cells, func(a, b *cell) int { return a.rows - b.rows })
	for _, c := range cells {
		lacking := c.height() + 2*t.pad - t.span(c.row, c.row+c.rows)
		for k := 0; k < c.rows && lacking > 0; k++ {
			share := lacking / Length(c.rows-k)
			t.rows[c.row+k].height += share
			lacking -= share
		}
	}
}

// span is the height of the rows from the first to before the end.
func (t *table) span(first, end int) Length {
	sum := Length(0)
	for _, row := range t.rows[first:end] {
		sum += row.height
	}
	return sum
}

func (t *table) height() Length { return t.span(0, len(t.rows)) }

// firstPart is the height of the smallest part a page may begin the table with.
func (t *table) firstPart() Length { return t.span(0, min(t.head+1, len(t.rows))) }

// slice cuts rows that are higher than a page into rows that are not. All cells of
// such a row span the pieces, so that their text flows on as in any divided span.
func (t *table) slice(page Length) {
	room := page - t.span(0, t.head)
	for r := t.head; r < len(t.rows); r++ {
		rest := t.rows[r].height
		if rest <= room {
			continue
		}
		pieces := []row{}
		line := milli(1250, t.size)
		for rest > room {
			pieces = append(pieces, row{owners: t.rows[r].owners, height: room})
			rest -= (room - 2*t.pad) / line * line
		}
		pieces = append(pieces, row{owners: t.rows[r].owners, height: rest})
		t.rows = slices.Replace(t.rows, r, r+1, pieces...)
		r += len(pieces) - 1
	}
}
