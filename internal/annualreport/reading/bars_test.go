package reading

import (
	"strings"
	"testing"

	"gongkai/law/tally"
)

// emptyForZero is a table three as pages leave it that write no zeros: an empty cell
// is a bar with nothing before it, on a line of its own.
func emptyForZero(change func(lines []string) []string) Source {
	format, err := tally.ByID(tally.Format2021)
	if err != nil {
		panic(err)
	}
	p := &paper{}
	p.lines("枫桥镇2024年政府信息公开工作年度报告", "一、总体情况", "2024年，枫桥镇依法公开。", "三、收到和处理政府信息公开申请情况")
	var lines []string
	for _, row := range format.RequestRows {
		figures := "|\n|\n|\n|\n|\n|\n| 0 |"
		if row.Key == "received_new" || row.Key == "granted" || row.Key == "handled_total" {
			figures = "| 25 |\n|\n| 3 |\n|\n| 28 |"
		}
		lines = append(lines, strings.Split(row.Label+" "+figures, "\n")...)
	}
	p.lines(change(lines)...)
	p.lines("五、存在的主要问题及改进情况", "加强培训。")
	return p.source(Text)
}

func TestEmptyCellsBetweenBars(t *testing.T) {
	r := Read(emptyForZero(func(lines []string) []string { return lines }))
	for name, want := range map[string]tally.Value{
		"req.received_new.natural_person":     tally.Count(25),
		"req.received_new.org_business":       tally.BlankValue,
		"req.received_new.org_public_welfare": tally.Count(3),
		"req.received_new.total":              tally.Count(28),
		"req.carried_in.natural_person":       tally.BlankValue,
		"req.carried_in.total":                tally.Count(0),
		"req.denied_admin_query.org_other":    tally.BlankValue,
		"req.carried_out.total":               tally.Count(0),
	} {
		if r.Cells[name] != want {
			t.Errorf("Read(empty cells between bars).Cells[%s] = %s, want %s", name, r.Cells[name].Text(tally.Pieces), want.Text(tally.Pieces))
		}
	}
}

// A bar lost or put in moves what follows; the total shows it.
func TestMovedBarsAreNotRead(t *testing.T) {
	moved := Read(emptyForZero(func(lines []string) []string { return append(lines[:1:1], lines[2:]...) }))
	for _, column := range tally.RequestColumns {
		name := tally.RequestCell("received_new", column.Key)
		if moved.Cells[name].State != tally.Unknown {
			t.Errorf("Read(a bar lost).Cells[%s] = %s, want unknown", name, moved.Cells[name].Text(tally.Pieces))
		}
	}
}

// The rows of a group whose labels were lost stand in their order; the name of the
// group stands for the first of them and for no other.
func TestLabelsOfGroupsLost(t *testing.T) {
	format, err := tally.ByID(tally.Format2021)
	if err != nil {
		t.Fatal(err)
	}
	page := func(skip string) Source {
		p := &paper{}
		p.lines("枫桥镇2024年政府信息公开工作年度报告", "一、总体情况", "2024年，枫桥镇依法公开。", "三、收到和处理政府信息公开申请情况")
		group := ""
		for i, row := range format.RequestRows {
			if row.Key == skip {
				continue
			}
			if row.GroupLabel == "" {
				p.line(row.Label + " |")
			} else if row.GroupLabel != group {
				p.line(row.GroupLabel + " |")
			}
			group = row.GroupLabel
			for _, figure := range []string{"0", "0", "0", "0", "0"} {
				p.line(figure + " |")
			}
			p.lines(strings.Repeat("1", 1+i%3)+" |", strings.Repeat("1", 1+i%3)+" |")
		}
		p.lines("五、存在的主要问题及改进情况", "加强培训。")
		return p.source(Text)
	}
	r := Read(page(""))
	for i, row := range format.RequestRows {
		name := tally.RequestCell(row.Key, tally.TotalColumn)
		want := map[int]int64{0: 1, 1: 11, 2: 111}[i%3]
		if r.Cells[name] != tally.Count(want) {
			t.Errorf("Read(labels of sub-rows lost).Cells[%s] = %s, want %d", name, r.Cells[name].Text(tally.Pieces), want)
		}
	}
	lost := Read(page("refused_repeat"))
	for i, row := range format.RequestRows {
		name := tally.RequestCell(row.Key, tally.TotalColumn)
		want := map[int]int64{0: 1, 1: 11, 2: 111}[i%3]
		got := lost.Cells[name]
		if got.State != tally.Unknown && got != tally.Count(want) {
			t.Errorf("Read(a row lost too).Cells[%s] = %s, want %d or nothing", name, got.Text(tally.Pieces), want)
		}
	}
}
