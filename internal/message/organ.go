package message

var organSentences = map[string]entry{
	"organ-not-existing-in-year": {"{organ}在{year}年还没有成立或者已经撤销，没有该年度的报告。", "请核对年度；机构改革的，由承继职权的机关编制。"},
}
