package job

import (
	"context"
	"fmt"
	"log/slog"
	"time"
)

// Entry is a line of the timetable: a kind of job that runs once a day.
type Entry struct {
	SiteID string
	Kind   string
	At     time.Duration // since midnight, on the timetable's clock
}

// Queue takes the timetable's tasks.
type Queue interface {
	// Enqueue queues a task, or does nothing when its Key is taken.
	Enqueue(ctx context.Context, t Task) error
}

// Timetable queues each of its entries once a day. A program that was down at
// that time catches up on the same day; days it slept through are not made up,
// because the next run looks at everything anyway. Several processes may keep
// the same timetable: the day is the task's Key.
type Timetable struct {
	queue   Queue
	where   *time.Location
	entries []Entry
	queued  map[Entry]string // the day each was last queued, so that most looks cost nothing
}

// NewTimetable returns a timetable whose days begin at midnight in the given place.
func NewTimetable(q Queue, where *time.Location, entries []Entry) *Timetable {
	return &Timetable{queue: q, where: where, entries: entries, queued: make(map[Entry]string)}
}

// RunOnce queues what is due at now and has not been queued today. It is for one
// goroutine.
func (t *Timetable) RunOnce(ctx context.Context, now time.Time) error {
	now = now.In(t.where)
	day := now.Format(time.DateOnly)
	// The clock's reading, not the time since midnight: an hour may be skipped.
	clock := time.Duration(now.Hour())*time.Hour + time.Duration(now.Minute())*time.Minute + time.Duration(now.Second())*time.Second
	for _, e := range t.entries {
		if clock < e.At || t.queued[e] == day {
			continue
		}
		err := t.queue.Enqueue(ctx, Task{SiteID: e.SiteID, Kind: e.Kind, Key: day})
		if err != nil {
			return fmt.Errorf("queue daily %s: %w", e.Kind, err)
		}
		t.queued[e] = day
	}
	return nil
}

// Run looks at the timetable now and at every tick until ctx ends. Errors are
// logged: the next tick tries again.
func (t *Timetable) Run(ctx context.Context, now func() time.Time, ticks <-chan time.Time, log *slog.Logger) {
	for {
		err := t.RunOnce(ctx, now())
		if err != nil && ctx.Err() == nil {
			log.Error("timetable", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticks:
		}
	}
}
