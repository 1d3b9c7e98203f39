package workday

import "time"

// Dates are counted as whole days since 1970-01-01, so that a walk over days
// adds one and allocates nothing.

const maxYear = 9999

const secondsPerDay = 24 * 60 * 60

const (
	firstNumber = -719162 // 0001-01-01
	lastNumber  = 2932896 // 9999-12-31
)

// fields splits YYYY-MM-DD into numbers without asking whether the day exists.
func fields(s string) (int, int, int, bool) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return 0, 0, 0, false
	}
	year, okYear := digits(s[:4])
	month, okMonth := digits(s[5:7])
	day, okDay := digits(s[8:])
	return year, month, day, okYear && okMonth && okDay
}

func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// split is fields for a day that exists, zeros otherwise.
func (d Date) split() (int, int, int, bool) {
	year, month, day, ok := fields(string(d))
	if !ok || year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, 0, 0, false
	}
	return year, month, day, true
}

func (d Date) number() (int, bool) {
	year, month, day, ok := d.split()
	if !ok {
		return 0, false
	}
	midnight := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return int(midnight.Unix() / secondsPerDay), true
}

func fromNumber(n int) Date {
	year, month, day := ymd(n)
	return civil(year, month, day)
}

func ymd(n int) (int, int, int) {
	year, month, day := time.Unix(int64(n)*secondsPerDay, 0).UTC().Date()
	return year, int(month), day
}

func civil(year, month, day int) Date {
	if year < 1 || year > maxYear {
		return ""
	}
	b := [10]byte{
		'0' + byte(year/1000), '0' + byte(year/100%10), '0' + byte(year/10%10), '0' + byte(year%10), '-',
		'0' + byte(month/10), '0' + byte(month%10), '-',
		'0' + byte(day/10), '0' + byte(day%10),
	}
	return Date(b[:])
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// weekday relies on 1970-01-01 having been a Thursday.
func weekday(n int) time.Weekday {
	return time.Weekday(((n+4)%7 + 7) % 7)
}

func weekend(n int) bool {
	w := weekday(n)
	return w == time.Saturday || w == time.Sunday
}
