package register

// NormativeDocument (规章和行政规范性文件) carries issue, repeal and validity of
// each document, for the first block of table two (Art. 20 item 1).
var NormativeDocument = Definition{
	Name: "normative_document", Title: "规章和行政规范性文件", Group: GroupDisclosure, Public: true, Article: "Art. 20 item 1",
	Purpose: "登记本机关制发（联合发文由牵头机关登记）的规章和行政规范性文件，年度报告表二的制发、废止、现行有效件数由此得出。",
	Fields: []Field{
		number("文号", "洲政规〔2024〕1号", "发文字号，年份用六角括号。"),
		{Name: "title", Label: "名称", Required: true, Max: 300, Listed: true, Example: "洲泉镇农村宅基地管理办法"},
		{Name: "kind", Label: "文件种类", Kind: Choice, Required: true, Default: "normative", Listed: true, Choices: []Option{
			{"rule", "规章"}, {"normative", "行政规范性文件"},
		}},
		dateField("issued_on", "印发日期", true, "2024-03-01"),
		{Name: "effective_on", Label: "施行日期", Kind: Date},
		{Name: "valid_until", Label: "有效期至", Kind: Date, Help: "文件载明有效期的，填写有效期的最后一日。"},
		dateField("ended_on", "失去效力日期", false, ""),
		{Name: "ended_by", Label: "失去效力原因", Kind: Choice, Listed: true, Choices: []Option{
			{"repealed", "废止"}, {"declared_invalid", "清理宣布失效"}, {"expired", "有效期届满"}, {"replaced", "被新文件代替"},
		}, Help: "废止和清理宣布失效计入“本年废止件数”。"},
		{Name: "ended_document", Label: "废止依据", Example: "洲政规〔2025〕2号"},
		{Name: "filed_on", Label: "备案日期", Kind: Date},
		{Name: "interpretation", Label: "解读材料", Help: "解读材料的索引号或者网址。"},
	},
	YearField: "issued_on",
	Check: func(r Record) []Problem {
		issued := Field{Name: "issued_on", Label: "印发日期"}
		ended := Field{Name: "ended_on", Label: "失去效力日期"}
		problems := append(order(r, issued, ended), order(r, issued, Field{Name: "valid_until", Label: "有效期至"})...)
		return append(problems, together(r, ended, Field{Name: "ended_by", Label: "失去效力原因"})...)
	},
}
