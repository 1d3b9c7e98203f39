package prose

var occasions = []string{"次", "场", "场次", "期", "个"}

// safeguardWords speak of fees, training, supervision and what stands at the end
// of the year.
var safeguardWords = merge(
	all(term{kind: label, topic: noticeTopic},
		"收费通知", "收费通知书", "缴费通知", "缴费通知书", "发出缴费通知", "发出收费通知", "信息处理费收费通知", "需要收费的信息公开申请", "需要收费的政府信息公开申请",
		"需要收费的信息公开申请件", "需要收费的政府信息公开申请件", "需要收费的申请", "收费通知金额", "通知金额", "通知总金额", "通知收费金额", "收费通知总金额"),
	all(term{kind: label, topic: feeTopic, act: collected},
		"实际收费", "实收金额", "实收", "实际收取", "实收总金额", "实际收取总金额", "实际收取金额", "实际收取信息处理费", "实际收取费用", "收取信息处理费", "收取政府信息公开信息处理费",
		"收取政府信息公开相关处理费", "收取政府信息公开处理费", "实收信息处理费", "收取政府信息处理费",
		"收取信息公开费用", "收取政府信息公开费用", "收取任何费用", "收取费用", "收取相关费用", "收取信息公开相关费用"),
	all(term{kind: label, topic: feeTopic}, "信息处理费", "政府信息公开信息处理费", "政府信息处理费", "处理费"),
	all(term{kind: label, act: amounted}, "总金额", "通知总额", "涉及金额", "收费总额", "收费总金额"),
	all(term{kind: label, topic: trainingTopic}, "培训", "业务培训", "专题培训", "培训班", "专题培训班", "业务培训班", "培训会", "业务培训会"),
	counted("training.attendees", []string{"人次", "人", "名"}, "参训", "参训人员", "受训", "受训人员", "培训人员", "培训干部", "参加培训人员", "参训干部"),
	counted("meeting.count", occasions, "会议", "专题会议", "工作会议", "推进会", "工作推进会"),
	counted("inspection.count", occasions, "检查", "督查", "自查", "专项检查", "专项督查", "监督检查"),
	counted("inspection.findings", append([]string{"处", "项"}, pieces...), "发现问题", "查出问题"),
	counted("rectification.done", append([]string{"处", "项"}, pieces...), "完成整改", "整改完成", "完成问题整改"),
	counted("accountability.count", append([]string{"次", "人", "人次", "名"}, pieces...), "责任追究", "追责", "被追责", "被追究责任", "被问责", "被责任追究", "责任追究情况", "追究责任"),
	counted("staff.full_time", []string{"人", "名"}, "专职人员", "专职工作人员"),
	counted("staff.part_time", []string{"人", "名"}, "兼职人员", "兼职工作人员"),
	counted("service_point.reception", []string{"个", "处"}, "申请受理点", "受理点", "信息申请受理点", "信息公开申请受理点", "政府信息公开申请受理点"),
	counted("service_point.reading", []string{"个", "处"}, "查阅点", "信息查阅点", "政府信息查阅点", "查阅场所", "信息查阅场所"),
	counted("media_account.count", []string{"个"}, "新媒体账号", "政务新媒体账号", "政务新媒体"),
	all(term{kind: label, topic: foreignTopic},
		"投诉", "举报", "信访", "来信", "来访", "来电", "留言", "工单", "建议", "提案", "热线", "意见", "信件", "诉求", "申诉", "举报投诉", "投诉举报",
		"信访件", "民生实事", "政策解读", "解读", "舆情", "访谈", "信箱", "投诉咨询", "咨询投诉", "咨询投诉举报", "办件",
		"行政许可申请", "许可申请", "审批申请", "仲裁申请", "救助申请", "赔偿申请", "执行申请", "调解申请", "补助申请", "补贴申请", "低保申请", "入党申请", "用地申请",
		"政务服务事项", "交办事项", "行政许可事项", "行政处罚事项", "行政强制事项", "行政权力事项", "权责事项", "咨询电话", "新闻发布", "问政"),
)
