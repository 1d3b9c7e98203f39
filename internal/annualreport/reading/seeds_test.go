package reading

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/prose"
	"gongkai/law/tally"
)

// seedFolder holds real published reports. It lies beside the repository and is
// not part of it.
const seedFolder = "../../../../shared/seeds"

// textSource is a plain text file, one block a line.
func textSource(name, text string) Source {
	src := Source{File: name, Kind: Text, Charset: "UTF-8"}
	for i, line := range strings.Split(text, "\n") {
		src.Blocks = append(src.Blocks, Block{Text: line, Place: Place{Line: i + 1}})
	}
	return src
}

// seed reads one of the published reports.
func seed(t *testing.T, number string) (Result, bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(seedFolder, number+"_*.txt"))
	if err != nil || len(files) != 1 {
		fmt.Fprintf(os.Stderr, "\n*** %s: seed report %s is not in %s; ITS TEST DID NOT RUN ***\n\n", t.Name(), number, seedFolder)
		return Result{}, false
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatalf("read seed %s: %v", number, err)
	}
	return Read(textSource(filepath.Base(files[0]), string(data))), true
}

// seedReport is what is known of a published report.
type seedReport struct {
	number, organ, format string
	year                  int
	index                 string
	dates                 map[string]string
	head                  map[string]string
	chapters              []string // keys, with the heading where it departs from the format's
	known                 int      // cells that are read
	stated                []string // means=value, or means=none
	findings              []string // id, or id and a word of its text or quote
	errors                []string // ids that may be of severity E
}

var seedReports = []seedReport{
	{
		number: "000", organ: "谷来镇", format: "2021", year: 2022,
		dates:    map[string]string{"signed": "2023-01-13"},
		head:     map[string]string{"site_code": "3306830002", "icp": "浙ICP备11041973号-1", "police": "33068302000392", "sponsor": "嵊州市人民政府", "operator": "嵊州市大数据发展管理中心"},
		chapters: []string{"overview 一、基本情况", "proactive", "improvement 五、存在的主要问题和改进情况", "other"},
		stated:   []string{"staff.part_time=3", "service_point.reception=1", "item.total=60", "fee_notice.count=none", "fee_received.amount=none"},
		findings: []string{"N-07 标题", "N-11 一、基本情况", "N-11 和改进情况", "N-11 缺少“三、", "N-11 缺少“四、", "N-12 考核", "N-12 社会评议", "N-12 责任追究", "R-02 表二", "R-02 表三", "R-02 表四", "R-05", "N-18"},
		errors:   []string{"N-11", "N-12"},
	},
	{
		number: "001", organ: "镜泊镇", format: "2021", year: 2022, known: 199,
		chapters: []string{"preamble", "overview", "proactive", "requests", "remedies", "improvement", "other"},
		stated:   []string{"item.class.information=5", "item.class.guide=1", "item.class.profile=1", "item.class.catalogue=1", "req.received_new.total=0", "suit_direct.total+suit_after_review.total=0", "item.channel.platform=5"},
		findings: []string{"N-10", "N-12 考核", "N-12 社会评议", "N-12 责任追究", "N-13", "N-14", "N-15 县政府", "R-03 自然人"},
		errors:   []string{"N-12"},
	},
	{
		number: "002", organ: "上余镇", format: "2007", year: 2013, index: "113308810026305088/2014-128123",
		dates:    map[string]string{"dated": "2014-01-27"},
		head:     map[string]string{"publisher": "上余镇", "theme": "政务公开"},
		chapters: []string{"preamble", "overview", "proactive", "requests", "fees", "remedies", "other", "improvement"},
		stated:   []string{"item.total=469", "req.received_new.total=none", "req.denied.total=none", "review.total=none", "suit_direct.total+suit_after_review.total=none"},
		findings: []string{"N-04 469", "N-07 我乡", "N-07 本乡", "N-13 《规定》", "N-14", "N-16 先编制", "N-16 曲读"},
		errors:   []string{},
	},
	{
		number: "003", organ: "嵊州市文化广电旅游局", format: "2021", year: 2022,
		dates:    map[string]string{"signed": "2023-01-11"},
		head:     map[string]string{"site_code": "3306830002", "icp": "浙ICP备11041973号-1", "police": "33068302000392"},
		chapters: []string{"overview", "proactive", "requests", "remedies", "improvement", "other 六、其他报告事项"},
		stated:   []string{"item.total=142", "req.received_new.total=6", "req.handled_total.total=6", "licence_decisions=28", "penalty_decisions=6", "review.total=1", "suit_direct.total+suit_after_review.total=1", "fee_notice.count=none"},
		findings: []string{"N-07 标题", "N-11 其他报告事项", "N-17 6条", "N-17 6件", "R-02 表二", "R-02 表三", "R-02 表四"},
		errors:   []string{"N-11"},
	},
	{
		number: "004", organ: "洲泉镇", format: "2021", year: 2024, index: "001008004005097/2025-01220",
		dates:    map[string]string{"dated": "2025-01-16"},
		head:     map[string]string{"publisher": "洲泉镇", "access": "主动公开", "grouping": "政府信息公开工作报告"},
		chapters: []string{"preamble", "overview", "proactive", "requests", "remedies", "improvement", "other"},
		stated: []string{
			"item.total=825", "item.channel.platform=76", "item.channel.wechat=35", "item.channel.app=272", "item.channel.media=442",
			"req.received_new.total=5", "req.handled_total.total=4", "req.granted.total=1", "req.partly_granted.total=1",
			"req.unable_not_held.total=2", "req.carried_out.total=1", "review.total=1", "suit_direct.total+suit_after_review.total=none",
			"accountability.count=none", "fee_received.amount=none",
		},
		findings: []string{"N-03 不掌握", "N-07 标题", "N-12 考核", "N-12 社会评议", "N-14", "N-17", "R-02 表二", "R-02 表三", "R-02 表四"},
		errors:   []string{"N-12"},
	},
}

