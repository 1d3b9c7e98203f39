package checks

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzRun(f *testing.F) {
	for _, text := range []string{
		"全年未发生行政复议，收到申请5件（其中自然人4件，商业企业2件）。", "2023年，枫林镇人民政府主动公开政府信息几十条。", "\n1.甲\n（一）乙\n（三）丙",
		"按照《规定》，县政府、我乡、本办", "考核结果优秀，社会评议，责任追究", "\xff年\xfe",
	} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, text, title string) {
		l := Sound()
		l.append("overview.on_request", text)
		l.text("improvement.measures", text)
		l.Title = title
		l.Chapters[1].Heading = title
		for _, finding := range Run(l) {
			if !strings.HasSuffix(finding.Text, "。") || finding.ID == "" || finding.Where == "" {
				t.Errorf("Run on %q gives %+v", text, finding)
			}
			if utf8.ValidString(text) && utf8.ValidString(title) && !utf8.ValidString(finding.Quote+finding.Text) {
				t.Errorf("Run on %q cuts a character in %+v", text, finding)
			}
		}
	})
}
