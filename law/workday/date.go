package workday

import (
	"fmt"
	"time"
)

// Date is a day of the civil calendar, written YYYY-MM-DD, from 0001-01-01 to
// 9999-12-31. Dates compare with < and ==. The zero Date means "no date"; the
// methods of a Date that is not Valid return zero values.
type Date string

// ParseDate reads a date written YYYY-MM-DD. It refuses other forms and days
// that do not exist, such as 2025-02-29.
func ParseDate(s string) (Date, error) {
	year, month, day, ok := fields(s)
	if !ok {
		return "", fmt.Errorf("parse date %q: want YYYY-MM-DD", s)
	}
	if year < 1 {
		return "", fmt.Errorf("parse date %q: no year 0000", s)
	}
	if month < 1 || month > 12 {
		return "", fmt.Errorf("parse date %q: no month %02d", s, month)
	}
	last := daysIn(year, month)
	if day < 1 || day > last {
		return "", fmt.Errorf("parse date %q: %04d-%02d has days 01 to %02d", s, year, month, last)
	}
	return Date(s), nil
}

// FromTime is the date that t shows in its own location. The caller brings an
// instant into the location of the organ (China Standard Time) first.
func FromTime(t time.Time) Date {
	year, month, day := t.Date()
	return civil(year, int(month), day)
}

// Valid reports whether d is a day that exists.
func (d Date) Valid() bool {
	_, _, _, ok := d.split()
	return ok
}

// Year is the year of d, 0 if d is not Valid.
func (d Date) Year() int {
	year, _, _, _ := d.split()
	return year
}

// Weekday is the day of the week of d; only a Valid date has one.
func (d Date) Weekday() time.Weekday {
	n, _ := d.number()
	return weekday(n)
}

// Time is midnight of d in UTC, the zero Time if d is not Valid.
func (d Date) Time() time.Time {
	year, month, day, ok := d.split()
	if !ok {
		return time.Time{}
	}
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// AddDays is the date n natural days after d, before it for negative n.
func (d Date) AddDays(n int) Date {
	start, ok := d.number()
	if !ok || n > lastNumber-start || n < firstNumber-start {
		return ""
	}
	return fromNumber(start + n)
}

// AddMonths is the same day n months after d, or the last day of that month if
// it is shorter: one month after 2024-01-31 is 2024-02-29.
func (d Date) AddMonths(n int) Date {
	year, month, day, ok := d.split()
	if !ok || n > maxYear*12 || n < -maxYear*12 {
		return ""
	}
	months := year*12 + month - 1 + n
	year, month = months/12, months%12+1
	if months < 0 || year < 1 || year > maxYear {
		return ""
	}
	return civil(year, month, min(day, daysIn(year, month)))
}

// AddYears is the same day n years after d; 29 February becomes 28 February
// where the year has none.
func (d Date) AddYears(n int) Date {
	if n > maxYear || n < -maxYear {
		return ""
	}
	return d.AddMonths(12 * n)
}