func TestSeeds(t *testing.T) {
	for _, want := range seedReports {
		r, ok := seed(t, want.number)
		if !ok {
			continue
		}
		if r.Organ != want.organ || r.Format != want.format || r.Year != want.year || r.IndexNumber != want.index {
			t.Errorf("Read(seed %s) is %s %d in format %s, index number %q, want %s %d, %s, %q", want.number,
				r.Organ, r.Year, r.Format, r.IndexNumber, want.organ, want.year, want.format, want.index)
		}
		for name, date := range want.dates {
			if r.Dates[name] != date {
				t.Errorf("Read(seed %s).Dates[%s] = %q, want %q", want.number, name, r.Dates[name], date)
			}
		}
		for name, fact := range want.head {
			if r.Head[name] != fact {
				t.Errorf("Read(seed %s).Head[%s] = %q, want %q", want.number, name, r.Head[name], fact)
			}
		}
		checkChapters(t, want, r)
		checkSeedCells(t, want, r)
		for _, s := range want.stated {
			if !slices.ContainsFunc(r.Statements, func(st Statement) bool { return statedAs(st) == s && st.Line > 0 }) {
				t.Errorf("Read(seed %s) does not state %s", want.number, s)
			}
		}
		checkFindings(t, want, r)
	}
}

func statedAs(st Statement) string {
	means := strings.Join(st.Means, "+")
	if st.Manner == prose.Absent {
		return means + "=none"
	}
	return fmt.Sprintf("%s=%d", means, st.Value)
}

func checkChapters(t *testing.T, want seedReport, r Result) {
	t.Helper()
	format, _ := tally.ByID(r.Format)
	var got []string
	for _, c := range r.Chapters {
		standard, known := format.Chapter(c.Key)
		if known && c.Heading != standard.Heading() && format.ID == tally.Format2021 {
			got = append(got, c.Key+" "+c.Heading)
			continue
		}
		got = append(got, c.Key)
	}
	if !slices.Equal(got, want.chapters) {
		t.Errorf("Read(seed %s).Chapters = %v, want %v", want.number, got, want.chapters)
	}
}

// checkSeedCells wants every cell that the text has, all of them zero, and no other.
func checkSeedCells(t *testing.T, want seedReport, r Result) {
	t.Helper()
	known := 0
	for name, v := range r.Cells {
		if v.State == tally.Unknown {
			continue
		}
		known++
		if v != tally.Count(0) {
			t.Errorf("Read(seed %s).Cells[%s] = %v, want 0", want.number, name, v)
		}
		reading := r.Read[name]
		if reading.Place.Line == 0 || reading.Confidence <= 0 || len(reading.Evidence) == 0 {
			t.Errorf("Read(seed %s) reads %s without place or evidence: %+v", want.number, name, reading)
		}
	}
	if known != want.known {
		t.Errorf("Read(seed %s) knows %d cells, want %d", want.number, known, want.known)
	}
	if want.number == "001" {
		// The text has lost the column of natural persons; one row shows it.
		lost := r.Read["req.received_new.natural_person"]
		if lost.Value.State != tally.Unknown || len(lost.Candidates) == 0 || lost.Candidates[0].Value != tally.Count(0) {
			t.Errorf("Read(seed 001) reads the lost cell as %+v, want unknown with the candidate 0", lost)
		}
		if got := r.Read["req.carried_in.total"].Place.Line; got != 55 {
			t.Errorf("Read(seed 001) finds req.carried_in.total in line %d, want 55", got)
		}
	}
}

func checkFindings(t *testing.T, want seedReport, r Result) {
	t.Helper()
	for _, w := range want.findings {
		id, word, _ := strings.Cut(w, " ")
		if !slices.ContainsFunc(r.Findings, func(f checks.Finding) bool {
			return f.ID == id && (strings.Contains(f.Text, word) || strings.Contains(f.Quote, word))
		}) {
			t.Errorf("Read(seed %s) has no finding %q", want.number, w)
		}
	}
	for _, f := range r.Findings {
		if f.Severity == checks.Error && !slices.Contains(want.errors, f.ID) {
			t.Errorf("Read(seed %s) finds an error that is none: %s %s", want.number, f.ID, f.Text)
		}
	}
}
