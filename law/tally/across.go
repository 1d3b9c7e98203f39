package tally

import "strings"

// Previous begins the names of cells of the report of the year before, in checks
// across two years.
const Previous = "previous."

// AcrossYears lists the checks between two successive reports of one organ that
// are broken (Decidable) or cannot be decided. Which checks apply depends on the
// two formats: all between reports of 2021 and later; T3-06 and T4-04 from 2019 on,
// because the rows and blocks they compare did not change; none before.
func AcrossYears(previousFormat Format, previous Cells, format Format, current Cells) []Breach {
	return check(equationsAcross(previousFormat, format), twoYears(previous, current))
}

// InForce is T2-01 alone, between two reports in the format of 2021.
func InForce(previous, current Cells) []Breach {
	return check(inForceEquations(), twoYears(previous, current))
}

// twoYears looks a name up in the report it belongs to.
func twoYears(previous, current Cells) func(name string) Value {
	return func(name string) Value {
		before, ok := strings.CutPrefix(name, Previous)
		if ok {
			return previous[before]
		}
		return current[name]
	}
}

func equationsAcross(previous, current Format) []Equation {
	var equations []Equation
	if previous.ID == Format2021 && current.ID == Format2021 {
		equations = append(equations, inForceEquations()...)
	}
	if len(previous.RequestRows) > 0 && len(current.RequestRows) > 0 {
		equations = append(equations, carriedEquations()...)
		equations = append(equations, pendingEquations()...)
	}
	return equations
}

// inForceEquations are T2-01 for rules and normative documents: what is in force
// is what was, and what was issued, without what was repealed. The repealed ones
// stand on the other side so that both are sums.
func inForceEquations() []Equation {
	var equations []Equation
	block := proactive2021[0]
	for _, row := range block.rows {
		equations = append(equations, Equation{
			ID:         "T2-01",
			Title:      "现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数",
			Citation:   norm2021 + " " + byStructure,
			Left:       []string{row.key + "_in_force", row.key + "_repealed"},
			Right:      []string{Previous + row.key + "_in_force", row.key + "_issued"},
			Relation:   Equal,
			Where:      row.key,
			WhereLabel: row.label,
		})
	}
	return equations
}

// carriedEquations are T3-06: what one report carries out, the next carries in.
func carriedEquations() []Equation {
	var equations []Equation
	for _, column := range RequestColumns {
		equations = append(equations, Equation{
			ID:         "T3-06",
			Title:      "上年结转数量等于上年报告的结转下年度数量",
			Citation:   norm2021 + " " + byStructure,
			Left:       []string{RequestCell(RowCarriedIn, column.Key)},
			Right:      []string{Previous + RequestCell(RowCarriedOut, column.Key)},
			Relation:   Equal,
			Where:      column.Key,
			WhereLabel: column.path(),
		})
	}
	return equations
}

// pendingEquations are T4-04: a case open at the end of one year is counted again
// in the next, closed or still open.
func pendingEquations() []Equation {
	var equations []Equation
	for _, block := range RemedyBlocks {
		equations = append(equations, Equation{
			ID:         "T4-04",
			Title:      "上年尚未审结的案件应当计入本年总计",
			Citation:   norm2021 + " " + byStructure,
			Left:       []string{Previous + RemedyCell(block.Key, ColumnPending)},
			Right:      []string{RemedyCell(block.Key, TotalColumn)},
			Relation:   AtMost,
			Where:      block.Key,
			WhereLabel: joinLabels(block.Group, block.Label),
		})
	}
	return equations
}
