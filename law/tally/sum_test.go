package tally

import (
	"maps"
	"slices"
	"testing"
)

func TestSum(t *testing.T) {
	for _, tt := range []struct {
		id, name string
		want     []string
	}{
		{Format2021, "req.denied.total", []string{
			"req.denied_state_secret.total", "req.denied_law_prohibited.total", "req.denied_security_stability.total",
			"req.denied_third_party.total", "req.denied_internal_affairs.total", "req.denied_process_info.total",
			"req.denied_enforcement_file.total", "req.denied_admin_query.total",
		}},
		{Format2021, "req.unable.natural_person", []string{
			"req.unable_not_held.natural_person", "req.unable_needs_making.natural_person", "req.unable_still_unclear.natural_person",
		}},
		{Format2021, "req.other.org_other", []string{
			"req.other_not_corrected.org_other", "req.other_fee_unpaid.org_other", "req.other_misc.org_other",
		}},
		{Format2019, "req.other.org_other", []string{"req.other_misc.org_other"}},
		{Format2021, "req.granted.total", []string{
			"req.granted.natural_person", "req.granted.org_business", "req.granted.org_research",
			"req.granted.org_public_welfare", "req.granted.org_legal_service", "req.granted.org_other",
		}},
		{Format2021, "review.total", []string{"review.upheld", "review.corrected", "review.other", "review.pending"}},
		{Format2014, "v14.closed", []string{"v14.closed_in_time", "v14.closed_extended"}},
		{Format2014, "review.total", nil},
		{Format2021, "req.granted.natural_person", nil},
		{Format2021, "req.nothing.total", nil},
	} {
		got, ok := mustFormat(t, tt.id).Sum(tt.name)
		if ok != (tt.want != nil) || !slices.Equal(got, tt.want) {
			t.Errorf("format %s Sum(%s) = %v, %t, want %v", tt.id, tt.name, got, ok, tt.want)
		}
	}
	for id, count := range map[string]int{Format2021: 21, Format2019: 19} {
		results, _ := mustFormat(t, id).Sum("req.handled_total.org_research")
		if len(results) != count {
			t.Errorf("format %s adds up %d results, want %d", id, len(results), count)
		}
	}
}

func TestValueOfGroup(t *testing.T) {
	f := mustFormat(t, Format2021)
	cells := Cells{
		"req.unable_not_held.total": Count(2), "req.unable_needs_making.total": Count(1),
		"req.unable_still_unclear.total": Count(0), "req.granted.total": Count(4),
	}
	for name, want := range map[string]Value{
		"req.unable.total":  Count(3),
		"req.granted.total": Count(4),
		"req.denied.total":  UnknownValue,
		"req.nothing.total": UnknownValue,
	} {
		got := f.Value(cells, name)
		if got != want {
			t.Errorf("Value(%s) = %+v, want %+v", name, got, want)
		}
	}
}

func TestWithTotals(t *testing.T) {
	f := mustFormat(t, Format2021)
	cells := Cells{"req.granted.total": Count(9)} // stated, and wrong
	for _, cell := range f.Cells {
		if !cell.Derived {
			cells[cell.Name] = Count(0)
		}
	}
	cells["req.granted.org_business"] = Count(2)
	cells["req.unable_not_held.natural_person"] = Count(3)
	cells["suit_direct.pending"] = Count(1)
	before := maps.Clone(cells)
	filled := f.WithTotals(cells)
	for name, want := range map[string]Value{
		"req.handled_total.org_business":   Count(2),
		"req.handled_total.natural_person": Count(3),
		"req.handled_total.total":          Count(5),
		"req.unable_not_held.total":        Count(3),
		"req.granted.total":                Count(9),
		"suit_direct.total":                Count(1),
		"review.total":                     Count(0),
	} {
		if filled[name] != want {
			t.Errorf("WithTotals: %s = %+v, want %+v", name, filled[name], want)
		}
	}
	if !maps.Equal(cells, before) {
		t.Error("WithTotals changed the cells it was given")
	}
	delete(cells, "req.granted.org_business")
	lost := f.WithTotals(cells)["req.handled_total.org_business"]
	if lost != UnknownValue {
		t.Errorf("a total over an unknown cell = %+v, want unknown", lost)
	}
	yearly := mustFormat(t, Format2014)
	old := Cells{}
	for _, cell := range yearly.Cells {
		if !cell.Derived {
			old[cell.Name] = Count(1)
		}
	}
	replied := yearly.WithTotals(old)["v14.replied"]
	if replied != Count(7+6) {
		t.Errorf("WithTotals: v14.replied = %+v, want 13, its refusals added up first", replied)
	}
	broken, undecided := split(yearly.Check(yearly.WithTotals(old)))
	if len(broken)+len(undecided) > 0 {
		t.Errorf("totals just added up break %v and leave %v undecided", broken, undecided)
	}
}
