package checks

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// seedFolder holds real published reports. It lies beside the repository and is
// not part of it.
const seedFolder = "../../../../shared/seeds"

// chapterHeading finds the headings of a six-chapter report, wherever they stand.
var chapterHeading = regexp.MustCompile(`([一二三四五六])、(总体情况|基本情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议、行政诉讼情况|存在的主要问题[及和]改进情况|其他(?:需要)?报告的?事项)`)

var chapterKeys = map[string]string{"一": "overview", "二": "proactive", "三": "requests", "四": "remedies", "五": "improvement", "六": "other"}

// seedLedger makes a ledger of a published report with no cells known.
func seedLedger(t *testing.T, number string, o organ.Organ, year int) (*Ledger, bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(seedFolder, number+"_*.txt"))
	if err != nil || len(files) != 1 {
		fmt.Fprintf(os.Stderr, "\n*** %s: seed report %s is not in %s; ITS TEST DID NOT RUN ***\n\n", t.Name(), number, seedFolder)
		return nil, false
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatalf("read seed %s: %v", number, err)
	}
	text := strings.ReplaceAll(string(data), "|", "")
	format, err := tally.FormatFor(year)
	if err != nil {
		t.Fatalf("FormatFor(%d): %v", year, err)
	}
	l := &Ledger{Organ: o, Year: year, Format: format, Counts: map[string]int64{}}
	marks := chapterHeading.FindAllStringSubmatchIndex(text, -1)
	if len(marks) == 0 {
		l.Chapters = []Chapter{{Key: "overview", Heading: "一、", Sections: []Section{{Key: "overview.text", Text: text}}}}
		return l, true
	}
	l.Chapters = []Chapter{{Key: preambleKey, Sections: []Section{{Key: preambleKey, Text: text[:marks[0][0]]}}}}
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		key := chapterKeys[text[m[2]:m[3]]]
		l.Chapters = append(l.Chapters, Chapter{Key: key, Heading: text[m[0]:m[1]], Sections: []Section{{Key: key + ".text", Text: text[m[1]:end]}}})
	}
	return l, true
}

func TestSeeds(t *testing.T) {
	town := func(name, short, code string) organ.Organ {
		return organ.Organ{Kind: organ.Town, Name: name, ShortName: short, RegionCode: code}
	}
	tests := []struct {
		number string
		organ  organ.Organ
		year   int
		want   []string
	}{
		{"000", town("嵊州市谷来镇人民政府", "谷来镇", "330683"), 2022, []string{"N-11", "N-12", "N-14", "N-18"}},
		{"001", town("镜泊镇人民政府", "镜泊镇", "231084"), 2022, []string{"N-10", "N-12", "N-13", "N-14", "N-15"}},
		{"002", town("上余镇人民政府", "上余镇", "330881"), 2013, []string{"N-04", "N-07", "N-13", "N-16"}},
		{"003", organ.Organ{Kind: organ.Department, Name: "嵊州市文化广电旅游局", RegionCode: "330683"}, 2022, []string{"N-11", "N-17"}},
	}
	for _, tt := range tests {
		l, ok := seedLedger(t, tt.number, tt.organ, tt.year)
		if !ok {
			continue
		}
		findings := Run(l)
		t.Logf("seed %s\n\t%s", tt.number, ids(findings))
		for _, id := range tt.want {
			if len(of(findings, id)) == 0 {
				t.Errorf("Run(seed %s) has no finding of %s", tt.number, id)
			}
		}
		for _, id := range []string{"N-01", "N-02", "N-05"} {
			if got := of(findings, id); len(got) != 0 {
				t.Errorf("Run(seed %s) without cells =\n\t%s\nwant none of %s", tt.number, ids(got), id)
			}
		}
	}
}
