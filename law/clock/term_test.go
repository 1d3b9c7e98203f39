package clock_test

import (
	"testing"

	"gongkai/law/clock"
	"gongkai/law/workday"
)

func TestTermDue(t *testing.T) {
	cases := []struct {
		term clock.Term
		from workday.Date
		want clock.Deadline
	}{
		// A budget is public 20 natural days after approval (Budget Law, article 14).
		{clock.NaturalDays(20), "2026-01-28", clock.Deadline{Date: "2026-02-24"}},
		{clock.WorkingDays(7), "2026-02-13", clock.Deadline{Date: "2026-03-02"}},
		{clock.Months(1), "2026-01-31", clock.Deadline{Date: "2026-02-28"}},
		{clock.WorkingDays(0), "2026-02-15", clock.Deadline{Date: "2026-02-15"}},
		{clock.NaturalDays(0), "2026-02-15", clock.Deadline{Date: "2026-02-24"}},
		// Natural days that pass no unloaded year are firm, those that end in one are not.
		{clock.NaturalDays(365), "2025-12-31", clock.Deadline{Date: "2026-12-31"}},
		{clock.NaturalDays(366), "2025-12-31", clock.Deadline{Date: "2027-01-04", Provisional: true}},
		{clock.NaturalDays(60), "2018-12-20", clock.Deadline{Date: "2019-02-18"}},
		{clock.WorkingDays(-1), "2026-02-13", clock.Deadline{}},
		{clock.Term{N: 3, Unit: "week"}, "2026-02-13", clock.Deadline{}},
		{clock.NaturalDays(3), "soon", clock.Deadline{}},
		{clock.Months(200_000), "2026-01-01", clock.Deadline{}},
	}
	cal := workday.National()
	for _, c := range cases {
		got := c.term.Due(cal, c.from)
		if got != c.want {
			t.Errorf("%+v.Due(%s) = %v, want %v", c.term, c.from, got, c.want)
		}
	}
}

// A notice that comes during the year moves deadlines already running.
func TestOverrideMovesDeadline(t *testing.T) {
	before := workday.National()
	after := before.Override(workday.Override{Date: "2026-03-10", Layer: workday.OrganLayer, Name: "台风停工", Source: "县令7号"})
	if got := clock.ReplyDue(before, "2026-02-13", nil).Date; got != "2026-03-19" {
		t.Errorf("before the order, ReplyDue(2026-02-13) = %s, want 2026-03-19", got)
	}
	if got := clock.ReplyDue(after, "2026-02-13", nil).Date; got != "2026-03-20" {
		t.Errorf("after the order, ReplyDue(2026-02-13) = %s, want 2026-03-20", got)
	}
}
