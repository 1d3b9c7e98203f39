package reading

import "testing"

func TestWithoutNote(t *testing.T) {
	for _, test := range []struct{ label, want string }{
		{"规章（设区的市、自治州人民政府应提供相关数据）", "规章"},
		{"规范性文件（一般为“规定”“办法”（含试行）等字样的公文）", "规范性文件"},
		{"处理决定数量 (指2019年办件量)", "处理决定数量 "},
		{"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"},
		{"本年收费金额（单位：万元）", "本年收费金额（单位：万元）"},
		{"（三）不予公开", "（三）不予公开"},
		{"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"},
		{"1.属于国家秘密", "1.属于国家秘密"},
	} {
		got := withoutNote(test.label)
		if got != test.want {
			t.Errorf("withoutNote(%q) = %q, want %q", test.label, got, test.want)
		}
	}
}

// An explanation may name other rows, and organs add rows of their own.
func TestNotesAndAddedRows(t *testing.T) {
	p := &paper{}
	p.lines("枫桥街道2020年政府信息公开工作年度报告", "一、总体情况", "2020年，枫桥街道依法公开。", "二、主动公开政府信息情况",
		"第二十条第（一）项 |||", "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |", "规章（设区的市、自治州人民政府应提供相关数据） | 0 | 0 | 0 |",
		"规范性文件（一般为“规定”“办法”等字样的公文） | 4 | 5 | 6 |", "其他主动公开文件（含以本单位名义正式签发的、除规范性文件以外的文件） | 71 | 72 | 73 |",
		"第二十条第（五）项 |||", "信息内容 | 上一年项目数量 （指2019年事项数） | 本年增/减（减用负值表示，如-8） | 处理决定数量 |", "行政许可 | 7 | -1 | 8 |",
		"其他对外管理服务事项（含行政确认、行政奖励、行政裁决、行政给付、行政处罚、行政强制、行政检查、行政征收和其他类） | 9 | 1 | 10 |",
		"第二十条第（六）项 |||", "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |", "行政处罚 | 11 | 0 | 12 |", "行政强制 | 13 | 0 | 14 |", "三、收到和处理政府信息公开申请情况", "见附表。")
	r := Read(p.source(Text))
	for name, want := range map[string]int64{
		"v19.rules_made": 0, "v19.normdocs_made": 4, "v19.normdocs_public_total": 6, "v19.licence_items_prev": 7, "v19.licence_decisions": 8,
		"v19.other_service_items_prev": 9, "v19.other_service_decisions": 10, "v19.penalty_items_prev": 11, "v19.coercion_decisions": 14,
	} {
		got := r.Cells[name]
		if !got.Known() || got.N != want {
			t.Errorf("Read(notes and an added row).Cells[%s] = %+v, want %d", name, got, want)
		}
	}
}

// A row that an organ added is not taken for a statutory row that was lost.
func TestAddedRowTakesNoPlace(t *testing.T) {
	p := &paper{}
	p.lines("枫桥街道2020年政府信息公开工作年度报告", "一、总体情况", "2020年，枫桥街道依法公开。", "二、主动公开政府信息情况",
		"信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |", "规章 | 0 | 0 | 0 |", "其他主动公开文件（以本单位名义签发的、除规范性文件以外的文件） | 71 | 72 | 73 |",
		"信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |", "行政许可 | 7 | -1 | 8 |", "三、收到和处理政府信息公开申请情况", "见附表。")
	r := Read(p.source(Text))
	if r.Cells["v19.normdocs_made"].Known() {
		t.Errorf("Read(a statutory row lost beside an added one).Cells[v19.normdocs_made] = %+v, want unknown", r.Cells["v19.normdocs_made"])
	}
	if got := r.Cells["v19.licence_decisions"]; got.N != 8 {
		t.Errorf("Read(a statutory row lost beside an added one).Cells[v19.licence_decisions] = %+v, want 8", got)
	}
}
