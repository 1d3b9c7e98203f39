package store_test

import (
	"testing"
	"time"

	"gongkai/internal/store"
)

func TestEncodeInstant(t *testing.T) {
	beijing := time.FixedZone("CST", 8*3600)
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Time{}, ""},
		{time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), "2026-01-02T03:04:05.000000Z"},
		{time.Date(2026, 1, 2, 3, 4, 5, 0, beijing), "2026-01-01T19:04:05.000000Z"},
		{time.Date(2026, 1, 2, 3, 4, 5, 123456789, time.UTC), "2026-01-02T03:04:05.123456Z"},
		{time.Date(-5, 1, 2, 3, 4, 5, 0, time.UTC), "0001-01-01T00:00:00.000000Z"},
		{time.Date(12026, 1, 2, 3, 4, 5, 0, time.UTC), "9999-12-31T23:59:59.999999Z"},
	} {
		if got := store.EncodeInstant(c.at); got != c.want {
			t.Errorf("EncodeInstant(%v) = %q, want %q", c.at, got, c.want)
		}
	}
}

func TestDecodeInstantRefuses(t *testing.T) {
	for _, text := range []string{
		"2026-01-02", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000Z", "2026-01-02T03:04:05.000000+08:00",
		"2026-02-30T03:04:05.000000Z", "2026-01-02t03:04:05.000000z", "2026-01-02T03:04:05,000000Z", " ",
	} {
		at, err := store.DecodeInstant(text)
		if err == nil {
			t.Errorf("DecodeInstant(%q) = %v, want an error", text, at)
		}
	}
}

func FuzzDecodeInstant(f *testing.F) {
	f.Add("2026-01-02T03:04:05.123456Z")
	f.Add("")
	f.Add("2026-01-02T03:04:05,123456Z")
	f.Fuzz(func(t *testing.T, text string) {
		at, err := store.DecodeInstant(text)
		if err != nil {
			return
		}
		if got := store.EncodeInstant(at); got != text && !at.IsZero() {
			t.Errorf("EncodeInstant(DecodeInstant(%q)) = %q", text, got)
		}
	})
}
