package clock_test

import (
	"errors"
	"strings"
	"testing"

	"gongkai/law/clock"
	"gongkai/law/workday"
)

func TestRequestRefuses(t *testing.T) {
	const received = "2026-04-03"
	cases := []struct {
		name    string
		request clock.Request
		says    string
	}{
		{"no receipt", clock.Request{}, `received on ""`},
		{"impossible receipt", clock.Request{Received: "2026-04-31"}, "no such date"},
		{"negative term", clock.Request{Received: received, Term: -1}, "below zero"},
		{"long extension", clock.Request{Received: received, Extension: 21}, "1 to 20 working days"},
		{"negative extension", clock.Request{Received: received, Extension: -1}, "1 to 20 working days"},
		{"impossible correction", clock.Request{Received: received, Correction: "2026-13-01"}, "corrected request received on"},
		{"correction too early", clock.Request{Received: received, Correction: "2026-04-02"}, "before the request came"},
		{"impossible payment", clock.Request{Received: received, FeePaid: "paid"}, "fee paid on"},
		{"payment too early", clock.Request{Received: received, FeePaid: "2026-04-02"}, "before the request came"},
		{"open pause", clock.Request{Received: received, Pauses: []clock.Pause{{After: "2026-04-13"}}}, "no such date"},
		{"backward pause", clock.Request{Received: received, Pauses: []clock.Pause{{After: "2026-04-13", Through: "2026-04-10"}}}, "ends earlier"},
		{"beyond time", clock.Request{Received: "9999-12-20"}, "beyond the year 9999"},
	}
	for _, c := range cases {
		d, err := c.request.Deadline(workday.National())
		if err == nil || !strings.Contains(err.Error(), c.says) || d != (clock.Deadline{}) {
			t.Errorf("%s: Deadline = %v, %v, want an error saying %q", c.name, d, err, c.says)
		}
		_, err = c.request.Explain(workday.National())
		if err == nil {
			t.Errorf("%s: Explain succeeded, want an error", c.name)
		}
	}
}

func TestExtensionBounds(t *testing.T) {
	cal := workday.National()
	for _, n := range []int{-1, 0, 21} {
		_, err := clock.ExtendedReplyDue(cal, "2026-04-03", n, nil)
		if !errors.Is(err, clock.ErrExtension) {
			t.Errorf("ExtendedReplyDue by %d = %v, want ErrExtension", n, err)
		}
	}
	for _, n := range []int{1, 20} {
		d, err := clock.ExtendedReplyDue(cal, "2026-04-03", n, nil)
		if err != nil || cal.Between("2026-04-03", d.Date) != 20+n {
			t.Errorf("ExtendedReplyDue by %d = %v, %v, want %d working days after receipt", n, d, err, 20+n)
		}
	}
	_, err := clock.Request{Received: "2026-04-03", Extension: 21}.Deadline(cal)
	if !errors.Is(err, clock.ErrExtension) {
		t.Errorf("Deadline with 21 days = %v, want ErrExtension", err)
	}
}

// A year typed wrong must not list every day for millennia.
func TestExplainRefusesMillennia(t *testing.T) {
	cal := workday.National()
	r := clock.Request{Received: "2026-04-03", Pauses: []clock.Pause{{After: "2026-04-13", Through: "9026-04-28"}}}
	_, err := r.Explain(cal)
	if err == nil || !strings.Contains(err.Error(), "longer than 100 years") {
		t.Errorf("Explain = %v, want a refusal of 7,000 years", err)
	}
	e := clock.Explain(cal, r.Received, 20, r.Pauses)
	if e.Date <= "9026-04-28" || len(e.Days) != 0 {
		t.Errorf("Explain = %s with %d days, want a date after the pause and no days", e.Date, len(e.Days))
	}
}

// Broken pauses must not move a deadline, whoever passes them to Due.
func TestDueIgnoresBrokenPauses(t *testing.T) {
	broken := []clock.Pause{
		{},
		{After: "2026-04-13"},
		{Through: "2026-04-28"},
		{After: "2026-04-28", Through: "2026-04-13"},
		{After: "2026-04-31", Through: "2026-05-09"},
		{After: "~", Through: "~~"},
	}
	cal := workday.National()
	if got := clock.Due(cal, "2026-04-03", 20, broken); got != "2026-05-07" {
		t.Errorf("Due(2026-04-03) = %s, want 2026-05-07", got)
	}
	if got := clock.Due(cal, "2026-02-30", 20, nil); got != "" {
		t.Errorf("Due(2026-02-30) = %s, want none", got)
	}
	if got := clock.Due(cal, "2026-04-03", -5, nil); got != "2026-04-03" {
		t.Errorf("Due of -5 days = %s, want 2026-04-03", got)
	}
}
