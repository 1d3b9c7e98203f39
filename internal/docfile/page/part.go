package page

import (
	"strings"

	"gongkai/internal/document"
)

// part is the piece of a table that stands on one page.
type part struct {
	rows   []row
	height Length
	runs   []Run
	lines  []Line
}

// parts divides the table: the first part is at most first high, the others at most
// page. Every part begins with the head rows; a cell that a page interrupts is drawn
// again on the next one.
func (t *table) parts(first, page Length) []part {
	var cut []part
	room := first
	for r := t.head; ; room = page {
		end := t.cutAfter(r, room-t.span(0, t.head))
		p := part{rows: append([]row(nil), t.rows[:t.head]...)}
		p.rows = append(p.rows, t.rows[r:end]...)
		for _, row := range p.rows {
			p.height += row.height
		}
		cut = append(cut, p)
		r = end
		if r >= len(t.rows) {
			break
		}
	}
	t.write(cut)
	for i := range cut {
		cut[i].lines = t.edges(cut[i].rows)
	}
	return cut
}

// cutAfter returns the row before which the part that begins with row first ends. It
// takes what fits, at least one row, and among the last places prefers the one that
// interrupts the fewest spans.
func (t *table) cutAfter(first int, room Length) int {
	used, end := Length(0), first
	for end < len(t.rows) && (end == first || used+t.rows[end].height <= room) {
		used += t.rows[end].height
		end++
	}
	if end == len(t.rows) {
		return end
	}
	best, fewest := end, t.interrupted(end)
	spare := Length(0)
	for k := end - 1; k > first+1; k-- {
		spare += t.rows[k].height
		if spare > room/4 {
			break
		}
		if n := t.interrupted(k); n < fewest {
			best, fewest = k, n
		}
	}
	return best
}

// interrupted counts the cells that reach from row r-1 into row r.
func (t *table) interrupted(r int) int {
	count := 0
	for c, owner := range t.rows[r].owners {
		if owner == t.rows[r-1].owners[c] && (c == 0 || t.rows[r].owners[c-1] != owner) {
			count++
		}
	}
	return count
}

// write sets the text of all cells into the parts they touch.
func (t *table) write(parts []part) {
	places := map[*cell][]place{}
	var order []*cell
	for i := range parts {
		y := Length(0)
		for _, row := range parts[i].rows {
			for c, owner := range row.owners {
				if c > 0 && row.owners[c-1] == owner {
					continue
				}
				known := places[owner]
				if known == nil {
					order = append(order, owner)
				}
				if n := len(known) - 1; n >= 0 && known[n].part == i {
					known[n].height += row.height
				} else {
					places[owner] = append(known, place{part: i, y: y, height: row.height})
				}
			}
			y += row.height
		}
	}
	// Reading order within a part is the order in which its cells begin.
	for _, owner := range order {
		t.writeCell(parts, owner, places[owner])
	}
}

// place is where a cell stands in a part.
type place struct {
	part      int
	y, height Length
}

// writeCell writes a cell whole in every part that has room for it, the first time
// as content and then as a repetition. Where no part has room its lines flow
// through the parts.
func (t *table) writeCell(parts []part, c *cell, places []place) {
	written := false
	for _, p := range places {
		if c.height()+t.pad > p.height && len(places) > 1 {
			continue
		}
		node := c.node
		if written {
			node = nil
		}
		t.writeLines(&parts[p.part], c, c.lines, p, node)
		written = true
	}
	if written {
		return
	}
	rest := c.lines
	for i, p := range places {
		take := min(len(rest), max(0, int((p.height-t.pad)/c.leading)))
		if i == len(places)-1 {
			take = len(rest)
		}
		t.writeLines(&parts[p.part], c, rest[:take], p, c.node)
		rest = rest[take:]
	}
}

// writeLines sets lines in the middle of a place.
func (t *table) writeLines(into *part, c *cell, lines [][]unit, p place, node *Node) {
	x, width := left+t.columns[c.column], t.columns[c.column+c.columns]-t.columns[c.column]
	pad := c.sidePad()
	y := p.y + (p.height-Length(len(lines))*c.leading)/2
	for _, line := range lines {
		at := centred(line, x, width)
		switch c.align {
		case document.Left:
			at = x + pad
			if len(line) > 0 && strings.ContainsRune(opening, line[0].r) {
				at -= milli(400, c.size) // its empty half stands in the margin, its ink in line with the next line
			}
		case document.Right:
			at = x + width - pad - extent(line)
		}
		into.runs = append(into.runs, runs(line, at, y+baseline(c.leading, c.size), node)...)
		y += c.leading
	}
}
