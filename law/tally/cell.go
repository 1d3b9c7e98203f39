package tally

// Cell is one figure of a report format: where it stands and what it is called.
type Cell struct {
	// Name identifies the cell in data, such as "req.granted.natural_person".
	// Cells that only an older format has begin with "v19." or "v14.".
	Name string
	// Table is the chapter whose table holds the cell (2, 3 or 4), or
	// StatisticsTable for the table of 2014.
	Table int
	// Row and Column are the keys within the table; Column is empty in the
	// statistics table of 2014.
	Row, Column string
	// Label is the full path of Chinese labels that leads to the cell.
	Label string
	// Unit is what the figure counts; Measure is its Chinese unit word.
	Unit    Unit
	Measure string
	// Block is the label of the part of the table the cell stands in, such as
	// 第二十条第（一）项; empty for rows that stand alone.
	Block string
	// Derived marks a total, which follows from other cells of the report.
	Derived bool
	// Signed marks a change against the year before, which may be negative.
	Signed bool
	// UnitInCell marks a cell for which the format prints no unit, so that
	// 元 or 万元 may be typed with the figure.
	UnitInCell bool
}

// StatisticsTable is the table number of 政府信息公开情况统计表, which stood outside
// the numbered chapters.
const StatisticsTable = 1

// cellsByName finds a cell of any format; where formats share a name, the newest
// one describes it.
var cellsByName = indexCells(Formats)

func indexCells(newestFirst []Format) map[string]Cell {
	index := make(map[string]Cell)
	for _, format := range newestFirst {
		for _, cell := range format.Cells {
			_, taken := index[cell.Name]
			if !taken {
				index[cell.Name] = cell
			}
		}
	}
	return index
}

// CellByName finds a cell of any format. A name that several formats share is
// described as in the newest of them; Format.Cell gives the wording of one format.
func CellByName(name string) (Cell, bool) {
	cell, ok := cellsByName[name]
	return cell, ok
}
