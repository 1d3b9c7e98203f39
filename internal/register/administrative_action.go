package register

// AdministrativeAction (行政许可、行政处罚、行政强制决定) is a single decision or a
// month's count of them, with the document it rests on (Art. 20 item 5, Art. 20
// item 6): blocks two and three of table two.
var AdministrativeAction = Definition{
	Name: "administrative_action", Title: "行政许可、处罚、强制决定", Group: GroupDisclosure, Article: "Art. 20 item 5",
	Purpose: "逐件登记处理决定，或者按月登记件数并写明数据来源，年度报告表二的处理决定数量由此得出。",
	Fields: []Field{
		number("决定文号或台账编号", "许可2024-001", "逐件登记填决定文号；按月登记填台账编号，如“许可2024-03”。"),
		{Name: "kind", Label: "决定种类", Kind: Choice, Required: true, Listed: true, Choices: []Option{
			{"licence", "行政许可"}, {"penalty", "行政处罚"}, {"coercion", "行政强制"},
		}, Example: "行政许可"},
		{Name: "subject", Label: "事项", Required: true, Max: 300, Listed: true, Example: "营业性演出审批"},
		dateField("decided_on", "决定日期", true, "2024-03-31"),
		{
			Name: "quantity", Label: "件数", Kind: Integer, Required: true, Default: "1", Listed: true, Example: "1",
			Help: "逐件登记填1；按月登记填当月件数，决定日期填当月最后一日。准予和不予许可的决定都计入。",
		},
		{Name: "source_document", Label: "数据来源", Required: true, Listed: true, Example: "行政审批系统2024年3月办件清单"},
	},
	YearField: "decided_on",
}
