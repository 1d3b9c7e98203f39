package tally

// proactiveLayout is table two: blocks of their own head rows under one another.
// The grid is as wide as the widest block; in a narrower one the last column
// takes the rest.
func proactiveLayout(blocks []proactiveBlock) Layout {
	width := 0
	for _, block := range blocks {
		width = max(width, 1+len(block.columns))
	}
	return Layout{
		Table:     2,
		Title:     "主动公开政府信息情况",
		Fractions: equalWidths(width),
		rows:      func() [][]LayoutCell { return proactiveTable(blocks, width) },
	}
}

func proactiveTable(blocks []proactiveBlock, width int) [][]LayoutCell {
	var table [][]LayoutCell
	for _, block := range blocks {
		span := func(i int) int {
			if i == len(block.columns)-1 {
				return width - len(block.columns)
			}
			return 1
		}
		table = append(table, []LayoutCell{label(block.title, width, 1)})
		head := []LayoutCell{label(informationHead, 1, 1)}
		for i, column := range block.columns {
			head = append(head, label(column.label, span(i), 1))
		}
		table = append(table, head)
		for _, row := range block.rows {
			cells := []LayoutCell{label(row.label, 1, 1)}
			for i, column := range block.columns {
				cells = append(cells, figure(proactiveName(row, column), span(i)))
			}
			table = append(table, cells)
		}
	}
	return table
}
