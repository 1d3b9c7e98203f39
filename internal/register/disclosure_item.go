package register

// Channels through which an item reaches the public (Art. 23, Art. 25).
var channels = []Option{
	{"platform", "政府信息公开平台"},
	{"wechat", "政务微信公众号"},
	{"app", "客户端专栏"},
	{"weibo", "政务微博"},
	{"video", "政务短视频"},
	{"media", "报刊广播电视及上级媒体"},
	{"gazette", "政府公报"},
	{"press_conference", "新闻发布会"},
	{"sms", "手机短信"},
	{"notice_board", "公开栏"},
	{"reading_point", "信息查阅点"},
	{"screen", "电子信息屏"},
	{"other", "其他渠道"},
}

// Columns of the disclosure platform under 法定主动公开内容 (Art. 20, Art. 21).
var columns = []Option{
	{"organ_profile", "机构信息"},
	{"policy", "政策文件"},
	{"interpretation", "政策解读"},
	{"planning", "规划计划"},
	{"statistics", "统计信息"},
	{"licence", "行政许可"},
	{"penalty", "行政处罚和行政强制"},
	{"finance", "财政信息"},
	{"admin_fee", "行政事业性收费"},
	{"procurement", "政府采购"},
	{"project", "重大建设项目"},
	{"livelihood", "民生领域"},
	{"emergency", "应急管理"},
	{"inspection", "监督检查"},
	{"recruitment", "人事招考"},
	{"decision", "重大行政决策"},
	{"proposal", "建议提案办理"},
	{"rural", "农业农村"},
	{"news", "工作动态"},
	{"notice", "公告公示"},
	{"culture", "文体活动"},
	{"guide", "政府信息公开指南"},
	{"catalogue", "政府信息公开目录"},
	{"other", "其他"},
}

// DisclosureItem (主动公开信息) records each released item by channel and column;
// its count is the total of chapter 一 (Art. 50 item 1).
var DisclosureItem = Definition{
	Name: "disclosure_item", Title: "主动公开信息", Group: GroupDisclosure, Public: true, Article: "Art. 19",
	Purpose: "逐条登记主动公开的政府信息及其公开渠道和栏目，年度报告第一章的主动公开总数和分渠道条数由此得出。",
	Fields: []Field{
		number("索引号", "113306830025306088/2024-00001", "索引号或本机关自编的流水号，一条一号，不得重复使用。"),
		{Name: "title", Label: "名称", Required: true, Max: 300, Listed: true, Example: "关于2024年度财政预算执行情况的公示"},
		{Name: "class", Label: "信息类别", Kind: Choice, Required: true, Default: "information", Choices: []Option{
			{"information", "一般信息"}, {"guide", "公开指南"}, {"profile", "机关简介"}, {"catalogue", "公开目录"},
		}},
		{Name: "channel", Label: "公开渠道", Kind: Choice, Required: true, Default: "platform", Choices: channels, Listed: true},
		{Name: "outlet", Label: "渠道名称", Listed: true, Example: "“品水映洲泉”微信公众号", Help: "公众号、专栏或者媒体的名称。"},
		{Name: "category", Label: "栏目", Kind: Choice, Required: true, Default: "other", Choices: columns, Listed: true},
		{Name: "document_number", Label: "文号", Example: "洲政发〔2024〕3号"},
		{Name: "dated_on", Label: "成文日期", Kind: Date},
		dateField("published_on", "发布日期", true, "2024-03-18"),
		{Name: "withdrawn_on", Label: "撤回日期", Kind: Date, Help: "公示期满或者失效撤回的日期；撤回不影响当年计数。"},
		{Name: "address", Label: "网址", Max: 500},
	},
	YearField: "published_on",
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "dated_on", Label: "成文日期"}, Field{Name: "published_on", Label: "发布日期"})
	},
}

func dateField(name, label string, required bool, example string) Field {
	return Field{Name: name, Label: label, Kind: Date, Required: required, Listed: true, Example: example}
}
