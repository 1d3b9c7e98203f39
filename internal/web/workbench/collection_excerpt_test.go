package workbench

import (
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
)

// marked writes words with the marked ones in brackets.
func marked(words []excerptWords) string {
	text := ""
	for _, w := range words {
		if w.Marked {
			text += "[" + w.Text + "]"
		} else {
			text += w.Text
		}
	}
	return text
}

func TestMarkWords(t *testing.T) {
	long := strings.Repeat("前句", 50) + "九件" + strings.Repeat("后句", 50)
	for _, c := range []struct {
		text  string
		spot  checks.Spot
		quote string
		want  string
	}{
		{"收到申请9件。", checks.Spot{Start: 5, End: 6}, "", "收到申请[9件]。"},
		{"收到申请9件。", checks.Spot{}, "申请9件", "收到[申请9件]。"},
		{"收到申请9件。", checks.Spot{Start: 5, End: 60}, "", "收到申请9件。"},
		{"收到申请9件。", checks.Spot{Start: 6, End: 4}, "没有", "收到申请9件。"},
		{"", checks.Spot{Start: 1, End: 1}, "", ""},
		{long, checks.Spot{}, "九件", "…" + strings.Repeat("前句", 30) + "[九件]" + strings.Repeat("后句", 30) + "…"},
		{"标题" + strings.Repeat("|", 300), checks.Spot{Start: 1, End: 2}, "", "[标题]" + "|||…（“|”连续60个）" + "…"},
	} {
		got := marked(markWords(c.text, &c.spot, c.quote))
		if got != c.want {
			t.Errorf("markWords(%.20q, %+v, %q) = %q, want %q", c.text, c.spot, c.quote, got, c.want)
		}
	}
}

func TestWithoutRuns(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""}, {"平常的字||", "平常的字||"}, {strings.Repeat("-", 40), strings.Repeat("-", 40)}, {"表" + strings.Repeat("|", 41) + "尾", "表|||…（“|”连续41个）尾"},
	} {
		if got := withoutRuns(c.text); got != c.want {
			t.Errorf("withoutRuns(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// Ids on the page of an original are given once, whatever the file says of its
// lines, and a grid with slots that belong to nobody is still a whole table.
func TestBlocksOfADamagedSource(t *testing.T) {
	cell := func(row, column, rowspan, colspan, line int, text string) reading.GridCell {
		return reading.GridCell{
			Row: row, Column: column, Rowspan: rowspan, Colspan: colspan, Text: text,
			Place: reading.Place{Table: 1, Row: row + 1, Column: column + 1, Line: line},
		}
	}
	src := reading.Source{Blocks: []reading.Block{
		{Text: "一行", Place: reading.Place{Line: 1}},
		{Text: "同一行", Place: reading.Place{Line: 1}},
		{Text: "没有行号"},
		{Picture: true},
		{Table: &reading.Grid{Rows: 2, Columns: 3, Cells: []reading.GridCell{cell(0, 0, 9, 1, 2, "高"), cell(0, 1, 1, 9, 1, "宽"), cell(1, 2, 1, 1, 3, "末")}}},
	}}
	blocks := blocksOf(src)
	seen := map[string]bool{}
	note := func(id string) {
		if id == "" {
			return
		}
		if seen[id] {
			t.Errorf("id %q is given twice", id)
		}
		seen[id] = true
	}
	for _, b := range blocks {
		note(b.ID)
		for _, row := range b.Rows {
			note(row.ID)
			for _, c := range row.Cells {
				note(c.ID)
			}
		}
	}
	for _, id := range []string{"line-1", "line-2", "line-3", "table-1-row-1", "table-1-row-2"} {
		if !seen[id] {
			t.Errorf("nothing has the id %q", id)
		}
	}
	rows := blocks[4].Rows
	if len(rows) != 2 || len(rows[0].Cells) != 2 || rows[0].Cells[0].Down != 2 || rows[0].Cells[1].Across != 2 || len(rows[1].Cells) != 2 {
		t.Errorf("the damaged table is drawn as %+v", rows)
	}
}

func TestSentName(t *testing.T) {
	long := strings.Repeat("长", 300) + ".docx"
	for _, c := range []struct{ sent, want string }{
		{"报告.html", "报告.html"}, {`镇街\乙镇.pdf`, "镇街/乙镇.pdf"}, {"../../etc/passwd", "etc/passwd"}, {"/a//b/./c.txt", "a/b/c.txt"}, {"坏\xff.txt", "坏�.txt"},
	} {
		if got := sentName(c.sent); got != c.want {
			t.Errorf("sentName(%q) = %q, want %q", c.sent, got, c.want)
		}
	}
	if got := sentName(long); len([]rune(got)) != longestName || !strings.HasSuffix(got, ".docx") {
		t.Errorf("sentName of %d characters = %q, want %d that end as it does", 305, got, longestName)
	}
}
