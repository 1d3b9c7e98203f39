package job

import (
	"context"
	"errors"
	"time"

	"gongkai/internal/fault"
)

// keep gives signs of life for a job while its handler works: it renews the lease
// and stores progress. It breaks the handler off when the job is lost, and when
// the program has been stopping for longer than the grace period.
func (r *Runner) keep(ctx context.Context, j Job, h *holding, finished <-chan struct{}, breakOff context.CancelCauseFunc) {
	ticks, stop := r.options.Ticker(r.options.Keep)
	defer stop()
	storing, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stopping := ctx.Done()
	var grace <-chan time.Time
	stored := make(chan error, 1)
	busy := false
	lastDone, lastTotal := j.Done, j.Total
	renewed := h.until.Add(-r.options.Lease) // the claim; nobody else touches until yet
	for {
		select {
		case <-finished:
			cancel() // a renewal still waiting for the writer is no longer needed
			if busy {
				<-stored //nolint:errcheck // how it ended no longer matters
			}
			return
		case <-stopping:
			stopping = nil
			over, stopGrace := r.options.Ticker(r.options.Grace)
			defer stopGrace()
			grace = over
		case <-grace:
			grace = nil
			breakOff(errStopping)
		case err := <-stored:
			busy = false
			if errors.Is(err, fault.Conflict) {
				breakOff(errLost)
			} else if err != nil {
				r.options.Log.Warn("job lease not renewed", "kind", j.Kind, "job", j.ID, "error", err)
				renewed = time.Time{} // try at the next tick
			}
		case <-ticks:
			done, total := h.progress.Get()
			now := r.options.Now()
			moved := done != lastDone || total != lastTotal
			if busy || !moved && now.Sub(renewed) < r.options.Lease/3 {
				continue
			}
			busy, lastDone, lastTotal, renewed = true, done, total, now
			go func() { stored <- r.renew(storing, j, h, done, total) }()
		}
	}
}

// renew runs beside the keeper, which must not wait for the database: on SQLite
// the handler itself may hold the writer.
func (r *Runner) renew(ctx context.Context, j Job, h *holding, done, total int64) error {
	until := r.options.Now().Add(r.options.Lease)
	err := r.store.Renew(ctx, j, until, done, total)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	h.until = until
	return nil
}
