package reading

import (
	"testing"

	"gongkai/internal/annualreport/prose"
	"gongkai/law/tally"
)

// side is one report of a comparison.
func side(received tally.Value, text string) Result {
	return Result{
		File: "x", Organ: "青石镇", Year: 2024, Format: tally.Format2021,
		Cells: tally.Cells{
			"req.received_new.total": received, "penalty_decisions": tally.Count(3), "admin_fee_amount_wan": tally.Amount(12_340_000),
			"rules_issued": tally.NotApplicableValue,
		},
		Chapters:   []Chapter{{Key: "overview", Heading: "一、总体情况", Text: text}, {Key: "requests", Heading: "三、收到和处理政府信息公开申请情况"}},
		Statements: statementsOf(text),
	}
}

func statementsOf(text string) []Statement {
	var list []Statement
	for _, st := range prose.Read(text, 2024).Statements {
		list = append(list, Statement{Statement: st, Line: 1})
	}
	return list
}

func TestCompareCells(t *testing.T) {
	for _, tt := range []struct {
		name         string
		a, b         tally.Value
		differ, same int
		difference   string
	}{
		{"the same", tally.Count(5), tally.Count(5), 0, 4, ""},
		{"another figure", tally.Count(5), tally.Count(3), 1, 3, "-2"},
		{"blank against a figure", tally.BlankValue, tally.Count(0), 1, 3, ""},
		{"unknown against a figure", tally.UnknownValue, tally.Count(5), 0, 3, ""},
		{"unknown both", tally.UnknownValue, tally.UnknownValue, 0, 3, ""},
	} {
		c := Compare(side(tt.a, ""), side(tt.b, ""))
		if len(c.Cells) != tt.differ || c.Same != tt.same {
			t.Errorf("%s: Compare = %d different, %d the same, want %d and %d", tt.name, len(c.Cells), c.Same, tt.differ, tt.same)
			continue
		}
		if want := 4 - tt.same - tt.differ; c.Undecided != want {
			t.Errorf("%s: %d undecided, want %d", tt.name, c.Undecided, want)
		}
		if tt.differ == 1 && (c.Cells[0].Name != "req.received_new.total" || c.Cells[0].Difference != tt.difference) {
			t.Errorf("%s: %+v, want req.received_new.total by %q", tt.name, c.Cells[0], tt.difference)
		}
	}
}

func TestCompareChaptersAndStatements(t *testing.T) {
	a := side(tally.Count(5), "我镇主动公开政府信息64条，全年新收政府信息公开申请5件。")
	b := side(tally.Count(5), "我镇主动公开政府信息70条，全年新收政府信息公开申请5件，办结5件。")
	b.Chapters = append(b.Chapters[:1], Chapter{Key: "other", Heading: "六、其他需要报告的事项"})
	c := Compare(a, b)
	if len(c.Chapters) != 3 {
		t.Fatalf("chapters = %+v, want overview, requests, other", c.Chapters)
	}
	if p := c.Chapters[0]; p.Same || p.First != p.Second || p.Similarity != nil {
		t.Errorf("overview = %+v, want both, not the same, too short to be measured", p)
	}
	if c.Chapters[1].Second != "" || c.Chapters[2].First != "" {
		t.Errorf("chapters = %+v, want requests in the first alone and other in the second alone", c.Chapters[1:])
	}
	want := map[string]struct{ first, second, same bool }{
		"item.total": {true, true, false}, "req.received_new.total": {true, true, true}, "req.handled_total.total": {false, true, false},
	}
	if len(c.Statements) != len(want) {
		t.Fatalf("statements = %+v, want %d", c.Statements, len(want))
	}
	for _, p := range c.Statements {
		w := want[p.Means]
		if (p.First != nil) != w.first || (p.Second != nil) != w.second || p.Same != w.same {
			t.Errorf("%s = %+v, want %+v", p.Means, p, w)
		}
	}
}

// TestCompareFormats: a cell that only one form has is no difference.
func TestCompareFormats(t *testing.T) {
	old := Result{Format: tally.Format2019, Cells: tally.Cells{"v19.licence_decisions": tally.Count(2), "req.received_new.total": tally.Count(1)}}
	c := Compare(old, side(tally.Count(1), ""))
	if len(c.Cells) != 0 || c.Same != 1 {
		t.Errorf("Compare(2019, 2021) = %+v, %d the same, want none different and table three the same", c.Cells, c.Same)
	}
	empty := Compare(Result{}, Result{})
	if len(empty.Cells)+len(empty.Chapters)+len(empty.Statements)+empty.Same != 0 {
		t.Errorf("Compare(nothing) = %+v, want nothing", empty)
	}
}
