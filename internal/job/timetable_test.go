package job_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"testing"
	"time"

	"gongkai/internal/job"
)

var beijing = time.FixedZone("CST", 8*3600)

var daily = []job.Entry{
	{SiteID: site, Kind: "check-deadlines", At: 6 * time.Hour},
	{SiteID: site, Kind: "purge", At: 3*time.Hour + 30*time.Minute},
}

func TestTimetableQueuesOnceADay(t *testing.T) {
	h := newHall(t)
	table := job.NewTimetable(h.queue, beijing, daily)
	for _, c := range []struct {
		at   string // in Beijing
		want []string
	}{
		{"2026-03-02T03:29:59", nil},
		{"2026-03-02T03:30:00", []string{"purge 2026-03-02"}},
		{"2026-03-02T05:00:00", []string{"purge 2026-03-02"}},
		{"2026-03-02T23:59:59", []string{"purge 2026-03-02", "check-deadlines 2026-03-02"}},
		{"2026-03-03T00:00:00", []string{"purge 2026-03-02", "check-deadlines 2026-03-02"}},
		{"2026-03-05T07:00:00", []string{"purge 2026-03-02", "check-deadlines 2026-03-02", "purge 2026-03-05", "check-deadlines 2026-03-05"}},
	} {
		now, err := time.ParseInLocation("2006-01-02T15:04:05", c.at, beijing)
		if err != nil {
			t.Fatal(err)
		}
		// Another process, just started, keeps the same timetable.
		for _, table := range []*job.Timetable{table, job.NewTimetable(h.queue, beijing, daily)} {
			err := table.RunOnce(t.Context(), now.UTC())
			if err != nil {
				t.Fatalf("RunOnce(%s) = %v", c.at, err)
			}
		}
		if got := keys(t, h); !slices.Equal(sorted(got), sorted(c.want)) {
			t.Errorf("queued by %s = %v, want %v", c.at, got, c.want)
		}
	}
}

func keys(t *testing.T, h hall) []string {
	t.Helper()
	jobs, err := h.queue.List(t.Context(), site, "", job.Job{}, 100)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, j := range jobs {
		found = append(found, j.Kind+" "+j.Key)
	}
	return found
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// flaky is a queue that fails at first.
type flaky struct {
	failures int
	kinds    []string
}

func (f *flaky) Enqueue(_ context.Context, task job.Task) error {
	if f.failures > 0 {
		f.failures--
		return errors.New("database is away")
	}
	f.kinds = append(f.kinds, task.Kind)
	return nil
}

func TestTimetableTriesAgainAndStops(t *testing.T) {
	queue := &flaky{failures: 2}
	table := job.NewTimetable(queue, beijing, daily)
	ctx, stop := context.WithCancel(t.Context())
	ticks := make(chan time.Time)
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		now := func() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, beijing) }
		table.Run(ctx, now, ticks, slog.New(slog.DiscardHandler))
	}()
	for range 4 {
		ticks <- time.Time{}
	}
	stop()
	<-stopped
	if want := []string{"check-deadlines", "purge"}; !slices.Equal(queue.kinds, want) {
		t.Errorf("queued = %v, want %v", queue.kinds, want)
	}
}
