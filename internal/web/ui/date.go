package ui

import (
	"fmt"
	"time"
)

var weekdays = [...]string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"}

// Date writes a civil date YYYY-MM-DD as 2025年1月16日. Text that is no such
// date comes back as it is: a page shows a damaged record rather than hide it.
func Date(civil string) string {
	t, err := time.Parse(time.DateOnly, civil)
	if err != nil {
		return civil
	}
	return chineseDate(t)
}

// DateLine writes a moment as the header's date line, 2026年1月13日 星期二, in
// the moment's own location.
func DateLine(t time.Time) string { return chineseDate(t) + " " + weekdays[t.Weekday()] }

func chineseDate(t time.Time) string {
	return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
}

// Minute writes a moment as YYYY-MM-DD HH:MM, the form of a publishing time
// (Guidelines 2017 No. 47), in the moment's own location. A zero time is empty.
func Minute(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02 15:04")
}

// Bytes writes a file size as 860 B, 34.5 KB or 2.1 MB (1 KB = 1024 B).
func Bytes(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d B", n)
	case n < 1<<20:
		return fmt.Sprintf("%.1f KB", float64(n)/(1<<10))
	case n < 1<<30:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
}

// WanYuan writes an amount in fen as 万元 with two decimals, rounded half away
// from zero, without a thousands separator, as the report tables ask.
func WanYuan(fen int64) string {
	sign, n := "", uint64(fen)
	if fen < 0 {
		sign, n = "-", -n
	}
	hundredths := (n + 5_000) / 10_000
	if hundredths == 0 {
		sign = ""
	}
	return fmt.Sprintf("%s%d.%02d", sign, hundredths/100, hundredths%100)
}

// Yuan writes an amount in fen as 元 with two decimals.
func Yuan(fen int64) string {
	sign, n := "", uint64(fen)
	if fen < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}
