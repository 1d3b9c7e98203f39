package narrate

import "gongkai/law/tally"

// other is chapter 六. Fees are to be stated even when there were none (Measures
// on Information-Processing Fees, 国办函〔2020〕109号).
func other(format tally.Format) []SectionSpec {
	fees := SectionSpec{
		Key: "other.fees", Chapter: chapterOther, Title: "信息处理费", Topic: TopicFee, Required: true,
		Hint:     "写明发出收费通知的件数、总金额和实际收取的总金额；没有的也要写明。",
		Template: feesText,
	}
	if format.ID == tally.Format2021 {
		fees.Template = "按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）规定，报告信息处理费收取情况如下：" + feesText
	}
	return []SectionSpec{fees, otherMatters()}
}

// feesText has a case of its own for a payment on last year's notice.
const feesText = "{{?fee_notice.count: 本年度发出收费通知{{fee_notice.count}}件，通知金额{{fee_notice.amount}}元，" +
	"{{?fee_received.amount: 实际收取信息处理费{{fee_received.amount}}元 | 未收取信息处理费}}。" +
	" | 本年度未发出收费通知，{{?fee_received.amount: 实际收取信息处理费{{fee_received.amount}}元（以前年度发出的收费通知） | 未收取信息处理费}}。}}"

func otherMatters() SectionSpec {
	return SectionSpec{
		Key: "other.matters", Chapter: chapterOther, Title: "其他事项", Topic: TopicOther, Required: true,
		Hint:     "本级政府或者上级要求报告的其他事项；没有的写明没有。",
		Template: "本年度无其他需要报告的事项。",
	}
}
