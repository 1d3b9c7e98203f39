package clock_test

import (
	"testing"

	"gongkai/law/clock"
	"gongkai/law/workday"
)

// naive counts day by day and asks of each whether some pause holds it.
func naive(cal workday.Calendar, received workday.Date, term int, pauses []clock.Pause) workday.Date {
	day := received
	for n := 0; n < term; {
		day = day.AddDays(1)
		paused := false
		for _, p := range pauses {
			paused = paused || p.After < day && day <= p.Through
		}
		if cal.IsWorkday(day) && !paused {
			n++
		}
	}
	return day
}

// FuzzDue checks that the result is an unpaused working day and the one a naive
// count finds, that a later receipt or more pause never ends it earlier, and that
// the proof adds up.
func FuzzDue(f *testing.F) {
	f.Add(uint16(300), uint16(20), uint16(10), uint16(15), uint16(12), uint16(20), uint16(1))
	f.Add(uint16(2820), uint16(40), uint16(0), uint16(0), uint16(5), uint16(90), uint16(30))
	f.Add(uint16(0), uint16(1), uint16(1), uint16(1), uint16(1), uint16(1), uint16(1))
	cal := workday.National()
	f.Fuzz(func(t *testing.T, offset, days, after1, long1, after2, long2, later uint16) {
		received := workday.Date("2018-12-20").AddDays(int(offset % 3200))
		term := int(days%60) + 1
		pause := func(after, long uint16) clock.Pause {
			start := received.AddDays(int(after%120) - 20)
			return clock.Pause{After: start, Through: start.AddDays(int(long % 60))}
		}
		one := []clock.Pause{pause(after1, long1)}
		two := append(one, pause(after2, long2))

		due := clock.Due(cal, received, term, two)
		if want := naive(cal, received, term, two); due != want {
			t.Fatalf("Due(%s, %d, %v) = %s, want %s", received, term, two, due, want)
		}
		if !cal.IsWorkday(due) {
			t.Errorf("Due(%s, %d, %v) = %s, no working day", received, term, two, due)
		}
		if less := clock.Due(cal, received, term, one); less > due {
			t.Errorf("Due(%s, %d) = %s with one pause, later than %s with two: %v", received, term, less, due, two)
		}
		next := received.AddDays(int(later % 100))
		if moved := clock.Due(cal, next, term, two); moved < due {
			t.Errorf("Due(%s, %d, %v) = %s, earlier than %s from %s", next, term, two, moved, due, received)
		}
		e := clock.Explain(cal, received, term, two)
		if e.Date != due || e.Days[len(e.Days)-1].N != term {
			t.Errorf("Explain(%s, %d, %v) ends on %s with %+v, want day %d on %s",
				received, term, two, e.Date, e.Days[len(e.Days)-1], term, due)
		}
		checkProof(t, cal, e, received)
	})
}

// FuzzRequest feeds foreign dates: refused or computed, never a panic, and what
// is computed is a working day.
func FuzzRequest(f *testing.F) {
	f.Add("2026-04-03", "", "", "2026-04-13", "2026-04-28", 20, 20)
	f.Add("2026-02-30", "x", "2026-01-01", "", "", -1, 99)
	f.Add("9999-12-01", "9999-12-31", "", "0001-01-01", "9999-12-31", 0, 0)
	cal := workday.National()
	f.Fuzz(func(t *testing.T, received, corrected, paid, after, through string, term, extension int) {
		r := clock.Request{
			Received:   workday.Date(received),
			Term:       term % 5000,
			Extension:  extension,
			Correction: workday.Date(corrected),
			FeePaid:    workday.Date(paid),
			Pauses:     []clock.Pause{{After: workday.Date(after), Through: workday.Date(through)}},
		}
		e, err := r.Explain(cal)
		if err != nil {
			return
		}
		if !cal.IsWorkday(e.Date) || e.Date <= r.Start() {
			t.Errorf("Deadline(%+v) = %s, want a working day after %s", r, e.Date, r.Start())
		}
	})
}
