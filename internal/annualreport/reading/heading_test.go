package reading

import (
	"testing"

	"gongkai/law/tally"
)

func TestHeadingOfLine(t *testing.T) {
	for _, test := range []struct{ line, key string }{
		{"三、依申请公开情况", "requests"},
		{"（二）依申请公开情况", ""},
		{"二、依申请公开情况", ""},
		{"四、行政复议诉讼情况", "remedies"},
		{"五、存在问题和下一步打算", "improvement"},
		{"五、问题与改进", "improvement"},
		{"六、其他情况", "other"},
		{"其他情况", ""},
		{"六、其他有关情况", "other"},
	} {
		got, _ := headingOfLine(test.line, modernTitles, false)
		if got.key != test.key {
			t.Errorf("headingOfLine(%q) = %q, want %q", test.line, got.key, test.key)
		}
	}
}

// In a statistics table of one cell a line some rows read like chapters.
func TestStatisticsRowIsNoChapter(t *testing.T) {
	r := Read(textSource("report.txt", "枫桥县水利局2016年政府信息公开工作年度报告\n一、概述\n我局依法公开。\n统计指标\n单位\n统计数\n"+
		"（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\n条\n81\n六、举报投诉数量\n件\n0\n七、依申请公开信息收取的费用\n万元\n0"))
	fees := r.Cells["v14.request_fees"]
	if fees.State != tally.Number || fees.N != 0 {
		t.Errorf("Cells[v14.request_fees] = %v, want 0", fees)
	}
	for _, c := range r.Chapters {
		if c.Key == "fees" {
			t.Errorf("chapter %q, want none of that kind", c.Heading)
		}
	}
}
