package message

var formSentences = map[string]entry{
	"required":                {"{label}没有填写。", "请填写后再提交。"},
	"number-with-unit":        {"“{value}”里带有单位或者文字，这一格只能填数字。", "请只填数字，单位已印在表头上。"},
	"number-invalid":          {"“{value}”不是数字。", "请填写阿拉伯数字；没有发生填0。"},
	"choice-unknown":          {"“{value}”不在可选范围内。", "请从所列选项中选择。"},
	"date-impossible":         {"“{value}”不是一个存在的日期。", "请按2025-01-16这样的格式填写。"},
	"text-too-long":           {"内容超过{limit}个字。", "请删减后再提交。"},
	"record-changed-by-other": {"您打开之后，{who}已经改过这份内容。", "您填写的内容没有丢失；请对照最新内容后再保存。"},
}
