package tally

// RemedyBlock is one of the three blocks of table four,
// 政府信息公开行政复议、行政诉讼情况.
type RemedyBlock struct {
	Key   string
	Label string
	Group string // 行政诉讼 over the two blocks of litigation, else empty
}

// Keys of the blocks of table four.
const (
	BlockReconsideration                = "review"            // 行政复议
	BlockDirectLitigation               = "suit_direct"       // 未经复议直接起诉
	BlockLitigationAfterReconsideration = "suit_after_review" // 复议后起诉
)

const litigation = "行政诉讼"

// RemedyBlocks lists the blocks of table four in order. Not to be modified.
var RemedyBlocks = []RemedyBlock{
	{Key: BlockReconsideration, Label: "行政复议"},
	{Key: BlockDirectLitigation, Label: "未经复议直接起诉", Group: litigation},
	{Key: BlockLitigationAfterReconsideration, Label: "复议后起诉", Group: litigation},
}

// RemedyColumn is one of the five columns each block of table four has.
type RemedyColumn struct {
	Key   string
	Label string
	lines string // the label as broken in the table head
}

// Keys of the columns of table four; the fifth is TotalColumn.
const (
	ColumnUpheld    = "upheld"
	ColumnCorrected = "corrected"
	ColumnOther     = "other"
	ColumnPending   = "pending"
)

// RemedyColumns lists the columns of a block in order. Not to be modified.
var RemedyColumns = []RemedyColumn{
	{Key: ColumnUpheld, Label: "结果维持", lines: "结果\n维持"},
	{Key: ColumnCorrected, Label: "结果纠正", lines: "结果\n纠正"},
	{Key: ColumnOther, Label: "其他结果", lines: "其他\n结果"},
	{Key: ColumnPending, Label: "尚未审结", lines: "尚未\n审结"},
	{Key: TotalColumn, Label: "总计", lines: "总计"},
}

// RemedyCell is the name of a cell of table four.
func RemedyCell(block, column string) string { return block + "." + column }

// remedyCells are the cells of table four, block by block.
func remedyCells() []Cell {
	var cells []Cell
	for _, block := range RemedyBlocks {
		path := joinLabels(block.Group, block.Label)
		for _, column := range RemedyColumns {
			cells = append(cells, Cell{
				Name:    RemedyCell(block.Key, column.Key),
				Table:   4,
				Row:     block.Key,
				Column:  column.Key,
				Label:   joinLabels(path, column.Label),
				Measure: "件",
				Block:   path,
				Derived: column.Key == TotalColumn,
			})
		}
	}
	return cells
}
