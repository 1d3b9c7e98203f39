package tally

// proactiveBlock is one block of table two, 主动公开政府信息情况: an item of Art. 20,
// the columns it asks for and the rows it has.
type proactiveBlock struct {
	title   string
	columns []proactiveColumn
	rows    []proactiveRow
}

type proactiveColumn struct {
	key, label string
	measure    string
	unit       Unit
	signed     bool
	unitInCell bool
}

type proactiveRow struct{ key, label string }

const informationHead = "信息内容"

// proactive2021 is table two since 2021: 10 cells.
var proactive2021 = []proactiveBlock{
	{
		title: "第二十条第（一）项",
		columns: []proactiveColumn{
			{key: "issued", label: "本年制发件数", measure: "件"},
			{key: "repealed", label: "本年废止件数", measure: "件"},
			{key: "in_force", label: "现行有效件数", measure: "件"},
		},
		rows: []proactiveRow{{"rules", "规章"}, {"normdocs", "行政规范性文件"}},
	},
	{
		title:   "第二十条第（五）项",
		columns: []proactiveColumn{{key: "decisions", label: "本年处理决定数量", measure: "件"}},
		rows:    []proactiveRow{{"licence", "行政许可"}},
	},
	{
		title:   "第二十条第（六）项",
		columns: []proactiveColumn{{key: "decisions", label: "本年处理决定数量", measure: "件"}},
		rows:    []proactiveRow{{"penalty", "行政处罚"}, {"coercion", "行政强制"}},
	},
	{
		title: "第二十条第（八）项",
		columns: []proactiveColumn{
			{key: "amount_wan", label: "本年收费金额（单位：万元）", measure: yuanMeasure, unit: TenThousandYuan},
		},
		rows: []proactiveRow{{"admin_fee", "行政事业性收费"}},
	},
}

// proactive2019 is table two of the trial format: 22 cells, all "v19.".
var proactive2019 = []proactiveBlock{
	{
		title: "第二十条第（一）项",
		columns: []proactiveColumn{
			{key: "made", label: "本年新制作数量", measure: "件"},
			{key: "published", label: "本年新公开数量", measure: "件"},
			{key: "public_total", label: "对外公开总数量", measure: "件"},
		},
		rows: []proactiveRow{{"v19.rules", "规章"}, {"v19.normdocs", "规范性文件"}},
	},
	{
		title:   "第二十条第（五）项",
		columns: append(itemColumns(), proactiveColumn{key: "decisions", label: "处理决定数量", measure: "件"}),
		rows:    []proactiveRow{{"v19.licence", "行政许可"}, {"v19.other_service", "其他对外管理服务事项"}},
	},
	{
		title:   "第二十条第（六）项",
		columns: append(itemColumns(), proactiveColumn{key: "decisions", label: "处理决定数量", measure: "件"}),
		rows:    []proactiveRow{{"v19.penalty", "行政处罚"}, {"v19.coercion", "行政强制"}},
	},
	{
		title:   "第二十条第（八）项",
		columns: itemColumns(),
		rows:    []proactiveRow{{"v19.fee", "行政事业性收费"}},
	},
	{
		title: "第二十条第（九）项",
		columns: []proactiveColumn{
			{key: "count", label: "采购项目数量", measure: "个"},
			{key: "amount", label: "采购总金额", measure: yuanMeasure, unit: TenThousandYuan, unitInCell: true},
		},
		rows: []proactiveRow{{"v19.procurement", "政府集中采购"}},
	},
}

// itemColumns are the two columns on the number of items, which the trial
// format repeats in three blocks.
func itemColumns() []proactiveColumn {
	return []proactiveColumn{
		{key: "items_prev", label: "上一年项目数量", measure: "项"},
		{key: "items_delta", label: "本年增/减", measure: "项", signed: true},
	}
}

// proactiveName is the name of a cell of table two.
func proactiveName(row proactiveRow, column proactiveColumn) string {
	return row.key + "_" + column.key
}

// proactiveCells are the cells of table two, row by row.
func proactiveCells(blocks []proactiveBlock) []Cell {
	var cells []Cell
	for _, block := range blocks {
		for _, row := range block.rows {
			for _, column := range block.columns {
				cells = append(cells, Cell{
					Name:       proactiveName(row, column),
					Table:      2,
					Row:        row.key,
					Column:     column.key,
					Label:      joinLabels(row.label, column.label),
					Unit:       column.unit,
					Measure:    column.measure,
					Block:      block.title,
					Signed:     column.signed,
					UnitInCell: column.unitInCell,
				})
			}
		}
	}
	return cells
}
