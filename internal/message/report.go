package message

var reportSentences = map[string]entry{
	"report-sealed":              {"{year}年度报告已经签发，内容不能再改。", "确需更正的，请办理更正并说明原因，原文会一并保留。"},
	"report-state":               {"报告现在是“{state}”，不能{step}。", "请按报告进度依次办理。"},
	"report-not-sealed":          {"{year}年度报告还没有签发，没有可以核对的定稿。", "请在签发后再查看。"},
	"findings-block-signing":     {"还有错误没有处理，不能签发：{findings}。", "请逐条处理检查结果中标为“错误”的问题。"},
	"year-in-future":             {"{year}年还没有到，不能编制该年度的报告。", "请核对年度。"},
	"year-without-format":        {"系统没有{year}年适用的年度报告格式。", "请核对年度；2008年以前没有年度报告制度。"},
	"return-reason-required":     {"退回必须写明理由。", "请写清哪里需要修改，便于编制人员更正。"},
	"section-unknown":            {"报告里没有“{section}”这一部分。", "请刷新页面后重新编辑。"},
	"section-too-long":           {"这一部分超过{limit}个字。", "请删减后再保存。"},
	"cell-unknown":               {"表中没有“{cell}”这一格。", "请刷新页面后重新填写。"},
	"figure-without-records":     {"“{figure}”不是由登记簿得出的数字，没有可以查看的记录。", "填写这一格时说明的来源见报告的填写记录。"},
	"adjustment-reason-required": {"调整数字必须说明原因。", "请写明为什么调整、依据是什么。"},
	"cell-contradicts-register":  {"{cell}填写为{typed}，登记簿合计为{register}，两者不一致。", "数字由登记簿得出，请核对并更正登记簿中的记录。"},
	"entry-reason-required":      {"{cell}不是由登记簿得出的，填写时必须说明来源。", "请写明数字从哪里来，如原始文书或者上年报告。"},
	"attestation-missing":        {"还没有确认这些登记簿已经登记齐全：{registers}。", "请逐项核对，没有发生的也要确认为零，再签发。"},
	"correction-note-required":   {"更正已经签发的报告必须说明原因。", "请写明更正了什么、为什么更正，说明会随报告公布。"},
	"glyph-missing":              {"现有字体里没有这些字：{characters}，因此没有生成文件。", "请把含有这些字的字体文件放进数据目录的 fonts 文件夹，或者改用 Word 文档。"},
}
