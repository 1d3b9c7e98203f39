package reading

import "slices"

// skeletonRow is a row of a statutory table as the format lays it down.
type skeletonRow struct {
	key      string    // of the row
	names    []string  // of its cells, in column order
	group    []rune    // label of its group; none for a row that stands alone
	wordings []wording // the label alone and with the labels of its groups before it
}

// aligned is an observed row that was found to be a statutory row.
type aligned struct {
	row        observed
	skeleton   int
	closeness  float64 // of the labels
	byOrder    bool    // the label alone would not have decided
	unlabelled bool
}

// leastCloseness is how alike labels must be for a row to be taken for a statutory
// one by its label; leastByOrder how alike where the rows around leave no other place.
const (
	leastCloseness = 0.6
	leastByOrder   = 0.25
)

// mostRows is how many rows of figures a file may have; a report has some forty.
const mostRows = 2000

// mostRowsOfAll is how many are looked at in a file of many tables.
const mostRowsOfAll = 3 * mostRows

// align finds the statutory row of each observed row: the choice in order that fits
// the labels best. Rows that nothing fits are left out.
func align(rows []observed, skeleton []skeletonRow) []aligned {
	rows = rows[:min(len(rows), mostRows)]
	close := make([][]float64, len(rows))
	for i, row := range rows {
		close[i] = make([]float64, len(skeleton))
		for j, s := range skeleton {
			if row.forth {
				close[i][j] = closenessForth(row, s.wordings)
				continue
			}
			close[i][j] = closeness(row.runes, s.wordings)
			if s.group == nil || !namesGroup(row.runes, s.group) {
				continue
			}
			// The group alone says which rows these are, not which of them; its first
			// one stands beside it.
			close[i][j] = 0
			if j == 0 || !slices.Equal(skeleton[j-1].group, s.group) {
				close[i][j] = leastByOrder
			}
		}
	}
	pairs := bestOrder(rows, skeleton, close)
	var result []aligned
	lastRow, lastSkeleton := -1, -1
	for _, p := range append(pairs, pair{len(rows), len(skeleton)}) {
		result = append(result, between(rows, skeleton, close, lastRow+1, p.row, lastSkeleton+1, p.skeleton)...)
		if p.row < len(rows) {
			result = append(result, aligned{row: rows[p.row], skeleton: p.skeleton, closeness: close[p.row][p.skeleton]})
		}
		lastRow, lastSkeleton = p.row, p.skeleton
	}
	return result
}

// namesGroup reports whether a label says no more than the name of a group.
func namesGroup(fragments [][]rune, group []rune) bool {
	const same = 0.85
	if len(fragments) == 0 {
		return false
	}
	last := fragments[len(fragments)-1]
	bare := group[min(1, len(group)-1):] // （三） may be lost
	return likeness(last, group) >= same || slices.Equal(last, bare)
}

type pair struct{ row, skeleton int }

// bestOrder chooses pairs that rise in both and are closest in sum.
func bestOrder(rows []observed, skeleton []skeletonRow, close [][]float64) []pair {
	n, m := len(rows), len(skeleton)
	best := make([][]float64, n+1)
	for i := range best {
		best[i] = make([]float64, m+1)
	}
	worth := func(i, j int) float64 {
		if close[i][j] < leastCloseness {
			return 0
		}
		w := close[i][j] - leastCloseness/2
		if len(rows[i].written()) == len(skeleton[j].names) {
			w += 0.05
		}
		return w
	}
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			best[i][j] = max(best[i-1][j], best[i][j-1])
			w := worth(i-1, j-1)
			if w > 0 {
				best[i][j] = max(best[i][j], best[i-1][j-1]+w)
			}
		}
	}
	var pairs []pair
	for i, j := n, m; i > 0 && j > 0; {
		switch best[i][j] {
		case best[i-1][j]:
			i--
		case best[i][j-1]:
			j--
		default:
			i, j = i-1, j-1
			pairs = append(pairs, pair{i, j})
		}
	}
	for i, j := 0, len(pairs)-1; i < j; i, j = i+1, j-1 {
		pairs[i], pairs[j] = pairs[j], pairs[i]
	}
	return pairs
}

// between gives rows without a readable label the statutory rows that are left
// between two sure ones, when there are as many of the one as of the other and
// each has the figures of such a row.
func between(rows []observed, skeleton []skeletonRow, close [][]float64, row, rowEnd, slot, slotEnd int) []aligned {
	edge := slot == 0 || slotEnd == len(skeleton)
	var full []int
	for i := row; i < rowEnd; i++ {
		if slot < slotEnd && len(rows[i].written()) == len(skeleton[slot].names) {
			full = append(full, i)
		}
	}
	if len(full) == 0 || len(full) != rowEnd-row || len(full) != slotEnd-slot {
		return nil
	}
	var found []aligned
	for k, i := range full {
		j := slot + k
		bare := len(rows[i].runes) == 0
		if bare && edge || !bare && close[i][j] < leastByOrder {
			return nil
		}
		found = append(found, aligned{row: rows[i], skeleton: j, closeness: close[i][j], byOrder: true, unlabelled: bare})
	}
	return found
}
