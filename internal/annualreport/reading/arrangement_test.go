package reading

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"gongkai/law/tally"
)

// arranged reads a report whose tables are made by table.
func arranged(kind Kind, year int, cells tally.Cells, format tally.Format, table func(*paper, sheet, int)) (Result, *paper) {
	p := write(format, year, func(p *paper, n int) { table(p, printed(format, n, cells, plainShown), n) })
	return Read(p.source(kind)), p
}

// compare reports cells that were read otherwise than they stand; lost ones must be
// unknown.
func compare(t *testing.T, what string, got Result, want tally.Cells, lost func(string) bool) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		expected := want[name]
		if lost != nil && lost(name) {
			expected = tally.UnknownValue
		}
		if got.Cells[name] != expected {
			t.Errorf("Read(%s).Cells[%s] = %v, want %v", what, name, got.Cells[name], expected)
		}
	}
}

// A workbook has its text on the first sheet and its tables on those behind it.
func TestTablesBehindTheText(t *testing.T) {
	format, _ := tally.ByID(tally.Format2021)
	cells := truth(format, 11)
	p := write(format, 2024, func(*paper, int) {})
	for _, table := range []int{2, 3, 4} {
		asGrid(p, printed(format, table, cells, plainShown), table)
	}
	got := Read(p.source(XLSX))
	compare(t, "workbook", got, cells, nil)
	if got.Dates["signed"] != "2025-01-15" {
		t.Errorf("Read(workbook) is signed %q, want 2025-01-15", got.Dates["signed"])
	}
}

func TestSignatureBeforeFootnotes(t *testing.T) {
	format, _ := tally.ByID(tally.Format2021)
	p := write(format, 2024, func(*paper, int) {})
	for range 8 {
		p.line("含上级转办 7 件。")
	}
	got := Read(p.source(DOCX))
	if got.Dates["signed"] != "2025-01-15" || got.Organ != "枫桥镇人民政府" {
		t.Errorf("Read(footnotes) = %q, signed %q, want 枫桥镇人民政府, 2025-01-15", got.Organ, got.Dates["signed"])
	}
}

// A table three that lost its end must not take the totals of table four for its own.
func TestTableThreeCutBeforeTableFour(t *testing.T) {
	format, _ := tally.ByID(tally.Format2021)
	cells := truth(format, 12)
	const kept = 16 // rows, the heads among them
	got, _ := arranged(Text, 2024, cells, format, func(p *paper, s sheet, table int) {
		rows := s.rows(true)
		if table == 3 {
			rows = rows[:kept]
		}
		for _, row := range rows {
			p.line(strings.Join(row, "\t"))
		}
	})
	lost := func(name string) bool {
		for _, row := range format.RequestRows[kept-3:] {
			if strings.HasPrefix(name, "req."+row.Key+".") {
				return true
			}
		}
		return false
	}
	compare(t, "table three cut", got, cells, lost)
}

// Merged cells taken apart and filled say their figure several times.
func TestMergedCellsFilled(t *testing.T) {
	format, _ := tally.ByID(tally.Format2021)
	cells := truth(format, 13)
	got, _ := arranged(HTML, 2024, cells, format, func(p *paper, s sheet, _ int) {
		grid := Grid{Rows: s.grid.Rows, Columns: s.grid.Columns}
		for r, line := range s.slots {
			for c, index := range line {
				grid.Cells = append(grid.Cells, GridCell{Row: r, Column: c, Rowspan: 1, Colspan: 1, Text: s.grid.Cells[index].Text})
			}
		}
		p.blocks = append(p.blocks, Block{Table: &grid})
	})
	compare(t, "merged cells filled", got, cells, nil)
}

// In a grid the heads say which column was lost, also one in the middle.
func TestColumnLostInsideAGrid(t *testing.T) {
	format, _ := tally.ByID(tally.Format2021)
	cells := truth(format, 14)
	got, _ := arranged(DOCX, 2024, cells, format, func(p *paper, s sheet, table int) {
		grid := s.grid
		if table == 3 {
			grid = withoutGridColumn(grid, 3+2)
		}
		p.blocks = append(p.blocks, Block{Table: &grid})
	})
	compare(t, "column lost", got, cells, func(name string) bool { return strings.HasSuffix(name, ".org_research") })
}

// withoutGridColumn takes a column out of a grid; cells that reach over it shrink.
func withoutGridColumn(grid Grid, column int) Grid {
	without := Grid{Rows: grid.Rows, Columns: grid.Columns - 1}
	for _, c := range grid.Cells {
		switch {
		case c.Column > column:
			c.Column--
		case c.Column+c.Colspan > column:
			c.Colspan--
		}
		if c.Colspan > 0 {
			without.Cells = append(without.Cells, c)
		}
	}
	return without
}

func TestNegativeChangeInALine(t *testing.T) {
	format, _ := tally.ByID(tally.Format2019)
	cells := truth(format, 15)
	cells["v19.licence_items_delta"] = tally.Count(-2)
	got, _ := arranged(Text, 2020, cells, format, asLines("        ", false))
	compare(t, "negative change", got, cells, nil)
}

func TestHeadLabelsRunTogether(t *testing.T) {
	format, _ := tally.ByID(tally.Format2021)
	p := write(format, 2024, func(*paper, int) {})
	p.blocks = append([]Block{{Text: "索引号：001008004005097/2025-01220发布机构：枫桥镇公开方式：主动公开成文日期：2025-01-15 主题分类：政务公开"}}, p.blocks...)
	got := Read(p.source(HTML))
	if got.IndexNumber != "001008004005097/2025-01220" || got.Dates["dated"] != "2025-01-15" || got.Head[headPublisher] != "枫桥镇" {
		t.Errorf("Read(head) = %q, dated %q, by %q, want 001008004005097/2025-01220, 2025-01-15, 枫桥镇",
			got.IndexNumber, got.Dates["dated"], got.Head[headPublisher])
	}
}
