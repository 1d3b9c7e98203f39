package page

// edges returns the rules of a part. An edge shared by two cells is one rule, and
// edges in one line are joined, so that nothing is drawn twice.
func (t *table) edges(rows []row) []Line {
	var lines []Line
	heights := make([]Length, len(rows)+1)
	for r, row := range rows {
		heights[r+1] = heights[r] + row.height
	}
	for r := 0; r <= len(rows); r++ {
		divides := func(c int) bool {
			return r == 0 || r == len(rows) || rows[r-1].owners[c] != rows[r].owners[c]
		}
		stretches(len(t.columns)-1, divides, func(from, to int) {
			lines = append(lines, Line{
				X1: left + t.columns[from], Y1: heights[r], X2: left + t.columns[to], Y2: heights[r], Width: rule,
			})
		})
	}
	for c := range t.columns {
		divides := func(r int) bool {
			owners := rows[r].owners
			return c == 0 || c == len(owners) || owners[c-1] != owners[c]
		}
		stretches(len(rows), divides, func(from, to int) {
			lines = append(lines, Line{
				X1: left + t.columns[c], Y1: heights[from], X2: left + t.columns[c], Y2: heights[to], Width: rule,
			})
		})
	}
	return lines
}

// stretches calls found for each longest run of neighbours for which is holds.
func stretches(count int, is func(int) bool, found func(from, to int)) {
	start := -1
	for i := 0; i <= count; i++ {
		switch {
		case i < count && is(i):
			if start < 0 {
				start = i
			}
		case start >= 0:
			found(start, i)
			start = -1
		}
	}
}
