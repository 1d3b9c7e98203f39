package annualreport_test

import (
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/document"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// 洲泉镇 keeps its registers since 2023: of 2022 they say nothing, not zero.
var town2022 = annualreport.Key{SiteID: "330483", OrganID: "330483-town", Year: 2022}

func TestFiguresBeforeTheRegistersAreUnknown(t *testing.T) {
	w := newWorld(t)
	view := w.preview(town2022, w.person("330483", "town-clerk"))
	for _, name := range []string{"item.total", "req.received_new.total", "req.denied.total", "licence_decisions", "admin_fee_amount_wan", "fee_notice.count", "review.total"} {
		n, _, known, exists := view.Facts.Figure(name)
		if known || !exists || n != 0 {
			t.Errorf("Figure(%s) = %d, known %v, exists %v, want unknown", name, n, known, exists)
		}
	}
	blocks := view.Content.Document().Blocks
	for _, block := range blocks {
		switch b := block.(type) {
		case *document.Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					if cell.Ref != "" && (cell.Number || strings.ContainsAny(cell.Text, "0123456789")) {
						t.Errorf("cell %s of a year without registers = %q, want no number", cell.Ref, cell.Text)
					}
				}
			}
		case document.Paragraph:
			if strings.Contains(b.String(), "公开政府信息0条") {
				t.Errorf("paragraph %q states 0 for what is not known", b.String())
			}
		}
	}
	text := text(blocks)
	if !strings.Contains(text, "〔待补〕") {
		t.Errorf("the text of a year without registers does not ask for its figures:\n%s", text)
	}
	if len(view.Facts.Counts) != 0 || len(view.Facts.Register) != 0 {
		t.Errorf("Counts and Register of a year without registers = %v, %v, want none", view.Facts.Counts, view.Facts.Register)
	}
	// The year after compares itself with a year that is unknown.
	next := w.preview(town2023, w.person("330483", "town-clerk"))
	if _, _, known, _ := next.Last.Figure("item.total"); known {
		t.Error("Last.Figure(item.total) of 2023 is known, want unknown: the registers begin with 2023")
	}
}

func text(blocks []document.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if p, ok := block.(document.Paragraph); ok {
			b.WriteString(p.String() + "\n")
		}
	}
	return b.String()
}

func TestRegistersKeptFromTheMiddleOfAYearDoNotCoverIt(t *testing.T) {
	for since, want := range map[string]bool{"": false, "2022-01-01": true, "2022-01-02": false, "2021-12-31": true, "2023-01-01": false} {
		w := newWorld(t)
		o, err := w.organs.Reader().Organ(t.Context(), "330483", "330483-town")
		w.must(err)
		o.KeptSince = since
		w.must(w.organs.SaveOrgan(t.Context(), organ.System, o, "2025-01-01", ""))
		_, _, known, _ := w.preview(town2022, w.person("330483", "town-clerk")).Facts.Figure("item.total")
		if known != want {
			t.Errorf("item.total of 2022 with registers kept since %q known = %v, want %v", since, known, want)
		}
	}
}

func TestYearsThatHaveNoReport(t *testing.T) {
	w := newWorld(t)
	o, err := w.organs.Reader().Organ(t.Context(), "330483", "330483-town")
	w.must(err)
	o.EstablishedOn, o.AbolishedOn = "2020-07-01", "2025-06-30"
	w.must(w.organs.SaveOrgan(t.Context(), organ.System, o, "2025-01-01", ""))
	clerk := w.person("330483", "town-clerk")
	for _, tt := range []struct {
		year int
		want string
	}{
		{2026, "year-in-future"}, // the site's date is 2025-01-16
		{9999, "year-in-future"},
		{2007, "year-without-format"},
		{0, "year-without-format"},
		{-1, "year-without-format"},
		{10000, "year-without-format"},
		{2019, "organ-not-existing-in-year"},
		{2020, ""},
		{2024, ""},
		{2025, ""},
	} {
		k := town2022
		k.Year = tt.year
		_, err := w.reports.Preview(t.Context(), clerk, k)
		if refusal(err) != tt.want {
			t.Errorf("Preview(%d) = %v, want refused by %q", tt.year, err, tt.want)
		}
		if tt.want == "" {
			continue
		}
		_, err = w.reports.Open(t.Context(), clerk, k)
		if refusal(err) != tt.want {
			t.Errorf("Open(%d) = %v, want refused by %q", tt.year, err, tt.want)
		}
	}
	w.setToday("330483", "2026-01-10")
	_, err = w.reports.Preview(t.Context(), clerk, annualreport.Key{SiteID: "330483", OrganID: "330483-town", Year: 2026})
	if refusal(err) != "organ-not-existing-in-year" {
		t.Errorf("Preview(2026) of an organ abolished in 2025 = %v, want organ-not-existing-in-year", err)
	}
}

