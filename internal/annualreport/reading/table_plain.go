package reading

import (
	"slices"
	"strings"
)

// readPlain reads a table whose rows each have their own number of figures: table
// two and the statistics table. It returns how many rows with figures were found.
func (r *cellReader) readPlain(rows []observed, table int, keep func(observed) bool) int {
	skeleton := skeletonOf(r.format, table)
	if len(skeleton) == 0 {
		return 0
	}
	var kept []observed
	for _, row := range rows {
		if keep(row) && !added(row) {
			kept = append(kept, row)
		}
	}
	kept = kept[:min(len(kept), mostRowsOfAll)]
	found := 0
	for k, part := range instances(kept, skeleton) {
		matches := align(facing(part, skeleton), skeleton)
		reader := r
		if k > 0 {
			reader = &cellReader{format: r.format, read: make(map[string]CellReading), taken: r.taken, set: r.set}
		}
		for _, m := range matches {
			names := skeleton[m.skeleton].names
			if len(names) == 0 {
				continue
			}
			found++
			reader.take(m.row)
			reader.plainRow(m, names)
		}
		if k > 0 {
			r.contradict(reader.read)
		}
		r.takeBetween(matches)
	}
	return found
}

// addedRows are labels of rows that provinces put into table two beside those of the
// format; where a statutory row was lost, one of them would stand in its place.
var addedRows = [][]rune{labelRunes("其他主动公开文件"), labelRunes("其他主动公开的文件"), labelRunes("其他文件")}

// added reports whether a row is one of them.
func added(row observed) bool {
	const same = 0.9
	if len(row.runes) == 0 {
		return false
	}
	label := row.runes[len(row.runes)-1]
	return slices.ContainsFunc(addedRows, func(other []rune) bool { return likeness(label, other) >= same })
}

// plainRow reads a row that must have exactly as many figures as the format asks
// for; empty cells of a grid count.
func (r *cellReader) plainRow(m aligned, names []string) {
	written := m.row.written()
	figures := written
	if len(written) < len(names) && m.row.grid > 0 {
		figures = trimmedCells(m.row.figures, len(names))
	}
	if len(written) < len(names) && m.row.counted && len(m.row.figures) == len(names) && !opensNext(m.row) {
		figures = m.row.figures
	}
	if len(figures) > len(names) && m.row.grid > 0 {
		figures = withoutRepeats(figures, len(names))
	}
	if len(figures) != len(names) || m.row.doubtful {
		for _, name := range names {
			r.undecided(name, written, "the row has a figure more or less than there are columns")
		}
		return
	}
	for i, name := range names {
		r.put(name, figures[i], m, "figures in order", 1)
	}
}

// opensNext reports whether the empty cell at the end of a row that was put together
// from lines may be the bar that opens the next row.
func opensNext(row observed) bool {
	return row.gathered && len(row.written()) > 0 && isEmpty(row.figures[len(row.figures)-1])
}

// withoutRepeats leaves out cells at the end that say the same as the last column:
// what a merged cell becomes when it is taken apart and filled. A column less wide
// than the table is the last of its block.
func withoutRepeats(cells []piece, n int) []piece {
	for _, cell := range cells[n:] {
		if strings.TrimSpace(cell.text.text) != strings.TrimSpace(cells[n-1].text.text) {
			return cells
		}
	}
	return cells[:n]
}

// trimmedCells leaves out empty cells at the end that go beyond the columns.
func trimmedCells(cells []piece, n int) []piece {
	for len(cells) > n && strings.TrimSpace(cells[len(cells)-1].text.text) == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}
