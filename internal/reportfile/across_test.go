package reportfile

import (
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"gongkai/law/tally"
)

// formOf2019 turns a report of the present form into one of the year 2020 in the form
// that governed it.
func formOf2019(report string) string {
	report = strings.NewReplacer("2023年", "2020年", "2024年1月10日", "2021年1月10日").Replace(report)
	from, to := strings.Index(report, "二、主动公开"), strings.Index(report, "三、收到和处理")
	report = report[:from] + "二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n规范性文件\t1\t1\t4\n\n" + report[to:]
	var kept strings.Builder
	for line := range strings.Lines(report) {
		row, figures, _ := strings.Cut(line, "\t")
		switch {
		case strings.HasPrefix(row, "1.申请人无正当理由"), strings.HasPrefix(row, "2.申请人逾期未按"):
			continue
		case row == "3.其他":
			line = "（六）其他处理\t" + figures
		}
		kept.WriteString(line)
	}
	return kept.String()
}

func TestYearsAreCompared(t *testing.T) {
	const carriedIn = "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1"
	first, second := town(t, 2023), town(t, 2024)
	in2021 := strings.NewReplacer("2024年", "2021年", "2025年1月10日", "2022年1月10日")
	replaced := func(text string, pairs ...string) string {
		t.Helper()
		got := strings.NewReplacer(pairs...).Replace(text)
		if got == text {
			t.Fatalf("nothing to replace: %q", pairs)
		}
		return got
	}
	remedies := "\n0" + strings.Repeat("\t0", 14) + "\n"
	pending := replaced(first, remedies, "\n0\t0\t0\t2\t2"+strings.Repeat("\t0", 10)+"\n")
	site := "\n网站标识码："
	for _, tt := range []struct {
		name          string
		before, after string
		want          string // checks with the cell they object to
	}{
		{"another figure in two columns", first, second, "T3-06 req.carried_in.natural_person, T3-06 req.carried_in.total"},
		{"2020 in the form of 2019, 2021 in the present one", formOf2019(first), in2021.Replace(second), "T3-06 req.carried_in.natural_person, T3-06 req.carried_in.total"},
		{"2020 without carried requests", replaced(formOf2019(first), "四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2", "四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1"), in2021.Replace(second), ""},
		{"row lost in the later year", first, replaced(second, carriedIn+"\n", ""), ""},
		{"row lost in the earlier year", replaced(first, "四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2\n", ""), second, ""},
		{"blank in the earlier year", replaced(first, "四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2\n", "四、结转下年度继续办理\t\t0\t0\t0\t0\t0\t2\n"), second, "T3-06 req.carried_in.total"},
		{"documents in force", first, replaced(second, carriedIn, "二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2", "行政规范性文件\t1\t0\t5", "行政规范性文件\t1\t0\t9"), "T2-01 normdocs_in_force"},
		{"documents in force across forms", formOf2019(first), in2021.Replace(replaced(second, carriedIn, "二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2", "行政规范性文件\t1\t0\t5", "行政规范性文件\t1\t0\t9")), ""},
		{"pending reviews gone", pending, replaced(second, carriedIn, "二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2"), "T4-04 review.total"},
		{"a year between", replaced(first, "2023年", "2022年", "2024年1月10日", "2023年1月10日"), second, ""},
		{"a town of the same name elsewhere", strings.ReplaceAll(first, "禾岭县青石镇", "云麓县青石镇"), second, ""},
		{"the same bare name on a site of another region", strings.ReplaceAll(first, "禾岭县", "") + site + "3309910001\n", strings.ReplaceAll(second, "禾岭县", "") + site + "4501230001\n", ""},
		{"the same bare name on the site of its city", strings.ReplaceAll(first, "禾岭县", "") + site + "3309000001\n", strings.ReplaceAll(second, "禾岭县", "") + site + "3309910001\n", "T3-06 req.carried_in.natural_person, T3-06 req.carried_in.total"},
		{"a government and its office", strings.ReplaceAll(first, "青石镇人民政府", "人民政府"), strings.ReplaceAll(second, "青石镇人民政府", "人民政府办公室"), ""},
		{"a name with and without 人民政府", strings.ReplaceAll(first, "青石镇人民政府", "青石镇"), second, "T3-06 req.carried_in.natural_person, T3-06 req.carried_in.total"},
	} {
		batch := read(t, folder(t, map[string]string{"1.txt": tt.before, "2.txt": tt.after}))
		var got []string
		for _, e := range batch.Entries {
			for _, f := range e.Findings {
				switch f.ID {
				case "T3-06", "T4-04", "T2-01":
					got = append(got, f.ID+" "+f.Where)
					if filepath.Base(e.File) != "2.txt" || f.At == nil || !strings.Contains(f.Place, "1.txt") {
						t.Errorf("%s: %s stands at %q of %s, want its place in the later report and the name of the earlier", tt.name, f.ID, f.Place, e.File)
					}
				}
			}
		}
		sort.Strings(got)
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: findings = %q, want %q", tt.name, strings.Join(got, ", "), tt.want)
		}
		for i, e := range batch.Entries {
			if strings.Contains(tt.name, "form") && i == 0 != (e.Format == tally.Format2019) {
				t.Errorf("%s: format of %s = %q", tt.name, e.File, e.Format)
			}
		}
	}
}
