package reading

// facing turns the rows of a table whose labels are broken over lines the way they
// go: beside the figures stands the last line of a label or, where cells begin at
// their top, the first one. It is the way in which more labels are statutory ones.
func facing(rows []observed, skeleton []skeletonRow) []observed {
	turned := make([]observed, len(rows))
	any := false
	for i, row := range rows {
		turned[i] = row
		if row.own > 0 && row.grid == 0 || row.own > 0 && len(row.behind) > 0 {
			turned[i].forth = true
			any = any || len(row.behind) > 0
		}
	}
	const clearly = 1.05
	if !any || fit(turned, skeleton) < clearly*fit(rows, skeleton) {
		return rows
	}
	return turned
}

// fit is how many statutory rows the rows are, each counted by the closeness of its
// label.
func fit(rows []observed, skeleton []skeletonRow) float64 {
	sum := 0.0
	for _, a := range align(rows, skeleton) {
		if !a.byOrder {
			sum += a.closeness
		}
	}
	return sum
}

// mostBehind is how many pieces of a label may stand behind the figures: one for each
// character where the column is that narrow.
const mostBehind = 40

// closenessForth is how well the label beside the figures fits a wording together with
// as many of the pieces behind them as it takes.
func closenessForth(row observed, wordings []wording) float64 {
	var joined []rune
	for _, fragment := range row.runes[max(0, len(row.runes)-row.own):] {
		joined = append(joined, fragment...)
	}
	best := 0.0
	for k := 0; k <= len(row.behind) && k <= mostBehind && best < 1 && len(joined) <= 2*longestLabel; k++ {
		for _, w := range wordings {
			if w.bound(joined) > max(best, leastByOrder) {
				best = max(best, likeness(joined, w.runes), tailLikeness(joined, w.runes))
			}
		}
		if k < len(row.behind) {
			joined = append(joined, row.behind[k]...)
		}
	}
	return best
}
