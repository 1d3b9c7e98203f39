package narrate

import "gongkai/internal/organ"

// onRequestText says what came in, what became of it and what remains, in the
// order of table three, and then what was contested (table four).
func onRequestText(kind organ.Kind) string {
	return receivedText(kind) + handledText + stepsText + "\n" + remediesText
}

func receivedText(kind organ.Kind) string {
	return "{{@year}}年，" + who(kind) + "{{?req.received_new.total: 新收政府信息公开申请{{req.received_new.total}}件（{{*req.received_new.total}}） | 未收到政府信息公开申请}}，" +
		"{{?req.carried_in.total: 上年结转政府信息公开申请{{req.carried_in.total}}件 | 无上年结转政府信息公开申请}}。"
}

const handledText = "{{?req.handled_total.total: 本年度办结政府信息公开申请{{req.handled_total.total}}件，其中{{*req.handled_total.total}}；" +
	"{{?req.carried_out.total: 结转下年度继续办理{{req.carried_out.total}}件 | 无结转下年度继续办理的政府信息公开申请}}。" +
	" | {{?req.carried_out.total: 本年度无办结的政府信息公开申请，结转下年度继续办理{{req.carried_out.total}}件。}}}}"

const stepsText = "{{?request.extended: 本年度延期答复{{request.extended}}件。}}{{?clarification.count: 本年度发出补正告知{{clarification.count}}件。}}" +
	"{{?consultation.count: 本年度发出征求意见书{{consultation.count}}件。}}{{?inquiry.count: 本年度受理政府信息公开咨询{{inquiry.count}}件。}}"

const (
	anyRemedy = "review.total+suit_direct.total+suit_after_review.total"
	anySuit   = "suit_direct.total+suit_after_review.total"
)

const remediesText = "{{?" + anyRemedy + ": " +
	"{{?review.total: 因政府信息公开工作引起的行政复议{{review.total}}件（{{*review.total}}） | 未发生因政府信息公开工作引起的行政复议}}；" +
	"{{?" + anySuit + ": 因政府信息公开工作引起的行政诉讼{{" + anySuit + "}}件，其中{{*suit}} | 未发生因政府信息公开工作引起的行政诉讼}}。" +
	" | 本年度未发生因政府信息公开工作引起的行政复议和行政诉讼。}}"
