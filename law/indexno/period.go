package indexno

import (
	"fmt"
	"strconv"
	"time"
)

// PeriodKind is the stretch within which the serials of a site count up.
type PeriodKind string

// The two periods in use.
const (
	ByYear  PeriodKind = "year"
	ByMonth PeriodKind = "month"
)

// Period is a year, or a month of a year, after the slash.
type Period struct {
	Year  int
	Month int // 1 to 12; 0 when the period is the whole year
}

// firstYear is the earliest year a number can name: no document of an organ of
// this state is older.
const firstYear = 1949

// ParsePeriod reads YYYY or YYYYMM.
func ParsePeriod(s string) (Period, error) {
	if (len(s) != 4 && len(s) != 6) || !allDigits(s) {
		return Period{}, ErrPeriod
	}
	year, err := strconv.Atoi(s[:4])
	if err != nil || year < firstYear {
		return Period{}, ErrPeriod
	}
	if len(s) == 4 {
		return Period{Year: year}, nil
	}
	month, err := strconv.Atoi(s[4:])
	if err != nil || month < 1 || month > 12 {
		return Period{}, ErrPeriod
	}
	return Period{Year: year, Month: month}, nil
}

// PeriodOn reports the period of a kind that holds a day written YYYY-MM-DD.
func PeriodOn(kind PeriodKind, date string) (Period, error) {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return Period{}, fmt.Errorf("read the day %q of an index number: %w", date, err)
	}
	if day.Year() < firstYear {
		return Period{}, fmt.Errorf("index number of %s: %w", date, ErrPeriod)
	}
	switch kind {
	case ByYear:
		return Period{Year: day.Year()}, nil
	case ByMonth:
		return Period{Year: day.Year(), Month: int(day.Month())}, nil
	}
	return Period{}, fmt.Errorf("no period of the kind %q", kind)
}

// Kind reports whether the period is a year or a month.
func (p Period) Kind() PeriodKind {
	if p.Month == 0 {
		return ByYear
	}
	return ByMonth
}

// String writes YYYY or YYYYMM.
func (p Period) String() string {
	if p.Month == 0 {
		return fmt.Sprintf("%04d", p.Year)
	}
	return fmt.Sprintf("%04d%02d", p.Year, p.Month)
}
