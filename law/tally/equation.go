package tally

// Relation is how the two sides of an equation compare.
type Relation string

// The relations used by the cross-checks.
const (
	Equal  Relation = "="
	AtMost Relation = "≤"
)

// Equation is a cross-check (勾稽关系) that needs only cells: the sum of the Left
// cells compares with the sum of the Right cells.
type Equation struct {
	// ID is the number of the check, such as "T3-01"; the same for every column
	// or row it is applied to.
	ID string
	// Title says in Chinese what must hold.
	Title string
	// Citation is the norm the equation follows from.
	Citation string
	// Left and Right are cell names. In a check across two years, a name
	// that begins with Previous is a cell of the year before.
	Left, Right []string
	Relation    Relation
	// Where is the key of the column, row or block, and WhereLabel its Chinese name.
	Where, WhereLabel string
}

// Norms that lay down the tables, as cited by their equations.
const (
	norm2021 = "国办公开办函〔2021〕30号"
	norm2019 = "国办公开办函〔2019〕60号"
	norm2014 = "国办发〔2014〕32号"
)

// Where in a norm an equation is found: the corner note of table three says
// T3-01 in words; the others follow from how a table is built.
const (
	byCornerNote = "表三勾稽关系注"
	byStructure  = "表式结构"
)

// requestEquations are T3-01 and T3-02 for every column and T3-03 for every row.
func requestEquations(rows []RequestRow, norm string) []Equation {
	var equations []Equation
	for _, column := range RequestColumns {
		equations = append(equations, Equation{
			ID:         "T3-01",
			Title:      "本年新收与上年结转之和，等于办理结果总计与结转下年度之和",
			Citation:   norm + " " + byCornerNote,
			Left:       []string{RequestCell(RowReceivedNew, column.Key), RequestCell(RowCarriedIn, column.Key)},
			Right:      []string{RequestCell(RowHandledTotal, column.Key), RequestCell(RowCarriedOut, column.Key)},
			Relation:   Equal,
			Where:      column.Key,
			WhereLabel: column.path(),
		})
	}
	for _, column := range RequestColumns {
		equations = append(equations, Equation{
			ID:         "T3-02",
			Title:      "办理结果总计等于各项办理结果之和",
			Citation:   norm + " " + byStructure,
			Left:       []string{RequestCell(RowHandledTotal, column.Key)},
			Right:      resultCells(rows, column.Key),
			Relation:   Equal,
			Where:      column.Key,
			WhereLabel: column.path(),
		})
	}
	for _, row := range rows {
		equations = append(equations, Equation{
			ID:         "T3-03",
			Title:      "总计等于各类申请人之和",
			Citation:   norm + " " + byStructure,
			Left:       []string{RequestCell(row.Key, TotalColumn)},
			Right:      applicantCells(row.Key),
			Relation:   Equal,
			Where:      row.Key,
			WhereLabel: joinLabels(row.GroupLabel, row.Label),
		})
	}
	return equations
}

// remedyEquations are T4-01 to T4-03, one for each block.
func remedyEquations(norm string) []Equation {
	ids := []string{"T4-01", "T4-02", "T4-03"}
	sums := remedySums()
	var equations []Equation
	for i, block := range RemedyBlocks {
		total := RemedyCell(block.Key, TotalColumn)
		equations = append(equations, Equation{
			ID:         ids[i],
			Title:      "总计等于各种结果与尚未审结之和",
			Citation:   norm + " " + byStructure,
			Left:       []string{total},
			Right:      sums[total],
			Relation:   Equal,
			Where:      block.Key,
			WhereLabel: joinLabels(block.Group, block.Label),
		})
	}
	return equations
}

// statisticsEquations are S14-01: every total of the statistics table equals the
// lines under it.
func statisticsEquations() []Equation {
	sums := statisticsSums()
	var equations []Equation
	for _, cell := range statisticsCells() {
		if !cell.Derived {
			continue
		}
		equations = append(equations, Equation{
			ID:         "S14-01",
			Title:      "总数等于其下各分项之和",
			Citation:   norm2014 + " " + byStructure,
			Left:       []string{cell.Name},
			Right:      sums[cell.Name],
			Relation:   Equal,
			Where:      cell.Row,
			WhereLabel: cell.Label,
		})
	}
	return equations
}
