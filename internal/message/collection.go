package message

var collectionSentences = map[string]entry{
	"collection-gone":                   {"这批收到的年报不存在，可能已经删除。", "请回到“年报检查”，从列表里选择。"},
	"collection-file-gone":              {"第{number}号文件已经不在这批年报里，可能已经移出或者被新的文件替换。", "请回到这批年报，从列表里选择。"},
	"collection-finding-gone":           {"这批年报刚刚重新读取过，选中的检查结果已经变了，没有保存。", "请刷新页面后重新选择。"},
	"collection-file-too-large":         {"“{file}”超过{limit} MB，没有接收。", "请压缩文件里的图片，或者只上传年度报告本身。"},
	"collection-no-files":               {"没有选择文件。", "请选择一份或者多份年度报告，也可以选择装有报告的压缩包（ZIP）。"},
	"collection-too-many-files":         {"一批年报最多{limit}个文件。", "请分成几批上传。"},
	"collection-title-required":         {"这批年报还没有名称。", "请填写名称，例如“2025年度镇街年报”。"},
	"collection-title-too-long":         {"名称超过{limit}个字。", "请缩短后再提交。"},
	"collection-upload-gone":            {"“{file}”没有完整收到。", "请重新上传。"},
	"collection-reason-required":        {"移出文件或者删除一批年报必须写明理由。", "请写明理由，理由会记入操作记录。"},
	"collection-last-file":              {"这是这批年报里的最后一个文件，不能单独移出。", "不再需要的，请删除整批年报。"},
	"collection-accept-reason-required": {"认可“错误”必须写明理由。", "请写明为什么不用改，例如已经与登记资料核对无误。"},
	"collection-nothing-returned":       {"没有标为“退回修改”的问题，写不出退回修改通知。", "请先把要改的问题标为“退回修改”。"},
	"collection-mark-unknown":           {"没有“{mark}”这种处理方式。", "请选择认可、退回修改或者未处理。"},
	"archive-damaged":                   {"压缩包“{file}”打不开或者已损坏。", "请重新压缩为 ZIP 格式后再上传；RAR、7z 请先解压。"},
	"archive-protected":                 {"压缩包“{file}”设有密码。", "请取消密码后重新压缩，再上传。"},
	"archive-empty":                     {"压缩包“{file}”里没有文件。", "请确认压缩的是装有年度报告的文件夹。"},
	"archive-too-many-files":            {"压缩包“{file}”里的文件超过{limit}个，没有接收。", "请只压缩年度报告，分成几个压缩包上传。"},
	"archive-too-large":                 {"压缩包“{file}”解压后超过{limit} GB，没有接收。", "请分成几个压缩包上传。"},
	"collection-note-too-long":          {"说明超过{limit}个字。", "请缩短后再保存。"},
}
