package corpus

// organisations are the five columns of applicants that are no natural persons.
const organisations = "req.received_new.org_business+req.received_new.org_research+req.received_new.org_public_welfare+" +
	"req.received_new.org_legal_service+req.received_new.org_other"

// bureauVoice is a department that reports every result with its reasons.
var bureauVoice = []passage{
	{"", "", "本报告依据《中华人民共和国政府信息公开条例》编制，数据统计期限自{{@year}}年1月1日起至{{@year}}年12月31日止。"},
	{"overview", "（一）主动公开情况", "{{@self}}坚持以公开促落实、以公开优服务，{{@year}}年主动公开各类政府信息{{item.total}}条，其中通过门户网站发布{{item.channel.platform}}条，" +
		"通过“{{@media}}”微信公众号发布{{item.channel.wechat}}条，在新闻媒体刊发{{item.channel.media}}条。行政许可、行政处罚等执法信息按时上网，方便企业群众查询。"},
	{"overview", "（二）依申请公开情况", "{{@year}}年，{{@self}}收到政府信息公开申请{{req.received_new.total}}件，其中自然人{{req.received_new.natural_person}}件，法人或其他组织{{" + organisations + "}}件；" +
		"{{?req.carried_in.total: 上年结转{{req.carried_in.total}}件，}}全年办结{{req.handled_total.total}}件。其中，予以公开{{req.granted.total}}件，部分公开{{req.partly_granted.total}}件；" +
		"因本机关不掌握相关政府信息无法提供{{req.unable_not_held.total}}件。{{?req.carried_out.total: 另有{{req.carried_out.total}}件结转下年度继续办理。}}\n" +
		"{{?review.total: 全年因政府信息公开被申请行政复议{{review.total}}件，结果维持{{review.upheld}}件，结果纠正{{review.corrected}}件。 | 全年未发生因政府信息公开引起的行政复议。}}"},
	{"overview", "（三）政府信息管理情况", "修订本系统主动公开基本目录，开展历年文件清理，对已经失效的逐件加注标识；严格落实保密审查登记制度，做到一事一审、全程留痕。"},
	{"overview", "（四）政府信息公开平台建设情况", "完成栏目适老化改造，新增办事指南智能问答，{{@self}}在政务服务大厅设置自助查询终端，工作日专人引导。"},
	{"overview", "（五）监督保障情况", "成立由主要负责人任组长的工作专班，召开工作推进会{{meeting.count}}次；组织专题培训{{training.sessions}}次，参训{{training.attendees}}人次；" +
		"年内未发生因政府信息公开工作被追究责任的情形。"},
	{"improvement", "（一）存在的主要问题", "1.部分业务信息由下属单位产生，收集周期长。\n2.依申请公开答复书的说理性需要加强。\n3.解读材料以文字为主，形式单调。"},
	{"improvement", "（二）改进情况", "1.建立业务信息直报通道，缩短采集周期。\n2.编制答复文书示范文本，由法律顾问逐份把关。\n3.与融媒体中心合作制作动漫、长图等解读产品。"},
	{"other", "", "{{@year}}年，{{@self}}共发出收费通知{{fee_notice.count}}件，通知总金额{{fee_notice.amount}}元，实际收取信息处理费{{fee_received.amount}}元。没有其他需要报告的事项。"},
}

// itemsVoice is laconic: a report that says only what has to be said.
var itemsVoice = []passage{
	{"overview", "", "{{@year}}年，{{@organ}}依法履行政府信息公开职责。主动公开政府信息{{item.total}}条。{{?req.received_new.total: 收到政府信息公开申请{{req.received_new.total}}件，" +
		"办结{{req.handled_total.total}}件{{?req.carried_out.total: ，结转下年度{{req.carried_out.total}}件}}。 | 收到政府信息公开申请0件，办结0件，结转下年度0件。}}" +
		"{{?review.total: 行政复议{{review.total}}件。 | 行政复议0件。}}行政诉讼{{suit_direct.total+suit_after_review.total}}件。\n" +
		"文件制发实行公开属性源头认定，发布实行三级审核。信息公开专栏由专人维护，配备兼职人员{{staff.part_time}}人，举办业务培训{{training.sessions}}次。\n" +
		"上级对本机关政务公开工作考核结果为合格；组织服务对象进行社会评议，总体满意；无责任追究情况。"},
	{"improvement", "", "存在问题：信息员队伍不稳定，信息发布的及时性有差距，公开形式比较单一。\n" +
		"改进措施：建立信息员备份制度，明确各类信息发布时限，探索短视频解读和现场宣讲。"},
	{"other", "", "本年度未发出信息处理费收费通知，未收取信息处理费。无其他需要报告的事项。"},
}
