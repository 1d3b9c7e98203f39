package tally

import "slices"

// newFormat2019 is the trial format for report years 2019 and 2020: 198 cells.
// Table two asks for other figures, and （六）其他处理 is not split.
func newFormat2019() Format {
	rows := requestRows2019()
	return withIndex(Format{
		ID:          Format2019,
		FirstYear:   2019,
		LastYear:    2020,
		Basis:       norm2019 + "《政府信息公开工作年度报告格式（试行）》",
		Chapters:    chapters2019,
		Cells:       slices.Concat(proactiveCells(proactive2019), requestCells(rows), remedyCells()),
		Layouts:     []Layout{proactiveLayout(proactive2019), requestLayout(rows), remedyLayout()},
		Equations:   slices.Concat(requestEquations(rows, norm2019), remedyEquations(norm2019)),
		RequestRows: rows,
	})
}
