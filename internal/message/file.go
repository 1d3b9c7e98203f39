package message

// fileSentences are about files and the tables in them. The page names the sheet,
// line and column beside the sentence; {value} is what stands there.
var fileSentences = map[string]entry{
	"too-large-file":    {"文件超过{limit}，没有接收。", "请压缩图片或者拆分后重新上传。"},
	"legacy-format":     {"“{name}”是旧版格式，系统读不准，没有导入。", "请用办公软件打开，另存为{wanted}后重新上传。"},
	"header-not-found":  {"没有找到表头：应有一行写着“{label}”等列名。", "请使用系统提供的模板填写。"},
	"unknown-column":    {"“{value}”不是模板里的列。", "请使用系统提供的模板，不要增加或者改动列名。"},
	"column-twice":      {"“{value}”这一列出现了两次。", "请删去重复的一列后重新上传。"},
	"missing-column":    {"表中缺少“{value}”这一列。", "请使用系统提供的模板，补上该列后重新上传。"},
	"number-twice":      {"编号“{value}”在文件里出现了两次，前一次在第{line}行。", "请核对后删去重复的一行，或者更正编号。"},
	"sheet-merged-cell": {"{label}在合并单元格里，无法判断数据属于哪一行。", "请取消合并、补全每一行后重新上传。"},
	"sheet-lost-digits": {"{label}“{value}”被表格软件当作数字，末尾几位已经丢失。", "请把这一列设为文本格式，重新填写完整的内容。"},
	"sheet-error-value": {"{label}是公式错误“{value}”，没有数据。", "请更正公式，或者直接填写结果。"},
}
