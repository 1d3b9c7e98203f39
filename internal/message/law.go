package message

// lawSentences are refusals that a provision itself gives.
var lawSentences = map[string]entry{
	"calendar-unpublished": {"{year}年的节假日安排还没有公布，期限暂按星期推算。", "公布后请由系统管理员导入，期限会自动更正。"},
}
