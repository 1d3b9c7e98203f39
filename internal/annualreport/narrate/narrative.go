package narrate

import (
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// narrative2007 are the sections of a report under Art. 32 of the Regulation of
// 2007 (years up to 2013), one for each of its six subjects, after a word on the
// work of the year.
func narrative2007(kind organ.Kind) []SectionSpec {
	return narrative(tally.Format2007, []SectionSpec{
		work(),
		{
			Key: "proactive.items", Chapter: chapterProactive, Title: "主动公开", Topic: TopicItem, Required: true,
			Hint:     "主动公开和更新政府信息的条数、类别和渠道。",
			Template: "{{?item.total: {{@year}}年，" + who(kind) + "主动公开和更新政府信息{{item.total}}条，其中{{*item.total}}。 | {{@year}}年，" + who(kind) + "未主动公开政府信息。}}",
		},
		{
			Key: "requests.handling", Chapter: chapterRequests, Title: "依申请公开和不予公开", Topic: TopicRequest, Required: true,
			Hint:     "收到、办结的申请和答复结果，不予公开的件数和理由。",
			Template: receivedText(kind) + handledText + "{{?req.denied.total: | 本年度无不予公开政府信息的情形。}}",
		},
		{
			Key: "fees.charges", Chapter: chapterFees, Title: "收费及减免", Topic: TopicFee, Required: true,
			Hint:     "依申请提供政府信息收取的检索、复制、邮寄等费用，以及减免情况；没有的写明没有。",
			Template: "{{?fee_received.amount: {{@year}}年，{{@self}}依申请提供政府信息收取费用{{fee_received.amount}}元。 | {{@year}}年，{{@self}}依申请提供政府信息未收取费用。}}",
		},
		{
			Key: "remedies.cases", Chapter: chapterRemedies, Title: "行政复议和行政诉讼", Topic: TopicRemedy, Required: true,
			Hint:     "因政府信息公开申请行政复议、提起行政诉讼的件数和结果。",
			Template: remediesText,
		},
	})
}

// narrative2014 are the same subjects with the figures of the statistics table of
// 2014 (years 2014 to 2018), which no register counts under these names.
func narrative2014(kind organ.Kind) []SectionSpec {
	return narrative(tally.Format2014, []SectionSpec{
		work(),
		{
			Key: "proactive.items", Chapter: chapterProactive, Title: "主动公开", Topic: TopicItem, Required: true,
			Hint: "主动公开的条数和渠道，规范性文件制发和公开情况；与统计表第一部分一致。",
			Template: "{{?v14.proactive_items: {{@year}}年，" + who(kind) + "主动公开政府信息{{v14.proactive_items}}条（不同渠道和方式公开相同信息计为同一条）。" +
				" | {{@year}}年，" + who(kind) + "未主动公开政府信息。}}" +
				"{{?v14.normdocs_made: 全年制发规范性文件{{v14.normdocs_made}}件。 | 全年未制发规范性文件。}}",
		},
		{
			Key: "proactive.responses", Chapter: chapterProactive, Title: "回应解读", Topic: TopicItem,
			Hint: "回应公众关注热点、新闻发布会、在线访谈和政策解读；与统计表第二部分一致。",
			Template: "{{?v14.interpretations: 全年发布政策解读稿件{{v14.interpretations}}篇。}}{{?v14.press_conferences: 参加或者举办新闻发布会{{v14.press_conferences}}次。}}" +
				"{{?v14.responses: 回应公众关注热点或者重大舆情{{v14.responses}}次。}}",
		},
		{
			Key: "requests.handling", Chapter: chapterRequests, Title: "依申请公开和不予公开", Topic: TopicRequest, Required: true,
			Hint: "收到、办结、答复的申请；与统计表第三部分一致。",
			Template: "{{@year}}年，" + who(kind) + "{{?v14.received: 收到政府信息公开申请{{v14.received}}件 | 未收到政府信息公开申请}}。" +
				"{{?v14.closed: 全年办结申请{{v14.closed}}件（{{*v14.closed}}）。}}{{?v14.replied: 全年答复申请{{v14.replied}}件（{{*v14.replied}}）。}}",
		},
		{
			Key: "fees.charges", Chapter: chapterFees, Title: "收费及减免", Topic: TopicFee, Required: true,
			Hint:     "依申请公开信息收取的费用和减免情况；没有的写明没有。",
			Template: "{{?v14.request_fees: {{@year}}年，{{@self}}依申请提供政府信息收取费用{{v14.request_fees}}万元。 | {{@year}}年，{{@self}}依申请提供政府信息未收取费用。}}",
		},
		{
			Key: "remedies.cases", Chapter: chapterRemedies, Title: "行政复议和行政诉讼", Topic: TopicRemedy, Required: true,
			Hint: "因政府信息公开引起的行政复议、行政诉讼；与统计表第四、第五部分一致。",
			Template: "{{?v14.review+v14.suit: {{?v14.review: 因政府信息公开引起的行政复议{{v14.review}}件（{{*v14.review}}） | 未发生因政府信息公开引起的行政复议}}；" +
				"{{?v14.suit: 因政府信息公开引起的行政诉讼{{v14.suit}}件（{{*v14.suit}}） | 未发生因政府信息公开引起的行政诉讼}}。" +
				" | {{@year}}年，未发生因政府信息公开引起的行政复议和行政诉讼。}}",
		},
	})
}

func narrative(id string, subjects []SectionSpec) []SectionSpec {
	format, err := tally.ByID(id)
	if err != nil {
		return nil
	}
	sections := append([]SectionSpec{preamble(format)}, subjects...)
	sections = append(sections, improvement(format)...)
	return append(sections, otherMatters())
}

// work stands before the first chapter: what those reports said of organisation.
func work() SectionSpec {
	return SectionSpec{
		Key: "preamble.work", Title: "工作概况", Topic: TopicSafeguard,
		Hint: "组织领导、机构人员、制度、渠道建设；只写登记簿能够证明的事项。",
		Template: "{{?@working_body: {{@self}}政府信息公开工作机构为{{@working_body}}。}}{{?leading_group.count: 设有政府信息公开工作领导小组{{leading_group.count}}个。}}" +
			"{{?disclosure_rule.count: 截至{{@year}}年底，施行政府信息公开制度{{disclosure_rule.count}}项。}}" +
			"{{?service_point.reading: 设有政府信息查阅点{{service_point.reading}}个。}}{{?training.sessions: 全年组织政府信息公开培训{{training.sessions}}次，参训{{training.attendees}}人次。}}",
	}
}
