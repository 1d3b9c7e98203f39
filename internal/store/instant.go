package store

import (
	"fmt"
	"time"
)

// instantLayout has a fixed width, so that text order is time order. Both
// engines and all readers see microseconds in UTC.
const instantLayout = "2006-01-02T15:04:05.000000Z"

// EncodeInstant writes an instant as stored: UTC, cut to the microsecond. The
// zero time is the empty text, which sorts before every instant. Years outside
// 1 to 9999 do not fit and count as the nearest that does.
func EncodeInstant(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	at = at.UTC()
	switch {
	case at.Year() < 1:
		return "0001-01-01T00:00:00.000000Z"
	case at.Year() > 9999:
		return "9999-12-31T23:59:59.999999Z"
	}
	return at.Format(instantLayout)
}

// DecodeInstant reads what EncodeInstant wrote. It accepts nothing else.
func DecodeInstant(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	at, err := time.Parse(instantLayout, text)
	if err != nil {
		return time.Time{}, fmt.Errorf("read instant %q: %w", text, err)
	}
	if at.Format(instantLayout) != text {
		return time.Time{}, fmt.Errorf("read instant %q: not of the fixed width", text)
	}
	return at, nil
}

// instantInto scans a stored instant into a time.Time.
type instantInto struct{ at *time.Time }

// Scan implements sql.Scanner.
func (i instantInto) Scan(value any) error {
	switch v := value.(type) {
	case string:
		at, err := DecodeInstant(v)
		*i.at = at
		return err
	case []byte:
		at, err := DecodeInstant(string(v))
		*i.at = at
		return err
	}
	return fmt.Errorf("read instant: stored as %T, not as text", value)
}
