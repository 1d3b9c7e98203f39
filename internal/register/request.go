package register

import "gongkai/law/tally"

// Intake channels of a request (Art. 29, Art. 31).
var intakes = []Option{
	{"counter", "当面"},
	{"registered_mail", "邮寄（签收）"},
	{"ordinary_mail", "邮寄（平信）"},
	{"web", "互联网"},
	{"email", "电子邮件"},
	{"fax", "传真"},
}

func applicantKinds() []Option {
	var options []Option
	for _, k := range tally.ApplicantKinds {
		options = append(options, Option{string(k), k.Label()})
	}
	return options
}

func outcomes() []Option {
	var options []Option
	for _, o := range tally.Outcomes {
		options = append(options, Option{string(o.Code), o.Title})
	}
	return options
}

// Request (政府信息公开申请) is one request from receipt to reply. The day of
// receipt (Art. 31) makes it new of a year, the day of the reply (Art. 33) makes
// it handled; its outcome and its applicant's kind give row and column of table
// three. A request without a fixed day of receipt is not counted.
var Request = Definition{
	Name: "request", Title: "政府信息公开申请", Group: GroupRequest, Article: "Art. 27",
	Purpose: "逐件登记收到的政府信息公开申请及办理结果，年度报告表三由此逐格得出。",
	Fields: []Field{
		number("登记编号", "2024-001", "一件一号；按一事一申请拆分的，各自编号。"),
		{
			Name: "applicant_kind", Label: "申请人类型", Kind: Choice, Required: true, Choices: applicantKinds(), Listed: true, Example: "自然人",
			Help: "联合申请的，按第一申请人填写。",
		},
		{Name: "applicant_name", Label: "申请人", Required: true, Private: true, Max: 100, Example: "张某某"},
		{Name: "intake", Label: "申请方式", Kind: Choice, Required: true, Default: "web", Choices: intakes, Listed: true},
		{Name: "subject", Label: "申请内容", Kind: LongText, Required: true, Listed: true, Example: "某地块征收补偿方案"},
		{Name: "submitted_on", Label: "提交日期", Kind: Date},
		dateField("received_on", "收到日期", false, "2024-03-04"),
		{Name: "extension", Label: "延长工作日数", Kind: Integer, Help: "经批准延长答复期限的工作日数，最多20个。"},
		{Name: "extended_on", Label: "告知延期日期", Kind: Date},
		dateField("decided_on", "答复日期", false, "2024-03-28"),
		{Name: "outcome", Label: "办理结果", Kind: Choice, Choices: outcomes(), Listed: true, Example: "予以公开"},
		{Name: "reply_number", Label: "答复文号", Example: "洲公开告〔2024〕1号"},
		{Name: "delivery", Label: "送达方式及日期"},
		{Name: "handler", Label: "承办人"},
		{Name: "note", Label: "备注", Kind: LongText},
	},
	YearField: "received_on",
	Check: func(r Record) []Problem {
		received := Field{Name: "received_on", Label: "收到日期"}
		decided := Field{Name: "decided_on", Label: "答复日期"}
		problems := append(order(r, Field{Name: "submitted_on", Label: "提交日期"}, received), order(r, received, decided)...)
		problems = append(problems, together(r, decided, Field{Name: "outcome", Label: "办理结果"})...)
		if r.Value("decided_on") != "" && r.Value("received_on") == "" {
			problems = append(problems, *received.problem("required-with", "", "other", decided.Label))
		}
		if n := r.Value("extension"); len(n) > 2 || len(n) == 2 && n > "20" {
			problems = append(problems, *(Field{Name: "extension", Label: "延长工作日数"}).problem("extension-too-long", n))
		}
		return problems
	},
}
