package message

var registerSentences = map[string]entry{
	"duplicate-number":           {"编号“{number}”已经登记过。", "请核对原始文书；确属同一件的，请修改原记录。"},
	"cell-contradicts-register":  {"{cell}填写为{given}，台账合计为{counted}，两者不一致。", "请核对台账，或者更正填写的数字并说明原因。"},
	"correction-reason-required": {"更正已登记的内容必须说明原因。", "请写明更正的原因和依据。"},
}
