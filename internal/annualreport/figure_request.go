package annualreport

import "gongkai/internal/register"

// requestFigures count what happens around requests beside table three: fee
// notices and payments (Art. 42), clarifications (Art. 30), consultations (Art. 32).
var requestFigures = []Figure{
	{"fee_notice.count", "信息处理费收费通知件数", "件", false, one(register.Count{Register: "fee_notice", Period: register.During("issued_on")})},
	{"fee_notice.amount", "信息处理费通知金额", "元", true, one(register.Count{Register: "fee_notice", Period: register.During("issued_on"), Sum: "amount"})},
	{"fee_received.amount", "信息处理费实收金额", "元", true, one(register.Count{Register: "fee_notice", Period: register.During("paid_on"), Sum: "paid_amount"})},
	{"clarification.count", "补正告知件数", "件", false, one(register.Count{Register: "clarification", Period: register.During("notified_on")})},
	{"consultation.count", "征求意见件数", "件", false, one(register.Count{Register: "consultation", Period: register.During("issued_on")})},
	{"inquiry.count", "咨询件数", "件", false, one(register.Count{Register: "inquiry", Period: register.During("received_on")})},
	{"request.extended", "延期答复件数", "件", false, one(register.Count{Register: "request", Period: register.During("extended_on")})},
}
