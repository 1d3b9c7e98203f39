package document

import (
	"strings"
	"testing"
)

func TestGridOwnsEverySlotOnce(t *testing.T) {
	good := &Table{Name: "t", Columns: []float64{1, 1, 1}, Rows: []Row{
		{Cells: []Cell{{Text: "a", Rowspan: 2}, {Text: "b", Colspan: 2}}},
		{Cells: []Cell{{Text: "c"}, {Text: "d"}}},
	}}
	grid, err := good.Grid()
	if err != nil {
		t.Fatal(err)
	}
	if got := grid[1][0]; got.Cell.Text != "a" || got.Origin || got.Row != 0 {
		t.Errorf("slot 2,1 = %+v, want the continuing cell a", got)
	}
	if got := grid[1][1]; got.Cell.Text != "c" || !got.Origin {
		t.Errorf("slot 2,2 = %+v, want the beginning of c", got)
	}
}

func TestGridRefuses(t *testing.T) {
	tests := []struct {
		name string
		rows []Row
		want string
	}{
		{"a span too long", []Row{{Cells: []Cell{{Text: "a", Rowspan: 2}, {Text: "b"}}}}, "reaches past"},
		{"a hole", []Row{{Cells: []Cell{{Text: "a"}}}}, "belongs to no cell"},
		{"one cell too many", []Row{{Cells: []Cell{{}, {}, {Text: "x"}}}}, "reaches past"},
		{"an overlap", []Row{{Cells: []Cell{{Text: "a"}, {Text: "b", Rowspan: 2}}}, {Cells: []Cell{{Text: "c", Colspan: 2}}}}, "both claim"},
	}
	for _, tt := range tests {
		table := &Table{Name: "t", Columns: []float64{1, 1}, Rows: tt.rows}
		_, err := table.Grid()
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: Grid() error = %v, want one that says %q", tt.name, err, tt.want)
		}
	}
}
