package message

var fileSentences = map[string]entry{
	"too-large-file":    {"文件超过{limit}，没有接收。", "请压缩图片或者拆分后重新上传。"},
	"legacy-format":     {"“{name}”是旧版格式，系统读不准，没有导入。", "请用办公软件打开，另存为{wanted}后重新上传。"},
	"sheet-merged-cell": {"工作表“{sheet}”的{cell}是合并单元格，无法判断数据属于哪一行。", "请取消合并、补全每一行后重新上传。"},
	"unknown-column":    {"第{column}列“{title}”不是模板里的列。", "请使用系统提供的模板，不要增加或者改动列名。"},
	"missing-column":    {"表中缺少“{title}”这一列。", "请使用系统提供的模板，补上该列后重新上传。"},
	"file-unreadable":   {"“{name}”打不开，可能没有传完或者已经损坏。", "请在本机确认能够打开后重新上传。"},
}
