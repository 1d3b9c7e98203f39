package reportfile

import (
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
)

// district is a folder with the reports of two towns and of their county, whose
// figures are twice those of one town.
func district(t *testing.T, alter ...string) map[string]string {
	t.Helper()
	report := town(t, 2023)
	double := strings.NewReplacer(append(alter, "青石镇", "", "\t5\t", "\t10\t", "\t5\n", "\t10\n", "\t3\t", "\t6\t", "\t3\n", "\t6\n",
		"\t2\t", "\t4\t", "\t2\n", "\t4\n", "\t12\n", "\t24\n", "\t1\t0\t4\n", "\t2\t0\t8\n")...).Replace(report)
	return map[string]string{
		"a.txt": report, "b.txt": strings.ReplaceAll(report, "青石镇", "梅桥镇"), "county.txt": double,
	}
}

func regional(e Entry) []checks.Finding {
	var found []checks.Finding
	for _, f := range e.Findings {
		if f.ID == regionTotal {
			found = append(found, f)
		}
	}
	return found
}

func compareRegion(t *testing.T, b *Batch, organ string, want bool) {
	t.Helper()
	found, err := b.CompareRegion(organ)
	if err != nil || found != want {
		t.Errorf("CompareRegion(%s) = %v, %v, want %v: whether its report is here", organ, found, err, want)
	}
}

func TestCompareRegion(t *testing.T) {
	const licences = "行政许可\t12"
	second := func(files map[string]string) map[string]string {
		files["c.txt"] = files["a.txt"]
		return files
	}
	unread := func(files map[string]string) map[string]string {
		files["d.txt"] = ""
		return files
	}
	for _, tt := range []struct {
		name     string
		files    map[string]string
		findings int
		severity checks.Severity
	}{
		{"the sum", district(t), 0, ""},
		{"one figure too high", district(t, licences, "行政许可\t25"), 1, checks.Error},
		{"a town twice", second(district(t, licences, "行政许可\t25")), 1, checks.Information},
		{"a file that was not read", unread(district(t, licences, "行政许可\t25")), 1, checks.Information},
	} {
		batch := read(t, folder(t, tt.files))
		compareRegion(t, batch, "禾岭县人民政府", true)
		for _, e := range batch.Entries {
			found := regional(e)
			if !strings.HasSuffix(e.File, "county.txt") {
				if len(found) != 0 {
					t.Errorf("%s: %s has %v, want nothing on a town", tt.name, e.File, found)
				}
				continue
			}
			if len(found) != tt.findings || len(found) > 0 && found[0].Severity != tt.severity {
				t.Errorf("%s: findings = %v, want %d of severity %q", tt.name, found, tt.findings, tt.severity)
			}
		}
	}
	batch := read(t, folder(t, district(t)))
	compareRegion(t, batch, "云麓区人民政府", false)
}

// TestUnknownCellIsNotSummed: one town has lost its table two.
func TestUnknownCellIsNotSummed(t *testing.T) {
	files := district(t, "行政许可\t12", "行政许可\t25")
	files["b.txt"] = strings.Replace(files["b.txt"], "行政许可\t12\n", "", 1)
	batch := read(t, folder(t, files))
	compareRegion(t, batch, "禾岭县人民政府", true)
	if found := regional(batch.Entries[2]); len(found) != 0 {
		t.Errorf("findings = %v, want none: a town's licences are not known", found)
	}
}

// TestTownInTheOldForm: one town still reports in the form of 2019, where 其他处理 is
// one row. What both forms count alike is summed, the rest is not known.
func TestTownInTheOldForm(t *testing.T) {
	files := district(t)
	old := files["b.txt"]
	from, to := strings.Index(old, "二、主动公开"), strings.Index(old, "三、收到和处理")
	old = old[:from] + "二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n规范性文件\t1\t1\t4\n" +
		"第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t3\t0\t12\n其他对外管理服务事项\t0\t0\t0\n\n" + old[to:]
	lines := strings.SplitAfter(old, "\n")
	kept := lines[:0]
	for _, line := range lines {
		row, figures, _ := strings.Cut(line, "\t")
		switch {
		case strings.HasPrefix(row, "1.申请人无正当理由"), strings.HasPrefix(row, "2.申请人逾期未按"):
			continue
		case row == "3.其他":
			line = "（六）其他处理\t" + figures
		}
		kept = append(kept, line)
	}
	files["b.txt"] = strings.Join(kept, "")
	for _, tt := range []struct {
		name, cell, from, to string
		findings             int
	}{
		{"as it is", "", "", "", 0},
		{"a row that both forms have", "req.received_new.total", "一、本年新收政府信息公开申请数量\t10\t0\t0\t0\t0\t0\t10", "一、本年新收政府信息公开申请数量\t10\t0\t0\t0\t0\t0\t11", 1},
		{"a row that counts more in the old form", "req.other_misc.total", "3.其他\t0\t0\t0\t0\t0\t0\t0", "3.其他\t0\t0\t0\t0\t0\t0\t4", 0},
		{"a table that the old form has not", "licence_decisions", "行政许可\t24", "行政许可\t30", 0},
	} {
		changed := map[string]string{"a.txt": files["a.txt"], "b.txt": files["b.txt"], "county.txt": strings.Replace(files["county.txt"], tt.from, tt.to, 1)}
		batch := read(t, folder(t, changed))
		if batch.Entries[1].Format != "2019" {
			t.Fatalf("format of b.txt = %q, want 2019", batch.Entries[1].Format)
		}
		if tt.from != "" && changed["county.txt"] == files["county.txt"] {
			t.Fatalf("%s: the county's report has no %q", tt.name, tt.from)
		}
		compareRegion(t, batch, "禾岭县人民政府", true)
		found := regional(batch.Entries[2])
		if len(found) != tt.findings || len(found) > 0 && (found[0].Where != tt.cell || !strings.Contains(found[0].Place, "原文第")) {
			t.Errorf("%s: findings = %v, want %d with its line", tt.name, found, tt.findings)
		}
	}
}
