package register

// Training (培训) is one training of staff (Art. 48).
var Training = Definition{
	Name: "training", Title: "培训", Group: GroupSafeguard, Article: "Art. 48",
	Purpose: "登记政府信息公开培训，年度报告第一章的培训次数和人次由此得出。",
	Fields: []Field{
		number("编号", "训2024-01", "一次一号。"),
		dateField("held_on", "日期", true, "2024-04-15"),
		{Name: "subject", Label: "主题", Required: true, Max: 300, Listed: true, Example: "依申请公开办理规范"},
		{Name: "kind", Label: "形式", Kind: Choice, Default: "course", Listed: true, Choices: []Option{
			{"course", "专题培训"}, {"lecture", "经验讲座"}, {"evening", "夜学"}, {"online", "网络学习"},
		}},
		{Name: "trainer", Label: "授课人"},
		{Name: "attendees", Label: "参加人数", Kind: Integer, Required: true, Listed: true, Example: "32"},
		{Name: "hours", Label: "学时", Kind: Integer},
	},
	YearField: "held_on",
}

// Meeting (会议) is one meeting on disclosure work.
var Meeting = Definition{
	Name: "meeting", Title: "会议", Group: GroupSafeguard, Article: "Art. 46",
	Purpose: "登记研究部署政府信息公开工作的会议。",
	Fields: []Field{
		number("编号", "会2024-01", "一次一号。"),
		dateField("held_on", "日期", true, "2024-02-20"),
		{Name: "subject", Label: "议题", Required: true, Max: 300, Listed: true, Example: "年度政务公开工作部署"},
		{Name: "chair", Label: "主持人", Listed: true},
		{Name: "attendees", Label: "参加人数", Kind: Integer, Listed: true, Example: "12"},
	},
	YearField: "held_on",
}

// Inspection (监督检查) is one inspection of disclosure work (Art. 46, Art. 47).
var Inspection = Definition{
	Name: "inspection", Title: "监督检查", Group: GroupSafeguard, Article: "Art. 47",
	Purpose: "登记接受或者开展的政务公开检查、督查和自查。",
	Fields: []Field{
		number("编号", "查2024-01", "一次一号。"),
		dateField("held_on", "日期", true, "2024-06-12"),
		{Name: "kind", Label: "检查类型", Kind: Choice, Required: true, Default: "self", Listed: true, Choices: []Option{
			{"self", "自查"}, {"superior", "上级检查"}, {"special", "专项督查"},
		}},
		{Name: "subject", Label: "检查内容", Required: true, Max: 300, Listed: true, Example: "栏目更新和链接有效性"},
		{Name: "findings", Label: "发现问题数", Kind: Integer, Required: true, Default: "0", Listed: true, Example: "3"},
	},
	YearField: "held_on",
}

// Rectification (整改) is one finding with its mending and its look-back.
var Rectification = Definition{
	Name: "rectification", Title: "问题整改", Group: GroupSafeguard, Article: "Art. 47",
	Purpose: "登记检查发现的问题、整改期限、整改结果和“回头看”情况。",
	Fields: []Field{
		number("编号", "改2024-01", "一个问题一号。"),
		{Name: "inspection_number", Label: "检查编号", Listed: true, Example: "查2024-01"},
		dateField("found_on", "发现日期", true, "2024-06-12"),
		{Name: "finding", Label: "问题", Kind: LongText, Required: true, Listed: true, Example: "财政信息栏目超过三个月未更新"},
		{Name: "owner", Label: "责任人"},
		{Name: "due_on", Label: "整改期限", Kind: Date},
		dateField("rectified_on", "整改完成日期", false, ""),
		{Name: "looked_back_on", Label: "回头看日期", Kind: Date},
		{Name: "result", Label: "回头看结果", Kind: Choice, Choices: []Option{{"holds", "未反弹"}, {"recurred", "反弹"}}},
	},
	YearField: "found_on",
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "found_on", Label: "发现日期"}, Field{Name: "rectified_on", Label: "整改完成日期"})
	},
}

// Appraisal (考核和社会评议) is a result of the two systems of Art. 46.
var Appraisal = Definition{
	Name: "appraisal", Title: "考核与社会评议", Group: GroupSafeguard, Article: "Art. 46",
	Purpose: "登记政府信息公开工作考核和社会评议的结果，各级人民政府须在年度报告中写明。",
	Fields: []Field{
		number("编号", "评2024-01", "一次一号。"),
		{Name: "year", Label: "年度", Kind: Year, Required: true, Listed: true, Example: "2024"},
		{Name: "kind", Label: "种类", Kind: Choice, Required: true, Listed: true, Choices: []Option{
			{"assessment", "工作考核"}, {"social_appraisal", "社会评议"},
		}, Example: "工作考核"},
		{Name: "organiser", Label: "组织单位", Listed: true},
		{Name: "result", Label: "结果", Required: true, Max: 500, Listed: true, Example: "考核得分92分，评定为优秀"},
		{Name: "sample", Label: "评议人数", Kind: Integer},
		{Name: "held_on", Label: "日期", Kind: Date},
	},
	YearField: "year",
}

// Accountability (责任追究) is one case of being held responsible (Art. 47,
// Art. 52, Art. 53).
var Accountability = Definition{
	Name: "accountability", Title: "责任追究", Group: GroupSafeguard, Article: "Art. 53",
	Purpose: "登记因政府信息公开工作被追究责任的情形；没有的，年度报告也应写明。",
	Fields: []Field{
		number("编号或决定文号", "追2024-01", "一案一号。"),
		dateField("decided_on", "决定日期", true, "2024-08-01"),
		{Name: "subject", Label: "事由", Kind: LongText, Required: true, Listed: true, Example: "未按期更新公开指南"},
		{Name: "basis", Label: "依据", Listed: true, Example: "《条例》第五十三条第二项"},
		{Name: "decision", Label: "处理决定", Required: true, Listed: true, Example: "责令改正"},
	},
	YearField: "decided_on",
}
