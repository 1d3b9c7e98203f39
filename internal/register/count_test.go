package register_test

import (
	"slices"
	"testing"

	"gongkai/internal/register"
)

func TestMatches(t *testing.T) {
	within := register.During("on")
	in := register.CarriedIn("on", "off")
	out := register.OpenAtEnd("on", "off")
	named := register.InYear("year")
	for _, c := range []struct {
		what   string
		period register.Period
		values map[string]string
		want   bool
	}{
		{"the last day of the year before", within, map[string]string{"on": "2023-12-31"}, false},
		{"the first day", within, map[string]string{"on": "2024-01-01"}, true},
		{"the last day", within, map[string]string{"on": "2024-12-31"}, true},
		{"the first day of the next year", within, map[string]string{"on": "2025-01-01"}, false},
		{"no date", within, map[string]string{}, false},

		{"begun before and open", in, map[string]string{"on": "2023-12-31"}, true},
		{"begun in the year", in, map[string]string{"on": "2024-01-01"}, false},
		{"ended on the last day before", in, map[string]string{"on": "2023-05-01", "off": "2023-12-31"}, false},
		{"ended on the first day", in, map[string]string{"on": "2023-05-01", "off": "2024-01-01"}, true},
		{"ended years later", in, map[string]string{"on": "2020-05-01", "off": "2026-01-01"}, true},
		{"carried in without a beginning", in, map[string]string{"off": "2024-06-01"}, false},

		{"begun on the last day and open", out, map[string]string{"on": "2024-12-31"}, true},
		{"begun after the year", out, map[string]string{"on": "2025-01-01"}, false},
		{"ended on the last day", out, map[string]string{"on": "2024-05-01", "off": "2024-12-31"}, false},
		{"ended on the day after", out, map[string]string{"on": "2024-05-01", "off": "2025-01-01"}, true},
		{"begun long ago and open", out, map[string]string{"on": "2019-05-01"}, true},
		{"open at the end without a beginning", out, map[string]string{}, false},

		{"the year itself", named, map[string]string{"year": "2024"}, true},
		{"another year", named, map[string]string{"year": "2023"}, false},
		{"no year", named, map[string]string{}, false},
	} {
		got := register.Count{Period: c.period}.Matches(register.Record{Values: c.values}, 2024)
		if got != c.want {
			t.Errorf("%s: Matches(%v, 2024) = %v, want %v", c.what, c.values, got, c.want)
		}
	}
}

// TestCarriedOverBalances: whatever is open when a year ends is carried into the
// next one, and nothing else is.
func TestCarriedOverBalances(t *testing.T) {
	days := []string{"", "2023-12-31", "2024-01-01", "2024-06-15", "2024-12-31", "2025-01-01"}
	for _, on := range days {
		for _, off := range days {
			r := register.Record{Values: map[string]string{"on": on, "off": off}}
			for year := 2023; year <= 2025; year++ {
				leaves := register.Count{Period: register.OpenAtEnd("on", "off")}.Matches(r, year)
				comes := register.Count{Period: register.CarriedIn("on", "off")}.Matches(r, year+1)
				if leaves != comes {
					t.Errorf("from %q to %q: open at the end of %d = %v, carried into %d = %v", on, off, year, leaves, year+1, comes)
				}
			}
		}
	}
}

func TestWhereHoldsForAll(t *testing.T) {
	count := register.Count{Period: register.During("on"), Where: []register.Any{
		{Field: "kind", Values: []string{"licence", "penalty"}}, {Field: "ended_by", Values: []string{"", "expired"}},
	}}
	for _, c := range []struct {
		kind, ended string
		want        bool
	}{
		{"licence", "", true}, {"penalty", "expired", true}, {"coercion", "", false}, {"licence", "repealed", false}, {"", "", false},
	} {
		r := register.Record{Values: map[string]string{"on": "2024-03-05", "kind": c.kind, "ended_by": c.ended}}
		if got := count.Matches(r, 2024); got != c.want {
			t.Errorf("Matches(kind %q, ended by %q) = %v, want %v", c.kind, c.ended, got, c.want)
		}
	}
}

func TestAdd(t *testing.T) {
	r := register.Record{Values: map[string]string{"quantity": "38", "odd": "many"}}
	for _, c := range []struct {
		sum  string
		want int64
	}{{"", 1}, {"quantity", 38}, {"absent", 0}, {"odd", 0}} {
		if got := (register.Count{Sum: c.sum}).Add(r); got != c.want {
			t.Errorf("Add with sum %q = %d, want %d", c.sum, got, c.want)
		}
	}
}

func TestFieldsOfACount(t *testing.T) {
	count := register.Count{
		Period: register.OpenAtEnd("issued_on", "ended_on"), Sum: "quantity",
		Where: []register.Any{{Field: "kind"}, {Field: "ended_on"}, {Field: "kind"}},
	}
	if got, want := count.Fields(), []string{"issued_on", "ended_on", "kind", "quantity"}; !slices.Equal(got, want) {
		t.Errorf("Fields() = %v, want %v", got, want)
	}
}
