package annualreport

import "gongkai/internal/register"

// standingFigures count people and things that stand at the end of the year.
var standingFigures = []Figure{
	{"staff.full_time", "专职工作人员", "人", false, one(register.Count{Register: "staff", Period: register.InYear("year"), Sum: "full_time"})},
	{"staff.part_time", "兼职工作人员", "人", false, one(register.Count{Register: "staff", Period: register.InYear("year"), Sum: "part_time"})},
	standing("service_point.reception", "申请受理点", "个", "service_point", is("kind", "reception")),
	standing("service_point.reading", "信息查阅点", "个", "service_point", is("kind", "reading")),
	standing("leading_group.count", "领导小组", "个", "leading_group", is("kind", "leading_group")),
	standing("task_force.count", "工作专班", "个", "leading_group", is("kind", "task_force")),
	standing("media_account.count", "政务新媒体账号", "个", "media_account", nil),
	standing("disclosure_rule.count", "公开制度", "项", "disclosure_rule", nil),
	standing("internal_office.count", "内设机构", "个", "internal_office", nil),
}

func standing(name, title, unit, ledger string, where []register.Any) Figure {
	return Figure{
		name, title, unit, false,
		one(register.Count{Register: ledger, Period: register.OpenAtEnd("opened_on", "closed_on"), Where: where}),
	}
}
