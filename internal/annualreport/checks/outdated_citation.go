package checks

import "strings"

// outdatedWording is what no longer fits a report of the year, with what to write.
type outdatedWording struct {
	word, advice string
	fromYear     int // first report year for which it is out of date
}

var outdatedCitations = []outdatedWording{
	{"关于政府信息公开工作年度报告有关事项的通知", "2019年的试行通知已由2021年的《政府信息公开工作年度报告格式》代替，请改引新格式。", 2021},
	{"国办公开办函〔2019〕60号", "2019年的试行通知已由国办公开办函〔2021〕30号代替，请改引新文号。", 2021},
	{"年度报告格式（试行）", "试行格式已由2021年的正式格式代替，请改引新格式。", 2021},
	{"国务院令第492号", "条例已于2019年修订，请改引国务院令第711号。", 2019},
	{"按照《规定》", "依据应当是《中华人民共和国政府信息公开条例》，请把“《规定》”改为“《条例》”。", 2008},
	{"根据《规定》", "依据应当是《中华人民共和国政府信息公开条例》，请把“《规定》”改为“《条例》”。", 2008},
	{"《政府信息公开规定》", "依据应当是《中华人民共和国政府信息公开条例》，请改正名称。", 2008},
	{"《条例》第三十二条", "年度报告的内容现在由条例第五十条规定，请改引条文。", 2019},
}

// outdatedCitation looks for norms that were replaced or are misnamed.
var outdatedCitation = Check{
	ID: "N-13", Title: "引用依据过时或者有误", Citation: reportContent, Severity: Warning, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			text := p.plain()
			for _, o := range outdatedCitations {
				if l.Year < o.fromYear || !strings.Contains(text, o.word) || definedHere(l, o.word) {
					continue
				}
				findings = append(findings, l.found(p, o.word, "“"+o.word+"”："+o.advice))
			}
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.append("overview.management", "按照《规定》的要求规范管理。") },
	Passes: func(l *Ledger) { l.append("overview.management", "按照《条例》的要求规范管理。") },
}

// definedHere reports whether the report itself introduced 《规定》 as a short name.
func definedHere(l *Ledger, word string) bool {
	if !strings.Contains(word, "《规定》") {
		return false
	}
	for _, p := range l.passages() {
		if containsAny(p.plain(), "简称《规定》", "简称“《规定》”", "简称“规定”") {
			return true
		}
	}
	return false
}
