package message

var organSentences = map[string]entry{
	"organ-not-existing-in-year": {"{organ}在{year}年还没有成立或者已经撤销，没有该年度的报告。", "请核对年度；机构改革的，由承继职权的机关编制。"},
	"organ-name-taken":           {"已经有名为“{organ}”的机关。", "请核对是否重复登记；确属两个机关的，请使用全称区分。"},
	"organ-unknown":              {"没有找到名为“{organ}”的机关。", "请用全称、简称或者编号，gongkai organ list 可以列出全部机关。"},
	"person-unknown":             {"没有账号“{login}”。", "请核对账号，gongkai user list 可以列出全部账号。"},
	"organ-merge-impossible":     {"{organ}不能这样合并：它已经撤销，或者并入的就是它自己。", "请核对要合并的机关。"},
	"organ-abolished-already":    {"{organ}已经撤销（{on}）。", "请核对机关。"},
	"organ-is-root":              {"{organ}是本网站的最上级机关，不能撤销。", "确需撤销的，请先建立新的网站。"},
	"region-code-wrong":          {"“{value}”不是行政区划代码。", "请填写6位数字，如330483。"},
	"site-code-wrong":            {"“{value}”不是网站标识码。", "请填写10位数字，前6位是行政区划代码；部门网站以“bm”开头。"},
	"icp-wrong":                  {"“{value}”不是ICP备案号。", "请照备案结果填写，如“浙ICP备11041973号-1”。"},
	"police-record-wrong":        {"“{value}”不是公安备案号。", "请只填14位数字，前6位是行政区划代码。"},
	"host-taken":                 {"域名“{host}”已经属于站点“{site}”。", "请核对，一个域名只能对应一个站点。"},
	"host-wrong":                 {"“{value}”不是域名。", "请只填域名，如www.example.gov.cn，不带“http://”和端口。"},
}
