package tally

import (
	"errors"
	"testing"
)

func mustFormat(t *testing.T, id string) Format {
	t.Helper()
	format, err := ByID(id)
	if err != nil {
		t.Fatal(err)
	}
	return format
}

func TestFormatFor(t *testing.T) {
	for _, tt := range []struct {
		year int
		want string // empty where no format governs
	}{
		{2007, ""},
		{2008, "2007"},
		{2013, "2007"},
		{2014, "2014"},
		{2018, "2014"},
		{2019, "2019"},
		{2020, "2019"},
		{2021, "2021"},
		{2026, "2021"},
		{9999, "2021"},
		{10000, ""},
		{-1, ""},
	} {
		got, err := FormatFor(tt.year)
		if got.ID != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("FormatFor(%d) = %q, %v, want %q", tt.year, got.ID, err, tt.want)
		}
		if err != nil && !errors.Is(err, ErrNoFormat) {
			t.Errorf("FormatFor(%d) fails with %v, want ErrNoFormat", tt.year, err)
		}
	}
	_, err := ByID("2020")
	if !errors.Is(err, ErrNoFormat) {
		t.Errorf("ByID(2020) fails with %v, want ErrNoFormat", err)
	}
}

func TestCellsOfEachFormat(t *testing.T) {
	for _, tt := range []struct {
		id                             string
		cells, equations, rows, tables int
	}{
		{Format2021, 10 + 25*7 + 15, 7 + 7 + 25 + 3, 25, 3},
		{Format2019, 22 + 23*7 + 15, 7 + 7 + 23 + 3, 23, 3},
		{Format2014, 8 + 8 + 23 + 4 + 4 + 1 + 1 + 6 + 3, 7, 0, 1},
		{Format2007, 0, 0, 0, 0},
	} {
		f := mustFormat(t, tt.id)
		if len(f.Cells) != tt.cells || len(f.Equations) != tt.equations || len(f.RequestRows) != tt.rows || len(f.Layouts) != tt.tables {
			t.Errorf("format %s has %d cells, %d equations, %d rows, %d tables, want %d, %d, %d, %d", tt.id,
				len(f.Cells), len(f.Equations), len(f.RequestRows), len(f.Layouts), tt.cells, tt.equations, tt.rows, tt.tables)
		}
		seen := map[string]bool{}
		for _, cell := range f.Cells {
			if seen[cell.Name] {
				t.Errorf("format %s has cell %s twice", tt.id, cell.Name)
			}
			seen[cell.Name] = true
			if cell.Label == "" || cell.Measure == "" {
				t.Errorf("format %s: cell %s has label %q and measure %q, want both", tt.id, cell.Name, cell.Label, cell.Measure)
			}
			parts, isSum := f.Sum(cell.Name)
			if isSum != cell.Derived || cell.Derived && len(parts) < 2 {
				t.Errorf("format %s: cell %s is derived %t but adds up %v", tt.id, cell.Name, cell.Derived, parts)
			}
		}
		for _, equation := range f.Equations {
			for _, name := range append(append([]string{}, equation.Left...), equation.Right...) {
				if !seen[name] {
					t.Errorf("format %s: %s names cell %s, which it does not have", tt.id, equation.ID, name)
				}
			}
			if equation.Title == "" || equation.Citation == "" || equation.WhereLabel == "" {
				t.Errorf("format %s: equation %s lacks a title, a citation or a place", tt.id, equation.ID)
			}
		}
	}
}

func TestCellByName(t *testing.T) {
	for _, tt := range []struct {
		name, label string
		unit        Unit
		derived     bool
	}{
		{"licence_decisions", "行政许可 本年处理决定数量", Pieces, false},
		{"admin_fee_amount_wan", "行政事业性收费 本年收费金额（单位：万元）", TenThousandYuan, false},
		{"req.unable_not_held.natural_person", "（四）无法提供 1.本机关不掌握相关政府信息 · 自然人", Pieces, false},
		{"req.other_misc.org_other", "（六）其他处理 3.其他 · 法人或其他组织 其他", Pieces, false},
		{"req.handled_total.org_other", "（七）总计 · 法人或其他组织 其他", Pieces, true},
		{"suit_direct.total", "行政诉讼 未经复议直接起诉 总计", Pieces, true},
		{"v19.other_service_items_delta", "其他对外管理服务事项 本年增/减", Pieces, false},
		{"v19.procurement_amount", "政府集中采购 采购总金额", TenThousandYuan, false},
		{"v14.denied_privacy", "三、依申请公开情况 （三）申请答复数 4.不同意公开答复数 3.涉及个人隐私", Pieces, false},
		{"v14.request_fees", "七、依申请公开信息收取的费用", TenThousandYuan, false},
	} {
		cell, ok := CellByName(tt.name)
		if !ok || cell.Label != tt.label || cell.Unit != tt.unit || cell.Derived != tt.derived {
			t.Errorf("CellByName(%s) = %q unit %d derived %t (found %t), want %q %d %t",
				tt.name, cell.Label, cell.Unit, cell.Derived, ok, tt.label, tt.unit, tt.derived)
		}
	}
	_, ok := CellByName("req.denied.total")
	if ok {
		t.Error("CellByName(req.denied.total) finds a cell, want none: it is a group")
	}
	old, _ := mustFormat(t, Format2019).Cell("req.other_misc.natural_person")
	if old.Label != "（六）其他处理 · 自然人" {
		t.Errorf("label of other_misc in 2019 = %q, want the unsplit row", old.Label)
	}
}

func TestChapters(t *testing.T) {
	for id, want := range map[string][]string{
		Format2021: {
			"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
			"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
		},
		Format2007: {
			"一、主动公开政府信息的情况", "二、依申请公开政府信息和不予公开政府信息的情况", "三、政府信息公开的收费及减免情况",
			"四、因政府信息公开申请行政复议、提起行政诉讼的情况", "五、政府信息公开工作存在的主要问题及改进情况", "六、其他需要报告的事项",
		},
	} {
		f := mustFormat(t, id)
		for i, chapter := range f.Chapters {
			if chapter.Heading() != want[i] {
				t.Errorf("format %s chapter %d = %q, want %q", id, i+1, chapter.Heading(), want[i])
			}
		}
	}
	f := mustFormat(t, Format2021)
	for key, table := range map[string]int{"overview": 0, "proactive": 2, "requests": 3, "remedies": 4, "improvement": 0, "other": 0} {
		chapter, ok := f.Chapter(key)
		if !ok || chapter.Table != table {
			t.Errorf("Chapter(%s) = table %d (found %t), want %d", key, chapter.Table, ok, table)
		}
		layout, ok := f.Layout(table)
		if table > 0 && (!ok || layout.Title != chapter.Title) {
			t.Errorf("Layout(%d) is titled %q, want %q", table, layout.Title, chapter.Title)
		}
	}
	got := f.Title("镜泊镇人民政府", 2022)
	if got != "镜泊镇人民政府2022年政府信息公开工作年度报告" {
		t.Errorf("Title = %q", got)
	}
}
