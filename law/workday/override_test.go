package workday_test

import (
	"strings"
	"testing"

	"gongkai/law/workday"
)

func TestOverrideLayers(t *testing.T) {
	const day = "2026-04-20" // a Monday
	national := workday.Override{Date: day, Workday: false, Layer: workday.NationalLayer, Name: "临时放假", Source: "国办发明电〔2026〕1号"}
	province := workday.Override{Date: day, Workday: true, Layer: workday.ProvinceLayer, Source: "省令1号"}
	organ := workday.Override{Date: day, Workday: false, Layer: workday.OrganLayer, Name: "台风停工", Source: "县令7号"}
	later := workday.Override{Date: day, Workday: true, Layer: workday.OrganLayer, Source: "县令8号"}
	cases := []struct {
		name      string
		overrides []workday.Override
		want      workday.Day
	}{
		{"none", nil, workday.Day{Date: day, Kind: workday.Workday}},
		{"national", []workday.Override{national}, workday.Day{Date: day, Kind: workday.Holiday, Name: "临时放假", Source: "国办发明电〔2026〕1号"}},
		{"province over national", []workday.Override{province, national}, workday.Day{Date: day, Kind: workday.Workday, Source: "省令1号"}},
		{"organ over both", []workday.Override{organ, national, province}, workday.Day{Date: day, Kind: workday.Holiday, Name: "台风停工", Source: "县令7号"}},
		{"later within a layer", []workday.Override{organ, later, province}, workday.Day{Date: day, Kind: workday.Workday, Source: "县令8号"}},
	}
	for _, c := range cases {
		cal := workday.National()
		for _, o := range c.overrides {
			cal = cal.Override(o)
		}
		if got := cal.Day(day); got != c.want {
			t.Errorf("%s: Day(%s) = %+v, want %+v", c.name, day, got, c.want)
		}
	}
}

func TestOverrideOfWeekendHolidayAndUnloadedYear(t *testing.T) {
	base := workday.National()
	cal := base.Override(
		workday.Override{Date: "2026-04-18", Workday: true, Layer: workday.ProvinceLayer, Source: "省令2号"},
		workday.Override{Date: "2026-10-02", Workday: true, Layer: workday.OrganLayer, Source: "县令9号"},
		workday.Override{Date: "2027-03-01", Workday: false, Layer: workday.OrganLayer, Name: "停电", Source: "县令10号"},
		workday.Override{Date: "2027-02-30", Workday: true, Source: "误"},
	)
	if got := cal.Day("2026-04-18").Kind; got != workday.Makeup {
		t.Errorf("Day(2026-04-18).Kind = %s, want makeup", got)
	}
	if got := cal.Day("2026-10-02").Kind; got != workday.Workday {
		t.Errorf("Day(2026-10-02).Kind = %s, want workday", got)
	}
	if cal.Provisional("2027-03-01") || !cal.Provisional("2027-03-02") {
		t.Error("want 2027-03-01 firm by its override and the next day provisional")
	}
	if base.IsWorkday("2026-04-18") || len(base.Overrides()) != 0 {
		t.Error("Override changed the calendar it was called on")
	}
	if got := cal.With(parse(t, year2027)).Day("2027-03-01").Kind; got != workday.Holiday {
		t.Errorf("after loading 2027, Day(2027-03-01).Kind = %s, want holiday", got)
	}
}

// In February 2020 many provinces put off the return to work by another week.
func TestProvinceDelaysWorkIn2020(t *testing.T) {
	cal := workday.National()
	for d := workday.Date("2020-02-03"); d <= "2020-02-09"; d = d.AddDays(1) {
		cal = cal.Override(workday.Override{Date: d, Layer: workday.ProvinceLayer, Name: "延迟复工", Source: "省政府通知"})
	}
	if got := cal.Add("2020-01-22", 7); got != "2020-02-17" {
		t.Errorf("Add(2020-01-22, 7) = %s, want 2020-02-17", got)
	}
}

func TestOverrideCheck(t *testing.T) {
	good := workday.Override{Date: "2026-04-20", Layer: workday.OrganLayer, Source: "县令7号"}
	err := good.Check()
	if err != nil {
		t.Errorf("Check(%+v) = %v, want none", good, err)
	}
	cases := []struct {
		override workday.Override
		says     string
	}{
		{workday.Override{Date: "2026-04-31", Source: "x"}, "no date"},
		{workday.Override{Date: "2026-04-20", Layer: 7, Source: "x"}, "no layer 7"},
		{workday.Override{Date: "2026-04-20"}, "no notice or order"},
	}
	for _, c := range cases {
		err := c.override.Check()
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("Check(%+v) = %v, want an error saying %q", c.override, err, c.says)
		}
	}
	for l, want := range map[workday.Layer]string{workday.NationalLayer: "national", workday.ProvinceLayer: "province", workday.OrganLayer: "organ", 9: "layer(9)"} {
		if l.String() != want {
			t.Errorf("Layer(%d).String() = %s, want %s", int(l), l, want)
		}
	}
}
