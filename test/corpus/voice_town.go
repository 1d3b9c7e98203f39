package corpus

// townVoice is the running prose of a small town, with 一是 and 二是.
var townVoice = []passage{
	{"", "", "现将{{@organ}}{{@year}}年政府信息公开工作年度报告公布如下。报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、" +
		"政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成，所列数据统计期限为{{@year}}年1月1日至{{@year}}年12月31日。"},
	{"overview", "", "{{@year}}年，{{@self}}认真落实{{@level}}委、{{@level}}政府关于政务公开的各项部署，扎实做好信息公开工作。\n" +
		"一是主动公开抓常态。全年主动公开政府信息{{item.total}}条，其中政府信息公开平台{{item.channel.platform}}条，“{{@media}}”微信公众号{{item.channel.wechat}}条，" +
		"市级以上媒体{{item.channel.media}}条，内容涵盖惠农补贴、防汛抗旱、农村宅基地审批等群众关心的事项。\n" +
		"二是依申请公开抓规范。{{?req.received_new.total: 全年收到政府信息公开申请{{req.received_new.total}}件，办结{{req.handled_total.total}}件。 | " +
		"全年未收到政府信息公开申请，无上年结转申请。}}{{?review.total: 因政府信息公开引起的行政复议{{review.total}}件。 | 未发生因政府信息公开引起的行政复议、行政诉讼。}}\n" +
		"三是信息管理抓源头。公文拟制时同步确定公开属性，拟公开的内容先经办公室初核、分管负责人复核，再登记保密审查意见。\n" +
		"四是平台建设抓实用。便民服务大厅摆放纸质公开目录，村居公示栏按季更换，老年人可以请代办员帮助查询。\n" +
		"五是监督保障抓落实。召开专题会议{{meeting.count}}次，组织业务培训{{training.sessions}}次，培训{{training.attendees}}人次，配备兼职工作人员{{staff.part_time}}名。" +
		"{{@level}}政府办公室对{{@self}}政务公开工作考核结果为良好；年底邀请村民代表开展社会评议，结果为满意；全年没有人员因政府信息公开工作被责任追究。"},
	{"improvement", "", "存在的问题：公开内容以工作动态居多，政策解读偏少；村级公开与镇级公开衔接不够紧密；经办人员更换较快，业务不熟。\n" +
		"改进措施：请业务骨干带教新接手的同志，编一本常见问题手册；把村级公开清单与镇级目录逐项对应；涉及群众切身利益的文件一律配发明白纸。"},
	{"other", "", "{{@year}}年，{{@self}}没有发出信息处理费收费通知，没有收取信息处理费。无其他需要报告的事项。"},
}

// streetVoice counts its points in brackets and lists the results of requests.
var streetVoice = []passage{
	{"", "", "根据《中华人民共和国政府信息公开条例》第五十条规定，{{@organ}}编制本报告。如对报告内容有疑问，请与{{@self}}办公室联系。"},
	{"overview", "（一）主动公开政府信息", "{{@self}}通过三个渠道公开政府信息，合计{{item.total}}条：政府网站{{item.channel.platform}}条，微信公众号{{item.channel.wechat}}条，" +
		"新闻媒体{{item.channel.media}}条。重点公开物业管理、加装电梯、就业帮扶和老旧小区改造的政策与进展。"},
	{"overview", "（二）依申请公开", "{{?req.received_new.total: {{@year}}年，新收政府信息公开申请{{req.received_new.total}}件，{{?req.carried_in.total: 上年结转{{req.carried_in.total}}件，}}" +
		"共办结{{req.handled_total.total}}件：予以公开{{req.granted.total}}件，部分公开{{req.partly_granted.total}}件，不予公开{{req.denied.total}}件，" +
		"无法提供{{req.unable.total}}件，不予处理{{req.refused.total}}件，其他处理{{req.other.total}}件。{{?req.carried_out.total: 结转下年度继续办理{{req.carried_out.total}}件。 | 没有结转下年度的申请。}} | " +
		"{{@year}}年没有收到政府信息公开申请。}}\n{{?review.total: 因政府信息公开申请行政复议{{review.total}}件，其中尚未审结{{review.pending}}件。 | 没有发生行政复议。}}" +
		"{{?suit_direct.total+suit_after_review.total: 被提起行政诉讼{{suit_direct.total+suit_after_review.total}}件。 | 没有发生行政诉讼。}}"},
	{"overview", "（三）政府信息管理", "建立政府信息生成、审核、发布、归档的闭环，明确专人对历史文件逐份标注效力状态，做到底数清楚、查找方便。"},
	{"overview", "（四）平台建设", "对网站政府信息公开专区的栏目进行归并，去除长期空白的栏目，首页增加按事项查找的入口，公众号同步设置查询菜单。"},
	{"overview", "（五）监督保障", "举办培训班{{training.sessions}}期，{{training.attendees}}人次参加。每季度抽查信息发布质量，对错链、断链当日处理。全年没有发生责任追究情形。"},
	{"improvement", "", "（一）存在的主要问题\n一些政策文件专业性强，居民读不懂、用不上；线上公开与线下服务结合得还不紧。\n（二）改进情况\n" +
		"针对上一年度指出的栏目更新不均衡问题，已按栏目落实到岗到人。下一步将组织社区网格员参与政策宣讲，把公开服务送到居民身边。"},
	{"other", "", "本年度信息处理费收取情况：{{?fee_notice.count: 发出收费通知{{fee_notice.count}}件，通知总金额{{fee_notice.amount}}元，实际收取总金额{{fee_received.amount}}元。 | " +
		"未发出收费通知，未收取信息处理费。}}没有其他需要报告的事项。"},
}
