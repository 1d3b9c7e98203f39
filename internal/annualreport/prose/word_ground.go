package prose

// groundWords are the reasons for which a request is not granted, with the group
// of table three each belongs to.
var groundWords = merge(
	ground("denied", "denied_state_secret", "属于国家秘密", "涉及国家秘密", "属国家秘密", "涉国家秘密"),
	ground("denied", "denied_law_prohibited", "其他法律行政法规禁止公开", "法律行政法规禁止公开", "法律、行政法规禁止公开"),
	ground("denied", "denied_security_stability", "三安全一稳定", "危及“三安全一稳定”", "危及国家安全、公共安全、经济安全、社会稳定", "危及国家安全"),
	ground("denied", "denied_third_party", "保护第三方合法权益", "涉及商业秘密", "涉及个人隐私", "属于商业秘密", "属于个人隐私", "第三方不同意公开", "损害第三方合法权益"),
	ground("denied", "denied_internal_affairs", "属于三类内部事务信息", "三类内部事务信息", "内部事务信息", "属于内部事务信息"),
	ground("denied", "denied_process_info", "属于四类过程性信息", "四类过程性信息", "过程性信息", "属于过程性信息"),
	ground("denied", "denied_enforcement_file", "属于行政执法案卷", "行政执法案卷", "行政执法案卷信息"),
	ground("denied", "denied_admin_query", "属于行政查询事项", "行政查询事项"),
	ground("unable", "unable_not_held",
		"本机关不掌握相关政府信息", "不掌握相关政府信息", "不掌握相关信息", "本机关不掌握", "不掌握", "非本机关掌握", "不属于本机关掌握", "本单位不掌握", "本机关不掌握该信息"),
	// These words stand for several rows in practice, so that a number of them does
	// not decide the row.
	loosely("unable", "unable_not_held", "政府信息不存在", "信息不存在", "申请信息不存在", "不属于本机关公开", "不属于本机关负责公开", "不属于本行政机关公开", "不属于本单位公开"),
	ground("unable", "unable_needs_making", "没有现成信息需要另行制作", "没有现成信息", "需要另行制作", "需另行制作", "无现成信息"),
	ground("unable", "unable_still_unclear", "补正后申请内容仍不明确", "补正后仍不明确", "申请内容仍不明确"),
	ground("refused", "refused_petition", "信访举报投诉类申请", "信访、举报、投诉类申请", "信访投诉举报类申请", "信访类申请"),
	ground("refused", "refused_repeat", "重复申请"),
	ground("refused", "refused_publication", "要求提供公开出版物", "公开出版物"),
	ground("refused", "refused_excessive", "无正当理由大量反复申请", "大量反复申请"),
	ground("refused", "refused_reissue", "要求行政机关确认或重新出具已获取信息", "要求确认或重新出具已获取信息", "重新出具已获取信息"),
	ground("other", "other_not_corrected",
		"申请人无正当理由逾期不补正", "无正当理由逾期不补正", "逾期不补正", "逾期未补正",
		"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
	ground("other", "other_fee_unpaid",
		"申请人逾期未按收费通知要求缴纳费用", "逾期未按收费通知要求缴纳费用", "逾期未缴费", "逾期不缴纳费用", "逾期未缴纳费用",
		"申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
)

// loosely is a ground by words that other rows are also called by.
func loosely(group, row string, list ...string) map[string]term {
	return all(term{kind: label, topic: requestTopic, act: act(row), ground: group, loose: true}, list...)
}

func ground(group, row string, list ...string) map[string]term {
	return all(term{kind: label, topic: requestTopic, act: act(row), ground: group}, list...)
}
