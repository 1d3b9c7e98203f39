package message

// formSentences are about what was typed into a field. They are given {label} and
// {value}; the value is always shown again in its box.
var formSentences = map[string]entry{
	"required":                {"{label}没有填写。", "请填写后再提交。"},
	"required-with":           {"填写了“{other}”，也必须填写“{label}”。", "请补上，或者两项都留空。"},
	"text-too-long":           {"{label}超过{limit}个字，现有{length}个字。", "请删减后再提交。"},
	"text-unreadable":         {"{label}里有无法显示的字符。", "请删去后重新输入，不要从其他软件直接粘贴。"},
	"number-with-unit":        {"“{value}”里带有单位或者文字，这一格只能填数字。", "请只填数字，单位已印在旁边。"},
	"number-unreadable":       {"“{value}”不是数字。", "请填写阿拉伯数字；没有发生填0。"},
	"number-negative":         {"{label}不能是负数。", "请核对后填写0或者正数。"},
	"number-too-large":        {"“{value}”太大，不像实际数字。", "请核对是否多填了位数。"},
	"money-below-fen":         {"“{value}”的小数超过两位，金额最小到分。", "请四舍五入到两位小数。"},
	"choice-unknown":          {"“{value}”不在可选范围内。", "可以选择：{choices}。"},
	"date-impossible":         {"“{value}”不是一个存在的日期。", "请核对年月日，按2025-01-16这样的格式填写。"},
	"date-unreadable":         {"“{value}”看不出是哪一天。", "请按2025-01-16这样的格式填写。"},
	"date-before":             {"{label}不能早于{earlier}（{date}）。", "请核对两个日期。"},
	"year-unreadable":         {"“{value}”不是年份。", "请填写四位数字，如2025。"},
	"record-changed-by-other": {"您打开之后，别人已经改过{register}的{number}。", "您填写的内容没有丢失；请对照最新内容后再保存。"},
}
