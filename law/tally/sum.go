package tally

import "slices"

// Sum resolves a total to the cells it adds up: a derived cell such as
// "req.handled_total.org_other" or "review.total", or a group of results that is
// no cell of its own, such as "req.denied.total" (groups: denied, unable, refused,
// other). It reports false for a name that is no total of this format.
func (f Format) Sum(name string) ([]string, bool) {
	parts, ok := f.sums[name]
	return slices.Clone(parts), ok
}

// Value reads a cell, or adds up a named group of results that is no cell.
// A name the format does not know is unknown.
func (f Format) Value(cells Cells, name string) Value {
	_, isCell := f.cells[name]
	if isCell {
		return cells[name]
	}
	parts, isSum := f.sums[name]
	if !isSum {
		return UnknownValue
	}
	return cells.sum(parts)
}

// WithTotals returns a copy in which every unknown total that follows from other
// cells is filled in. A total that is known stays as it was stated, right or
// wrong: Check compares it.
func (f Format) WithTotals(cells Cells) Cells {
	filled := make(Cells, len(f.Cells))
	for name, value := range cells {
		filled[name] = value
	}
	// Twice, because a total may be made of totals that come after it.
	for range 2 {
		for _, cell := range f.Cells {
			if cell.Derived && filled[cell.Name].State == Unknown {
				filled[cell.Name] = filled.sum(f.sums[cell.Name])
			}
		}
	}
	return filled
}

// sum adds up cells. The sum of no cells is crossed out, the neutral value of Add.
func (c Cells) sum(names []string) Value {
	total := NotApplicableValue
	for _, name := range names {
		total = total.Add(c[name])
	}
	return total
}

// requestSums are the totals of table three. The corner total of （七） is read
// across, as the sum of its six columns; down the column it has to agree (T3-02).
func requestSums(rows []RequestRow) map[string][]string {
	sums := make(map[string][]string)
	for _, column := range RequestColumns {
		for _, row := range rows {
			cell := RequestCell(row.Key, column.Key)
			if row.Group != "" {
				group := RequestCell(row.Group, column.Key)
				sums[group] = append(sums[group], cell)
			}
			if row.Total {
				sums[cell] = resultCells(rows, column.Key)
			}
		}
	}
	for _, row := range rows {
		sums[RequestCell(row.Key, TotalColumn)] = applicantCells(row.Key)
	}
	return sums
}

// resultCells are the results of one column that （七）总计 adds up.
func resultCells(rows []RequestRow, column string) []string {
	var names []string
	for _, row := range rows {
		if row.Result && !row.Total {
			names = append(names, RequestCell(row.Key, column))
		}
	}
	return names
}

// applicantCells are the six cells of a row that 总计 adds up.
func applicantCells(row string) []string {
	var names []string
	for _, kind := range ApplicantKinds {
		names = append(names, RequestCell(row, string(kind)))
	}
	return names
}

// remedySums are the totals of table four.
func remedySums() map[string][]string {
	sums := make(map[string][]string)
	for _, block := range RemedyBlocks {
		for _, column := range RemedyColumns {
			if column.Key != TotalColumn {
				total := RemedyCell(block.Key, TotalColumn)
				sums[total] = append(sums[total], RemedyCell(block.Key, column.Key))
			}
		}
	}
	return sums
}

// statisticsSums are the totals of the statistics table of 2014.
func statisticsSums() map[string][]string {
	sums := make(map[string][]string)
	for _, item := range statisticsItems {
		for _, part := range item.parts {
			total := statisticsPrefix + item.key
			sums[total] = append(sums[total], statisticsPrefix+part)
		}
	}
	return sums
}
