package corpus

// countyVoice sums up a county: long sentences, large figures.
var countyVoice = []passage{
	{"", "", "本报告由{{@organ}}办公室根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》" +
		"（国办公开办函〔2021〕30号）要求编制，汇总了{{@level}}政府各部门和各乡镇、街道的情况。所列数据的统计期限为{{@year}}年1月1日至{{@year}}年12月31日。"},
	{"overview", "（一）主动公开", "{{@year}}年，{{@self}}各级行政机关主动公开政府信息{{item.total}}条，其中政府信息公开平台{{item.channel.platform}}条，政务微信{{item.channel.wechat}}条，" +
		"市级以上媒体{{item.channel.media}}条。围绕营商环境、教育医疗、养老托育、乡村建设等重点领域细化公开目录，对群众高频咨询的事项做到一图读懂、一键可查。"},
	{"overview", "（二）依申请公开", "{{@year}}年，{{@self}}各级行政机关新收政府信息公开申请{{req.received_new.total}}件，上年结转{{req.carried_in.total}}件。办结{{req.handled_total.total}}件，" +
		"其中予以公开{{req.granted.total}}件、部分公开{{req.partly_granted.total}}件、不予公开{{req.denied.total}}件、无法提供{{req.unable.total}}件、不予处理{{req.refused.total}}件、其他处理{{req.other.total}}件，" +
		"结转下年度继续办理{{req.carried_out.total}}件。发生政府信息公开行政复议{{review.total}}件；未经复议直接起诉{{suit_direct.total}}件，复议后起诉{{suit_after_review.total}}件。"},
	{"overview", "（三）政府信息管理", "{{?normdocs_issued: 全年制发行政规范性文件{{normdocs_issued}}件，废止{{normdocs_repealed}}件，年末现行有效{{normdocs_in_force}}件。}}" +
		"规范性文件集中统一公开，文本格式规范，正文与解读相互关联。"},
	{"overview", "（四）平台建设", "完成政府网站集约化迁移，历史数据完整保留；政务新媒体实行备案管理，长期不更新的账号予以注销。"},
	{"overview", "（五）监督保障", "召开全{{@level}}政务公开工作会议{{meeting.count}}次，组织培训{{training.sessions}}次，培训{{training.attendees}}人次。将政务公开纳入年度综合考核，" +
		"考核结果已向社会通报；委托第三方开展社会评议，公众总体满意；年内未发生因政府信息公开工作被责任追究的情况。"},
	{"improvement", "", "存在的主要问题：一是基层政务公开标准化水平参差不齐。二是部分部门依申请公开办理能力不强，被纠错的情况时有发生。三是政策解读的精准度不高。\n" +
		"改进情况：一是制定标准目录落实指引，逐个乡镇对账。二是建立疑难申请会商机制，司法行政部门提前介入。三是试行政策精准推送，按企业类型和人群标签推送政策。"},
	{"other", "", "按照信息处理费管理办法规定，{{@self}}各级行政机关发出收费通知{{fee_notice.count}}件，通知总金额{{fee_notice.amount}}元，实际收取{{fee_received.amount}}元。无其他需要报告的事项。"},
}

// narrativeVoice follows Art. 32 of the Regulation of 2007.
var narrativeVoice = []passage{
	{"", "", "根据《中华人民共和国政府信息公开条例》规定，现编制并公布{{@organ}}{{@year}}年政府信息公开工作年度报告。"},
	{"proactive", "", "{{@year}}年，{{@self}}主动公开和更新政府信息{{?v14.proactive_items: {{v14.proactive_items}} | {{item.total}}}}条，主要是机构职能、规划计划、办事程序和惠民项目。" +
		"{{?v14.normdocs_made: 全年制发规范性文件{{v14.normdocs_made}}件。}}"},
	{"requests", "", "{{?v14.received: {{@year}}年，{{@self}}收到政府信息公开申请{{v14.received}}件，办结{{v14.closed}}件。 | {{@year}}年，{{@self}}没有收到政府信息公开申请，也没有不予公开政府信息的情况。}}"},
	{"fees", "", "{{@self}}依申请提供政府信息严格执行收费规定，本年度没有减免事项。"},
	{"remedies", "", "{{?v14.review: 因政府信息公开申请行政复议{{v14.review}}件，提起行政诉讼{{v14.suit}}件。 | 本年度没有因政府信息公开申请行政复议、提起行政诉讼的情况。}}"},
	{"improvement", "", "主要问题：公开意识还不够强，信息更新不够及时，公开渠道不够丰富。改进情况：加强业务学习，明确各科室报送时限，在服务窗口增设查阅设施，方便群众就近查询。"},
	{"other", "", "没有其他需要报告的事项。"},
}
