package narrate

import (
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// overview is chapter 一 总体情况. Governments also report appraisal, social
// appraisal and accountability (Art. 50 item 4).
func overview(format tally.Format, kind organ.Kind) []SectionSpec {
	sections := []SectionSpec{
		{
			Key: "overview.proactive", Heading: "（一）主动公开", Title: "主动公开", Topic: TopicItem, Required: true,
			Hint:     "主动公开的总数和各渠道条数，重点领域公开了什么；数字与登记簿、表二一致。",
			Template: proactiveText(format, kind),
		},
		{
			Key: "overview.on_request", Heading: "（二）依申请公开", Title: "依申请公开", Topic: TopicRequest, Required: true,
			Hint:     "收到、结转、办结的申请和办理结果，因公开引起的行政复议、行政诉讼；不掌握信息属于“无法提供”，不是“不予公开”。",
			Template: onRequestText(kind),
		},
		{
			Key: "overview.management", Heading: "（三）政府信息管理", Title: "政府信息管理", Topic: TopicManagement, Required: true,
			Hint:     "公开制度、公开属性认定、保密审查、规范性文件制发和清理；只写登记簿能够证明的事项。",
			Template: managementText(format, kind),
		},
		{
			Key: "overview.platform", Heading: "（四）政府信息公开平台建设", Title: "平台建设", Topic: TopicPlatform, Required: true,
			Hint:     "政府信息公开平台、政务新媒体、查阅点和受理点的建设和使用；没有门户网站的写明依托哪个平台。",
			Template: platformText,
		},
		{
			Key: "overview.safeguard", Heading: "（五）监督保障", Title: "监督保障", Topic: TopicSafeguard, Required: true,
			Hint:     "工作机构和人员、会议、培训、监督检查和整改。",
			Template: safeguardText(kind),
		},
	}
	if kind.IsGovernment() {
		sections = append(sections, SectionSpec{
			Key: "overview.results", Heading: "（六）工作考核、社会评议和责任追究结果", Title: "考核、评议和责任追究", Topic: TopicResult, Required: true,
			Hint:     "各级人民政府必须写明工作考核、社会评议和责任追究的结果（《条例》第五十条）；有结果的补写等次或者得分。",
			Template: resultsText(kind),
		})
	}
	for i := range sections {
		sections[i].Chapter = chapterOverview
	}
	return sections
}

func proactiveText(format tally.Format, kind organ.Kind) string {
	focus := byKind(kind, map[organ.Kind]string{
		organ.Town:             "聚焦群众生产生活关切的事项",
		organ.Street:           "聚焦社区居民关切的事项",
		organ.Department:       "围绕本部门职责",
		organ.CountyGovernment: "围绕中心工作和群众关切",
		"":                     "围绕本机关职责",
	})
	text := "{{?item.total: {{@year}}年，" + who(kind) + "坚持以公开为常态、不公开为例外，" + focus +
		"，主动公开政府信息{{item.total}}条，其中{{*item.total}}。 | {{@year}}年，" + who(kind) + "未主动公开政府信息。}}" +
		"{{?item.class.guide+item.class.profile+item.class.catalogue: 按信息类别分，{{*item.class}}。}}"
	prefix := ""
	if format.ID == tally.Format2019 {
		prefix = "v19."
	}
	none := ""
	if kind == organ.Department {
		none = " | 本年度未作出行政许可、行政处罚、行政强制决定。"
	}
	text += "\n{{?" + prefix + "licence_decisions+" + prefix + "penalty_decisions+" + prefix + "coercion_decisions: 本年度作出{{*" + prefix + "decisions}}。" + none + "}}"
	if format.ID == tally.Format2019 {
		return text
	}
	return text + "{{?admin_fee_amount_wan: 本年度行政事业性收费金额{{admin_fee_amount_wan}}万元。}}"
}

func managementText(format tally.Format, kind organ.Kind) string {
	text := "{{?disclosure_rule.count: 截至{{@year}}年底，{{@self}}施行政府信息公开制度{{disclosure_rule.count}}项。}}"
	if format.ID == tally.Format2019 {
		return text + "{{?v19.normdocs_made: 本年度新制作规范性文件{{v19.normdocs_made}}件 | 本年度未新制作规范性文件}}，" +
			"{{?v19.normdocs_public_total: 对外公开规范性文件总数量{{v19.normdocs_public_total}}件 | 无对外公开的规范性文件}}。"
	}
	text += "{{?normdocs_issued: 本年度制发行政规范性文件{{normdocs_issued}}件 | 本年度未制发行政规范性文件}}，" +
		"{{?normdocs_repealed: 废止行政规范性文件{{normdocs_repealed}}件 | 未废止行政规范性文件}}，" +
		"{{?normdocs_in_force: 年底现行有效行政规范性文件{{normdocs_in_force}}件 | 无现行有效的行政规范性文件}}。"
	if kind == organ.CountyGovernment {
		text += "{{?rules_in_force: 年底现行有效规章{{rules_in_force}}件。}}"
	}
	return text
}

const newMedia = "item.channel.wechat+item.channel.app+item.channel.weibo+item.channel.video"

const platformText = "{{?item.channel.platform: {{@year}}年，{{@self}}通过政府信息公开平台公开政府信息{{item.channel.platform}}条。" +
	" | {{@year}}年，{{@self}}未通过政府信息公开平台公开政府信息。}}" +
	"{{?media_account.count: 截至年底，开设政务新媒体账号{{media_account.count}}个 | 截至年底，未开设政务新媒体账号}}" +
	"{{?" + newMedia + ": ，通过政务新媒体和客户端专栏公开政府信息{{" + newMedia + "}}条}}。" +
	"{{?service_point.reception: 设有政府信息公开申请受理点{{service_point.reception}}个。}}" +
	"{{?service_point.reading: 设有政府信息查阅点{{service_point.reading}}个。}}"

func safeguardText(kind organ.Kind) string {
	text := "{{?@working_body: {{@self}}政府信息公开工作机构为{{@working_body}}。}}" +
		"{{?leading_group.count: 设有政务公开工作领导小组{{leading_group.count}}个。}}{{?task_force.count: 设有政务公开工作专班{{task_force.count}}个。}}" +
		"{{?staff.full_time+staff.part_time: 从事政府信息公开工作的人员中，{{?staff.full_time: 专职人员{{staff.full_time}}人 | 无专职人员}}，" +
		"{{?staff.part_time: 兼职人员{{staff.part_time}}人 | 无兼职人员}}。}}" +
		"\n{{?meeting.count: 本年度召开政府信息公开工作会议{{meeting.count}}次。}}" +
		"{{?training.sessions: 本年度组织政府信息公开培训{{training.sessions}}次，参训{{training.attendees}}人次。 | 本年度未组织政府信息公开培训。}}" +
		"{{?inspection.count: 本年度接受和开展政府信息公开监督检查{{inspection.count}}次，{{?inspection.findings: 发现问题{{inspection.findings}}个 | 未发现问题}}。" +
		" | 本年度未开展政府信息公开监督检查。}}" +
		"{{?rectification.done: 年内完成问题整改{{rectification.done}}个。}}{{?rectification.open: 截至年底，仍有{{rectification.open}}个问题正在整改。}}"
	if !kind.IsGovernment() {
		text += accountabilityText
	}
	return text
}

const accountabilityText = "{{?accountability.count: 本年度因政府信息公开工作被责任追究{{accountability.count}}件。 | 本年度未发生因政府信息公开工作被责任追究的情形。}}"

func resultsText(kind organ.Kind) string {
	verb := byKind(kind, map[organ.Kind]string{organ.CountyGovernment: "组织", "": "接受"})
	return "{{?appraisal.assessment: 工作考核方面，{{@year}}年，{{@self}}" + verb + "政府信息公开工作考核{{appraisal.assessment}}次。" +
		" | 工作考核方面，{{@year}}年，{{@self}}未" + verb + "政府信息公开工作考核。}}" +
		"{{?appraisal.social: 社会评议方面，开展政府信息公开社会评议{{appraisal.social}}次。 | 社会评议方面，未开展政府信息公开社会评议。}}" +
		"责任追究方面，" + accountabilityText
}
