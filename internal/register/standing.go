package register

// Staff (公开工作人员) counts full-time and part-time disclosure staff of a year.
var Staff = Definition{
	Name: "staff", Title: "公开工作人员", Group: GroupOrgan, Article: "Art. 4",
	Purpose: "按年度登记从事政府信息公开工作的专职、兼职人数。",
	Fields: []Field{
		number("编号", "2024", "一年一条，填年度。"),
		{Name: "year", Label: "年度", Kind: Year, Required: true, Listed: true, Example: "2024"},
		{Name: "full_time", Label: "专职人数", Kind: Integer, Required: true, Default: "0", Listed: true, Example: "0"},
		{Name: "part_time", Label: "兼职人数", Kind: Integer, Required: true, Default: "0", Listed: true, Example: "3"},
		{Name: "names", Label: "人员", Kind: LongText, Help: "姓名和岗位。"},
	},
	YearField: "year",
}

// ServicePoint (受理点、查阅点) is where the public hands in requests or reads
// information (Art. 25, Art. 12).
var ServicePoint = Definition{
	Name: "service_point", Title: "受理点和查阅点", Group: GroupOrgan, Public: true, Article: "Art. 25",
	Purpose: "登记受理点、查阅点的地点、时间和电话，在公开指南中列出。",
	Fields: []Field{
		number("编号", "点01", "一处一号。"),
		{Name: "kind", Label: "种类", Kind: Choice, Required: true, Default: "reception", Listed: true, Choices: []Option{
			{"reception", "申请受理点"}, {"reading", "信息查阅点"},
		}},
		{Name: "title", Label: "名称", Required: true, Listed: true, Example: "镇便民服务中心信息公开受理窗口"},
		{Name: "address", Label: "地址", Required: true, Listed: true, Example: "湘溪大道1号"},
		{Name: "hours", Label: "开放时间", Listed: true, Example: "工作日8:30—12:00，14:00—17:30"},
		{Name: "telephone", Label: "电话", Listed: true},
		dateField("opened_on", "启用日期", true, "2020-01-01"),
		dateField("closed_on", "停用日期", false, ""),
	},
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "opened_on", Label: "启用日期"}, Field{Name: "closed_on", Label: "停用日期"})
	},
}

// InternalOffice (内设机构) is an office of the organ with its 联络员 and 信息员.
var InternalOffice = Definition{
	Name: "internal_office", Title: "内设机构和联络员", Group: GroupOrgan, Public: true, Article: "Art. 20 item 2",
	Purpose: "登记内设机构及其信息公开联络员、信息员。",
	Fields: []Field{
		number("编号", "办01", "一个机构一号。"),
		{Name: "title", Label: "机构名称", Required: true, Listed: true, Example: "党政综合办公室"},
		{Name: "leads", Label: "是否为公开工作机构", Kind: Choice, Default: "no", Listed: true, Choices: []Option{{"yes", "是"}, {"no", "否"}}},
		{Name: "liaison", Label: "联络员", Listed: true},
		{Name: "officer", Label: "信息员", Listed: true},
		{Name: "telephone", Label: "电话"},
		dateField("opened_on", "设立日期", true, "2020-01-01"),
		dateField("closed_on", "撤销日期", false, ""),
	},
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "opened_on", Label: "设立日期"}, Field{Name: "closed_on", Label: "撤销日期"})
	},
}

// LeadingGroup (领导小组、工作专班) is a standing or temporary body with its members.
var LeadingGroup = Definition{
	Name: "leading_group", Title: "领导小组和工作专班", Group: GroupOrgan, Article: "Art. 4",
	Purpose: "登记政务公开领导小组、工作专班的成立文件、成员和起止时间。",
	Fields: []Field{
		number("成立文号或编号", "镜政发〔2022〕5号", "成立文件的文号。"),
		{Name: "title", Label: "名称", Required: true, Listed: true, Example: "政务公开工作领导小组"},
		{Name: "kind", Label: "种类", Kind: Choice, Required: true, Default: "leading_group", Listed: true, Choices: []Option{
			{"leading_group", "领导小组"}, {"task_force", "工作专班"},
		}},
		{Name: "leader", Label: "组长", Listed: true},
		{Name: "members", Label: "成员", Kind: LongText},
		dateField("opened_on", "成立日期", true, "2022-03-01"),
		dateField("closed_on", "撤销日期", false, ""),
	},
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "opened_on", Label: "成立日期"}, Field{Name: "closed_on", Label: "撤销日期"})
	},
}

// Duty (责任分工) is one line of the duty matrix.
var Duty = Definition{
	Name: "duty", Title: "责任分工", Group: GroupOrgan, Article: "Art. 17",
	Purpose: "登记公开工作各环节、各栏目的责任岗位和责任人。",
	Fields: []Field{
		number("编号", "责01", "一项一号。"),
		{Name: "title", Label: "事项或栏目", Required: true, Listed: true, Example: "财政信息栏目维护"},
		{Name: "office", Label: "责任机构", Required: true, Listed: true, Example: "财政所"},
		{Name: "post", Label: "责任岗位", Listed: true},
		{Name: "person", Label: "责任人", Listed: true},
		{Name: "rhythm", Label: "公开频次", Kind: Choice, Default: "periodic", Listed: true, Choices: []Option{
			{"periodic", "常规性工作定期公开"}, {"immediate", "临时性工作即时公开"}, {"permanent", "固定性工作长期公开"},
		}},
		dateField("opened_on", "起始日期", true, "2024-01-01"),
		dateField("closed_on", "终止日期", false, ""),
	},
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "opened_on", Label: "起始日期"}, Field{Name: "closed_on", Label: "终止日期"})
	},
}

// MediaAccount (政务新媒体账号) is one new-media account of the organ.
var MediaAccount = Definition{
	Name: "media_account", Title: "政务新媒体账号", Group: GroupOrgan, Public: true, Article: "Art. 23",
	Purpose: "登记政务新媒体账号及其备案、维护情况。",
	Fields: []Field{
		number("备案编号或编号", "媒01", "一个账号一号。"),
		{Name: "title", Label: "账号名称", Required: true, Listed: true, Example: "山水镜泊"},
		{Name: "kind", Label: "平台", Kind: Choice, Required: true, Default: "wechat", Listed: true, Choices: []Option{
			{"wechat", "微信公众号"}, {"weibo", "微博"}, {"video", "短视频"}, {"app", "客户端或专栏"}, {"other", "其他"},
		}},
		{Name: "owner", Label: "维护机构", Listed: true},
		dateField("opened_on", "开设日期", true, "2021-06-01"),
		dateField("closed_on", "关停日期", false, ""),
	},
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "opened_on", Label: "开设日期"}, Field{Name: "closed_on", Label: "关停日期"})
	},
}

// DisclosureRule (公开制度) is one of the organ's own rules on disclosure (Art. 17).
var DisclosureRule = Definition{
	Name: "disclosure_rule", Title: "公开制度", Group: GroupOrgan, Public: true, Article: "Art. 17",
	Purpose: "登记本机关政府信息公开各项制度及其施行时间。",
	Fields: []Field{
		number("编号", "制01", "一项一号。"),
		{Name: "title", Label: "制度名称", Required: true, Listed: true, Example: "政府信息发布保密审查制度"},
		{Name: "document_number", Label: "文号", Listed: true},
		dateField("opened_on", "施行日期", true, "2020-01-01"),
		dateField("closed_on", "废止日期", false, ""),
		{Name: "body", Label: "正文", Kind: LongText},
	},
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "opened_on", Label: "施行日期"}, Field{Name: "closed_on", Label: "废止日期"})
	},
}
