package reading

import "testing"

func TestOtherPaper(t *testing.T) {
	for _, test := range []struct{ title, want string }{
		{"枫桥县教育局2024年部门预算", "预算或者决算公开材料"},
		{"枫桥县教育局2023年部门决算公开说明", "预算或者决算公开材料"},
		{"政府网站年度工作报表（2023年度）", "政府网站工作年度报表"},
		{"关于做好2024年政府信息公开工作年度报告编制发布工作的通知", "关于年度报告的通知"},
		{"枫桥镇政府信息公开指南", "政府信息公开指南"},
		{"枫桥镇2024年政务公开工作要点", "政务公开的工作安排或者检查材料"},
		{"枫桥县2024年政府工作报告", "政府工作报告"},
		// Entries of menus say nothing of the file.
		{"政府信息公开指南", ""},
		{"部门预算", ""},
		{"首页 > 2024年部门预算", ""},
		{"政府信息公开年报", ""},
		{"枫桥镇2024年工作总结", ""},
	} {
		got := otherPaper("", lay(Source{Blocks: []Block{{Text: test.title}, {Text: "正文第一句。"}}}))
		if got != test.want {
			t.Errorf("otherPaper(%q) = %q, want %q", test.title, got, test.want)
		}
	}
}

func TestNoReportLeavesNothingStanding(t *testing.T) {
	p := &paper{}
	p.lines("关于做好2024年政府信息公开工作年度报告编制发布工作的通知", "各镇人民政府：", "请按时报送。", "枫桥县人民政府办公室", "2025年1月2日")
	r := Read(p.source(HTML))
	if r.Organ != "" || r.Year != 0 || r.Format != "" || len(r.Cells) != 0 {
		t.Errorf("Read(a notice) = organ %q, year %d, format %q, %d cells, want none", r.Organ, r.Year, r.Format, len(r.Cells))
	}
}
