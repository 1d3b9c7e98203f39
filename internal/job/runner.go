package job

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"gongkai/internal/fault"
)

// Handler does the work of one kind of job. It may be called again for a job it
// has already done, wholly or in part, and must then do no harm. It stops when
// ctx does. An error has the job tried again later.
type Handler func(ctx context.Context, j Job, p *Progress) error

// Options adjust a Runner. The zero value is right for production.
type Options struct {
	Workers int           // jobs run at once; 2 when zero
	Lease   time.Duration // how long a job is held without a sign of life; 90 seconds when zero
	Keep    time.Duration // how often a sign of life and progress are stored; a lease's 18th when zero
	Poll    time.Duration // how often the queue is asked when it was empty; 2 seconds when zero
	Grace   time.Duration // how long handlers may finish when the program stops; 20 seconds when zero
	// Backoff is the wait after the given failed attempt, counted from 1.
	Backoff func(attempt int) time.Duration
	Now     func() time.Time                                 // time.Now when nil
	Ticker  func(d time.Duration) (<-chan time.Time, func()) // ticks and what stops them; time.NewTicker when nil
	Log     *slog.Logger                                     // slog.Default when nil
}

var (
	errStopping = errors.New("the program is stopping")
	errLost     = errors.New("the job is no longer held")
)

// Runner takes jobs from a Store and hands them to the handlers of their kinds.
type Runner struct {
	store    Store
	handlers map[string]Handler
	options  Options
	wake     chan struct{}
	mu       sync.Mutex
	held     map[place]*holding
}

type place struct{ site, id string }

// holding is a job this runner is working on.
type holding struct {
	progress *Progress
	until    time.Time // end of the lease; guarded by Runner.mu
}

// New returns a runner of the given kinds of jobs.
func New(s Store, handlers map[string]Handler, o Options) *Runner {
	return &Runner{
		store: s, handlers: handlers, options: o.filled(),
		wake: make(chan struct{}, 1), held: make(map[place]*holding),
	}
}

func (o Options) filled() Options {
	if o.Workers <= 0 {
		o.Workers = 2
	}
	if o.Lease <= 0 {
		o.Lease = 90 * time.Second
	}
	if o.Keep <= 0 {
		o.Keep = max(o.Lease/18, time.Millisecond)
	}
	if o.Poll <= 0 {
		o.Poll = 2 * time.Second
	}
	if o.Grace <= 0 {
		o.Grace = 20 * time.Second
	}
	if o.Backoff == nil {
		o.Backoff = Backoff
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Ticker == nil {
		o.Ticker = func(d time.Duration) (<-chan time.Time, func()) {
			t := time.NewTicker(d)
			return t.C, t.Stop
		}
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return o
}

// Backoff waits 10 seconds after the first failure and four times as long after
// each further one, at most six hours.
func Backoff(attempt int) time.Duration {
	wait := 10 * time.Second
	for i := 1; i < attempt && wait < 6*time.Hour; i++ {
		wait *= 4
	}
	return min(wait, 6*time.Hour)
}

// Wake has an idle worker look at the queue now. Call it after the commit that
// queued something.
func (r *Runner) Wake() {
	select {
	case r.wake <- struct{}{}:
	default: // somebody is already on the way
	}
}

// Progress reports how far a job has come that this runner is working on just
// now. The bool is false for any other job: its row tells.
func (r *Runner) Progress(site, id string) (int64, int64, bool) {
	r.mu.Lock()
	h := r.held[place{site, id}]
	r.mu.Unlock()
	if h == nil {
		return 0, 0, false
	}
	done, total := h.progress.Get()
	return done, total, true
}

// Run works until ctx ends, then waits for the handlers under way. Those that
// outlast the grace period are broken off and their jobs given back.
func (r *Runner) Run(ctx context.Context) {
	var workers sync.WaitGroup
	for range r.options.Workers {
		workers.Go(func() { r.work(ctx) })
	}
	workers.Wait()
}

func (r *Runner) work(ctx context.Context) {
	ticks, stop := r.options.Ticker(r.options.Poll)
	defer stop()
	for ctx.Err() == nil {
		worked, err := r.RunOnce(ctx, r.options.Now())
		if err != nil && ctx.Err() == nil {
			r.options.Log.Error("job queue", "error", err)
		}
		if worked && err == nil {
			continue
		}
		select {
		case <-ctx.Done():
		case <-ticks:
		case <-r.wake:
		}
	}
}

// RunOnce takes at most one job that is due at now and sees it through. It
// reports whether there was one. A handler's failure is recorded with the job;
// the error returned is about the queue itself.
func (r *Runner) RunOnce(ctx context.Context, now time.Time) (bool, error) {
	if r.overdue(now) {
		return false, nil
	}
	j, found, err := r.store.Claim(ctx, now, r.options.Lease)
	if err != nil || !found {
		return false, err
	}
	h := &holding{progress: &Progress{done: j.Done, total: j.Total}, until: now.Add(r.options.Lease)}
	r.hold(j, h)
	defer r.release(j)

	work, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	defer cancel(nil)
	var keeper sync.WaitGroup
	finished := make(chan struct{})
	keeper.Go(func() { r.keep(ctx, j, h, finished, cancel) })
	failure := r.handle(work, j, h.progress)
	close(finished)
	keeper.Wait()
	return true, r.conclude(ctx, j, h, failure, context.Cause(work))
}

// overdue reports that a lease of our own has run out. On SQLite that is a long
// transaction holding up our own renewals; claiming now would take our own job
// from ourselves.
func (r *Runner) overdue(now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, h := range r.held {
		if !h.until.After(now) {
			return true
		}
	}
	return false
}

func (r *Runner) hold(j Job, h *holding) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.held[place{j.SiteID, j.ID}] = h
}

func (r *Runner) release(j Job) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.held, place{j.SiteID, j.ID})
}

