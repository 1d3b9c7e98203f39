package annualreport_test

import (
	"fmt"
	"slices"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
)

func TestDueOn(t *testing.T) {
	for _, tt := range []struct {
		kind organ.Kind
		year int
		want string
	}{
		{organ.Department, 2024, "2025-01-31"},
		{organ.Town, 2024, "2025-01-31"},
		{organ.Street, 2024, "2025-01-31"},
		{organ.Office, 2024, "2025-01-31"},
		{organ.CountyGovernment, 2024, "2025-03-31"},
		{organ.Town, 2019, "2020-01-31"},
		{organ.Town, 2018, "2019-03-31"},
		{organ.Department, 2013, "2014-03-31"},
	} {
		if got := annualreport.DueOn(tt.kind, tt.year); got != tt.want {
			t.Errorf("DueOn(%s, %d) = %s, want %s", tt.kind, tt.year, got, tt.want)
		}
	}
}

func TestBoardTellsWhoIsLate(t *testing.T) {
	w := newRegion(t)
	w.hand("a", 2024, 1, annualreport.Submitted, nil)
	w.run(`INSERT INTO report (site_id, id, organ_id, year, edition, format, state) VALUES ('r', 'draft', 'b', 2024, 1, '2021', 'draft')`)
	for today, want := range map[string][]string{
		"2025-01-31": {"甲镇 submitted false 0", "乙镇 draft false 0", "某局  false 0", "某站  false 1"},
		"2025-02-01": {"甲镇 submitted false 0", "乙镇 draft true 0", "某局  true 0", "某站  true 1"},
	} {
		w.setToday("r", today)
		board, err := w.reports.Board(t.Context(), supervisor, region)
		w.must(err)
		var got []string
		for _, row := range board {
			got = append(got, fmt.Sprintf("%s %s %v %d", row.ShortName, row.Report.State, row.Late, row.Depth))
			if row.Due != "2025-01-31" {
				t.Errorf("Due of %s = %s, want 2025-01-31", row.ShortName, row.Due)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("Board() on %s = %q, want %q", today, got, want)
		}
	}
	clerk := organ.Person{ID: "c", SiteID: "r", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "a"}}}
	_, err := w.reports.Board(t.Context(), clerk, region)
	if refusal(err) != "forbidden" {
		t.Errorf("Board() for a clerk = %v, want forbidden", err)
	}
}
