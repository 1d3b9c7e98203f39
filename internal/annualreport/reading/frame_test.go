package reading

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
	"gongkai/law/tally"
)

func TestFold(t *testing.T) {
	tests := []struct{ text, want string }{
		{"發(fā)布機(jī)構(gòu)：洲鎮(zhèn)", "发布机构：洲镇"},
		{"乾隆年間的頭髮很乾淨", "乾隆年间的头发很干净"},
		{"２０２４年　１，２３０件", "2024年 1，230件"},
		{"①属于国家秘密", "1.属于国家秘密"},
		{"⼀、总体情况", "一、总体情况"},
		{"（以下简称条例）(2024)", "（以下简称条例）(2024)"},
		{"政\u200b府\ufeff信息", "政府信息"},
	}
	for _, tt := range tests {
		f := fold(tt.text)
		if f.text != tt.want {
			t.Errorf("fold(%q) = %q, want %q", tt.text, f.text, tt.want)
		}
		if len(f.at) != len(f.text)+1 || int(f.at[len(f.text)]) != len([]rune(tt.text)) {
			t.Errorf("fold(%q) leads back to %v", tt.text, f.at)
		}
	}
	f := fold("公(gōng)開條例")
	from, to := f.cut(strings.Index(f.text, "条例"), len(f.text)).span()
	if got := string([]rune("公(gōng)開條例")[from:to]); got != "條例" {
		t.Errorf("条例 leads back to %q, want 條例", got)
	}
}

func TestReadEntry(t *testing.T) {
	count := tally.Cell{Name: "rules_issued", Unit: tally.Pieces}
	money := tally.Cell{Name: "admin_fee_amount_wan", Unit: tally.TenThousandYuan}
	tests := []struct {
		cell tally.Cell
		text string
		want tally.Value
		read bool
	}{
		{count, "22（其中修订 16 件）", tally.Count(22), true},
		{count, "1,230", tally.Count(1230), true},
		{count, "3.00", tally.Count(3), true},
		{count, "12件", tally.Count(12), true},
		{count, "二十一", tally.Count(21), true},
		{count, "零", tally.Count(0), true},
		{count, "/", tally.NotApplicableValue, true},
		{count, "——", tally.NotApplicableValue, true},
		{count, " ", tally.BlankValue, true},
		{count, "1 234", tally.UnknownValue, false},
		{count, "1,23", tally.UnknownValue, false},
		{count, "2.5", tally.UnknownValue, false},
		{count, "-3", tally.UnknownValue, false},
		{count, "5元", tally.UnknownValue, false},
		{count, "O", tally.UnknownValue, false},
		{count, "约5", tally.UnknownValue, false},
		{count, "三五", tally.Count(35), true},
		{count, "三五十", tally.UnknownValue, false},
		{money, "1.25", tally.Amount(1_250_000), true},
		{money, "12500元", tally.Amount(1_250_000), true},
		{money, "1.25万元", tally.Amount(1_250_000), true},
		{money, "3件", tally.UnknownValue, false},
	}
	for _, tt := range tests {
		e, ok := readEntry(fold(tt.text).text)
		got := tally.UnknownValue
		if ok {
			got, ok = e.in(tt.cell)
		}
		if ok != tt.read || got != tt.want {
			t.Errorf("readEntry(%q) in %s = %v, %v, want %v, %v", tt.text, tt.cell.Name, got, ok, tt.want, tt.read)
		}
	}
}

