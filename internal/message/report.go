package message

var reportSentences = map[string]entry{
	"report-sealed":          {"{year}年度报告已经签发，内容不能再改。", "确需更正的，请办理更正并说明原因，原文会一并保留。"},
	"report-state":           {"报告现在是“{state}”状态，不能{action}。", "请先完成前面的步骤。"},
	"findings-block-signing": {"还有{count}处错误没有处理，不能签发。", "请逐条处理检查结果中标为“错误”的问题。"},
	"year-in-future":         {"{year}年还没有结束，不能编制该年度的报告。", "请核对年度。"},
	"return-reason-required": {"退回必须写明理由。", "请写清哪里需要修改，便于编制人员更正。"},
}
