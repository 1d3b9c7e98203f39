package page

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gongkai/internal/docfile/font"
	"gongkai/internal/docfile/page/pagetest"
	"gongkai/internal/document"
)

func TestRequestsTableStandsOnOnePageAtFullSize(t *testing.T) {
	book := lay(t, pagetest.Report())
	pages := map[int]bool{}
	for i, p := range book.Pages {
		for _, r := range p.Runs {
			if text := r.text(); strings.HasPrefix(text, "一、本年新收") || strings.HasPrefix(text, "四、结转") || strings.HasPrefix(text, "三、收到") {
				pages[i] = true
				if r.Size != tableSize && !strings.HasPrefix(text, "三、收到") {
					t.Errorf("%s is set in %d, want %d", text, r.Size, tableSize)
				}
			}
		}
	}
	if len(pages) != 1 {
		t.Errorf("heading, first and last row of the table stand on %d pages, want 1", len(pages))
	}
}

// Each square's edge is covered by one rule where two cells meet, by none inside one.
func TestEveryEdgeIsDrawnOnce(t *testing.T) {
	tables := []*document.Table{pagetest.Requests()}
	for _, doc := range samples {
		for _, block := range doc.Blocks {
			if table, ok := block.(*document.Table); ok {
				tables = append(tables, table)
			}
		}
	}
	for _, source := range tables {
		for i, p := range measuredTable(t, source).parts(400*Point, 500*Point) {
			checkEdges(t, fmt.Sprintf("%s part %d", source.Name, i+1), source, p)
		}
	}
}

func measuredTable(t *testing.T, source *document.Table) *table {
	t.Helper()
	l := &layout{setter: setter{fonts: font.Embedded()}, book: &Book{Root: &Node{}}}
	grid, err := source.Grid()
	if err != nil {
		t.Fatal(err)
	}
	columns, err := columnEdges(source)
	if err != nil {
		t.Fatal(err)
	}
	return l.measureTable(source, grid, columns, l.tableNodes(source), tableSize)
}

func checkEdges(t *testing.T, name string, source *document.Table, p part) {
	t.Helper()
	columns, err := columnEdges(source)
	if err != nil {
		t.Fatal(err)
	}
	ys := []Length{0}
	for _, row := range p.rows {
		ys = append(ys, ys[len(ys)-1]+row.height)
	}
	covers := func(x1, y1, x2, y2 Length) int {
		n := 0
		for _, l := range p.lines {
			if l.X1 <= x1 && l.X2 >= x2 && l.Y1 <= y1 && l.Y2 >= y2 && (l.X1 == l.X2) == (x1 == x2) {
				n++
			}
		}
		return n
	}
	owner := func(r, c int) *cell {
		if r < 0 || r >= len(p.rows) || c < 0 || c >= len(source.Columns) {
			return nil
		}
		return p.rows[r].owners[c]
	}
	for r := 0; r <= len(p.rows); r++ {
		for c := 0; c <= len(source.Columns); c++ {
			if c < len(source.Columns) {
				want := 0
				if owner(r-1, c) != owner(r, c) {
					want = 1
				}
				if got := covers(left+columns[c], ys[r], left+columns[c+1], ys[r]); got != want {
					t.Errorf("%s: level edge at row %d column %d is drawn %d times, want %d", name, r, c, got, want)
				}
			}
			if r < len(p.rows) {
				want := 0
				if owner(r, c-1) != owner(r, c) {
					want = 1
				}
				if got := covers(left+columns[c], ys[r], left+columns[c], ys[r+1]); got != want {
					t.Errorf("%s: upright edge at row %d column %d is drawn %d times, want %d", name, r, c, got, want)
				}
			}
		}
	}
}

