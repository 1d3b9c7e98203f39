package register

// AdministrativeFee (行政事业性收费收入) is an amount collected, with the document
// it rests on (Art. 20 item 8): the last block of table two. Information
// processing fees received (Art. 42) are part of it and are entered here too.
var AdministrativeFee = Definition{
	Name: "administrative_fee", Title: "行政事业性收费", Group: GroupDisclosure, Article: "Art. 20 item 8",
	Purpose: "逐笔或者按月登记收取的行政事业性收费，年度报告表二的收费金额由此得出，按万元列示。",
	Fields: []Field{
		number("票据号或台账编号", "收费2024-03", "财政票据号，按月登记填台账编号。"),
		{Name: "title", Label: "收费项目", Required: true, Listed: true, Example: "不动产登记费"},
		dateField("collected_on", "收取日期", true, "2024-03-31"),
		{Name: "amount", Label: "金额（元）", Kind: Money, Required: true, Listed: true, Example: "1200.00"},
		{Name: "source_document", Label: "数据来源", Required: true, Listed: true, Example: "非税收入系统2024年3月报表"},
	},
	YearField: "collected_on",
}
