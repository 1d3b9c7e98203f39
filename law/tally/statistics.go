package tally

// statisticsItem is one line of 政府信息公开情况统计表 (2014 to 2018).
type statisticsItem struct {
	depth   int    // 0 for 一、, 1 for （一）, 2 and 3 for what is below
	key     string // empty for a heading without a figure
	label   string
	measure string
	// parts, where set, are the keys that add up to this figure.
	parts []string
}

const statisticsPrefix = "v14."

// statisticsItems are the lines of the table in order. Some provinces still
// collect the same list every quarter.
var statisticsItems = []statisticsItem{
	{depth: 0, label: "一、主动公开情况"},
	{depth: 1, key: "proactive_items", label: "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", measure: "条"},
	{depth: 2, key: "proactive_normdocs", label: "其中：主动公开规范性文件数", measure: "条"},
	{depth: 2, key: "normdocs_made", label: "制发规范性文件总数", measure: "件"},
	{depth: 1, label: "（二）通过不同渠道和方式公开政府信息的情况"},
	{depth: 2, key: "published_by_gazette", label: "1.政府公报公开政府信息数", measure: "条"},
	{depth: 2, key: "published_by_website", label: "2.政府网站公开政府信息数", measure: "条"},
	{depth: 2, key: "published_by_weibo", label: "3.政务微博公开政府信息数", measure: "条"},
	{depth: 2, key: "published_by_wechat", label: "4.政务微信公开政府信息数", measure: "条"},
	{depth: 2, key: "published_by_other", label: "5.其他方式公开政府信息数", measure: "条"},

	{depth: 0, label: "二、回应解读情况"},
	{depth: 1, key: "responses", label: "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", measure: "次"},
	{depth: 1, label: "（二）通过不同渠道和方式回应解读的情况"},
	{depth: 2, key: "press_conferences", label: "1.参加或举办新闻发布会总次数", measure: "次"},
	{depth: 3, key: "press_conferences_by_head", label: "其中：主要负责同志参加新闻发布会次数", measure: "次"},
	{depth: 2, key: "interviews", label: "2.政府网站在线访谈次数", measure: "次"},
	{depth: 3, key: "interviews_by_head", label: "其中：主要负责同志参加政府网站在线访谈次数", measure: "次"},
	{depth: 2, key: "interpretations", label: "3.政策解读稿件发布数", measure: "篇"},
	{depth: 2, key: "responses_by_weibo_wechat", label: "4.微博微信回应事件数", measure: "次"},
	{depth: 2, key: "responses_by_other", label: "5.其他方式回应事件数", measure: "次"},

	{depth: 0, label: "三、依申请公开情况"},
	{
		depth: 1, key: "received", label: "（一）收到申请数", measure: "件",
		parts: []string{"received_in_person", "received_by_fax", "received_online", "received_by_letter"},
	},
	{depth: 2, key: "received_in_person", label: "1.当面申请数", measure: "件"},
	{depth: 2, key: "received_by_fax", label: "2.传真申请数", measure: "件"},
	{depth: 2, key: "received_online", label: "3.网络申请数", measure: "件"},
	{depth: 2, key: "received_by_letter", label: "4.信函申请数", measure: "件"},
	{depth: 1, key: "closed", label: "（二）申请办结数", measure: "件", parts: []string{"closed_in_time", "closed_extended"}},
	{depth: 2, key: "closed_in_time", label: "1.按时办结数", measure: "件"},
	{depth: 2, key: "closed_extended", label: "2.延期办结数", measure: "件"},
	{depth: 1, key: "replied", label: "（三）申请答复数", measure: "件", parts: []string{
		"replied_already_public", "replied_granted", "replied_partly_granted", "replied_denied",
		"replied_other_organ", "replied_not_existing", "replied_clarify", "replied_other_channel",
	}},
	{depth: 2, key: "replied_already_public", label: "1.属于已主动公开范围数", measure: "件"},
	{depth: 2, key: "replied_granted", label: "2.同意公开答复数", measure: "件"},
	{depth: 2, key: "replied_partly_granted", label: "3.同意部分公开答复数", measure: "件"},
	{depth: 2, key: "replied_denied", label: "4.不同意公开答复数", measure: "件", parts: []string{
		"denied_state_secret", "denied_trade_secret", "denied_privacy", "denied_security",
		"denied_not_information", "denied_other",
	}},
	{depth: 3, key: "denied_state_secret", label: "其中：1.涉及国家秘密", measure: "件"},
	{depth: 3, key: "denied_trade_secret", label: "2.涉及商业秘密", measure: "件"},
	{depth: 3, key: "denied_privacy", label: "3.涉及个人隐私", measure: "件"},
	{depth: 3, key: "denied_security", label: "4.危及国家安全、公共安全、经济安全和社会稳定", measure: "件"},
	{depth: 3, key: "denied_not_information", label: "5.不是《条例》所指政府信息", measure: "件"},
	{depth: 3, key: "denied_other", label: "6.法律法规规定的其他情形", measure: "件"},
	{depth: 2, key: "replied_other_organ", label: "5.不属于本行政机关公开数", measure: "件"},
	{depth: 2, key: "replied_not_existing", label: "6.申请信息不存在数", measure: "件"},
	{depth: 2, key: "replied_clarify", label: "7.告知作出更改补充数", measure: "件"},
	{depth: 2, key: "replied_other_channel", label: "8.告知通过其他途径办理数", measure: "件"},

	{
		depth: 0, key: "review", label: "四、行政复议数量", measure: "件",
		parts: []string{"review_upheld", "review_corrected", "review_other"},
	},
	{depth: 1, key: "review_upheld", label: "（一）维持具体行政行为数", measure: "件"},
	{depth: 1, key: "review_corrected", label: "（二）被依法纠错数", measure: "件"},
	{depth: 1, key: "review_other", label: "（三）其他情形数", measure: "件"},
	{
		depth: 0, key: "suit", label: "五、行政诉讼数量", measure: "件",
		parts: []string{"suit_upheld", "suit_corrected", "suit_other"},
	},
	{depth: 1, key: "suit_upheld", label: "（一）维持具体行政行为或者驳回原告诉讼请求数", measure: "件"},
	{depth: 1, key: "suit_corrected", label: "（二）被依法纠错数", measure: "件"},
	{depth: 1, key: "suit_other", label: "（三）其他情形数", measure: "件"},
	{depth: 0, key: "complaints", label: "六、举报投诉数量", measure: "件"},
	{depth: 0, key: "request_fees", label: "七、依申请公开信息收取的费用", measure: yuanMeasure},

	{depth: 0, label: "八、机构建设和保障经费情况"},
	{depth: 1, key: "offices", label: "（一）政府信息公开工作专门机构数", measure: "个"},
	{depth: 1, key: "reading_places", label: "（二）设置政府信息公开查阅点数", measure: "个"},
	{
		depth: 1, key: "staff", label: "（三）从事政府信息公开工作人员数", measure: "人",
		parts: []string{"staff_full_time", "staff_part_time"},
	},
	{depth: 2, key: "staff_full_time", label: "1.专职人员数（不包括政府公报及政府网站工作人员数）", measure: "人"},
	{depth: 2, key: "staff_part_time", label: "2.兼职人员数", measure: "人"},
	{depth: 1, key: "funds", label: "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）", measure: yuanMeasure},
	{depth: 0, label: "九、政府信息公开会议和培训情况"},
	{depth: 1, key: "meetings", label: "（一）召开政府信息公开工作会议或专题会议数", measure: "次"},
	{depth: 1, key: "trainings", label: "（二）举办各类培训班数", measure: "次"},
	{depth: 1, key: "trainees", label: "（三）接受培训人员数", measure: "人次"},
}

// statisticsCells are the lines that carry a figure.
func statisticsCells() []Cell {
	var cells []Cell
	var path [4]string // the labels above the current line, by depth
	for _, item := range statisticsItems {
		path[item.depth] = item.label
		clear(path[item.depth+1:])
		if item.key == "" {
			continue
		}
		unit := Pieces
		if item.measure == yuanMeasure {
			unit = TenThousandYuan
		}
		block := path[0]
		if item.depth == 0 {
			block = ""
		}
		cells = append(cells, Cell{
			Name:    statisticsPrefix + item.key,
			Table:   StatisticsTable,
			Row:     item.key,
			Label:   joinLabels(path[:]...),
			Unit:    unit,
			Measure: item.measure,
			Block:   block,
			Derived: item.parts != nil,
		})
	}
	return cells
}
