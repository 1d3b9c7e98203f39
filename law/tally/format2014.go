package tally

// newFormat2014 is the narrative of 2007 with the statistics table that
// accompanied it for report years 2014 to 2018.
func newFormat2014() Format {
	return withIndex(Format{
		ID:        Format2014,
		FirstYear: 2014,
		LastYear:  2018,
		Basis:     norm2014 + "《政府信息公开情况统计表》；条例（2007年）第三十二条",
		Chapters:  chapters2007,
		Cells:     statisticsCells(),
		Layouts:   []Layout{statisticsLayout()},
		Equations: statisticsEquations(),
	})
}
