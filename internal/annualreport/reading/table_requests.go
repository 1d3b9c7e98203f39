package reading

import "gongkai/law/tally"

// instances splits aligned rows at every return to the first statutory row, so that
// two tables in one file are not mixed. rows come in the order of the file.
func instances(rows []observed, skeleton []skeletonRow) [][]observed {
	const sure = 0.85
	var starts []int
	for i, row := range rows {
		if len(row.written()) == len(skeleton[0].names) && closeness(row.runes, skeleton[0].wordings) >= sure {
			starts = append(starts, i)
		}
	}
	if len(starts) < 2 {
		return [][]observed{rows}
	}
	starts[0] = 0
	var parts [][]observed
	for k, start := range starts {
		end := len(rows)
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		parts = append(parts, rows[start:end])
	}
	return parts
}

// readRequests reads table three. It returns how many of its rows were found and
// how many tables there are.
func (r *cellReader) readRequests(rows []observed, strips []strip) (int, int) {
	skeleton := skeletonOf(r.format, 3)
	if len(skeleton) == 0 {
		return 0, 0
	}
	rows = rows[:min(len(rows), mostRowsOfAll)]
	var found [][]aligned
	for _, part := range instances(rows, skeleton) {
		matches := align(facing(part, skeleton), skeleton)
		// A few rows that look alike do not make a table; one lost in parts has some.
		if sound(matches) {
			found = append(found, matches)
		}
	}
	if len(found) == 0 {
		return 0, 0
	}
	for i, matches := range found {
		part := r
		if i > 0 {
			part = &cellReader{format: r.format, read: make(map[string]CellReading), taken: r.taken, set: r.set}
		}
		part.requestTable(matches, skeleton, strips)
		if i > 0 {
			r.contradict(part.read)
		}
	}
	return len(found[0]), len(found)
}

// leastRows is how many rows must be found for a table; a single row counts when
// its label is exact and it has all its figures.
const leastRows = 2

func sound(matches []aligned) bool {
	if len(matches) >= leastRows {
		return true
	}
	for _, m := range matches {
		if m.closeness >= 0.95 && len(m.row.written()) == fullRow {
			return true
		}
	}
	return false
}

func (r *cellReader) requestTable(matches []aligned, skeleton []skeletonRow, strips []strip) {
	c := columnsOf(matches, strips)
	for _, m := range matches {
		r.take(m.row)
		row := skeleton[m.skeleton]
		figures, decided := c.assign(m.row)
		if !decided {
			why := "the row has a figure more or less than there are columns"
			for i, name := range row.names {
				r.undecided(name, shifts(m.row, i), why)
			}
			continue
		}
		for i, column := range tally.RequestColumns {
			p, has := figures.pieces[column.Key]
			if has {
				r.put(row.names[i], p, m, figures.evidence, figures.confidence)
			}
		}
	}
	r.takeBetween(matches)
	if r.set && garbled(matches) {
		r.forget(skeleton)
	}
}

// garbled reports whether the rows of a table without lines were put together wrongly:
// several of those whose label stands on more than one line do not add up. One that
// does not is the organ's own slip.
func garbled(matches []aligned) bool {
	const several = 3
	broken := 0
	for _, m := range matches {
		written := m.row.written()
		pieced := len(m.row.behind) > 0 || len(m.row.strips) > 1
		if !pieced {
			continue
		}
		if len(written) != fullRow || !addsUp(written) {
			broken++
		}
	}
	return broken >= several
}

// forget leaves what was read of a table open; it stays as a candidate.
func (r *cellReader) forget(skeleton []skeletonRow) {
	for _, row := range skeleton {
		for _, name := range row.names {
			first, has := r.read[name]
			if !has || first.Value.State == tally.Unknown {
				continue
			}
			r.read[name] = CellReading{Candidates: []Candidate{{Value: first.Value, Place: first.Place, Why: "the rows of the table cannot be told apart"}}}
		}
	}
}

// takeBetween marks what stands between the first and the last row of a table.
func (r *cellReader) takeBetween(matches []aligned) {
	if len(matches) == 0 {
		return
	}
	first := matches[0].row.strips[0]
	strips := matches[len(matches)-1].row.strips
	for i := first; i <= strips[len(strips)-1]; i++ {
		r.taken[i] = true
	}
}

// contradict compares a second table with the first: where they differ, nothing is
// known, and both are candidates.
func (r *cellReader) contradict(other map[string]CellReading) {
	for name, second := range other {
		first := r.read[name]
		if second.Value.State == tally.Unknown || first.Value == second.Value {
			continue
		}
		if first.Value.State == tally.Unknown && first.Candidates == nil {
			r.read[name] = second
			continue
		}
		why := "another table of the file has another figure"
		r.read[name] = CellReading{Candidates: []Candidate{
			{Value: first.Value, Place: first.Place, Why: why}, {Value: second.Value, Place: second.Place, Why: why},
		}}
	}
}
