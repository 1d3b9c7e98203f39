package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/job"
)

const jobColumns = `site_id, id, kind, payload, once_key, state, run_at, available_at, attempts, max_attempts,
	last_error, progress_done, progress_total, created_at, finished_at`

var insertJob = text(`INSERT INTO job (` + jobColumns + `)
	VALUES ($1, $2, $3, $4, $5, 'queued', $6, $6, 0, $7, '', 0, 0, $8, '')
	ON CONFLICT DO NOTHING`)

// Enqueue queues a task with the change that causes it. A task whose Key is taken
// is dropped without an error: it is queued, or was done, already.
func (tx *Tx) Enqueue(ctx context.Context, t job.Task) error {
	now := tx.db.now()
	if t.ID == "" {
		t.ID = tx.db.ids.Next()
	}
	if t.RunAt.IsZero() {
		t.RunAt = now
	}
	if t.MaxAttempts == 0 {
		t.MaxAttempts = job.Attempts
	}
	if len(t.Payload) == 0 {
		t.Payload = json.RawMessage("null")
	}
	if !json.Valid(t.Payload) {
		return fmt.Errorf("queue %s: payload is not JSON", t.Kind)
	}
	_, err := tx.ExecContext(ctx, insertJob, t.SiteID, t.ID, t.Kind, string(t.Payload), t.Key,
		EncodeInstant(t.RunAt), t.MaxAttempts, EncodeInstant(now))
	if err != nil {
		return fmt.Errorf("queue %s: %w", t.Kind, err)
	}
	tx.AfterCommit(tx.db.enqueued)
	return nil
}

// OnEnqueue has f called after each commit that queued something, such as to wake
// this process's workers. Set it before the database is used.
func (db *DB) OnEnqueue(f func()) { db.enqueued = f }

// Jobs is the queue for package job.
type Jobs struct{ db *DB }

var (
	_ job.Store = Jobs{}
	_ job.Queue = Jobs{}
)

// NewJobs returns the queue of a database.
func NewJobs(db *DB) Jobs { return Jobs{db} }

// Enqueue implements job.Queue: it queues a task that no other change causes.
func (s Jobs) Enqueue(ctx context.Context, t job.Task) error {
	return s.db.InTx(ctx, func(tx *Tx) error { return tx.Enqueue(ctx, t) })
}

// The claim is one statement. On PostgreSQL workers step over what others are
// just taking; SQLite's writers take turns anyway.
const (
	claimFirst = `WITH due AS MATERIALIZED (
		SELECT site_id AS due_site, id AS due_id FROM job
		WHERE state IN ('queued', 'running') AND available_at <= $1 AND attempts < max_attempts
		ORDER BY available_at, id LIMIT 1`
	claimThen = `)
		UPDATE job SET state = 'running', attempts = attempts + 1, available_at = $2
		FROM due WHERE site_id = due_site AND id = due_id
		RETURNING ` + jobColumns
)

var (
	claimJob   = textPerEngine(claimFirst+claimThen, claimFirst+` FOR UPDATE SKIP LOCKED`+claimThen)
	abandonJob = text(`UPDATE job SET state = 'failed', finished_at = $1,
			last_error = 'the program ended or hung during the last attempt'
		WHERE state IN ('queued', 'running') AND available_at <= $1 AND attempts >= max_attempts`)
	renewJob = text(`UPDATE job SET available_at = $1, progress_done = $2, progress_total = $3
		WHERE site_id = $4 AND id = $5 AND state = 'running' AND attempts = $6`)
	releaseJob = text(`UPDATE job SET state = 'queued', available_at = $1, attempts = attempts - 1
		WHERE site_id = $2 AND id = $3 AND state = 'running' AND attempts = $4`)
	completeJob = text(`UPDATE job SET state = 'done', finished_at = $1, last_error = ''
		WHERE site_id = $2 AND id = $3 AND state = 'running' AND attempts = $4`)
	failJob = text(`UPDATE job SET last_error = $1,
			state = CASE WHEN attempts < max_attempts THEN 'queued' ELSE 'failed' END,
			run_at = CASE WHEN attempts < max_attempts THEN $2 ELSE run_at END,
			available_at = $2,
			finished_at = CASE WHEN attempts < max_attempts THEN '' ELSE $3 END
		WHERE site_id = $4 AND id = $5 AND state = 'running' AND attempts = $6`)
	cancelJob = text(`UPDATE job SET state = 'cancelled', finished_at = $1
		WHERE site_id = $2 AND id = $3 AND state IN ('queued', 'running')`)
	jobByID = text(`SELECT ` + jobColumns + ` FROM job WHERE site_id = $1 AND id = $2`)
	jobList = text(`SELECT ` + jobColumns + ` FROM job
		WHERE site_id = $1 AND ($2 = '' OR state = $2) AND (created_at, id) < ($3, $4)
		ORDER BY created_at DESC, id DESC LIMIT $5`)
	purgeJobs = text(`DELETE FROM job
		WHERE state IN ('done', 'failed', 'cancelled') AND finished_at < $1`)
)

