package checks_test

import (
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
)

// TestYearOfTheWorkPresented: the sentence that presents the report names its year,
// and an earlier one is left over from the report before.
func TestYearOfTheWorkPresented(t *testing.T) {
	for text, want := range map[string]int{
		"现将我镇2022年政府信息公开工作情况报告如下。":               1,
		"从六个方面汇报我局2022年度政府信息公开工作。":               1,
		"根据要求，现将本局2022年政务公开工作情况公布如下。":            1,
		"现将我镇2024年政府信息公开工作情况报告如下。":               0,
		"与2022年政府信息公开工作相比，办理更加规范。":               0,
		"现将我镇整改情况报告如下：2022年政府信息公开工作中的问题已经改正。":    0,
		"按照《关于做好2022年政府信息公开工作年度报告的通知》，现将情况报告如下。": 0,
	} {
		l := checks.Sound()
		l.Chapters[0].Sections[0].Text = text + l.Chapters[0].Sections[0].Text
		found := 0
		for _, f := range checks.Run(l) {
			if f.ID == "N-06" && f.Severity == checks.Error && strings.Contains(f.Quote, "2022") {
				found++
			}
		}
		if found != want {
			t.Errorf("N-06 on %q = %d errors, want %d", text, found, want)
		}
	}
}
