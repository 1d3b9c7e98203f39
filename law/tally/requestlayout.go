package tally

// Table three has three columns of row heads: the part 三, its groups, and the
// label. Their widths, and that of a figure, are shares of the text width.
var requestHeadWidths = []float64{1.0, 1.6, 5.6}

const requestFigureWidth = 1.15

// cornerNote stands in the top left corner of table three, word for word.
const cornerNote = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

func requestLayout(rows []RequestRow) Layout {
	fractions := append([]float64{}, requestHeadWidths...)
	for range RequestColumns {
		fractions = append(fractions, requestFigureWidth)
	}
	head := requestHead()
	return Layout{
		Table:     3,
		Title:     "收到和处理政府信息公开申请情况",
		Fractions: fractions,
		HeadRows:  len(head),
		rows:      func() [][]LayoutCell { return append(requestHead(), requestBody(rows)...) },
	}
}

// requestHead are the three rows 申请人情况, 法人或其他组织 and the kinds of them.
func requestHead() [][]LayoutCell {
	const depth = 3
	first := []LayoutCell{
		label(cornerNote, len(requestHeadWidths), depth),
		label("申请人情况", len(RequestColumns), 1),
	}
	var second, third []LayoutCell
	for i, column := range RequestColumns {
		switch {
		case column.Group == "":
			second = append(second, label(column.lines, 1, depth-1))
		default:
			third = append(third, label(column.lines, 1, 1))
			if RequestColumns[i-1].Group != column.Group {
				second = append(second, label(column.Group, groupWidth(column.Group), 1))
			}
		}
	}
	return [][]LayoutCell{first, second, third}
}

func groupWidth(group string) int {
	width := 0
	for _, column := range RequestColumns {
		if column.Group == group {
			width++
		}
	}
	return width
}

func requestBody(rows []RequestRow) [][]LayoutCell {
	heads := len(requestHeadWidths)
	var body [][]LayoutCell
	for i, row := range rows {
		var cells []LayoutCell
		firstResult := row.Result && (i == 0 || !rows[i-1].Result)
		if firstResult {
			cells = append(cells, label(labelResults, 1, runLength(rows[i:], isResult)))
		}
		firstOfGroup := row.GroupLabel != "" && (i == 0 || rows[i-1].GroupLabel != row.GroupLabel)
		if firstOfGroup {
			sameGroup := func(r RequestRow) bool { return r.GroupLabel == row.GroupLabel }
			cells = append(cells, label(row.GroupLabel, 1, runLength(rows[i:], sameGroup)))
		}
		width := heads
		if row.Result {
			width--
		}
		if row.GroupLabel != "" {
			width--
		}
		cells = append(cells, label(row.Label, width, 1))
		for _, column := range RequestColumns {
			cells = append(cells, figure(RequestCell(row.Key, column.Key), 1))
		}
		body = append(body, cells)
	}
	return body
}

func isResult(row RequestRow) bool { return row.Result }

// runLength is how many rows from the first on belong together.
func runLength(rows []RequestRow, belongs func(RequestRow) bool) int {
	for i, row := range rows {
		if !belongs(row) {
			return i
		}
	}
	return len(rows)
}