// Claim implements job.Store. When nothing is due it gives up jobs whose last
// attempt never ended.
func (s Jobs) Claim(ctx context.Context, now time.Time, lease time.Duration) (job.Job, bool, error) {
	var j job.Job
	err := retry(ctx, s.db.engine, func() error {
		claimed, err := scanJob(s.db.write.QueryRowContext(ctx, claimJob, EncodeInstant(now), EncodeInstant(now.Add(lease))))
		j = claimed
		return err
	})
	if err == nil {
		return j, true, nil
	}
	if !errors.Is(err, fault.NotFound) {
		return job.Job{}, false, fmt.Errorf("claim job: %w", err)
	}
	_, err = s.exec(ctx, abandonJob, EncodeInstant(now))
	if err != nil {
		return job.Job{}, false, fmt.Errorf("give up abandoned jobs: %w", err)
	}
	return job.Job{}, false, nil
}

// Renew implements job.Store.
func (s Jobs) Renew(ctx context.Context, j job.Job, until time.Time, done, total int64) error {
	return s.held(ctx, "renew", j, renewJob, EncodeInstant(until), max(done, 0), max(total, 0), j.SiteID, j.ID, j.Attempts)
}

// Release implements job.Store.
func (s Jobs) Release(ctx context.Context, j job.Job, now time.Time) error {
	return s.held(ctx, "release", j, releaseJob, EncodeInstant(now), j.SiteID, j.ID, j.Attempts)
}

// Complete implements job.Store.
func (s Jobs) Complete(ctx context.Context, j job.Job, now time.Time) error {
	return s.held(ctx, "complete", j, completeJob, EncodeInstant(now), j.SiteID, j.ID, j.Attempts)
}

// Fail implements job.Store.
func (s Jobs) Fail(ctx context.Context, j job.Job, now, retry time.Time, cause string) error {
	return s.held(ctx, "fail", j, failJob, cause, EncodeInstant(retry), EncodeInstant(now), j.SiteID, j.ID, j.Attempts)
}

// Cancel calls off a job that is queued or running; a running handler learns of it
// when its lease is next renewed. It returns fault.Conflict for one that is over.
func (s Jobs) Cancel(ctx context.Context, site, id string, now time.Time) error {
	j := job.Job{SiteID: site, ID: id}
	return s.held(ctx, "cancel", j, cancelJob, EncodeInstant(now), site, id)
}

// Job returns one job, or fault.NotFound.
func (s Jobs) Job(ctx context.Context, site, id string) (job.Job, error) {
	j, err := scanJob(s.db.read.QueryRowContext(ctx, jobByID, site, id))
	if err != nil {
		return job.Job{}, fmt.Errorf("load job %s: %w", id, err)
	}
	return j, nil
}

// List returns a site's jobs in the given state, or in any when it is empty,
// newest first: at most limit that follow the given job, or the first ones when
// it is the zero Job.
func (s Jobs) List(ctx context.Context, site string, state job.State, after job.Job, limit int) ([]job.Job, error) {
	created, id := "~", ""
	if !after.CreatedAt.IsZero() {
		created, id = EncodeInstant(after.CreatedAt), after.ID
	}
	rows, err := s.db.read.QueryContext(ctx, jobList, site, string(state), created, id, limit)
	if err != nil {
		return nil, fmt.Errorf("list jobs: %w", err)
	}
	defer rows.Close()
	var jobs []job.Job
	for rows.Next() {
		j, err := scanJob(rows)
		if err != nil {
			return nil, fmt.Errorf("list jobs: %w", err)
		}
		jobs = append(jobs, j)
	}
	err = rows.Err()
	if err != nil {
		return nil, fmt.Errorf("list jobs: %w", err)
	}
	return jobs, nil
}

// Purge deletes what was over before the given instant, and tells how many. Their
// keys may then be used again.
func (s Jobs) Purge(ctx context.Context, before time.Time) (int64, error) {
	n, err := s.exec(ctx, purgeJobs, EncodeInstant(before))
	if err != nil {
		return 0, fmt.Errorf("purge jobs: %w", err)
	}
	return n, nil
}

// held runs a statement that changes the one job it names, or none when the job
// is no longer in the state asked for.
func (s Jobs) held(ctx context.Context, act string, j job.Job, st *statement, args ...any) error {
	n, err := s.exec(ctx, st, args...)
	if err != nil {
		return fmt.Errorf("%s job %s: %w", act, j.ID, err)
	}
	if n == 0 {
		return fmt.Errorf("%s job %s: %w", act, j.ID, fault.Conflict)
	}
	return nil
}

// exec runs a statement in a transaction of its own and tells how many rows it
// changed.
func (s Jobs) exec(ctx context.Context, st *statement, args ...any) (int64, error) {
	var result sql.Result
	err := retry(ctx, s.db.engine, func() error {
		r, err := s.db.write.ExecContext(ctx, st, args...)
		result = r
		return err
	})
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

func scanJob(row interface{ Scan(dest ...any) error }) (job.Job, error) {
	var j job.Job
	var payload string
	err := row.Scan(&j.SiteID, &j.ID, &j.Kind, &payload, &j.Key, &j.State, instantInto{&j.RunAt},
		instantInto{&j.LeaseUntil}, &j.Attempts, &j.MaxAttempts, &j.LastError, &j.Done, &j.Total,
		instantInto{&j.CreatedAt}, instantInto{&j.FinishedAt})
	if err != nil {
		return job.Job{}, err
	}
	j.Payload = rawJSON(payload)
	if j.State != job.Running {
		j.LeaseUntil = time.Time{}
	}
	return j, nil
}
