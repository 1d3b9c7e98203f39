package reading

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gongkai/law/tally"
)

// damage is one way in which a report comes to us.
type damage struct {
	name   string
	format string
	year   int
	shown  func(string, tally.Value) string
	table  func(*paper, sheet, int)
	whole  func(*paper) // done to the finished paper
	lost   func(tally.Cell) bool
	// missing says that chapters are missing, which is an error of the report.
	missing bool
	want    func(tally.Cell, tally.Value) tally.Value // what is to be read in place of the truth
}

var damages = []damage{
	{name: "clean grid", table: asGrid},
	{name: "tab rows with blanks", table: asLines("\t", true)},
	{name: "tab rows without blanks", table: asLines("\t", false)},
	{name: "pipe rows with blanks", table: asLines(" | ", true)},
	{name: "pipe rows without blanks", table: asLines(" | ", false)},
	{name: "rows set with spaces", table: asLines("  ", false)},
	{name: "one cell per line", table: onePerLine},
	{name: "bars on lines of their own", table: barsBetween},
	{name: "a bar behind every cell", table: barsBehind},
	{name: "labels wrapped before the figures", table: wrapped(false)},
	{name: "labels wrapped around the figures", table: wrapped(true)},
	{name: "tables split per row", table: rowByRow},
	{name: "table across pages", table: paged},
	{name: "slips of recognition", table: slipped},
	{name: "traditional characters with pinyin", table: asLines("\t", true), whole: replaceAll(traditionalWords[2:]...)},
	{name: "full-width digits", table: asGrid, whole: replaceAll(fullWidth...)},
	{name: "thousands separators", table: asGrid, shown: thousandsShown},
	{name: "Chinese numerals", table: asGrid, shown: chineseShown},
	{name: "notes inside cells", table: asGrid, shown: noteShown},
	{name: "blank for zero in a grid", table: asGrid, shown: zeroShown(""), want: zeroBecomes(tally.BlankValue)},
	{name: "slash for zero", table: asGrid, shown: zeroShown("/"), want: zeroBecomes(tally.NotApplicableValue)},
	{name: "dash for zero in pipe rows", table: asLines("|", false), shown: zeroShown("-"), want: zeroBecomes(tally.NotApplicableValue)},
	{
		name: "column and its head lost", table: withoutColumn("natural_person", false, "\t"),
		lost: func(cell tally.Cell) bool { return isThree(cell) && cell.Column == "natural_person" },
	},
	{name: "column lost under its head", table: withoutColumn("org_research", true, "|"), lost: isThree},
	{name: "table three lost", table: func(p *paper, s sheet, table int) {
		if table != 3 {
			asGrid(p, s, table)
		}
	}, lost: isThree},
	{name: "chapters glued together", table: asLines("\t", true), whole: func(p *paper) {
		glue(p, "五、存在", "六、其他")
	}},
	{name: "bars by the hundred", table: asLines("|", false), whole: func(p *paper) {
		for i := range p.blocks {
			if i%3 == 0 && p.blocks[i].Table == nil && !strings.Contains(p.blocks[i].Text, "|") {
				p.blocks[i].Text += " | " + strings.Repeat("|", 700)
			}
		}
	}},
	{name: "trial format of 2019", format: tally.Format2019, year: 2020, table: asGrid},
	{name: "trial format of 2019 in tab rows", format: tally.Format2019, year: 2019, table: asLines("\t", true)},
	{name: "old form in a later year", format: tally.Format2019, year: 2022, table: asGrid},
	{name: "spaces inside labels", table: func(p *paper, s sheet, _ int) {
		for _, row := range s.rows(true) {
			for i, text := range row {
				if utf8.RuneCountInString(text) > 4 && !figureLike(text) {
					runes := []rune(text)
					row[i] = string(runes[:3]) + " " + string(runes[3:])
				}
			}
			p.line(strings.Join(row, "\t"))
		}
	}},
	{name: "figures run into the label cell", table: func(p *paper, s sheet, table int) {
		for _, row := range s.rows(false) {
			if len(row) < 2 || table == 4 {
				p.line(strings.Join(row, "|"))
				continue
			}
			p.line(row[0] + "|" + strings.Join(row[1:], " "))
		}
	}},
	{name: "whole page in a layout table", table: asLines("\t", true), whole: func(p *paper) {
		text := ""
		for _, b := range p.blocks {
			text += b.Text + "\n"
		}
		p.blocks = []Block{{Table: &Grid{Rows: 1, Columns: 2, Cells: []GridCell{
			{Rowspan: 1, Colspan: 1, Text: "首页"}, {Column: 1, Rowspan: 1, Colspan: 1, Text: text, Place: Place{Table: 1, Row: 1, Column: 2}},
		}}}}
	}},
	{name: "ordinals on lines of their own", table: ordinalsApart("\n")},
	{name: "ordinals in cells of their own", table: ordinalsApart("\t")},
	{name: "circled ordinals", table: asGrid, whole: replaceAll("1.属", "①属", "2.其他法", "②其他法", "3.危", "③危", "1.本机", "①本机", "2.没有", "②没有", "3.补", "③补")},
	{name: "table four in three", table: inBlocks},
	{name: "table four by block", table: labelled},
	{name: "rows run into one", table: merged},
	{name: "headings lost", table: asGrid, missing: true, whole: func(p *paper) {
		var kept []Block
		for _, b := range p.blocks {
			if len(headingKeys(b.Text)) == 0 {
				kept = append(kept, b)
			}
		}
		p.blocks = kept
	}},
	{name: "headings lost from rows of spaces", table: asLines(" ", false), missing: true, whole: func(p *paper) {
		var kept []Block
		for _, b := range p.blocks {
			if len(headingKeys(b.Text)) == 0 {
				kept = append(kept, b)
			}
		}
		p.blocks = kept
	}},
	{name: "numbering lost", table: func(p *paper, s sheet, table int) {
		for i := range s.grid.Cells {
			if !figureLike(s.grid.Cells[i].Text) {
				s.grid.Cells[i].Text = unnumbered(s.grid.Cells[i].Text)
			}
		}
		asGrid(p, s, table)
	}},
	{name: "chapters without numbers", table: asGrid, whole: replaceAll("一、总体", "总体", "二、主动公开政府", "主动公开政府", "三、收到和处理", "收到和处理", "四、政府信息公开行政", "政府信息公开行政",
		"五、存在", "存在", "六、其他", "其他")},
	{name: "renumbered chapters", table: asGrid, whole: replaceAll("二、主动公开政府", "(二)主动公开政府", "三、收到和处理", "(三)收到和处理", "四、政府信息公开行政", "(四)政府信息公开行政",
		"一、总体", "(一)总体", "五、存在", "(五)存在", "六、其他", "(六)其他")},
}

