package workday_test

import (
	"strings"
	"testing"
	"time"

	"gongkai/law/workday"
)

func TestParseDate(t *testing.T) {
	for _, s := range []string{"0001-01-01", "2024-02-29", "2000-02-29", "2026-12-31", "9999-12-31"} {
		d, err := workday.ParseDate(s)
		if err != nil || string(d) != s || !d.Valid() {
			t.Errorf("ParseDate(%s) = %q, %v, want the same date", s, d, err)
		}
	}
	refused := []struct{ in, says string }{
		{"", "want YYYY-MM-DD"},
		{"2026-1-02", "want YYYY-MM-DD"},
		{"2026/01/02", "want YYYY-MM-DD"},
		{"2026-01-02T00:00:00Z", "want YYYY-MM-DD"},
		{"２０２６-01", "want YYYY-MM-DD"},
		{"+026-01-02", "want YYYY-MM-DD"},
		{"0000-01-01", "no year 0000"},
		{"2026-00-10", "no month 00"},
		{"2026-13-01", "no month 13"},
		{"2025-02-29", "2025-02 has days 01 to 28"},
		{"1900-02-29", "1900-02 has days 01 to 28"},
		{"2026-04-31", "2026-04 has days 01 to 30"},
		{"2026-01-00", "2026-01 has days 01 to 31"},
	}
	for _, c := range refused {
		d, err := workday.ParseDate(c.in)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("ParseDate(%q) = %q, %v, want an error saying %q", c.in, d, err, c.says)
		}
		if workday.Date(c.in).Valid() {
			t.Errorf("Date(%q).Valid() = true, want false", c.in)
		}
	}
}

func TestDateArithmetic(t *testing.T) {
	cases := []struct {
		what      string
		got, want workday.Date
	}{
		{"2024-02-28 + 1 day", workday.Date("2024-02-28").AddDays(1), "2024-02-29"},
		{"2025-02-28 + 1 day", workday.Date("2025-02-28").AddDays(1), "2025-03-01"},
		{"2025-01-01 - 1 day", workday.Date("2025-01-01").AddDays(-1), "2024-12-31"},
		{"1960-03-01 - 1 day", workday.Date("1960-03-01").AddDays(-1), "1960-02-29"},
		{"0001-01-01 - 1 day", workday.Date("0001-01-01").AddDays(-1), ""},
		{"9999-12-31 + 1 day", workday.Date("9999-12-31").AddDays(1), ""},
		{"0001-01-01 to the last day", workday.Date("0001-01-01").AddDays(3652058), "9999-12-31"},
		{"no date + 1 day", workday.Date("2025-02-30").AddDays(1), ""},
		{"2024-01-31 + 1 month", workday.Date("2024-01-31").AddMonths(1), "2024-02-29"},
		{"2025-08-31 + 6 months", workday.Date("2025-08-31").AddMonths(6), "2026-02-28"},
		{"2025-12-15 + 1 month", workday.Date("2025-12-15").AddMonths(1), "2026-01-15"},
		{"2025-03-31 - 1 month", workday.Date("2025-03-31").AddMonths(-1), "2025-02-28"},
		{"2025-01-15 - 1 month", workday.Date("2025-01-15").AddMonths(-1), "2024-12-15"},
		{"0001-01-15 - 1 month", workday.Date("0001-01-15").AddMonths(-1), ""},
		{"9999-12-15 + 1 month", workday.Date("9999-12-15").AddMonths(1), ""},
		{"2024-02-29 + 1 year", workday.Date("2024-02-29").AddYears(1), "2025-02-28"},
		{"2024-02-29 + 4 years", workday.Date("2024-02-29").AddYears(4), "2028-02-29"},
		{"far too many years", workday.Date("2024-02-29").AddYears(1 << 62), ""},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s = %q, want %q", c.what, c.got, c.want)
		}
	}
}

func TestDateAndTime(t *testing.T) {
	shanghai := time.FixedZone("CST", 8*60*60)
	late := time.Date(2026, 3, 2, 23, 30, 0, 0, shanghai)
	if got := workday.FromTime(late); got != "2026-03-02" {
		t.Errorf("FromTime(%v) = %s, want 2026-03-02", late, got)
	}
	if got := workday.FromTime(late.Add(-20 * time.Hour).UTC()); got != "2026-03-01" {
		t.Errorf("FromTime of the UTC instant = %s, want 2026-03-01", got)
	}
	if got := workday.Date("2026-03-02").Time(); !got.Equal(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("2026-03-02.Time() = %v, want midnight UTC", got)
	}
	if got := workday.Date("2026-02-30").Time(); !got.IsZero() {
		t.Errorf("2026-02-30.Time() = %v, want the zero time", got)
	}
	if got := workday.Date("2026-03-02").Weekday(); got != time.Monday {
		t.Errorf("2026-03-02.Weekday() = %v, want Monday", got)
	}
	if got := workday.Date("1969-12-28").Weekday(); got != time.Sunday {
		t.Errorf("1969-12-28.Weekday() = %v, want Sunday", got)
	}
	if got := workday.Date("2026-03-02").Year(); got != 2026 {
		t.Errorf("2026-03-02.Year() = %d, want 2026", got)
	}
	if got := workday.Date("tomorrow").Year(); got != 0 {
		t.Errorf("tomorrow.Year() = %d, want 0", got)
	}
}

// FuzzDate holds our civil arithmetic against package time.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2025-02-29", "1970-01-01", "1900-03-01", "x", "2026-99-99"} {
		f.Add(s, 40)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		want, timeErr := time.Parse(time.DateOnly, s)
		d, err := workday.ParseDate(s)
		if (err == nil) != (timeErr == nil && want.Year() > 0) {
			t.Fatalf("ParseDate(%q) = %v, package time says %v", s, err, timeErr)
		}
		n %= 100_000
		next := workday.Date(s).AddDays(n)
		if err != nil {
			if next != "" {
				t.Errorf("Date(%q).AddDays(%d) = %q, want none", s, n, next)
			}
			return
		}
		if d.Weekday() != want.Weekday() {
			t.Errorf("%s.Weekday() = %v, want %v", d, d.Weekday(), want.Weekday())
		}
		moved := workday.FromTime(want.AddDate(0, 0, n))
		if next != moved {
			t.Errorf("%s.AddDays(%d) = %q, want %q", d, n, next, moved)
		}
		if next != "" && next.AddDays(-n) != d {
			t.Errorf("%s.AddDays(%d) = %q, want %s back", next, -n, next.AddDays(-n), d)
		}
	})
}
