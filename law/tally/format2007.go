package tally

// chapters2007 are the six subjects of Art. 32 of the Regulation of 2007. Reports
// of that time arranged them freely; this is the order of the article.
var chapters2007 = []Chapter{
	{Number: "一", Title: "主动公开政府信息的情况", Key: "proactive"},
	{Number: "二", Title: "依申请公开政府信息和不予公开政府信息的情况", Key: "requests"},
	{Number: "三", Title: "政府信息公开的收费及减免情况", Key: "fees"},
	{Number: "四", Title: "因政府信息公开申请行政复议、提起行政诉讼的情况", Key: "remedies"},
	{Number: "五", Title: "政府信息公开工作存在的主要问题及改进情况", Key: "improvement"},
	{Number: "六", Title: "其他需要报告的事项", Key: "other"},
}

// newFormat2007 is the narrative report for years up to 2013. It begins with
// 2008, the year the Regulation came into force, and has no tables.
func newFormat2007() Format {
	return withIndex(Format{
		ID:        Format2007,
		FirstYear: 2008,
		LastYear:  2013,
		Basis:     "条例（2007年）第三十二条",
		Chapters:  chapters2007,
	})
}