func (d damage) make(seed uint64) (Source, tally.Cells, tally.Format) {
	return d.makeWith(seed, func(tally.Cells) {})
}

// makeWith makes the report with its cells altered.
func (d damage) makeWith(seed uint64, alter func(tally.Cells)) (Source, tally.Cells, tally.Format) {
	id, year, shown := d.format, d.year, d.shown
	if id == "" {
		id, year = tally.Format2021, 2024
	}
	if shown == nil {
		shown = plainShown
	}
	format, _ := tally.ByID(id)
	cells := truth(format, seed)
	alter(cells)
	p := write(format, year, func(p *paper, table int) { d.table(p, printed(format, table, cells, shown), table) })
	if d.whole != nil {
		d.whole(p)
	}
	return p.source(HTML), cells, format
}

func TestDamage(t *testing.T) {
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			for seed := range uint64(3) {
				src, cells, format := d.make(seed)
				r := Read(src)
				if r.Format != format.ID {
					t.Errorf("Read(%s).Format = %q, want %q", d.name, r.Format, format.ID)
				}
				if want := (map[bool]int{true: 2024, false: d.year})[d.year == 0]; r.Year != want {
					t.Errorf("Read(%s).Year = %d, want %d", d.name, r.Year, want)
				}
				wrong := 0
				for _, cell := range format.Cells {
					want := cells[cell.Name]
					if d.want != nil {
						want = d.want(cell, want)
					}
					if d.lost != nil && d.lost(cell) {
						want = tally.UnknownValue
					}
					got := r.Cells[cell.Name]
					if got != want && wrong < 8 {
						wrong++
						t.Errorf("Read(%s, %d).Cells[%s] = %s, want %s; text %q, candidates %v", d.name, seed, cell.Name,
							got.Text(cell.Unit), want.Text(cell.Unit), r.Read[cell.Name].Text, r.Read[cell.Name].Candidates)
					}
				}
				for _, f := range r.Findings {
					if f.Severity == "E" && !strings.HasPrefix(d.name, "renumbered") && !d.missing {
						t.Errorf("Read(%s, %d) finds %s %s %s", d.name, seed, f.ID, f.Where, f.Text)
					}
				}
			}
		})
	}
}
