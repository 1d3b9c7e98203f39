package docx

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/docfile/docx/reporttest"
	"gongkai/internal/document"
)

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestEveryRowFillsTheGrid(t *testing.T) {
	body := unpack(t, written(t, reporttest.Report()))["word/document.xml"]
	tables := body.all("tbl")
	if len(tables) != 3 {
		t.Fatalf("tables = %d, want 3", len(tables))
	}
	for i, table := range tables {
		columns, width := 0, 0
		for _, c := range table.all("gridCol") {
			columns++
			width += number(t, c.attr("w"))
		}
		if width != textWidth {
			t.Errorf("table %d: columns sum to %d, want %d", i, width, textWidth)
		}
		open := map[int]int{} // grid column → span of the merged cell above
		for r, row := range table.all("tr") {
			at, next := 0, map[int]int{}
			for _, cell := range row.all("tc") {
				span := 1
				for _, s := range cell.all("gridSpan") {
					span = number(t, s.attr("val"))
				}
				for _, m := range cell.all("vMerge") {
					next[at] = span
					if m.attr("val") == "continue" && open[at] != span {
						t.Errorf("table %d row %d column %d continues a cell of span %d with span %d", i, r, at, open[at], span)
					}
					if m.attr("val") == "continue" && cell.text() != "\n" {
						t.Errorf("table %d row %d column %d: a continuation says %q", i, r, at, cell.text())
					}
				}
				at += span
			}
			if at != columns {
				t.Errorf("table %d row %d: spans sum to %d, want %d", i, r, at, columns)
			}
			open = next
		}
	}
}

func TestTableThreeStaysOnOnePage(t *testing.T) {
	body := unpack(t, written(t, reporttest.Report()))["word/document.xml"]
	rows := body.all("tbl")[1].all("tr")
	height := 0
	for r, row := range rows {
		height += number(t, row.all("trHeight")[0].attr("val"))
		if got, want := len(row.all("tblHeader")) > 0, r < 3; got != want {
			t.Errorf("row %d repeats on a new page = %v, want %v", r, got, want)
		}
		if len(row.all("cantSplit")) != 1 {
			t.Errorf("row %d may be cut by a page end", r)
		}
		for _, p := range row.all("p") {
			if got, want := len(p.all("keepNext")) > 0, r < len(rows)-1; got != want {
				t.Errorf("row %d keeps with the next = %v, want %v", r, got, want)
			}
		}
	}
	if height+2*linePitch > textHeight {
		t.Errorf("table and chapter title are %d twips high, want at most %d", height+2*linePitch, textHeight)
	}
}

func TestTableTallerThanAPageIsDivided(t *testing.T) {
	long := &document.Table{Name: "register", Columns: []float64{1, 3}, HeadRows: 1, Whole: true}
	long.Rows = append(long.Rows, document.Row{Cells: []document.Cell{{Text: "序号", Head: true}, {Text: "事项", Head: true}}})
	for i := range 200 {
		long.Rows = append(long.Rows, document.Row{Cells: []document.Cell{{Text: strconv.Itoa(i + 1), Number: true}, {Text: "事项"}}})
	}
	body := unpack(t, written(t, &document.Document{Blocks: []document.Block{long}}))["word/document.xml"]
	for r, row := range body.all("tr") {
		if got, want := len(row.all("keepNext")) > 0, r == 0; got != want {
			t.Errorf("row %d keeps with the next = %v, want %v", r, got, want)
		}
	}
}

func TestLongFigureStandsOnOneLine(t *testing.T) {
	l, err := arrange(&document.Table{Columns: make15(), Rows: []document.Row{{Cells: figures("1234567890")}}}, 0)
	if err != nil {
		t.Fatal(err)
	}
	size := l.typeSize(l.grid[0][0])
	if width, room := measure("1234567890")*size, l.inner(0, 1); width > room+0.01 || size >= l.size {
		t.Errorf("ten digits take %.1f of %.1f points at %.1f", width, room, size)
	}
}

func make15() []float64 {
	columns := make([]float64, 15)
	for i := range columns {
		columns[i] = 1
	}
	return columns
}

func figures(text string) []document.Cell {
	cells := make([]document.Cell, 15)
	for i := range cells {
		cells[i] = document.Cell{Text: text, Number: true}
	}
	return cells
}

func TestWriteRefusesTables(t *testing.T) {
	tests := []struct {
		name  string
		table *document.Table
		want  string
	}{
		{"a span past the table", &document.Table{Columns: []float64{1}, Rows: []document.Row{{Cells: []document.Cell{{Colspan: 2}}}}}, "reaches past"},
		{"no columns", &document.Table{}, "no columns"},
		{"a column without width", &document.Table{Columns: []float64{1, 0}}, "width 0"},
		{"a column that is no number", &document.Table{Columns: []float64{math.NaN()}}, "width NaN"},
	}
	for _, tt := range tests {
		err := Write(&strings.Builder{}, &document.Document{Blocks: []document.Block{tt.table}})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: Write error = %v, want one that says %q", tt.name, err, tt.want)
		}
	}
}

func TestTablesThatTouchAreParted(t *testing.T) {
	one := &document.Table{Name: "t", Columns: []float64{1}, Rows: []document.Row{{Cells: []document.Cell{{Text: "一"}}}}}
	body := unpack(t, written(t, &document.Document{Blocks: []document.Block{one, one}}))["word/document.xml"].Children[0]
	var order []string
	for _, child := range body.Children {
		order = append(order, child.XMLName.Local)
	}
	if got, want := fmt.Sprint(order), "[tbl p tbl p sectPr]"; got != want {
		t.Errorf("body holds %s, want %s", got, want)
	}
}
