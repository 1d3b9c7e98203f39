package job

import (
	"context"
	"time"
)

// Store is the queue. The methods that end or renew an attempt return
// fault.Conflict when the job is no longer held: its lease ran out and another
// worker has it, or it was cancelled.
type Store interface {
	// Claim takes the job that has waited longest and is due at now, and holds it
	// until now plus lease. The bool is false when none is due.
	Claim(ctx context.Context, now time.Time, lease time.Duration) (Job, bool, error)
	// Renew holds a running job until the given instant and notes its progress.
	Renew(ctx context.Context, j Job, until time.Time, done, total int64) error
	// Release gives a job back that was broken off for no fault of its own, such as
	// the program stopping: it is due at once and the attempt does not count.
	Release(ctx context.Context, j Job, now time.Time) error
	// Complete ends a job well.
	Complete(ctx context.Context, j Job, now time.Time) error
	// Fail ends an attempt. The job waits until retry, or has failed for good when
	// its attempts are used up.
	Fail(ctx context.Context, j Job, now, retry time.Time, cause string) error
}
