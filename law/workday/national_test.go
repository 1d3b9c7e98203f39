package workday_test

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"gongkai/law/workday"
)

// sums is testdata/workdays.json: check sums counted outside this program.
type sums struct {
	Differs int `json:"differs_from_monday_to_friday"`
	Years   []struct {
		Year   int     `json:"year"`
		Months [12]int `json:"months"`
		Total  int     `json:"total"`
	} `json:"years"`
}

func readSums(t *testing.T) sums {
	t.Helper()
	text, err := os.ReadFile("testdata/workdays.json")
	if err != nil {
		t.Fatal(err)
	}
	var s sums
	err = json.Unmarshal(text, &s)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWorkdaysPerMonth(t *testing.T) {
	cal := workday.National()
	years := readSums(t).Years
	if len(years) != 8 {
		t.Fatalf("testdata holds %d years, want 8", len(years))
	}
	for _, y := range years {
		for i, want := range y.Months {
			first := workday.Date(fmt.Sprintf("%04d-%02d-01", y.Year, i+1))
			got := cal.Between(first.AddDays(-1), first.AddMonths(1).AddDays(-1))
			if got != want {
				t.Errorf("working days in %s = %d, want %d", first[:7], got, want)
			}
		}
		last := workday.Date(fmt.Sprintf("%04d-12-31", y.Year))
		got := cal.Between(last.AddYears(-1), last)
		if got != y.Total {
			t.Errorf("working days in %d = %d, want %d", y.Year, got, y.Total)
		}
	}
}

func TestDaysUnlikeMondayToFriday(t *testing.T) {
	cal := workday.National()
	count := 0
	for d := workday.Date("2019-01-01"); d <= "2026-12-31"; d = d.AddDays(1) {
		weekday := d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
		if cal.IsWorkday(d) != weekday {
			count++
		}
		if cal.Provisional(d) {
			t.Errorf("Provisional(%s) = true, want false", d)
		}
	}
	want := readSums(t).Differs
	if count != want {
		t.Errorf("days unlike Monday to Friday = %d, want %d", count, want)
	}
}

func TestDay(t *testing.T) {
	const notice2019, notice2024 = "国办发明电〔2018〕15号", "国办发明电〔2023〕7号"
	cases := []workday.Day{
		{Date: "2018-12-29", Kind: workday.Makeup, Source: notice2019},
		{Date: "2018-12-31", Kind: workday.Holiday, Name: "元旦", Source: notice2019},
		{Date: "2018-12-28", Kind: workday.Workday, Provisional: true},
		{Date: "2018-05-02", Kind: workday.Workday, Provisional: true}, // a day off only from 2025
		{Date: "2018-10-03", Kind: workday.Holiday, Name: "国庆节", Provisional: true},
		{Date: "2019-05-02", Kind: workday.Holiday, Name: "劳动节", Source: "国办发明电〔2019〕3号"},
		{Date: "2019-04-28", Kind: workday.Makeup, Source: "国办发明电〔2019〕3号"},
		{Date: "2019-04-06", Kind: workday.Holiday, Name: "清明节", Source: notice2019},
		{Date: "2020-01-31", Kind: workday.Holiday, Name: "春节", Source: "国办发明电〔2020〕1号"},
		{Date: "2020-02-01", Kind: workday.Holiday, Name: "春节", Source: "国办发明电〔2020〕1号"},
		{Date: "2020-02-03", Kind: workday.Workday},
		{Date: "2022-12-31", Kind: workday.Holiday, Name: "元旦", Source: "国办发明电〔2022〕16号"},
		{Date: "2024-02-09", Kind: workday.Workday},
		{Date: "2024-02-10", Kind: workday.Holiday, Name: "春节", Source: notice2024},
		{Date: "2024-02-18", Kind: workday.Makeup, Source: notice2024},
		{Date: "2024-02-24", Kind: workday.Weekend},
		{Date: "2026-12-31", Kind: workday.Workday},
		{Date: "2027-01-01", Kind: workday.Holiday, Name: "元旦", Provisional: true},
		{Date: "2027-01-02", Kind: workday.Weekend, Provisional: true},
		{Date: "2027-01-04", Kind: workday.Workday, Provisional: true},
		{Date: "2027-02-04", Kind: workday.Workday, Provisional: true},
		{Date: "2027-02-05", Kind: workday.Holiday, Name: "春节", Provisional: true},
		{Date: "2027-02-08", Kind: workday.Holiday, Name: "春节", Provisional: true},
		{Date: "2027-02-09", Kind: workday.Workday, Provisional: true},
		{Date: "2027-05-02", Kind: workday.Holiday, Name: "劳动节", Provisional: true},
		{Date: "2028-10-03", Kind: workday.Holiday, Name: "国庆节", Provisional: true},
		{Date: "2032-06-12", Kind: workday.Holiday, Name: "端午节", Provisional: true},
		{Date: "2033-01-31", Kind: workday.Workday, Provisional: true}, // Spring Festival, not known that far
	}
	cal := workday.National()
	for _, want := range cases {
		got := cal.Day(want.Date)
		if got != want {
			t.Errorf("Day(%s) = %+v, want %+v", want.Date, got, want)
		}
	}
	if got := cal.Day("2024-02-30"); got != (workday.Day{}) {
		t.Errorf("Day(2024-02-30) = %+v, want none", got)
	}
}

func TestYearsAndNotices(t *testing.T) {
	cal := workday.National()
	if cal.FirstYear() != 2019 || cal.LastYear() != 2026 {
		t.Errorf("years = %d to %d, want 2019 to 2026", cal.FirstYear(), cal.LastYear())
	}
	if got, want := cal.Notice(2019), "国办发明电〔2018〕15号、国办发明电〔2019〕3号"; got != want {
		t.Errorf("Notice(2019) = %s, want %s", got, want)
	}
	if got := cal.Notice(2027); got != "" {
		t.Errorf("Notice(2027) = %s, want none", got)
	}
	for year := cal.FirstYear(); year <= cal.LastYear(); year++ {
		a, ok := cal.Arrangement(year)
		if !ok || a.Year != year || a.Notices[0].Provenance == "" {
			t.Errorf("Arrangement(%d) = %+v, %v, want one of known provenance", year, a, ok)
		}
	}
}
