package fee

import (
	"errors"
	"testing"
)

func TestScheduleOn(t *testing.T) {
	for _, date := range []string{"2021-01-01", "2024-02-29", "2099-12-31"} {
		s, err := ScheduleOn(date)
		if err != nil {
			t.Errorf("ScheduleOn(%s): %v", date, err)
			continue
		}
		if s.Norm != "国办函〔2020〕109号" || s.Since != "2021-01-01" {
			t.Errorf("ScheduleOn(%s) = %s since %s, want 国办函〔2020〕109号 since 2021-01-01", date, s.Norm, s.Since)
		}
	}
	for _, date := range []string{"2020-12-31", "2008-05-01"} {
		_, err := ScheduleOn(date)
		if !errors.Is(err, ErrNotInForce) {
			t.Errorf("ScheduleOn(%s) error = %v, want ErrNotInForce", date, err)
		}
	}
	for _, date := range []string{"", "2021", "2021-1-1", "2021-02-30", "2021-01-01T00:00:00", "２０２１-01-01"} {
		_, err := ScheduleOn(date)
		if err == nil || errors.Is(err, ErrNotInForce) {
			t.Errorf("ScheduleOn(%q) error = %v, want a reading error", date, err)
		}
	}
}

func TestScheduleIsNotShared(t *testing.T) {
	s := schedule(t, "2026-01-01")
	s.Items[0].UnitYuan = 999
	s.Pages[0].UnitYuan = 999
	if got := itemYuan(t, schedule(t, "2026-01-01"), 0, 1); got != 0 {
		t.Errorf("first request costs %d after a caller changed its copy, want 0", got)
	}
	if got := pageYuan(t, schedule(t, "2026-01-01"), 1); got != 0 {
		t.Errorf("first page costs %d after a caller changed its copy, want 0", got)
	}
}

func TestBrokenSchedulesAreRefused(t *testing.T) {
	for name, tiers := range map[string][]Tier{
		"no tiers":          nil,
		"begins at two":     {{From: 2}},
		"gap":               {{From: 1, Through: 10}, {From: 12}},
		"overlap":           {{From: 1, Through: 10}, {From: 10}},
		"ends":              {{From: 1, Through: 10}},
		"ends before start": {{From: 1, Through: -3}, {From: -2}},
		"climbs and ends":   {{From: 1, Through: 10, Width: 5}, {From: 11}},
		"negative price":    {{From: 1, UnitYuan: -1}},
		"negative rise":     {{From: 1, Width: 1, RiseYuan: -1}},
		"negative width":    {{From: 1, Width: -1}},
		"absurd price":      {{From: 1, UnitYuan: 1 << 62}},
		"absurd rise":       {{From: 1, Width: 1, RiseYuan: 1 << 62}},
		"second tier first": {{From: 11}, {From: 1, Through: 10}},
	} {
		s := Schedule{Items: tiers, Pages: tiers}
		_, err := ItemCharge(s, 0, 1)
		if err == nil {
			t.Errorf("%s: ItemCharge gave no error", name)
		}
		_, err = PageCharge(s, 1)
		if err == nil {
			t.Errorf("%s: PageCharge gave no error", name)
		}
	}
}

func TestCounting(t *testing.T) {
	for _, c := range []struct {
		counting            Counting
		submitted, received string
		want                string
	}{
		{Counting{}, "2026-03-31", "2026-04-02", "2026-03"},
		{Counting{ByReceipt: true}, "2026-03-31", "2026-04-02", "2026-04"},
		{Counting{}, "2026-03-31", "", "2026-03"},
	} {
		got, err := c.counting.Month(c.submitted, c.received)
		if err != nil || got != c.want {
			t.Errorf("%+v.Month(%s, %s) = %q, %v, want %s", c.counting, c.submitted, c.received, got, err, c.want)
		}
	}
	_, err := Counting{ByReceipt: true}.Month("2026-03-31", "")
	if err == nil {
		t.Error("Month without a day of receipt gave no error")
	}
	if !(Counting{}).Counts(true) || !(Counting{}).Counts(false) {
		t.Error("by default every request counts, also a withdrawn one")
	}
	skip := Counting{SkipWithdrawn: true}
	if skip.Counts(true) || !skip.Counts(false) {
		t.Error("SkipWithdrawn must leave out withdrawn requests and only those")
	}
}