func TestDividedTableRepeatsHeadsAndSpans(t *testing.T) {
	book := lay(t, pagetest.Register(4, 11))
	if len(book.Pages) < 3 {
		t.Fatalf("%d pages, want a table that takes several", len(book.Pages))
	}
	content := map[string]int{}
	for i, p := range book.Pages {
		heads, groups := 0, 0
		for _, r := range p.Runs {
			text := r.text()
			if text == "申请内容" {
				heads++
				if (r.Node == nil) != (i > 0) {
					t.Errorf("page %d: head %s is content %v, want content on the first page and an artifact later", i+1, text, r.Node != nil)
				}
			}
			if strings.HasSuffix(text, "办公室") {
				groups++
				if r.Node != nil {
					content[text]++
				}
			}
		}
		if heads != 1 || groups == 0 {
			t.Errorf("page %d has %d heads and %d group names, want one head and at least one name", i+1, heads, groups)
		}
	}
	for g := 1; g <= 4; g++ {
		if name := fmt.Sprintf("第%d办公室", g); content[name] != 1 {
			t.Errorf("%s is content %d times, want once", name, content[name])
		}
	}
}

func TestCellLongerThanAPageFlowsOn(t *testing.T) {
	long := strings.Repeat("依申请公开的信息按年度归档保存。", 300)
	doc := &document.Document{Blocks: []document.Block{&document.Table{
		Columns: []float64{1, 3}, HeadRows: 1, Rows: []document.Row{
			{Cells: []document.Cell{{Text: "项目", Head: true}, {Text: "内容", Head: true}}},
			{Cells: []document.Cell{{Text: "归档", Head: true}, {Text: long, Align: document.Left}}},
		},
	}}}
	book := lay(t, doc)
	if len(book.Pages) < 3 {
		t.Errorf("%d pages, want several", len(book.Pages))
	}
	if got, want := spoken(book), "项目\n内容\n归档\n"+long+"\n"; got != want {
		t.Errorf("the pages hold %d bytes of text, want %d", len(got), len(want))
	}
	for i, p := range book.Pages {
		for _, r := range p.Runs {
			if r.Y > bottom && r.Y != numberLine {
				t.Errorf("page %d: %q stands below the text area at %d", i+1, r.text(), r.Y)
			}
		}
	}
}

func TestWideNumberShrinksInsteadOfBreaking(t *testing.T) {
	table := pagetest.Requests()
	table.Rows[3].Cells[1].Text = "1234567"
	for _, p := range lay(t, &document.Document{Blocks: []document.Block{table}}).Pages {
		for _, r := range p.Runs {
			if r.text() == "1234567" && r.Size < tableSize {
				return
			}
		}
	}
	t.Error("no smaller run holds the wide number whole")
}

func TestRowSpansAreFilledSmallToLarge(t *testing.T) {
	tall := strings.Repeat("高\n", 9) + "高"
	source := &document.Table{Columns: []float64{1, 1, 1}, Rows: []document.Row{
		{Cells: []document.Cell{{Text: tall, Rowspan: 3}, {Text: "低\n低\n低\n低", Rowspan: 2}, {Text: "一"}}},
		{Cells: []document.Cell{{Text: "二"}}},
		{Cells: []document.Cell{{Text: "三"}, {Text: "四"}}},
	}}
	m := measuredTable(t, source)
	line := milli(1250, tableSize)
	if got, want := m.span(0, 2), 4*line+2*m.pad; got < want {
		t.Errorf("rows 1–2 are %d high, want at least %d", got, want)
	}
	if got, want := m.height(), 10*line+2*m.pad; got != want {
		t.Errorf("the table is %d high, want %d", got, want)
	}
}

func TestLayRefusesTables(t *testing.T) {
	one := []document.Row{{Cells: []document.Cell{{Text: "一"}}}}
	tests := []struct {
		name  string
		table *document.Table
		want  string
	}{
		{"a column without width", &document.Table{Name: "t", Columns: []float64{0}, Rows: one}, "column width"},
		{"a column that is no number", &document.Table{Name: "t", Columns: []float64{math.NaN()}, Rows: one}, "column width"},
		{"a hole", &document.Table{Name: "t", Columns: []float64{1, 1}, Rows: one}, "belongs to no cell"},
	}
	for _, tt := range tests {
		_, err := Lay(&document.Document{Blocks: []document.Block{tt.table}}, font.Embedded())
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: Lay error = %v, want one that says %q", tt.name, err, tt.want)
		}
	}
}
