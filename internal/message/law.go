package message

// lawSentences are refusals that a provision itself gives.
var lawSentences = map[string]entry{
	"extension-too-long": {"延长答复期限最多20个工作日，填写的是{value}。", "请核对延期后的答复期限。"},
}
