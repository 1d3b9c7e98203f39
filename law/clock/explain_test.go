package clock_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"gongkai/law/clock"
	"gongkai/law/workday"
)

// checkProof holds an explanation against the calendar: no day is missing, and
// the counted ones run from 1 to the last day.
func checkProof(t testing.TB, cal workday.Calendar, e clock.Explanation, start workday.Date) {
	t.Helper()
	n := 0
	provisional := false
	day := start
	for _, d := range e.Days {
		day = day.AddDays(1)
		if d.Date != day {
			t.Fatalf("the proof shows %s, want %s", d.Date, day)
		}
		if known := cal.Day(day); d.Kind != known.Kind || d.Name != known.Name {
			t.Errorf("the proof calls %s %s %s, want %s %s", day, d.Kind, d.Name, known.Kind, known.Name)
		}
		if d.N > 0 {
			n++
			if d.N != n || d.Paused || !cal.IsWorkday(day) {
				t.Errorf("the proof counts %+v, want an unpaused working day with number %d", d, n)
			}
		}
		if d.N == 0 && !d.Paused && cal.IsWorkday(day) {
			t.Errorf("the proof leaves out the working day %s", day)
		}
		provisional = provisional || d.Provisional
	}
	if day != e.Date {
		t.Errorf("the proof ends on %s, want %s", day, e.Date)
	}
	if len(e.Days) > 0 && e.Days[len(e.Days)-1].N != n {
		t.Errorf("the last day is not counted")
	}
	if provisional != e.Provisional {
		t.Errorf("provisional = %v, want %v as its days are", e.Provisional, provisional)
	}
}

func TestExplainJSON(t *testing.T) {
	e := clock.Explain(workday.National(), "2024-01-30", 20, nil)
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	const first = `{"date":"2024-03-01","provisional":false,"days":[{"date":"2024-01-31","n":1,"kind":"workday"},`
	if !strings.HasPrefix(string(text), first) {
		t.Errorf("Explain = %s, want it to begin with %s", text, first)
	}
	for _, part := range []string{
		`{"date":"2024-02-04","n":4,"kind":"makeup"}`,
		`{"date":"2024-02-09","n":9,"kind":"workday"}`,
		`{"date":"2024-02-10","kind":"holiday","name":"春节"}`,
		`{"date":"2024-02-24","kind":"weekend"}`,
		`{"date":"2024-03-01","n":20,"kind":"workday"}]}`,
	} {
		if !strings.Contains(string(text), part) {
			t.Errorf("Explain = %s, want it to contain %s", text, part)
		}
	}
}

func TestExplainMarks(t *testing.T) {
	cal := workday.National()
	e := clock.Explain(cal, "2026-12-30", 3, []clock.Pause{{After: "2026-12-31", Through: "2027-01-04"}})
	want := []clock.Day{
		{Date: "2026-12-31", N: 1, Kind: workday.Workday},
		{Date: "2027-01-01", Kind: workday.Holiday, Name: "元旦", Provisional: true},
		{Date: "2027-01-02", Kind: workday.Weekend, Provisional: true},
		{Date: "2027-01-03", Kind: workday.Weekend, Provisional: true},
		{Date: "2027-01-04", Kind: workday.Workday, Paused: true, Provisional: true},
		{Date: "2027-01-05", N: 2, Kind: workday.Workday, Provisional: true},
		{Date: "2027-01-06", N: 3, Kind: workday.Workday, Provisional: true},
	}
	if !reflect.DeepEqual(e.Days, want) || !e.Provisional {
		t.Errorf("Explain = %+v, want %+v", e, want)
	}
	text, err := json.Marshal(clock.Explain(cal, "2026-02-30", 3, nil))
	if err != nil || string(text) != `{"date":"","provisional":false,"days":[]}` {
		t.Errorf("Explain(2026-02-30) = %s, %v, want no date and no days", text, err)
	}
}

func TestExplainEvents(t *testing.T) {
	r := clock.Request{
		Received:   "2026-04-03",
		Correction: "2026-04-10",
		Extension:  10,
		Pauses: []clock.Pause{
			{After: "2026-04-20", Through: "2026-04-24"},
			{After: "2026-04-15", Through: "2026-04-22"}, // overlaps the first
			{After: "2026-04-06", Through: "2026-04-08"}, // void by the correction
			{After: "2026-04-30", Through: "2026-05-05"}, // rest days only
			{After: "2026-12-01", Through: "2026-12-08"}, // after the last day
		},
	}
	e, err := r.Explain(workday.National())
	if err != nil {
		t.Fatal(err)
	}
	want := []clock.Event{
		{Kind: clock.Received, Date: "2026-04-03"},
		{Kind: clock.Corrected, Date: "2026-04-10"},
		{Kind: clock.Paused, Date: "2026-04-15", Through: "2026-04-24", Workdays: 7},
		{Kind: clock.Extended, Date: "2026-05-21", Through: "2026-06-04", Workdays: 10},
	}
	if !reflect.DeepEqual(e.Events, want) {
		t.Errorf("events = %+v, want %+v", e.Events, want)
	}
	checkProof(t, workday.National(), e, "2026-04-10")
	paid := clock.Request{Received: "2026-04-03", FeePaid: "2026-04-20"}
	e, err = paid.Explain(workday.National())
	if err != nil || len(e.Events) != 2 || !e.Events[1].Kind.Restarts() || e.Events[0].Kind.Restarts() {
		t.Errorf("events = %+v, %v, want receipt and a restart", e.Events, err)
	}
}
