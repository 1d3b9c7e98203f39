package tally

import "slices"

// chapters2019 are the six chapters, unchanged since the trial format of 2019.
var chapters2019 = []Chapter{
	{Number: "一", Title: "总体情况", Key: "overview"},
	{Number: "二", Title: "主动公开政府信息情况", Key: "proactive", Table: 2},
	{Number: "三", Title: "收到和处理政府信息公开申请情况", Key: "requests", Table: 3},
	{Number: "四", Title: "政府信息公开行政复议、行政诉讼情况", Key: "remedies", Table: 4},
	{Number: "五", Title: "存在的主要问题及改进情况", Key: "improvement"},
	{Number: "六", Title: "其他需要报告的事项", Key: "other"},
}

// newFormat2021 is the format for report years from 2021: 200 cells.
func newFormat2021() Format {
	return withIndex(Format{
		ID:          Format2021,
		FirstYear:   2021,
		Basis:       norm2021 + "《政府信息公开工作年度报告格式》",
		Chapters:    chapters2019,
		Cells:       slices.Concat(proactiveCells(proactive2021), requestCells(RequestRows), remedyCells()),
		Layouts:     []Layout{proactiveLayout(proactive2021), requestLayout(RequestRows), remedyLayout()},
		Equations:   slices.Concat(requestEquations(RequestRows, norm2021), remedyEquations(norm2021)),
		RequestRows: RequestRows,
	})
}
