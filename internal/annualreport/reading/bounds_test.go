package reading

import (
	"strings"
	"testing"
	"time"
)

// Hostile or broken files take bounded time.
func TestBounds(t *testing.T) {
	wide := Grid{Rows: 3, Columns: 10_000}
	long := Grid{Rows: 20_000, Columns: 8}
	for i := range 10_000 {
		wide.Cells = append(wide.Cells, GridCell{Column: i, Rowspan: 1, Colspan: 1, Text: "其他"}, GridCell{Row: 1, Column: i, Rowspan: 1, Colspan: 1, Text: "0"})
	}
	for r := range long.Rows {
		long.Cells = append(long.Cells, GridCell{Row: r, Rowspan: 1, Colspan: 1, Text: "1.属于国家秘密"})
		for c := 1; c < 8; c++ {
			long.Cells = append(long.Cells, GridCell{Row: r, Column: c, Rowspan: 1, Colspan: 1, Text: "0"})
		}
	}
	sources := map[string]Source{
		"10,000 columns":   {Blocks: []Block{{Text: "枫桥镇2024年政府信息公开工作年度报告"}, {Table: &wide}}},
		"20,000 rows":      {Blocks: []Block{{Text: "枫桥镇2024年政府信息公开工作年度报告"}, {Table: &long}}},
		"one line of 2 MB": {Blocks: []Block{{Text: strings.Repeat("一、总体情况 收到申请3件 | ", 60_000)}}},
		"a row far down":   {Blocks: []Block{{Table: &Grid{Rows: 1 << 40, Cells: []GridCell{{Row: 1 << 40, Column: 1 << 40, Text: "0"}}}}}},
	}
	for name, src := range sources {
		start := time.Now()
		Read(src)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("Read(%s) took %s", name, took)
		} else {
			t.Logf("Read(%s) took %s", name, took)
		}
	}
}
