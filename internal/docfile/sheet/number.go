package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// exactDigits is how many digits of a number Excel keeps.
const exactDigits = 15

// lastSerial is 31 December 9999, the last day that Excel knows.
const lastSerial = 2_958_465

// plain writes a stored number in plain decimals, as Excel would show it with
// room enough, and reports whether digits may be lost: of a number longer than
// fifteen digits the rest is zeros, or what rounding to binary left.
func plain(stored string) (string, bool) {
	digits := strings.TrimPrefix(stored, "-")
	if digits != "" && strings.Trim(digits, "0123456789") == "" {
		return stored, len(digits) > exactDigits
	}
	f, err := strconv.ParseFloat(stored, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return stored, false
	}
	if math.Abs(f) >= 1e15 {
		return strconv.FormatFloat(f, 'f', -1, 64), true
	}
	// 0.1+0.2 is stored as 0.30000000000000004; Excel shows fifteen digits.
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(f, 'e', exactDigits-1, 64), 64)
	if err != nil {
		return stored, false
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64), false
}

// date writes a serial number, days since the start of the calendar, as the
// format means it. It reports false where the number is no date: below zero,
// past the year 9999, or 29 February 1900, which Excel invented.
func date(stored string, f format, from int) (string, bool) {
	serial, err := strconv.ParseFloat(stored, 64)
	if err != nil || !(serial >= 0 && serial < lastSerial+1) {
		return "", false
	}
	whole, fraction := math.Modf(serial)
	seconds := int(math.Round(fraction * 86400))
	if seconds == 86400 {
		whole, seconds = whole+1, 0
	}
	if f == duration {
		hours := int(whole)*24 + seconds/3600
		return fmt.Sprintf("%02d:%02d:%02d", hours, seconds/60%60, seconds%60), true
	}
	time1900 := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from == 1904:
		time1900 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case whole == 60 || whole == 0 && f != clock:
		return "", false
	case whole < 60:
		time1900 = time1900.AddDate(0, 0, 1)
	}
	at := time1900.AddDate(0, 0, int(whole)).Add(time.Duration(seconds) * time.Second)
	switch {
	case f == clock && whole == 0:
		return at.Format(time.TimeOnly), true
	case f == day || seconds == 0:
		return at.Format(time.DateOnly), true
	}
	return at.Format(time.DateTime), true
}
