package register

var requestNumber = Field{Name: "request_number", Label: "申请登记编号", Required: true, Max: 80, Listed: true, Example: "2024-001"}

// Clarification (补正) is the one notice by which an organ asks an applicant to
// make a request clear (Art. 30).
var Clarification = Definition{
	Name: "clarification", Title: "补正", Group: GroupRequest, Article: "Art. 30",
	Purpose: "登记补正告知书及补正结果，用于核对“补正后申请内容仍不明确”和“逾期不补正”的件数。",
	Fields: []Field{
		number("告知书文号", "洲公开补〔2024〕1号", "补正告知书的文号，一件申请只能补正告知一次。"),
		requestNumber,
		dateField("notified_on", "告知日期", true, "2024-03-08"),
		{Name: "respond_by", Label: "补正期限", Kind: Date},
		dateField("corrected_on", "补正日期", false, ""),
		{Name: "result", Label: "补正结果", Kind: Choice, Default: "pending", Listed: true, Choices: []Option{
			{"pending", "等待补正"}, {"corrected", "已补正"}, {"still_unclear", "补正后仍不明确"}, {"not_corrected", "逾期未补正"},
		}},
	},
	YearField: "notified_on",
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "notified_on", Label: "告知日期"}, Field{Name: "corrected_on", Label: "补正日期"})
	},
}

// Consultation (征求意见) is the asking of a third party (Art. 32) or of another
// organ (Art. 34); the time it takes is not counted in the term for the reply.
var Consultation = Definition{
	Name: "consultation", Title: "征求意见", Group: GroupRequest, Article: "Art. 32",
	Purpose: "登记征求第三方或者其他机关意见的往来，所需时间不计入答复期限。",
	Fields: []Field{
		number("征求意见书文号", "洲公开征〔2024〕1号", "征求意见书的文号。"),
		requestNumber,
		{Name: "party", Label: "对象", Kind: Choice, Required: true, Default: "third_party", Listed: true, Choices: []Option{
			{"third_party", "第三方"}, {"other_organ", "其他机关"},
		}},
		dateField("issued_on", "发出日期", true, "2024-04-13"),
		{Name: "served_on", Label: "送达日期", Kind: Date},
		dateField("answered_on", "答复日期", false, ""),
		{Name: "answer", Label: "意见", Kind: Choice, Listed: true, Choices: []Option{
			{"agreed", "同意公开"}, {"partly", "同意部分公开"}, {"refused", "不同意公开"}, {"silent", "逾期未答复"},
		}},
	},
	YearField: "issued_on",
	Check: func(r Record) []Problem {
		issued := Field{Name: "issued_on", Label: "发出日期"}
		return append(order(r, issued, Field{Name: "served_on", Label: "送达日期"}),
			order(r, issued, Field{Name: "answered_on", Label: "答复日期"})...)
	},
}

// FeeNotice (信息处理费收费通知) is one notice with its payment (Art. 42): the fee
// sentence of chapter 六.
var FeeNotice = Definition{
	Name: "fee_notice", Title: "信息处理费通知", Group: GroupRequest, Article: "Art. 42",
	Purpose: "登记信息处理费收费通知和缴费情况，年度报告第六章的通知件数、通知金额、实收金额由此得出。",
	Fields: []Field{
		number("通知书文号", "洲公开费〔2024〕1号", "收费通知书的文号。"),
		requestNumber,
		{Name: "method", Label: "计收方式", Kind: Choice, Required: true, Default: "item", Choices: []Option{
			{"item", "按件计收"}, {"page", "按量计收"},
		}},
		{Name: "quantity", Label: "件数或页数", Kind: Integer, Required: true, Example: "12"},
		{Name: "amount", Label: "通知金额（元）", Kind: Money, Required: true, Listed: true, Example: "200.00"},
		dateField("issued_on", "通知日期", true, "2024-05-06"),
		{Name: "served_on", Label: "收到通知日期", Kind: Date},
		dateField("paid_on", "缴费日期", false, ""),
		{Name: "paid_amount", Label: "实收金额（元）", Kind: Money, Listed: true},
		{Name: "voucher", Label: "票据号"},
	},
	YearField: "issued_on",
	Check: func(r Record) []Problem {
		paid := Field{Name: "paid_on", Label: "缴费日期"}
		return append(order(r, Field{Name: "issued_on", Label: "通知日期"}, paid),
			together(r, paid, Field{Name: "paid_amount", Label: "实收金额（元）"})...)
	},
}

// Inquiry (咨询) is a question about disclosure that is not a request.
var Inquiry = Definition{
	Name: "inquiry", Title: "咨询", Group: GroupRequest, Article: "Art. 30",
	Purpose: "登记政府信息公开咨询，与申请分开计数。",
	Fields: []Field{
		number("登记编号", "咨2024-01", "一次咨询一号。"),
		dateField("received_on", "咨询日期", true, "2024-03-04"),
		{Name: "intake", Label: "咨询方式", Kind: Choice, Default: "counter", Listed: true, Choices: append([]Option{{"telephone", "电话"}}, intakes...)},
		{Name: "subject", Label: "咨询内容", Kind: LongText, Required: true, Listed: true, Example: "低保公示在哪里查"},
		dateField("answered_on", "答复日期", false, ""),
	},
	YearField: "received_on",
	Check: func(r Record) []Problem {
		return order(r, Field{Name: "received_on", Label: "咨询日期"}, Field{Name: "answered_on", Label: "答复日期"})
	},
}
