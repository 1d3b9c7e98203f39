package ident_test

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gongkai/internal/ident"
)

// source gives the same number for ever, unless it is a list.
type source []uint64

func (s *source) Uint64() uint64 {
	first := (*s)[0]
	if len(*s) > 1 {
		*s = (*s)[1:]
	}
	return first
}

func at(instants ...time.Time) func() time.Time {
	return func() time.Time {
		first := instants[0]
		if len(instants) > 1 {
			instants = instants[1:]
		}
		return first
	}
}

func TestNextIsAULIDInSmallLetters(t *testing.T) {
	// The time part of 01ARYZ6S41… is the example in the ULID specification.
	when := time.UnixMilli(1469918176385)
	for _, c := range []struct {
		when   time.Time
		random source
		want   string
	}{
		{when, source{0}, "01aryz6s410000000000000000"},
		{when, source{math.MaxUint64}, "01aryz6s41zzzzzzzzzzzzzzzz"},
		{when, source{0, 1}, "01aryz6s410000000000000001"},
		{when, source{1, 0}, "01aryz6s41000g000000000000"},
		{when, source{0, 1 << 63}, "01aryz6s410008000000000000"},
		{time.UnixMilli(1), source{0}, "00000000010000000000000000"},
		{time.Date(20000, 1, 1, 0, 0, 0, 0, time.UTC), source{0}, "7zzzzzzzzz0000000000000000"},
	} {
		got := ident.New(at(c.when), &c.random).Next()
		if got != c.want || !ident.Valid(got) {
			t.Errorf("Next() at %v = %s, want %s", c.when, got, c.want)
		}
	}
}

func TestNextSortsAfterTheLast(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	for name, maker := range map[string]*ident.Maker{
		"clock stands":       ident.New(at(now), &source{7}),
		"clock is set back":  ident.New(at(now, now.Add(-time.Hour)), &source{7}),
		"random overflows":   ident.New(at(now), &source{math.MaxUint64}),
		"before 1970":        ident.New(at(time.Unix(-5, 0)), &source{7}),
		"system":             ident.System(),
		"sequence of a seed": ident.Sequence(3),
	} {
		last := ""
		for range 1000 {
			next := maker.Next()
			if next <= last || !ident.Valid(next) {
				t.Errorf("%s: Next() = %s after %s, want a later one", name, next, last)
				break
			}
			last = next
		}
	}
}

func TestMakersServeManyAtOnce(t *testing.T) {
	maker := ident.System()
	const workers, each = 8, 500
	made := make([][]string, workers)
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for range each {
				made[w] = append(made[w], maker.Next())
			}
		})
	}
	group.Wait()
	all := slices.Concat(made...)
	slices.Sort(all)
	if n := len(slices.Compact(all)); n != workers*each {
		t.Errorf("different identifiers = %d, want %d", n, workers*each)
	}
}

func TestSequenceRepeats(t *testing.T) {
	one, same, other := ident.Sequence(1), ident.Sequence(1), ident.Sequence(2)
	for range 100 {
		a, b, c := one.Next(), same.Next(), other.Next()
		if a != b || a == c {
			t.Fatalf("Sequence(1), (1), (2) = %s, %s, %s, want two alike and another", a, b, c)
		}
	}
}

func TestValid(t *testing.T) {
	good := "01aryz6s41000g000000000000"
	for text, want := range map[string]bool{
		good: true, "": false, good[1:]: false, good + "0": false, strings.ToUpper(good): false,
		"81aryz6s41000g000000000000": false, "01aryz6s41000i000000000000": false, "01aryz6s41000u000000000000": false,
		"01aryz6s41000-000000000000": false, "01aryz6s4100号0000000000": false,
	} {
		if got := ident.Valid(text); got != want {
			t.Errorf("Valid(%q) = %v, want %v", text, got, want)
		}
	}
}

func FuzzValid(f *testing.F) {
	f.Add("01aryz6s41000g000000000000")
	f.Add("../../etc/passwd")
	f.Fuzz(func(t *testing.T, text string) {
		if ident.Valid(text) && strings.Trim(text, "0123456789abcdefghjkmnpqrstvwxyz") != "" {
			t.Errorf("Valid(%q) = true, want false", text)
		}
	})
}
