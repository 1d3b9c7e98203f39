package tally

// remedyLayout is table four: one row of figures under three rows of heads.
func remedyLayout() Layout {
	head := remedyHead()
	return Layout{
		Table:     4,
		Title:     "政府信息公开行政复议、行政诉讼情况",
		Fractions: equalWidths(len(RemedyBlocks) * len(RemedyColumns)),
		HeadRows:  len(head),
		rows:      func() [][]LayoutCell { return append(remedyHead(), remedyFigures()) },
	}
}

// remedyHead: 行政复议 and 行政诉讼 on top; then the columns of the former beside
// the two blocks of the latter; then the columns of these.
func remedyHead() [][]LayoutCell {
	var first, second, third []LayoutCell
	for i, block := range RemedyBlocks {
		if block.Group == "" {
			first = append(first, label(block.Label, len(RemedyColumns), 1))
			for _, column := range RemedyColumns {
				second = append(second, label(column.lines, 1, 2))
			}
			continue
		}
		if i == 0 || RemedyBlocks[i-1].Group != block.Group {
			first = append(first, label(block.Group, remedyGroupWidth(block.Group), 1))
		}
		second = append(second, label(block.Label, len(RemedyColumns), 1))
		for _, column := range RemedyColumns {
			third = append(third, label(column.lines, 1, 1))
		}
	}
	return [][]LayoutCell{first, second, third}
}

func remedyGroupWidth(group string) int {
	width := 0
	for _, block := range RemedyBlocks {
		if block.Group == group {
			width += len(RemedyColumns)
		}
	}
	return width
}

func remedyFigures() []LayoutCell {
	var row []LayoutCell
	for _, block := range RemedyBlocks {
		for _, column := range RemedyColumns {
			row = append(row, figure(RemedyCell(block.Key, column.Key), 1))
		}
	}
	return row
}
