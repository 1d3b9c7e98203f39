package prose

// requestWords speak of requests, what became of them and who made them.
var requestWords = merge(
	all(term{kind: label, topic: requestTopic},
		"政府信息公开申请", "信息公开申请", "政府信息申请", "政务公开申请", "政务信息公开申请", "公开申请",
		"依申请公开申请", "依申请公开件", "依申请公开信息", "依申请公开政府信息", "依申请公开事项", "依申请公开案件", "依申请公开", "依申请",
		"依申请公开政府信息申请", "政府信息依申请公开",
		"公开政府信息申请", "公开政府信息的申请", "要求公开政府信息的申请", "申请公开政府信息", "政府信息公开的申请", "政府信息申请公开件", "信息公开的申请",
		"依申请公开请求", "依申请公开诉求", "依申请公开申请件", "依申请公开办件", "依申请公开办理件", "依申请公开办理事项", "政府信息依申请公开件", "政府信息依申请公开办理事项",
		"依申请件", "信息公开申请事项", "政府信息公开申请事项", "政府信息公开申请事件", "政府信息公开申请情况", "政府信息公开申请件", "信息公开申请件", "申请件", "政府信息公开申请办件", "申请办件", "政府信息公开申请数量"),
	all(term{kind: label, topic: requestTopic, bare: true}, "申请"),
	all(term{kind: label, act: received}, "收到", "新收", "新收到", "接收", "接到", "受理", "收件", "新受理", "收悉", "共收到", "接收到", "收取到"),
	all(term{kind: label, topic: requestTopic, act: received}, "新收政府信息公开申请数量", "本年新收政府信息公开申请数量"),
	all(term{kind: label, act: handled}, "办结", "办理完毕", "办理完结", "答复", "回复", "办复", "办理答复", "答复办结"),
	all(term{kind: label, act: worked}, "办理", "处理"),
	all(term{kind: label, topic: requestTopic, act: carriedIn},
		"上年结转", "上年度结转", "上一年结转", "上一年度结转", "去年结转", "结转上年", "上年转入", "上年结转政府信息公开申请", "上年结转政府信息公开申请数量", "上年结转政府信息公开申请办件", "上年度结转申请"),
	all(term{kind: label, topic: requestTopic, act: carriedOut},
		"结转下年度继续办理", "结转下年度", "结转下一年度", "结转下年", "结转下一年", "结转至下年度", "结转至下一年度", "结转到下年度",
		"结转至下年", "结转至次年", "转下年度", "结转次年", "转入下年度", "结转下年度办理", "结转下一年度继续办理", "结转下年继续办理", "结转至下年度继续办理", "转结下年度", "转至下年度", "转至下年", "转至下年继续办理", "转至下年度继续办理", "转下年度继续办理", "转下年继续办理",
		"下年度继续办理", "下一年度继续办理", "次年继续办理", "结转下年答复", "结转下一年答复", "结转次年办理", "结转下年办理"),
	all(term{kind: label, act: carry}, "结转"),
	all(term{kind: label, act: onward}, "继续办理", "至下年度", "至下一年度", "到下年度", "至次年", "下年度", "下一年度"),
	all(term{kind: label, act: newly}, "新增", "新发生"),
	all(term{kind: label, topic: requestTopic, act: "granted"},
		"予以公开", "同意公开", "全部公开", "全部予以公开", "依法予以公开", "予以全部公开", "决定予以公开"),
	all(term{kind: label, topic: requestTopic, act: "partly_granted"},
		"部分公开", "予以部分公开", "部分予以公开", "同意部分公开", "区分处理"),
	all(term{kind: label, topic: requestTopic, act: "denied"}, "不予公开", "不同意公开", "决定不予公开"),
	all(term{kind: label, topic: requestTopic, act: "unable"}, "无法提供", "不能提供", "无法提供政府信息"),
	all(term{kind: label, topic: requestTopic, act: "refused"}, "不予处理", "不再处理", "不予重复处理"),
	all(term{kind: label, topic: requestTopic, act: "other"}, "其他处理", "作其他处理", "其他方式处理"),
	map[string]term{
		"自然人":      {kind: label, columns: []string{"natural_person"}},
		"商业企业":     {kind: label, columns: []string{"org_business"}},
		"科研机构":     {kind: label, columns: []string{"org_research"}},
		"社会公益组织":   {kind: label, columns: []string{"org_public_welfare"}},
		"法律服务机构":   {kind: label, columns: []string{"org_legal_service"}},
		"其他组织申请人":  {kind: label, columns: []string{"org_other"}},
		"法人或其他组织":  {kind: label, columns: organisationColumns},
		"法人和其他组织":  {kind: label, columns: organisationColumns},
		"法人或者其他组织": {kind: label, columns: organisationColumns},
		"法人及其他组织":  {kind: label, columns: organisationColumns},
		"法人、其他组织":  {kind: label, columns: organisationColumns},
		"法人以及其他组织": {kind: label, columns: organisationColumns},
		"其他组织":     {kind: label, columns: []string{"org_other"}},
		"企业":       {kind: unknown}, // of which the table knows several
	},
	// Who may ask is no column.
	all(term{kind: filler}, "自然人、法人和其他组织", "自然人、法人或其他组织", "自然人、法人或者其他组织", "自然人、法人及其他组织", "公民、法人和其他组织", "公民、法人或其他组织", "公民、法人或者其他组织", "公民、法人及其他组织", "公民、法人以及其他组织", "公民、法人、其他组织",
		"公民、法人和其它组织", "公民、法人或其它组织", "公民法人和其他组织", "公民和法人", "公民", "公民个人", "任何单位和个人", "任何单位或个人", "任何个人和单位", "单位和个人", "任何单位", "任何个人",
		"群众", "公众", "社会公众", "人民群众", "提出", "提交", "递交", "任何形式", "书面形式"),
	counted("clarification.count", pieces, "补正通知书", "补正通知", "补正告知书", "补正告知", "告知补正", "要求补正"),
	counted("consultation.count", pieces, "征求第三方意见", "征求第三方意见书", "征求意见书"),
	counted("inquiry.count", append([]string{"人次", "次"}, pieces...), "咨询"),
	counted("request.extended", pieces, "延期答复", "延长答复期限", "延长答复"),
)

var organisationColumns = []string{"org_business", "org_research", "org_public_welfare", "org_legal_service", "org_other"}

// counted are words that by themselves name one figure.
func counted(figure string, measure []string, list ...string) map[string]term {
	return all(term{kind: label, topic: countedTopic, figure: figure, measure: measure}, list...)
}
