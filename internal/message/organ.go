package message

var organSentences = map[string]entry{
	"organ-not-existing-in-year": {"{organ}在{year}年还没有成立或者已经撤销，没有该年度的报告。", "请核对年度；机构改革的，由承继职权的机关编制。"},
	"organ-name-taken":           {"已经有名为“{organ}”的机关。", "请核对是否重复登记；确属两个机关的，请使用全称区分。"},
	"organ-merge-impossible":     {"{organ}不能这样合并：它已经撤销，或者并入的就是它自己。", "请核对要合并的机关。"},
}
