package checks

import "strings"

// wrongWords are slips met in reports, with the right words.
var wrongWords = []struct{ wrong, right string }{
	{"先编制", "现编制"},
	{"先将有关情况", "现将有关情况"},
	{"先将情况报告", "现将情况报告"},
	{"先公布如下", "现公布如下"},
	{"先报告如下", "现报告如下"},
	{"曲读", "曲解”或者“误读"},
	{"信息工作公开工作", "信息公开工作"},
	{"信息公开来工作", "信息公开工作"},
	{"依照程序申请公开", "依申请公开"},
	{"布署", "部署"},
	{"截止目前", "截至目前"},
	{"截止年底", "截至年底"},
	{"其它需要报告的事项", "其他需要报告的事项"},
	{"做为", "作为"},
	{"即使更新", "及时更新"},
	{"帐号", "账号"},
	{"登陆网站", "登录网站"},
	{"信息公布指南", "信息公开指南"},
	{"行政诉颂", "行政诉讼"},
	{"行政覆议", "行政复议"},
	{"行政复义", "行政复议"},
	{"政府信息功开", "政府信息公开"},
	{"政务公开公开", "政务公开"},
	{"政府信息信息", "政府信息"},
	{"规犯性文件", "规范性文件"},
	{"予已公开", "予以公开"},
	{"不与公开", "不予公开"},
	{"按步就班", "按部就班"},
	{"既时", "即时"},
}

// wrongWord looks for slips of the pen.
var wrongWord = Check{
	ID: "N-16", Title: "错别字", Citation: reportContent, Severity: Warning, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			text := p.plain()
			for _, w := range wrongWords {
				if strings.Contains(text, w.wrong) {
					findings = append(findings, l.found(p, w.wrong, "“"+w.wrong+"”应为“"+w.right+"”，请改正。"))
				}
			}
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.append("improvement.problems", "个别群众对公开工作存在曲读。") },
	Passes: func(l *Ledger) { l.append("improvement.problems", "个别群众对公开工作存在误读。") },
}
