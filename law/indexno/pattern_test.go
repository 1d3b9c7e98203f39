package indexno

import (
	"errors"
	"testing"
)

func TestCompose(t *testing.T) {
	for _, c := range []struct {
		name    string
		pattern Pattern
		front   string
		date    string
		serial  int
		want    string
		err     error
	}{
		{name: "national guide", pattern: National, front: "000014349", date: "2017-05-04", serial: 110, want: "000014349/2017-00110"},
		{name: "six digits", pattern: Pattern{USCC, ByYear, 6}, front: "113308810026305088", date: "2014-01-27", serial: 128123, want: "113308810026305088/2014-128123"},
		{name: "by month", pattern: Pattern{USCC, ByMonth, 5}, front: "113417020032563511", date: "2025-04-30", serial: 57, want: "113417020032563511/202504-00057"},
		{name: "tree", pattern: Pattern{Tree, ByYear, 5}, front: "001008004005097", date: "2025-01-16", serial: 1220, want: "001008004005097/2025-01220"},
		{name: "tree that looks like an organisation code", pattern: Pattern{Tree, ByYear, 5}, front: "000014349", date: "2025-01-16", serial: 1, want: "000014349/2025-00001"},
		{name: "region", pattern: Pattern{Region, ByYear, 5}, front: "330683", date: "2026-01-01", serial: 1, want: "330683/2026-00001"},
		{name: "wrong check digit", pattern: National, front: "000014348", date: "2017-05-04", serial: 1, err: ErrFront},
		{name: "wrong credit code", pattern: Pattern{USCC, ByYear, 5}, front: "113308810026305089", date: "2017-05-04", serial: 1, err: ErrFront},
		{name: "no such province", pattern: Pattern{Region, ByYear, 5}, front: "990683", date: "2017-05-04", serial: 1, err: ErrFront},
		{name: "no kind", pattern: Pattern{"", ByYear, 5}, front: "000014349", date: "2017-05-04", serial: 1, err: ErrFront},
		{name: "serial zero", pattern: National, front: "000014349", date: "2017-05-04", serial: 0, err: ErrSerial},
		{name: "last serial", pattern: National, front: "000014349", date: "2017-05-04", serial: 99999, want: "000014349/2017-99999"},
		{name: "serial too wide", pattern: National, front: "000014349", date: "2017-05-04", serial: 100000, err: ErrFull},
		{name: "width zero", pattern: Pattern{OrgCode, ByYear, 0}, front: "000014349", date: "2017-05-04", serial: 1, err: ErrSerial},
		{name: "width ten", pattern: Pattern{OrgCode, ByYear, 10}, front: "000014349", date: "2017-05-04", serial: 1, err: ErrSerial},
		{name: "before 1949", pattern: National, front: "000014349", date: "1948-05-04", serial: 1, err: ErrPeriod},
	} {
		got, err := c.pattern.Compose(c.front, c.date, c.serial)
		if !errors.Is(err, c.err) || got.String() != c.want {
			t.Errorf("%s: Compose(%s, %s, %d) = %s, %v, want %s, %v", c.name, c.front, c.date, c.serial, got, err, c.want, c.err)
			continue
		}
		if err == nil && c.pattern.Match(got) != nil {
			t.Errorf("%s: %s does not match its own pattern: %v", c.name, got, c.pattern.Match(got))
		}
	}
	for _, p := range []Pattern{National, {OrgCode, "week", 5}} {
		_, err := p.Compose("000014349", "2017-5-4", 1)
		if err == nil {
			t.Errorf("%+v composed for the day 2017-5-4", p)
		}
	}
	_, err := Pattern{OrgCode, "week", 5}.Compose("000014349", "2017-05-04", 1)
	if err == nil {
		t.Error("composed by the week")
	}
}

func TestNationalIsTwentyCharacters(t *testing.T) {
	n, err := National.Compose("000014349", "2026-03-02", 7)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(n.String()); got != 20 {
		t.Errorf("%s has %d characters, want 20", n, got)
	}
}

func TestNext(t *testing.T) {
	byMonth := Pattern{USCC, ByMonth, 5}
	for _, c := range []struct {
		pattern          Pattern
		last, date, want string
		err              error
	}{
		{pattern: National, last: "000014349/2017-00110", date: "2017-12-31", want: "000014349/2017-00111"},
		{pattern: National, last: "000014349/2017-00110", date: "2018-01-01", want: "000014349/2018-00001"},
		{pattern: National, last: "000014349/2017-00110", date: "2016-12-31", err: ErrPeriod},
		{pattern: National, last: "000014349/2017-99999", date: "2017-12-31", err: ErrFull},
		{pattern: National, last: "000014349/2017-000110", date: "2017-12-31", err: ErrPattern},
		{pattern: National, last: "000014349/201712-00110", date: "2017-12-31", err: ErrPattern},
		{pattern: National, last: "001008004005097/2017-00110", date: "2017-12-31", err: ErrPattern},
		{pattern: National, last: "00001434-8/2017-00110", date: "2017-12-31", err: ErrFront},
		{pattern: byMonth, last: "113417020032563511/202504-00057", date: "2025-04-30", want: "113417020032563511/202504-00058"},
		{pattern: byMonth, last: "113417020032563511/202504-00057", date: "2025-05-01", want: "113417020032563511/202505-00001"},
		{pattern: byMonth, last: "113417020032563511/202504-00057", date: "2025-03-31", err: ErrPeriod},
	} {
		last, err := Parse(c.last)
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.pattern.Next(last, c.date)
		if !errors.Is(err, c.err) || got.String() != c.want {
			t.Errorf("Next(%s, %s) = %s, %v, want %s, %v", c.last, c.date, got, err, c.want, c.err)
		}
	}
}

func FuzzCompose(f *testing.F) {
	f.Add("000014349", "2017-05-04", 110)
	f.Add("001008004005097", "2025-01-16", 1220)
	f.Fuzz(func(t *testing.T, front, date string, serial int) {
		for _, kind := range []Kind{OrgCode, USCC, Region, Tree} {
			for _, period := range []PeriodKind{ByYear, ByMonth} {
				n, err := Pattern{kind, period, 5}.Compose(front, date, serial)
				if err != nil {
					continue
				}
				again, err := Parse(n.String())
				if err != nil || again.String() != n.String() {
					t.Errorf("Parse(%s) = %s, %v", n, again, err)
				}
			}
		}
	})
}
