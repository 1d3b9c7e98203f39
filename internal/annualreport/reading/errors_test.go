package reading

import (
	"slices"
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
	"gongkai/law/tally"
)

// A sound report with one thing wrong: the finding is made, and no other error.
func TestSeededErrors(t *testing.T) {
	tests := []struct {
		name  string
		cells func(tally.Cells)
		pairs []string // words replaced in the text
		want  string
	}{
		{"nothing wrong", nil, nil, ""},
		{"balance", func(c tally.Cells) { add(c, "req.carried_out.natural_person", 1); add(c, "req.carried_out.total", 1) }, nil, "T3-01"},
		{"row sum", func(c tally.Cells) {
			add(c, "req.granted.org_other", 1)
			add(c, "req.handled_total.org_other", 1)
			add(c, "req.received_new.org_other", 1)
		}, nil, "T3-03"},
		{"results", func(c tally.Cells) { add(c, "req.granted.total", 5); add(c, "req.granted.natural_person", 5) }, nil, "T3-02"},
		{"reconsiderations", func(c tally.Cells) { add(c, "review.total", 2) }, nil, "T4-01"},
		{"suits", func(c tally.Cells) { add(c, "suit_after_review.pending", 2) }, nil, "T4-03"},
		{"figure in the text", nil, []string{"全年工作平稳", "收到政府信息公开申请90001件"}, "N-01"},
		{"absence in the text", nil, []string{"全年工作平稳", "未发生政府信息公开行政复议"}, "N-05"},
		{"sum in the text", nil, []string{"全年工作平稳", "发布信息100条，其中政策文件40条、工作动态50条、公告20条"}, "N-02"},
		{"heading", nil, []string{"一、总体情况", "一、基本情况"}, "N-11"},
		{"chapter missing", nil, []string{"五、存在的主要问题及改进情况", ""}, "N-11"},
		{"year", nil, []string{"2025年1月15日", "2023年1月15日"}, "N-06"},
		{"other organ under it", nil, []string{"枫桥镇人民政府|2025", "柳溪县水利局|2025"}, "N-07"},
		{"topic", nil, []string{"社会评议满意率较高", "群众反映较好"}, "N-12"},
		{"fees", nil, []string{"发出收费通知3件，没有收取信息处理费", "没有其他事项"}, "N-10"},
		{"signature", nil, []string{"枫桥镇人民政府|2025年1月15日", ""}, "N-14"},
	}
	for _, tt := range tests {
		for seed := range uint64(3) {
			cells := truth(tally.Formats[0], seed)
			cells["review.upheld"] = tally.Count(cells["review.upheld"].N + 1)
			add(cells, "review.total", 1)
			if tt.cells != nil {
				tt.cells(cells)
			}
			p := write(tally.Formats[0], 2024, func(p *paper, table int) {
				asGrid(p, printed(tally.Formats[0], table, cells, plainShown), table)
			})
			var lines []string
			tables := map[string]*Grid{}
			for _, b := range p.blocks {
				if b.Table != nil {
					mark := "#" + string(rune('a'+len(tables)))
					tables[mark] = b.Table
					lines = append(lines, mark)
					continue
				}
				lines = append(lines, b.Text)
			}
			text := strings.Replace(strings.Join(lines, "|"), "主动公开政府信息120条。", "主动公开政府信息120条。全年工作平稳。", 1)
			if len(tt.pairs) > 0 {
				if !strings.Contains(text, tt.pairs[0]) {
					t.Fatalf("%s: the text has no %q", tt.name, tt.pairs[0])
				}
				text = strings.Replace(text, tt.pairs[0], tt.pairs[1], 1)
			}
			var damaged paper
			for _, line := range strings.Split(text, "|") {
				if grid := tables[line]; grid != nil {
					damaged.blocks = append(damaged.blocks, Block{Table: grid})
				} else if line != "" {
					damaged.line(line)
				}
			}
			r := Read(damaged.source(HTML))
			if tt.want != "" && !slices.ContainsFunc(r.Findings, func(f checks.Finding) bool { return f.ID == tt.want }) {
				t.Errorf("%s, %d: no finding %s", tt.name, seed, tt.want)
			}
			for _, f := range r.Findings {
				if f.Severity == checks.Error && f.ID != tt.want {
					t.Errorf("%s, %d: %s %s %s", tt.name, seed, f.ID, f.Where, f.Text)
				}
			}
		}
	}
}

func add(cells tally.Cells, name string, n int64) { cells[name] = tally.Count(cells[name].N + n) }

func TestTwoReportsInOneFile(t *testing.T) {
	var whole paper
	for seed := range uint64(2) {
		cells := truth(tally.Formats[0], seed)
		p := write(tally.Formats[0], 2023+int(seed), func(p *paper, table int) {
			asGrid(p, printed(tally.Formats[0], table, cells, plainShown), table)
		})
		whole.blocks = append(whole.blocks, p.blocks...)
	}
	r := Read(whole.source(HTML))
	if len(r.Findings) != 1 || r.Findings[0].ID != FoundTwoTables {
		t.Errorf("Read(two reports).Findings = %v, want %s alone", r.Findings, FoundTwoTables)
	}
}
