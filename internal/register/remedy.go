package register

import "gongkai/law/tally"

// results lists what a closed case can have come to.
func results(rules []tally.RemedyRule) []Option {
	var options []Option
	for _, r := range rules {
		if r.Code != tally.ResultPending {
			options = append(options, Option{string(r.Code), r.Label})
		}
	}
	return options
}

// Reconsideration (行政复议) is a case about disclosure in which the organ is the
// respondent (Art. 51): the first block of table four.
var Reconsideration = Definition{
	Name: "reconsideration", Title: "行政复议", Group: GroupRemedy, Article: "Art. 51",
	Purpose: "登记因政府信息公开工作引起、本机关为被申请人的行政复议，年度报告表四由此得出。",
	Fields: []Field{
		number("复议案号", "桐政复〔2024〕12号", "复议机关的案号。"),
		{Name: "request_number", Label: "申请登记编号", Listed: true},
		{Name: "authority", Label: "复议机关", Required: true, Listed: true, Example: "桐乡市人民政府"},
		{Name: "subject", Label: "复议事项", Max: 300},
		dateField("accepted_on", "受理日期", true, "2024-11-20"),
		dateField("closed_on", "审结日期", false, ""),
		{Name: "result", Label: "复议结果", Kind: Choice, Listed: true, Choices: results(tally.ReconsiderationResults)},
	},
	YearField: "accepted_on",
	Check:     closedCase("受理日期", "复议结果"),
}

// Litigation (行政诉讼) is a suit about disclosure against the organ (Art. 51).
// First and second instance of one suit are one record, by the latest result.
var Litigation = Definition{
	Name: "litigation", Title: "行政诉讼", Group: GroupRemedy, Article: "Art. 51",
	Purpose: "登记因政府信息公开工作引起的行政诉讼；一审、二审登记为一件，按最后的结果填写。",
	Fields: []Field{
		number("案号", "（2024）浙0483行初5号", "人民法院的案号。"),
		{Name: "request_number", Label: "申请登记编号", Listed: true},
		{Name: "route", Label: "起诉方式", Kind: Choice, Required: true, Listed: true, Choices: []Option{
			{"direct", "未经复议直接起诉"}, {"after_review", "复议后起诉"},
		}, Example: "未经复议直接起诉"},
		{Name: "court", Label: "审理法院", Required: true, Listed: true, Example: "桐乡市人民法院"},
		dateField("accepted_on", "立案日期", true, "2024-10-08"),
		dateField("closed_on", "审结日期", false, ""),
		{Name: "result", Label: "裁判结果", Kind: Choice, Listed: true, Choices: results(tally.LitigationResults)},
	},
	YearField: "accepted_on",
	Check:     closedCase("立案日期", "裁判结果"),
}

// closedCase checks a case whose form calls its beginning and its result so.
func closedCase(accepted, result string) func(Record) []Problem {
	return func(r Record) []Problem {
		closed := Field{Name: "closed_on", Label: "审结日期"}
		return append(order(r, Field{Name: "accepted_on", Label: accepted}, closed),
			together(r, closed, Field{Name: "result", Label: result})...)
	}
}
