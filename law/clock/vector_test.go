package clock_test

import (
	"encoding/json"
	"os"
	"testing"

	"gongkai/law/clock"
	"gongkai/law/workday"
)

func readVectors[V any](t testing.TB, file string, least int) []V {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var vectors []V
	err = json.Unmarshal(text, &vectors)
	if err != nil {
		t.Fatalf("read %s: %v", file, err)
	}
	if len(vectors) < least {
		t.Fatalf("%s holds %d vectors, want at least %d", file, len(vectors), least)
	}
	return vectors
}

type replyVector struct {
	Name        string        `json:"name"`
	Request     clock.Request `json:"request"`
	Due         workday.Date  `json:"due"`
	Provisional bool          `json:"provisional"`
}

func TestReplyVectors(t *testing.T) {
	cal := workday.National()
	for _, v := range readVectors[replyVector](t, "reply.json", 50) {
		t.Run(v.Name, func(t *testing.T) {
			want := clock.Deadline{Date: v.Due, Provisional: v.Provisional}
			got, err := v.Request.Deadline(cal)
			if err != nil || got != want {
				t.Errorf("Deadline(%+v) = %v, %v, want %v", v.Request, got, err, want)
			}
			e, err := v.Request.Explain(cal)
			if err != nil || e.Deadline != want {
				t.Errorf("Explain(%+v) = %v, %v, want %v", v.Request, e.Deadline, err, want)
			}
			checkProof(t, cal, e, v.Request.Start())
		})
	}
}

// The functions for single steps must agree with the request as a whole.
func TestReplyFunctions(t *testing.T) {
	cal := workday.National()
	for _, v := range readVectors[replyVector](t, "reply.json", 50) {
		r := v.Request
		if r.Term != 0 {
			continue
		}
		want := clock.Deadline{Date: v.Due, Provisional: v.Provisional}
		var got clock.Deadline
		switch {
		case r.Extension > 0:
			d, err := clock.ExtendedReplyDue(cal, r.Start(), r.Extension, r.Pauses)
			if err != nil {
				t.Errorf("%s: ExtendedReplyDue: %v", v.Name, err)
			}
			got = d
		case r.FeePaid != "":
			got = clock.PaidReplyDue(cal, r.FeePaid, r.Pauses)
		case r.Correction != "":
			got = clock.CorrectedReplyDue(cal, r.Correction, r.Pauses)
		default:
			got = clock.ReplyDue(cal, r.Received, r.Pauses)
		}
		if got != want {
			t.Errorf("%s: due %v, want %v", v.Name, got, want)
		}
	}
}

func TestPeriodVectors(t *testing.T) {
	type vector struct {
		Rule        string       `json:"rule"`
		Name        string       `json:"name"`
		From        workday.Date `json:"from"`
		Due         workday.Date `json:"due"`
		Provisional bool         `json:"provisional"`
	}
	type rule = func(workday.Calendar, workday.Date) clock.Deadline
	rules := map[string]rule{
		"clarification_notice":             clock.ClarificationNoticeDue,
		"consultation":                     clock.ConsultationDue,
		"publication":                      clock.PublicationDue,
		"payment":                          clock.PaymentDue,
		"reconsideration":                  clock.ReconsiderationDue,
		"litigation":                       clock.LitigationDue,
		"litigation_after_reconsideration": clock.LitigationAfterReconsiderationDue,
		"reply": func(cal workday.Calendar, from workday.Date) clock.Deadline {
			return clock.ReplyDue(cal, from, nil)
		},
	}
	cal := workday.National()
	used := make(map[string]bool)
	for _, v := range readVectors[vector](t, "periods.json", 30) {
		due := rules[v.Rule]
		if due == nil {
			t.Fatalf("%s: no rule %q", v.Name, v.Rule)
		}
		used[v.Rule] = true
		got := due(cal, v.From)
		want := clock.Deadline{Date: v.Due, Provisional: v.Provisional}
		if got != want {
			t.Errorf("%s: %s(%s) = %v, want %v", v.Name, v.Rule, v.From, got, want)
		}
		if got := due(cal, "2026-02-30"); got != (clock.Deadline{}) {
			t.Errorf("%s(2026-02-30) = %v, want none", v.Rule, got)
		}
	}
	if len(used) != len(rules) {
		t.Errorf("vectors use %d of %d rules", len(used), len(rules))
	}
}

func TestConsultationVectors(t *testing.T) {
	type vector struct {
		Name         string             `json:"name"`
		Consultation clock.Consultation `json:"consultation"`
		From         clock.PauseStart   `json:"from"`
		Pause        clock.Pause        `json:"pause"`
		Workdays     int                `json:"workdays"`
		Received     workday.Date       `json:"received"`
		Due          workday.Date       `json:"due"`
	}
	cal := workday.National()
	for _, v := range readVectors[vector](t, "consultation.json", 10) {
		got := v.Consultation.Pause(cal, v.From)
		if got != v.Pause {
			t.Errorf("%s: Pause(%+v, %q) = %v, want %v", v.Name, v.Consultation, v.From, got, v.Pause)
		}
		if n := cal.Between(got.After, got.Through); n != v.Workdays {
			t.Errorf("%s: the pause leaves out %d working days, want %d", v.Name, n, v.Workdays)
		}
		if v.Received == "" {
			continue
		}
		if due := clock.Due(cal, v.Received, clock.ReplyTerm, []clock.Pause{got}); due != v.Due {
			t.Errorf("%s: Due(%s) = %s, want %s", v.Name, v.Received, due, v.Due)
		}
	}
}

func TestLatenessVectors(t *testing.T) {
	type vector struct {
		Name      string       `json:"name"`
		Due       workday.Date `json:"due"`
		On        workday.Date `json:"on"`
		Overdue   bool         `json:"overdue"`
		Late      int          `json:"late"`
		Remaining int          `json:"remaining"`
	}
	cal := workday.National()
	for _, v := range readVectors[vector](t, "lateness.json", 8) {
		if got := clock.Overdue(v.Due, v.On); got != v.Overdue {
			t.Errorf("%s: Overdue(%s, %s) = %v, want %v", v.Name, v.Due, v.On, got, v.Overdue)
		}
		if got := clock.Lateness(cal, v.Due, v.On); got != v.Late {
			t.Errorf("%s: Lateness(%s, %s) = %d, want %d", v.Name, v.Due, v.On, got, v.Late)
		}
		if got := clock.Remaining(cal, v.Due, v.On); got != v.Remaining {
			t.Errorf("%s: Remaining(%s, %s) = %d, want %d", v.Name, v.Due, v.On, got, v.Remaining)
		}
	}
}
