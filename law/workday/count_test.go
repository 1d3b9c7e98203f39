package workday_test

import (
	"testing"

	"gongkai/law/workday"
)

func TestAdd(t *testing.T) {
	cases := []struct {
		from workday.Date
		n    int
		want workday.Date
	}{
		{"2024-01-30", 20, "2024-03-01"},
		{"2025-10-01", 20, "2025-11-04"}, // from a holiday
		{"2025-10-01", 0, "2025-10-01"},
		{"2025-12-04", 20, "2026-01-04"},
		{"2024-03-01", -20, "2024-01-30"},
		{"2025-10-09", -1, "2025-09-30"},
		{"2025-09-29", -1, "2025-09-28"},
		{"2025-02-30", 1, ""},
		{"2025-02-30", 0, ""},
		{"9999-12-30", 5, ""},
		{"0001-01-03", -9, ""},
	}
	cal := workday.National()
	for _, c := range cases {
		got := cal.Add(c.from, c.n)
		if got != c.want {
			t.Errorf("Add(%s, %d) = %q, want %q", c.from, c.n, got, c.want)
		}
	}
}

func TestBetween(t *testing.T) {
	cases := []struct {
		after, through workday.Date
		want           int
	}{
		{"2026-04-13", "2026-04-28", 11},
		{"2026-04-13", "2026-05-09", 17},
		{"2025-09-30", "2025-10-08", 0},
		{"2025-09-30", "2025-10-09", 1},
		{"2025-10-09", "2025-10-09", 0},
		{"2025-10-10", "2025-10-09", 0},
		{"2025-02-30", "2025-03-09", 0},
		{"2025-02-20", "later", 0},
	}
	cal := workday.National()
	for _, c := range cases {
		got := cal.Between(c.after, c.through)
		if got != c.want {
			t.Errorf("Between(%s, %s) = %d, want %d", c.after, c.through, got, c.want)
		}
	}
}

func TestNextWorkday(t *testing.T) {
	cases := []struct{ from, want workday.Date }{
		{"2025-03-23", "2025-03-24"},
		{"2025-03-24", "2025-03-24"},
		{"2026-02-15", "2026-02-24"},
		{"2026-02-28", "2026-02-28"}, // a make-up Saturday
		{"2027-01-01", "2027-01-04"},
		{"9999-12-31", "9999-12-31"},
		{"soon", ""},
	}
	cal := workday.National()
	for _, c := range cases {
		got := cal.NextWorkday(c.from)
		if got != c.want {
			t.Errorf("NextWorkday(%s) = %q, want %q", c.from, got, c.want)
		}
	}
}

func TestProvisionalBetween(t *testing.T) {
	cases := []struct {
		after, through workday.Date
		want           bool
	}{
		{"2026-12-01", "2026-12-31", false},
		{"2026-12-01", "2027-01-01", true},
		{"2027-01-01", "2027-01-01", false}, // no day counted
		{"2018-12-28", "2019-01-05", false}, // the days left of 2018 are in the notice
		{"2018-12-27", "2019-01-05", true},
		{"never", "2027-01-05", false},
	}
	cal := workday.National()
	for _, c := range cases {
		got := cal.ProvisionalBetween(c.after, c.through)
		if got != c.want {
			t.Errorf("ProvisionalBetween(%s, %s) = %v, want %v", c.after, c.through, got, c.want)
		}
	}
}

// FuzzCount checks that adding n days and counting them back agree, that a later
// start never ends earlier, and that bad dates are survived.
func FuzzCount(f *testing.F) {
	f.Add("2024-01-30", 20, 3)
	f.Add("2026-12-30", 40, 1)
	f.Add("2018-12-01", 400, 30)
	f.Add("2025-02-30", 5, 5)
	f.Add("9999-12-01", 40, 5)
	f.Add("0001-01-01", 13, 5)
	cal := workday.National()
	f.Fuzz(func(t *testing.T, s string, n, later int) {
		n, later = abs(n%2000), abs(later%400)
		from := workday.Date(s)
		end := cal.Add(from, n)
		if !from.Valid() {
			if end != "" || cal.Between(from, "2026-01-01") != 0 || cal.NextWorkday(from) != "" || cal.IsWorkday(from) {
				t.Errorf("%q is no date and yet something is counted", s)
			}
			return
		}
		if end == "" {
			return // past the last date
		}
		if got := cal.Between(from, end); got != n {
			t.Errorf("Between(%s, Add(%d)) = %d, want %d", from, n, got, n)
		}
		if n > 0 && !cal.IsWorkday(end) {
			t.Errorf("Add(%s, %d) = %s, no working day", from, n, end)
		}
		if got := cal.Add(end, -n); n > 0 && got != "" && cal.Add(got, n) != end {
			t.Errorf("Add(%s, %d) = %s, which does not lead back", end, -n, got)
		}
		start := from.AddDays(later)
		if next := cal.Add(start, n); next != "" && next < end {
			t.Errorf("Add(%s, %d) = %s, earlier than %s from %s", start, n, next, end, from)
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func BenchmarkAdd(b *testing.B) {
	cal := workday.National()
	b.ReportAllocs()
	for b.Loop() {
		cal.Add("2019-01-01", 10_000)
	}
}
