package reading

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRead feeds text in any state, as lines and as a table. Nothing panics, every
// place lies inside the file, and the result can be written.
func FuzzRead(f *testing.F) {
	for _, d := range damages {
		src, _, _ := d.make(1)
		var lines []string
		for _, b := range src.Blocks {
			if b.Table == nil {
				lines = append(lines, b.Text)
				continue
			}
			for _, c := range b.Table.Cells {
				lines = append(lines, c.Text)
			}
		}
		f.Add(strings.Join(lines, "\n"), uint8(3))
	}
	f.Add("一、總體情況(kuàng)\n|||||\n第二十条\t\t\t①", uint8(1))
	f.Add("\xff\xfe\x00", uint8(0))
	f.Fuzz(func(t *testing.T, text string, columns uint8) {
		if len(text) > 20_000 {
			return
		}
		src := textSource("f", text)
		grid := Grid{Columns: int(columns)}
		for i, word := range strings.Fields(text) {
			width := int(columns) + 1
			grid.Cells = append(grid.Cells, GridCell{Row: i / width, Column: i % width, Rowspan: i % 3, Colspan: i % 4, Text: word, Place: Place{Table: 1}})
			grid.Rows = i/width + 1
		}
		lines := strings.Split(text, "\n")
		for _, s := range []Source{src, {File: "f", Kind: HTML, Blocks: []Block{{Table: &grid}, {Text: text}, {Picture: true}}}} {
			r := Read(s)
			_, err := json.Marshal(r)
			if err != nil {
				t.Fatalf("write the reading of %q: %v", text, err)
			}
			if s.Kind != Text {
				continue
			}
			for _, st := range r.Statements {
				inside(t, lines, st.Place)
			}
			for _, c := range r.Chapters {
				inside(t, lines, c.Place)
			}
			for name, cell := range r.Read {
				if cell.Place.Line > 0 {
					inside(t, lines, cell.Place)
					got := fold(part(lines, cell.Place)).text
					if got != cell.Text && strings.TrimSpace(got) != strings.TrimSpace(cell.Text) {
						t.Errorf("the place %s of %s holds %q, want %q", cell.Place, name, got, cell.Text)
					}
				}
			}
		}
	})
}

func part(lines []string, p Place) string {
	runes := []rune(lines[p.Line-1])
	return string(runes[p.Start:p.End])
}

func inside(t *testing.T, lines []string, p Place) {
	t.Helper()
	if p.Line == 0 && p.Start == 0 && p.End == 0 {
		return
	}
	if p.Line < 1 || p.Line > len(lines) || p.Start < 0 || p.Start > p.End || p.End > utf8.RuneCountInString(lines[p.Line-1]) {
		t.Errorf("the place %+v lies outside the text of %d lines", p, len(lines))
	}
}