// handle calls the handler; a panic is its failure, not the program's.
func (r *Runner) handle(ctx context.Context, j Job, p *Progress) error {
	handler := r.handlers[j.Kind]
	if handler == nil {
		return fmt.Errorf("no handler for jobs of kind %q", j.Kind)
	}
	var failure error
	func() {
		defer func() {
			cause := recover()
			if cause != nil {
				r.options.Log.Error("job panicked", "kind", j.Kind, "job", j.ID, "panic", cause, "stack", string(debug.Stack()))
				failure = fmt.Errorf("panic: %v", cause)
			}
		}()
		failure = handler(ctx, j, p)
	}()
	return failure
}

// conclude records how the attempt ended.
func (r *Runner) conclude(ctx context.Context, j Job, h *holding, failure, broken error) error {
	if errors.Is(broken, errLost) {
		r.options.Log.Warn("job lost to another worker or cancelled", "kind", j.Kind, "job", j.ID)
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
	defer cancel()
	now := r.options.Now()
	err := r.record(ctx, j, h, failure, broken, now)
	if errors.Is(err, fault.Conflict) {
		r.options.Log.Warn("job lost to another worker or cancelled", "kind", j.Kind, "job", j.ID)
		return nil
	}
	return err
}

func (r *Runner) record(ctx context.Context, j Job, h *holding, failure, broken error, now time.Time) error {
	switch {
	case failure == nil:
		done, total := h.progress.Get()
		if done != j.Done || total != j.Total {
			err := r.store.Renew(ctx, j, now.Add(r.options.Lease), done, total)
			if err != nil {
				return err
			}
		}
		return r.store.Complete(ctx, j, now)
	case errors.Is(broken, errStopping):
		return r.store.Release(ctx, j, now)
	}
	r.options.Log.Warn("job failed", "kind", j.Kind, "job", j.ID, "attempt", j.Attempts, "error", failure)
	return r.store.Fail(ctx, j, now, now.Add(r.options.Backoff(j.Attempts)), failure.Error())
}
