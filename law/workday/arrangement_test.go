package workday_test

import (
	"os"
	"strings"
	"testing"

	"gongkai/law/workday"
)

// year2027 is a made-up arrangement in the form an operator loads.
const year2027 = `{
  "year": 2027,
  "notices": [{"number": "国办发明电〔2026〕99号", "date": "2026-11-05"}],
  "holidays": [
    {"name": "元旦", "from": "2026-12-31", "through": "2027-01-02"},
    {"name": "春节", "from": "2027-02-05", "through": "2027-02-12"},
    {"name": "劳动节", "from": "2027-05-01", "through": "2027-05-05"},
    {"name": "国庆节", "from": "2027-10-01", "through": "2027-10-07"}
  ],
  "workdays": [{"date": "2027-02-14"}, {"date": "2027-10-09"}]
}`

func parse(t *testing.T, text string) workday.Arrangement {
	t.Helper()
	a, err := workday.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestLoadedYear(t *testing.T) {
	before := workday.National()
	after := before.With(parse(t, year2027))
	if after.LastYear() != 2027 || before.LastYear() != 2026 {
		t.Errorf("LastYear = %d, before %d; want 2027 and 2026", after.LastYear(), before.LastYear())
	}
	if got := after.Day("2027-02-14"); got.Kind != workday.Makeup || got.Provisional {
		t.Errorf("Day(2027-02-14) = %+v, want a firm make-up day", got)
	}
	if !after.IsWorkday("2027-04-05") || after.Provisional("2027-04-05") {
		t.Errorf("Day(2027-04-05) = %+v, want a firm working day: the notice does not name it", after.Day("2027-04-05"))
	}
	if after.IsWorkday("2026-12-31") || !before.IsWorkday("2026-12-31") {
		t.Error("IsWorkday(2026-12-31): the notice of 2027 must reach back, and only in the new calendar")
	}
	if got := before.Add("2026-12-25", 10); got != "2027-01-11" {
		t.Errorf("before loading, Add(2026-12-25, 10) = %s, want 2027-01-11", got)
	}
	if got := after.Add("2026-12-25", 10); got != "2027-01-12" {
		t.Errorf("after loading, Add(2026-12-25, 10) = %s, want 2027-01-12", got)
	}
}

func TestReplacedYear(t *testing.T) {
	first := parse(t, year2027)
	second := parse(t, strings.NewReplacer("2027-02-14", "2027-02-20", "2027-02-12", "2027-02-15").Replace(year2027))
	cal := workday.National().With(first).With(second)
	if cal.IsWorkday("2027-02-15") || !cal.IsWorkday("2027-02-20") {
		t.Error("a second arrangement of 2027 must replace the first")
	}
	if got := cal.Day("2027-02-14").Kind; got != workday.Holiday {
		t.Errorf("Day(2027-02-14).Kind = %s, want holiday", got)
	}
}

func TestGapStaysProvisional(t *testing.T) {
	text := strings.ReplaceAll(strings.ReplaceAll(year2027, "2027-", "2028-"), `"year": 2027`, `"year": 2028`)
	text = strings.NewReplacer("2026-12-31", "2028-01-01", "2028-02-14", "2028-02-13", "2028-10-09", "2028-10-08").Replace(text)
	cal := workday.National().With(parse(t, text))
	if !cal.Provisional("2027-03-01") || cal.Provisional("2028-03-01") {
		t.Error("2027 is not loaded and 2028 is: want only 2027 provisional")
	}
}

func TestCalendarKeepsItsArrangement(t *testing.T) {
	a := parse(t, year2027)
	cal := workday.National().With(a)
	a.Holidays[1].Through = "2027-02-06"
	kept, _ := cal.Arrangement(2027)
	kept.Holidays[1].Through = "2027-02-06"
	cal = cal.With()
	if cal.IsWorkday("2027-02-10") {
		t.Error("editing an arrangement changed a calendar that had loaded it")
	}
}

func TestUncheckedArrangementIsNotLoaded(t *testing.T) {
	cal := workday.National().With(workday.Arrangement{Year: 2027})
	if cal.LastYear() != 2026 || !cal.Provisional("2027-03-01") {
		t.Error("an arrangement without notices was loaded")
	}
}

func TestParseRefuses(t *testing.T) {
	cases := []struct{ name, old, new, says string }{
		{"no JSON", year2027, "[", "read holiday arrangement"},
		{"unknown field", `"holidays"`, `"hollidays"`, "unknown field"},
		{"two values", year2027, year2027 + "{}", "more than one JSON value"},
		{"year zero", `"year": 2027`, `"year": 0`, "no year 0"},
		{"no notice", `{"number": "国办发明电〔2026〕99号", "date": "2026-11-05"}`, "", "no notice is given"},
		{"no number", "国办发明电〔2026〕99号", "", "a notice has no number"},
		{"no notice date", "2026-11-05", "2026-11-31", `no date "2026-11-31"`},
		{"unnamed", "春节", "", "no name"},
		{"impossible day", "2027-02-12", "2027-02-29", `no date "2027-02-29"`},
		{"backwards", "2027-05-05", "2027-04-30", "before it starts"},
		{"a season", "2027-05-05", "2027-08-05", "longer than 31 days"},
		{"other year", "2027-02-14", "2028-02-13", "lies neither in 2027"},
		{"November before", "2026-12-31", "2026-11-30", "lies neither in 2027"},
		{"overlap", `"from": "2026-12-31", "through": "2027-01-02"`, `"from": "2027-01-10", "through": "2027-02-05"`, "2027-02-05 already belongs to 元旦"},
		{"make-up on a Monday", "2027-02-14", "2027-02-15", "neither a Saturday nor a Sunday"},
		{"make-up in a holiday", "2027-02-14", "2027-02-07", "lies inside the holiday 春节"},
		{"make-up twice", "2027-10-09", "2027-02-14", "given twice"},
		{"foreign notice", `"date": "2027-10-09"`, `"date": "2027-10-09", "notice": "别号"`, "not among the notices"},
		{"half a year", `"from": "2027-10-01"`, `"from": "2027-10-02"`, "2027-10-01 (国庆节) is a public holiday and missing"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := workday.Parse([]byte(strings.Replace(year2027, c.old, c.new, 1)))
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("Parse = %v, want an error saying %q", err, c.says)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(year2027))
	text, err := os.ReadFile("data/2020.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Fuzz(func(t *testing.T, text []byte) {
		a, err := workday.Parse(text)
		if err != nil {
			return
		}
		cal := workday.Calendar{}.With(a)
		if cal.LastYear() != a.Year {
			t.Errorf("LastYear = %d, want %d", cal.LastYear(), a.Year)
		}
		for _, s := range a.Holidays {
			if cal.IsWorkday(s.From) || cal.IsWorkday(s.Through) {
				t.Errorf("%s: a day of the holiday is a working day", s.Name)
			}
		}
		for _, e := range a.Workdays {
			if !cal.IsWorkday(e.Date) {
				t.Errorf("%s: the make-up day is no working day", e.Date)
			}
		}
	})
}