func TestTitle(t *testing.T) {
	tests := []struct {
		lines []string
		organ string
		year  int
	}{
		{[]string{"枫桥镇2024年政府信息公开工作年度报告"}, "枫桥镇", 2024},
		{[]string{"2024年度枫桥县教育局政府信息公开工作年度报告"}, "枫桥县教育局", 2024},
		{[]string{"枫桥县教育局 20 24 年政府信息公开年度报告"}, "枫桥县教育局", 2024},
		{[]string{"枫桥县教育局政府信息公开工作年度报告（2024年）"}, "枫桥县教育局", 2024},
		{[]string{"枫桥县教育局二〇二四年政府信息公开工作年度报告"}, "枫桥县教育局", 2024},
		{[]string{"枫桥县人民政府机关", "2024年政府信息公开工作年度报告"}, "枫桥县人民政府机关", 2024},
		{[]string{"现发布《枫桥镇2024年政府信息公开工作年度报告》。"}, "枫桥镇", 2024},
		{[]string{"枫桥县教育局", "2024年政府信息公开工作年度报告"}, "枫桥县教育局", 2024},
		{[]string{"枫桥市人民政府2024年", "政府信息公开工作年度报告"}, "枫桥市人民政府", 2024},
		{[]string{"首页 > 枫桥县教育局2021年政府信息公开工作年度报告", "枫桥县教育局2024年政府信息公开工作年度报告"}, "枫桥县教育局", 2024},
		{[]string{"楓橋縣教育局2024年政府信息公開(kāi)工作年度報(bào)告"}, "枫桥县教育局", 2024},
		{[]string{"索 引 号：014416330/2025-04736", "发布机构：枫桥县教育局", "现公布枫桥县教育局2024年政府信息公开工作年度报告。"}, "枫桥县教育局", 2024},
	}
	for _, tt := range tests {
		p := &paper{}
		p.lines(tt.lines...)
		p.lines("一、总体情况", "全年工作平稳。", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况")
		r := Read(p.source(HTML))
		if r.Organ != tt.organ || r.Year != tt.year {
			t.Errorf("Read(%q) is of %q in %d, want %q in %d", tt.lines, r.Organ, r.Year, tt.organ, tt.year)
		}
	}
}

func TestHead(t *testing.T) {
	want := map[string]string{"index": "113306830026800000/2025-104757", "publisher": "枫桥镇人民政府", "dated": "2025-01-16"}
	heads := [][]string{
		{"索引号：113306830026800000/2025-104757", "发布机构：枫桥镇人民政府", "成文日期：2025年1月16日"},
		{"索 引 号 113306830026800000/2025-104757 公开方式 主动公开", "成文日期 2025-01-16 发布机构 枫桥镇人民政府"},
		{"索引号: | 113306830026800000/2025-104757 | 生成日期: | 2025-01-16 |", "文??號: | | 发布机构: |", "枫桥镇人民政府 | ||||||||||"},
		{"索??引??號: | 113306830026800000/2025-104757 |", "發(fā)布機(jī)構(gòu): | 楓橋鎮(zhèn)人民政府 | 發(fā)文日期 | 2025-01-16 10:56 |"},
		{"【索引号】113306830026800000/2025-104757", "【发布机构】枫桥镇人民政府 【成文日期】2025/1/16"},
	}
	for _, lines := range heads {
		p := &paper{}
		p.lines(lines...)
		p.lines("枫桥镇2024年政府信息公开工作年度报告", "一、总体情况", "全年工作平稳。", "六、其他需要报告的事项", "没有。")
		r := Read(p.source(HTML))
		got := map[string]string{"index": r.IndexNumber, "publisher": r.Head["publisher"], "dated": r.Dates["dated"]}
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("Read(%q) has %s %q, want %q", lines, name, got[name], want[name])
			}
		}
	}
}

func TestSignature(t *testing.T) {
	tests := []struct {
		lines       []string
		organ, date string
	}{
		{[]string{"没有其他事项。", "枫桥县教育局", "2025年1月15日"}, "枫桥县教育局", "2025-01-15"},
		{[]string{"没有其他事项。 枫桥县教育局 2025年1月15日 | |||||"}, "枫桥县教育局", "2025-01-15"},
		{[]string{"没有其他事项。枫桥县教育局2025 年 1 月 15 日"}, "枫桥县教育局", "2025-01-15"},
		{[]string{"没有其他事项。", "枫桥县教育局", "二〇二五年一月十五日"}, "枫桥县教育局", "2025-01-15"},
		{[]string{"没有其他事项。", "2025年1月15日"}, "", "2025-01-15"},
		{[]string{"没有其他事项。", "枫桥县教育局", "2025年1月15日", "分享到微信", "县直部门 乡镇街道"}, "枫桥县教育局", "2025-01-15"},
		{[]string{"没有其他事项。", "枫桥县教育局", "2025年1月15日", "打印本页 关闭窗口", "主办：枫桥县人民政府办公室", "网站标识码3306830002"}, "枫桥县教育局", "2025-01-15"},
		{[]string{"没有其他事项。", "枫桥县教育局"}, "枫桥县教育局", ""},
		{[]string{"没有其他事项。", "县直部门 乡镇街道"}, "", ""},
		{[]string{"没有其他事项。", "信息来源： 枫桥县教育局", "分享到："}, "", ""},
		{[]string{"统计期限至2024年12月31日"}, "", ""},
		{[]string{"没有其他事项。", "发布时间：2025-03-02"}, "", ""},
	}
	for _, tt := range tests {
		p := &paper{}
		p.lines("枫桥县教育局2024年政府信息公开工作年度报告", "一、总体情况", "全年工作平稳。", "六、其他需要报告的事项")
		p.lines(tt.lines...)
		r := Read(p.source(HTML))
		if r.signedFor() != tt.organ || r.Dates["signed"] != tt.date {
			t.Errorf("Read(%q) is signed by %q on %q, want %q on %q", tt.lines, r.signedFor(), r.Dates["signed"], tt.organ, tt.date)
		}
	}
}

