package reading

import (
	"strings"
	"testing"

	"gongkai/law/tally"
)

func TestStatisticsTable(t *testing.T) {
	format, err := tally.ByID(tally.Format2014)
	if err != nil {
		t.Fatalf("ByID: %v", err)
	}
	layouts := map[string]func(*paper, sheet){
		"grid": func(p *paper, s sheet) { asGrid(p, s, 1) },
		"tabs": func(p *paper, s sheet) { asLines("\t", false)(p, s, 1) },
		"rows": func(p *paper, s sheet) { asLines(" ", false)(p, s, 1) },
		"numbering lost": func(p *paper, s sheet) {
			for i := range s.grid.Cells {
				s.grid.Cells[i].Text = strings.Replace(s.grid.Cells[i].Text, "（一）收到", "收到", 1)
			}
			asGrid(p, s, 1)
		},
	}
	for name, set := range layouts {
		for seed := range uint64(3) {
			cells := truth(format, seed)
			p := &paper{}
			p.lines("枫桥镇2016年政府信息公开工作年度报告", "一、概述", "2016年，枫桥镇认真做好政府信息公开工作。",
				"二、主动公开政府信息的情况", "全年主动公开各类政府信息。", "政府信息公开情况统计表")
			set(p, printed(format, tally.StatisticsTable, cells, plainShown))
			r := Read(p.source(HTML))
			if r.Format != tally.Format2014 || r.Year != 2016 {
				t.Errorf("Read(%s) is of format %q and year %d, want 2014 and 2016", name, r.Format, r.Year)
			}
			for _, cell := range format.Cells {
				if got, want := r.Cells[cell.Name], cells[cell.Name]; got != want {
					t.Errorf("Read(%s, %d).Cells[%s] = %s, want %s (%s)", name, seed, cell.Name, got.Text(cell.Unit), want.Text(cell.Unit), cell.Label)
				}
			}
			for _, f := range r.Findings {
				if f.Severity == "E" {
					t.Errorf("Read(%s, %d) finds %s %s %s", name, seed, f.ID, f.Where, f.Text)
				}
			}
		}
	}
}