func TestTypedCellsFillWhatNoRegisterGives(t *testing.T) {
	format, err := tally.ByID(tally.Format2021)
	if err != nil {
		t.Fatal(err)
	}
	facts := annualreport.Facts{Format: format, Register: tally.Cells{"rules_issued": tally.Count(2)}}
	facts.Cells = facts.Register
	got := facts.WithEntries([]annualreport.Entry{
		{Cell: "rules_issued", Value: "3", Reason: "x"},
		{Cell: "licence_decisions", Value: "7", Reason: "x"},
		{Cell: "rules_repealed", Value: "/", Reason: "x"},
		{Cell: "normdocs_issued", Value: "", Reason: "x"},
		{Cell: "no such cell", Value: "1", Reason: "x"},
		{Cell: "penalty_decisions", Value: "3件", Reason: "x"},
		{Cell: "admin_fee_amount_wan", Value: "12.34", Reason: "x"},
	})
	for name, want := range map[string]tally.Value{
		"rules_issued": tally.Count(3), "licence_decisions": tally.Count(7), "rules_repealed": tally.NotApplicableValue, "normdocs_issued": tally.BlankValue,
		"no such cell": {}, "penalty_decisions": {}, "admin_fee_amount_wan": tally.Amount(12_340_000),
	} {
		if got.Cells[name] != want {
			t.Errorf("cell %s = %+v, want %+v", name, got.Cells[name], want)
		}
	}
	if got.Register["rules_issued"] != tally.Count(2) || facts.Cells["rules_issued"] != tally.Count(2) {
		t.Errorf("Register = %v, Cells before = %v, want both as they were", got.Register, facts.Cells)
	}
}

// What one drills down to is what was counted.
func TestRecordsBehindFigures(t *testing.T) {
	w := newWorld(t)
	clerk := w.person("330483", "town-clerk")
	for _, tt := range []struct {
		figure string
		part   int
		want   int
		parts  []int64
	}{
		{"item.total", 0, 825, []int64{825}},
		{"item.channel.media", 0, 442, []int64{442}},
		{"req.received_new.total", 0, 5, []int64{5}},
		{"req.carried_out.natural_person", 0, 1, []int64{1}},
		{"req.denied_state_secret.total", 0, 0, []int64{0}},
		{"review.total", 0, 0, []int64{0, 1}},
		{"review.total", 1, 1, []int64{0, 1}},
		{"training.attendees", 0, 2, []int64{60}},
	} {
		listed, after := 0, ""
		for {
			page, err := w.reports.Behind(t.Context(), clerk, town2024, tt.figure, tt.part, after, 100)
			w.must(err)
			listed += len(page.Records)
			if len(page.Parts) != len(tt.parts) || page.Parts[0] != tt.parts[0] || page.Parts[len(tt.parts)-1] != tt.parts[len(tt.parts)-1] {
				t.Errorf("Behind(%s) counts %v, want %v", tt.figure, page.Parts, tt.parts)
			}
			after = page.Next
			if after == "" {
				break
			}
		}
		if listed != tt.want {
			t.Errorf("Behind(%s, part %d) lists %d records, want %d", tt.figure, tt.part, listed, tt.want)
		}
	}
	for figure, part := range map[string]int{"no.figure": 0, "item.total": 1, "review.total": -1, "req.denied.total": 0} {
		_, err := w.reports.Behind(t.Context(), clerk, town2024, figure, part, "", 10)
		if refusal(err) != "figure-without-records" {
			t.Errorf("Behind(%s, part %d) = %v, want figure-without-records", figure, part, err)
		}
	}
}
