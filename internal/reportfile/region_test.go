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
		if !batch.CompareRegion("禾岭县人民政府") {
			t.Errorf("%s: CompareRegion = false, want the county's report found", tt.name)
		}
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
	if batch.CompareRegion("云麓区人民政府") {
		t.Error("CompareRegion(云麓区) = true, want false: it has no report here")
	}
}

// TestUnknownCellIsNotSummed: one town has lost its table two.
func TestUnknownCellIsNotSummed(t *testing.T) {
	files := district(t, "行政许可\t12", "行政许可\t25")
	files["b.txt"] = strings.Replace(files["b.txt"], "行政许可\t12\n", "", 1)
	batch := read(t, folder(t, files))
	batch.CompareRegion("禾岭县人民政府")
	if found := regional(batch.Entries[2]); len(found) != 0 {
		t.Errorf("findings = %v, want none: a town's licences are not known", found)
	}
}
