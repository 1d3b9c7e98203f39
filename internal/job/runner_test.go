package job_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gongkai/internal/job"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

const site = "s"

// clock is a time that tests set.
type clock struct{ at atomic.Int64 }

func newClock() *clock {
	c := &clock{}
	c.at.Store(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).UnixNano())
	return c
}

func (c *clock) now() time.Time          { return time.Unix(0, c.at.Load()).UTC() }
func (c *clock) forward(d time.Duration) { c.at.Add(int64(d)) }

// hall is a queue on SQLite with a clock.
type hall struct {
	*clock
	db    *store.DB
	queue store.Jobs
}

func newHall(t *testing.T) hall {
	t.Helper()
	c := newClock()
	db := storetest.SQLite(t, store.Options{Now: c.now})
	return hall{clock: c, db: db, queue: store.NewJobs(db)}
}

func (h hall) queueTask(t *testing.T, task job.Task) {
	t.Helper()
	task.SiteID = site
	err := h.db.InTx(t.Context(), func(tx *store.Tx) error { return tx.Enqueue(t.Context(), task) })
	if err != nil {
		t.Fatalf("Enqueue(%s) = %v", task.Kind, err)
	}
}

func (h hall) runner(o job.Options, handler job.Handler) *job.Runner {
	o.Now = h.now
	o.Log = slog.New(slog.DiscardHandler)
	return job.New(h.queue, map[string]job.Handler{"work": handler}, o)
}

func (h hall) once(t *testing.T, r *job.Runner) bool {
	t.Helper()
	worked, err := r.RunOnce(t.Context(), h.now())
	if err != nil {
		t.Fatalf("RunOnce(%v) = %v", h.now(), err)
	}
	return worked
}

func (h hall) load(t *testing.T, id string) job.Job {
	t.Helper()
	j, err := h.queue.Job(t.Context(), site, id)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func TestRunOnceDoesOneJobAndKeepsItsProgress(t *testing.T) {
	h := newHall(t)
	h.queueTask(t, job.Task{ID: "a", Kind: "work", Payload: []byte(`{"n":3}`)})
	var payload string
	r := h.runner(job.Options{}, func(_ context.Context, j job.Job, p *job.Progress) error {
		payload = string(j.Payload)
		p.Set(2, 3)
		return nil
	})
	if !h.once(t, r) {
		t.Error("RunOnce() = false with a job due, want true")
	}
	if h.once(t, r) {
		t.Error("RunOnce() = true with an empty queue, want false")
	}
	j := h.load(t, "a")
	if j.State != job.Done || j.Done != 2 || j.Total != 3 || !j.FinishedAt.Equal(h.now()) {
		t.Errorf("job = %+v, want done at %v with progress 2 of 3", j, h.now())
	}
	if payload != `{"n":3}` {
		t.Errorf("payload = %s, want {\"n\":3}", payload)
	}
}

func TestFailuresAreRetriedLaterAndThenGivenUp(t *testing.T) {
	h := newHall(t)
	h.queueTask(t, job.Task{ID: "a", Kind: "work", MaxAttempts: 3})
	calls := 0
	r := h.runner(job.Options{}, func(context.Context, job.Job, *job.Progress) error {
		calls++
		if calls == 2 {
			panic("out of cheese")
		}
		return errors.New("no reply from the gazette")
	})
	for attempt, want := range []struct {
		state job.State
		cause string
		wait  time.Duration
	}{
		{job.Queued, "no reply from the gazette", 10 * time.Second},
		{job.Queued, "panic: out of cheese", 40 * time.Second},
		{job.Failed, "no reply from the gazette", 0},
	} {
		if !h.once(t, r) {
			t.Fatalf("attempt %d did not run", attempt+1)
		}
		j := h.load(t, "a")
		if j.State != want.state || j.LastError != want.cause || j.Attempts != attempt+1 {
			t.Errorf("after attempt %d: %s %q after %d, want %s %q", attempt+1, j.State, j.LastError, j.Attempts, want.state, want.cause)
		}
		if want.wait == 0 {
			continue
		}
		h.forward(want.wait - time.Second)
		if h.once(t, r) {
			t.Errorf("attempt %d came within %v, want it later", attempt+2, want.wait)
		}
		h.forward(time.Second)
	}
	h.forward(24 * time.Hour)
	if h.once(t, r) {
		t.Error("a job that has failed for good ran again")
	}
}

func TestBackoff(t *testing.T) {
	for attempt, want := range map[int]time.Duration{
		-1: 10 * time.Second, 1: 10 * time.Second, 2: 40 * time.Second, 4: 640 * time.Second,
		7: 6 * time.Hour, 1000: 6 * time.Hour,
	} {
		if got := job.Backoff(attempt); got != want {
			t.Errorf("Backoff(%d) = %v, want %v", attempt, got, want)
		}
	}
}

func TestAKindWithoutHandlerFailsWithItsName(t *testing.T) {
	h := newHall(t)
	h.queueTask(t, job.Task{ID: "a", Kind: "unheard-of"})
	h.once(t, h.runner(job.Options{}, nil))
	j := h.load(t, "a")
	if j.State != job.Queued || !strings.Contains(j.LastError, "unheard-of") {
		t.Errorf("job = %s %q, want it queued again naming its kind", j.State, j.LastError)
	}
}

// While the handler holds the one writer, the page still sees its progress, and
// the queue can not be reached, nor can the job be taken twice.
func TestProgressShowsDuringALongTransaction(t *testing.T) {
	h := newHall(t)
	h.queueTask(t, job.Task{ID: "a", Kind: "work"})
	var runner *job.Runner
	runner = h.runner(job.Options{Keep: time.Millisecond}, func(ctx context.Context, j job.Job, p *job.Progress) error {
		return h.db.InTx(ctx, func(*store.Tx) error {
			p.Set(40, 100)
			done, total, running := runner.Progress(site, j.ID)
			if done != 40 || total != 100 || !running {
				t.Errorf("Progress() = %d, %d, %v, want 40, 100, true", done, total, running)
			}
			h.forward(time.Hour) // far beyond the lease
			worked, err := runner.RunOnce(ctx, h.now())
			if worked || err != nil {
				t.Errorf("RunOnce() with our own lease run out = %v, %v, want false", worked, err)
			}
			return nil
		})
	})
	h.once(t, runner)
	_, _, running := runner.Progress(site, "a")
	if running {
		t.Error("Progress() of a finished job is still running")
	}
	j := h.load(t, "a")
	if j.State != job.Done || j.Done != 40 || j.Attempts != 1 {
		t.Errorf("job = %s, progress %d, %d attempts, want done, 40, 1", j.State, j.Done, j.Attempts)
	}
}

func TestLeaseIsRenewedAndProgressStoredWhileWorking(t *testing.T) {
	h := newHall(t)
	h.queueTask(t, job.Task{ID: "a", Kind: "work"})
	r := h.runner(job.Options{Keep: time.Millisecond}, func(context.Context, job.Job, *job.Progress) error {
		h.forward(time.Minute)
		renewed := within(10*time.Second, func() bool {
			return h.load(t, "a").LeaseUntil.After(h.now().Add(time.Minute))
		})
		if !renewed {
			t.Errorf("lease until %v at %v, want it renewed", h.load(t, "a").LeaseUntil, h.now())
		}
		return nil
	})
	h.once(t, r)
}

func TestACancelledJobIsBrokenOff(t *testing.T) {
	h := newHall(t)
	h.queueTask(t, job.Task{ID: "a", Kind: "work"})
	r := h.runner(job.Options{Keep: time.Millisecond}, func(ctx context.Context, _ job.Job, p *job.Progress) error {
		err := h.queue.Cancel(t.Context(), site, "a", h.now())
		if err != nil {
			t.Errorf("Cancel() = %v", err)
		}
		p.Set(1, 2)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(10 * time.Second):
			t.Error("the handler of a cancelled job was not broken off")
			return nil
		}
	})
	h.once(t, r)
	if j := h.load(t, "a"); j.State != job.Cancelled {
		t.Errorf("state = %s, want cancelled", j.State)
	}
}

