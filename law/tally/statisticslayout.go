package tally

// noFigure fills the unit and the figure of a heading in the statistics table.
const noFigure = "——"

// statisticsLayout is 政府信息公开情况统计表: label, unit, figure.
func statisticsLayout() Layout {
	return Layout{
		Table:     StatisticsTable,
		Title:     "政府信息公开情况统计表",
		Fractions: []float64{6, 1, 1},
		HeadRows:  1,
		rows:      statisticsTable,
	}
}

func statisticsTable() [][]LayoutCell {
	table := [][]LayoutCell{{label("统计指标", 1, 1), label("单位", 1, 1), label("统计数", 1, 1)}}
	for _, item := range statisticsItems {
		row := []LayoutCell{label(item.label, 1, 1)}
		if item.key == "" {
			row = append(row, label(noFigure, 1, 1), label(noFigure, 1, 1))
		} else {
			row = append(row, label(item.measure, 1, 1), figure(statisticsPrefix+item.key, 1))
		}
		table = append(table, row)
	}
	return table
}