// signedFor is the organ under the report as the findings know it.
func (r Result) signedFor() string {
	for _, f := range r.Findings {
		if f.ID == "N-14" && strings.Contains(f.Text, "机关名称") {
			return ""
		}
	}
	return r.Organ
}

func TestOldFormIsFound(t *testing.T) {
	for _, d := range damages {
		if !strings.HasPrefix(d.name, "old form") {
			continue
		}
		src, _, _ := d.make(1)
		r := Read(src)
		if !slices.ContainsFunc(r.Findings, func(f checks.Finding) bool { return f.ID == FoundOldForm }) {
			t.Errorf("Read(%s) has no finding %s", d.name, FoundOldForm)
		}
	}
}

func TestAnotherKindOfReport(t *testing.T) {
	p := &paper{}
	p.lines("枫桥县教育局2024年部门预算", "一、部门概况", "二、收支情况", "收入 120.5", "支出 120.5")
	r := Read(p.source(HTML))
	if len(r.Findings) != 1 || r.Findings[0].ID != FoundNoReport {
		t.Errorf("Read(a budget).Findings = %v, want %s alone", r.Findings, FoundNoReport)
	}
	p = &paper{}
	p.lines("关于做好2024年政府信息公开工作年度报告编制发布工作的通知", "各镇人民政府：", "一、准确领会，认真部署", "请按时报送。", "2025年1月2日")
	r = Read(p.source(HTML))
	if len(r.Findings) != 1 || r.Findings[0].ID != FoundNoReport {
		t.Errorf("Read(a notice).Findings = %v, want %s alone", r.Findings, FoundNoReport)
	}
	r = Read(Source{File: "empty"})
	if len(r.Findings) != 1 || r.Findings[0].ID != FoundNoReport {
		t.Errorf("Read(nothing).Findings = %v, want %s alone", r.Findings, FoundNoReport)
	}
}

func TestTwoTablesThatDiffer(t *testing.T) {
	format := tally.Formats[0]
	first, second := truth(format, 1), truth(format, 2)
	p := write(format, 2024, func(p *paper, table int) {
		asGrid(p, printed(format, table, first, plainShown), table)
		if table == 3 {
			asGrid(p, printed(format, table, second, plainShown), table)
		}
	})
	r := Read(p.source(HTML))
	for _, cell := range format.Cells {
		want := first[cell.Name]
		if cell.Table == 3 && second[cell.Name] != want {
			want = tally.UnknownValue
		}
		if r.Cells[cell.Name] != want {
			t.Errorf("Read(two tables).Cells[%s] = %v, want %v", cell.Name, r.Cells[cell.Name], want)
		}
	}
	if !slices.ContainsFunc(r.Findings, func(f checks.Finding) bool { return f.ID == FoundTwoTables }) {
		t.Errorf("Read(two tables) has no finding %s", FoundTwoTables)
	}
}

func TestJSON(t *testing.T) {
	src, cells, _ := damages[0].make(1)
	data, err := json.Marshal(Read(src))
	if err != nil {
		t.Fatalf("Marshal: %v", err)
	}
	var got struct {
		Year   int
		Format string
		Cells  tally.Cells
		Places map[string]string
	}
	err = json.Unmarshal(data, &got)
	if err != nil {
		t.Fatalf("Unmarshal: %v", err)
	}
	if len(got.Cells) != 200 || got.Cells["req.granted.total"] != cells["req.granted.total"] || got.Year != 2024 || got.Format != "2021" {
		t.Errorf("the JSON form holds %d cells, year %d, format %q, granted %v", len(got.Cells), got.Year, got.Format, got.Cells["req.granted.total"])
	}
	if want := "table 3 row 6 column 10"; !strings.HasPrefix(got.Places["req.granted.total"], want) {
		t.Errorf("places[req.granted.total] = %q, want %q", got.Places["req.granted.total"], want)
	}
	at := slices.IndexFunc(damages, func(d damage) bool { return d.format == tally.Format2019 })
	old, _, _ := damages[at].make(1)
	data, err = json.Marshal(Read(old))
	if err != nil || !strings.Contains(string(data), `"v19.rules_made"`) || !strings.Contains(string(data), `"rules_issued":null`) {
		t.Errorf("the JSON form of %s lacks cells of 2019 or of 2021: %v", damages[at].name, err)
	}
}