func TestStoppingGivesTheJobBackWithoutBlame(t *testing.T) {
	h := newHall(t)
	h.queueTask(t, job.Task{ID: "a", Kind: "work", MaxAttempts: 1})
	ctx, stop := context.WithCancel(t.Context())
	r := h.runner(job.Options{Grace: 10 * time.Millisecond}, func(ctx context.Context, _ job.Job, _ *job.Progress) error {
		stop()
		<-ctx.Done()
		return ctx.Err()
	})
	r.Run(ctx)
	j := h.load(t, "a")
	if j.State != job.Queued || j.Attempts != 0 || j.LastError != "" {
		t.Errorf("job = %s after %d attempts, %q, want queued with none", j.State, j.Attempts, j.LastError)
	}
}

func TestStoppingLetsHandlersFinish(t *testing.T) {
	h := newHall(t)
	h.queueTask(t, job.Task{ID: "a", Kind: "work"})
	ctx, stop := context.WithCancel(t.Context())
	r := h.runner(job.Options{}, func(ctx context.Context, _ job.Job, _ *job.Progress) error {
		stop()
		time.Sleep(20 * time.Millisecond) // the work that is left
		return ctx.Err()
	})
	r.Run(ctx)
	if j := h.load(t, "a"); j.State != job.Done {
		t.Errorf("state = %s, want done", j.State)
	}
}

func TestRunWorksThroughTheQueueAndWakes(t *testing.T) {
	h := newHall(t)
	for range 20 {
		h.queueTask(t, job.Task{Kind: "work"})
	}
	var mu sync.Mutex
	times := make(map[string]int)
	r := h.runner(job.Options{Workers: 4, Poll: time.Hour}, func(_ context.Context, j job.Job, _ *job.Progress) error {
		mu.Lock()
		defer mu.Unlock()
		times[j.ID]++
		return nil
	})
	ran := func(n int) func() bool {
		return func() bool {
			mu.Lock()
			defer mu.Unlock()
			return len(times) == n
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		r.Run(ctx)
	}()
	if !within(20*time.Second, ran(20)) {
		t.Errorf("jobs run = %d, want 20", len(times))
	}
	h.queueTask(t, job.Task{Kind: "work"})
	if !within(20*time.Second, func() bool { r.Wake(); return ran(21)() }) {
		t.Error("Wake() did not bring the next job to a worker")
	}
	stop()
	<-stopped
	for id, n := range times {
		if n != 1 {
			t.Errorf("job %s ran %d times, want once", id, n)
		}
	}
}

func within(limit time.Duration, done func() bool) bool {
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if done() {
			return true
		}
	}
	return false
}
