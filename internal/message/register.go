package message

var registerSentences = map[string]entry{
	"register-unknown":           {"没有名为“{register}”的登记簿。", "请从登记簿目录进入。"},
	"duplicate-number":           {"编号“{number}”已经登记过。", "请核对原始文书；确属同一件的，请修改原记录。"},
	"number-fixed":               {"{register}的编号{number}登记后不能改。", "编号确实登错的，请作废这条记录后重新登记。"},
	"void-reason-required":       {"作废{number}必须说明原因。", "请写明作废的原因；记录仍会保留，只是不再计数。"},
	"correction-reason-required": {"{year}年度报告已经计入这条{register}记录，更改它必须说明原因。", "请写明更正的原因和依据。"},
}
