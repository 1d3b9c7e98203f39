package annualreport

import "gongkai/internal/register"

// safeguardFigures count supervision and its safeguards (Art. 46 to Art. 48, Art. 50 item 4).
var safeguardFigures = []Figure{
	{"training.sessions", "培训次数", "次", false, one(register.Count{Register: "training", Period: register.During("held_on")})},
	{"training.attendees", "培训人次", "人次", false, one(register.Count{Register: "training", Period: register.During("held_on"), Sum: "attendees"})},
	{"meeting.count", "会议次数", "次", false, one(register.Count{Register: "meeting", Period: register.During("held_on")})},
	{"inspection.count", "检查次数", "次", false, one(register.Count{Register: "inspection", Period: register.During("held_on")})},
	{"inspection.findings", "检查发现问题数", "个", false, one(register.Count{Register: "inspection", Period: register.During("held_on"), Sum: "findings"})},
	{"rectification.done", "完成整改问题数", "个", false, one(register.Count{Register: "rectification", Period: register.During("rectified_on")})},
	{"rectification.open", "年末未完成整改问题数", "个", false, one(register.Count{Register: "rectification", Period: register.OpenAtEnd("found_on", "rectified_on")})},
	{"appraisal.assessment", "工作考核次数", "次", false, one(register.Count{Register: "appraisal", Period: register.InYear("year"), Where: is("kind", "assessment")})},
	{"appraisal.social", "社会评议次数", "次", false, one(register.Count{Register: "appraisal", Period: register.InYear("year"), Where: is("kind", "social_appraisal")})},
	{"accountability.count", "责任追究件数", "件", false, one(register.Count{Register: "accountability", Period: register.During("decided_on")})},
}
