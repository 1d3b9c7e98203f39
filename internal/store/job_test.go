package store_test

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/job"
	"gongkai/internal/store"
)

const lease = time.Minute

func atNine() store.Options { return store.Options{Now: func() time.Time { return nine }} }

func enqueue(t *testing.T, db *store.DB, tasks ...job.Task) {
	t.Helper()
	err := db.InTx(t.Context(), func(tx *store.Tx) error {
		for _, task := range tasks {
			task.SiteID = "s"
			err := tx.Enqueue(t.Context(), task)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("Enqueue() = %v", err)
	}
}

// claim takes a job that must be there.
func claim(t *testing.T, jobs store.Jobs, now time.Time) job.Job {
	t.Helper()
	j, found, err := jobs.Claim(t.Context(), now, lease)
	if err != nil || !found {
		t.Fatalf("Claim(%v) = %v, %v, want a job", now, found, err)
	}
	return j
}

func wantNone(t *testing.T, jobs store.Jobs, now time.Time) {
	t.Helper()
	j, found, err := jobs.Claim(t.Context(), now, lease)
	if err != nil || found {
		t.Errorf("Claim(%v) = %s, %v, want none", now, j.ID, err)
	}
}

func load(t *testing.T, jobs store.Jobs, id string) job.Job {
	t.Helper()
	j, err := jobs.Job(t.Context(), "s", id)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func TestEnqueueIsPartOfTheTransaction(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		err := db.InTx(t.Context(), func(tx *store.Tx) error {
			err := tx.Enqueue(t.Context(), job.Task{SiteID: "s", Kind: "letter"})
			if err != nil {
				return err
			}
			return fault.Invalid
		})
		if !errors.Is(err, fault.Invalid) {
			t.Errorf("InTx() = %v, want fault.Invalid", err)
		}
		wantNone(t, jobs, nine)
		err = db.InTx(t.Context(), func(tx *store.Tx) error {
			return tx.Enqueue(t.Context(), job.Task{SiteID: "s", Kind: "letter", Payload: []byte("{")})
		})
		if err == nil {
			t.Error("Enqueue() of a payload that is not JSON = nil, want an error")
		}
	})
}

func TestOnEnqueueIsCalledAfterTheCommit(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		var taken []string
		db.OnEnqueue(func() { taken = append(taken, claim(t, jobs, nine).ID) })
		err := jobs.Enqueue(t.Context(), job.Task{SiteID: "s", ID: "a", Kind: "k"})
		if err != nil {
			t.Fatalf("Enqueue() = %v", err)
		}
		err = db.InTx(t.Context(), func(*store.Tx) error { return nil })
		if err != nil || fmt.Sprint(taken) != "[a]" {
			t.Errorf("jobs taken when told = %v, %v, want [a]", taken, err)
		}
	})
}

func TestClaimTakesWhatIsDueInOrder(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		enqueue(t, db,
			job.Task{ID: "later", Kind: "k", RunAt: nine.Add(time.Hour)},
			job.Task{ID: "second", Kind: "k", Payload: []byte(`{"a": 1}`), MaxAttempts: 3},
			job.Task{ID: "first", Kind: "k", RunAt: nine.Add(-time.Hour)},
		)
		if j := claim(t, jobs, nine); j.ID != "first" {
			t.Errorf("Claim() = %s, want first", j.ID)
		}
		got := claim(t, jobs, nine)
		want := job.Job{
			SiteID: "s", ID: "second", Kind: "k", Payload: []byte(`{"a": 1}`), State: job.Running, RunAt: nine,
			Attempts: 1, MaxAttempts: 3, LeaseUntil: nine.Add(lease), CreatedAt: nine,
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("Claim() = %+v, want %+v", got, want)
		}
		wantNone(t, jobs, nine)
		if j := claim(t, jobs, nine.Add(time.Hour)); j.ID == "later" {
			t.Errorf("Claim() = later, want one whose lease ran out before")
		}
	})
}

func TestNoJobIsClaimedTwice(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		const workers, total = 8, 200
		jobs := store.NewJobs(db)
		tasks := make([]job.Task, total)
		for i := range tasks {
			tasks[i] = job.Task{Kind: "k"}
		}
		enqueue(t, db, tasks...)
		var mu sync.Mutex
		taken := make(map[string]int)
		var group sync.WaitGroup
		for range workers {
			group.Go(func() {
				for {
					j, found, err := jobs.Claim(t.Context(), nine, lease)
					if err != nil {
						t.Errorf("Claim() = %v", err)
						return
					}
					if !found {
						return
					}
					mu.Lock()
					taken[j.ID]++
					mu.Unlock()
					err = jobs.Complete(t.Context(), j, nine)
					if err != nil {
						t.Errorf("Complete(%s) = %v", j.ID, err)
					}
				}
			})
		}
		group.Wait()
		for id, n := range taken {
			if n != 1 {
				t.Errorf("job %s was taken %d times, want once", id, n)
			}
		}
		if len(taken) != total {
			t.Errorf("jobs taken = %d, want %d", len(taken), total)
		}
		if n := count(t, db, `SELECT count(*) FROM job WHERE state = 'done'`); n != total {
			t.Errorf("jobs done = %d, want %d", n, total)
		}
	})
}

func TestALeaseThatRanOutBelongsToTheNext(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		enqueue(t, db, job.Task{ID: "a", Kind: "k"})
		slow := claim(t, jobs, nine)
		wantNone(t, jobs, nine.Add(lease-time.Second))
		err := jobs.Renew(t.Context(), slow, nine.Add(2*lease), 5, 9)
		if err != nil {
			t.Fatalf("Renew() = %v", err)
		}
		wantNone(t, jobs, nine.Add(lease))
		quick := claim(t, jobs, nine.Add(2*lease))
		if quick.ID != "a" || quick.Attempts != 2 || quick.Done != 5 || quick.Total != 9 {
			t.Errorf("Claim() = %+v, want job a at attempt 2 with progress 5 of 9", quick)
		}
		for name, err := range map[string]error{
			"Renew":    jobs.Renew(t.Context(), slow, nine.Add(time.Hour), 0, 0),
			"Complete": jobs.Complete(t.Context(), slow, nine),
			"Fail":     jobs.Fail(t.Context(), slow, nine, nine, "slow"),
			"Release":  jobs.Release(t.Context(), slow, nine),
		} {
			if !errors.Is(err, fault.Conflict) {
				t.Errorf("%s() by the former holder = %v, want fault.Conflict", name, err)
			}
		}
		err = jobs.Complete(t.Context(), quick, nine.Add(2*lease))
		if err != nil {
			t.Errorf("Complete() by the holder = %v", err)
		}
	})
}

func TestFailWaitsAndThenGivesUp(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		enqueue(t, db, job.Task{ID: "a", Kind: "k", MaxAttempts: 2})
		retry := nine.Add(10 * time.Minute)
		err := jobs.Fail(t.Context(), claim(t, jobs, nine), nine, retry, "网络不通")
		if err != nil {
			t.Fatalf("Fail() = %v", err)
		}
		j := load(t, jobs, "a")
		if j.State != job.Queued || !j.RunAt.Equal(retry) || j.LastError != "网络不通" || !j.FinishedAt.IsZero() {
			t.Errorf("job after a failure = %+v, want queued for %v", j, retry)
		}
		wantNone(t, jobs, retry.Add(-time.Microsecond))
		err = jobs.Fail(t.Context(), claim(t, jobs, retry), retry, retry.Add(time.Hour), "again")
		if err != nil {
			t.Fatalf("Fail() = %v", err)
		}
		j = load(t, jobs, "a")
		if j.State != job.Failed || !j.FinishedAt.Equal(retry) || j.LastError != "again" {
			t.Errorf("job after its last failure = %+v, want failed at %v", j, retry)
		}
		wantNone(t, jobs, retry.Add(48*time.Hour))
	})
}

// A job that kills its program must not be tried for ever.
func TestAJobWhoseLastAttemptNeverEndedIsGivenUp(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		enqueue(t, db, job.Task{ID: "a", Kind: "k", MaxAttempts: 2})
		claim(t, jobs, nine)
		claim(t, jobs, nine.Add(lease))
		wantNone(t, jobs, nine.Add(2*lease))
		j := load(t, jobs, "a")
		if j.State != job.Failed || j.LastError == "" || !j.FinishedAt.Equal(nine.Add(2*lease)) {
			t.Errorf("job = %+v, want failed with a cause", j)
		}
	})
}

func TestReleaseDoesNotCount(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		enqueue(t, db, job.Task{ID: "a", Kind: "k", MaxAttempts: 1})
		for range 3 {
			err := jobs.Release(t.Context(), claim(t, jobs, nine), nine)
			if err != nil {
				t.Fatalf("Release() = %v", err)
			}
		}
		if j := load(t, jobs, "a"); j.State != job.Queued || j.Attempts != 0 {
			t.Errorf("job = %s after %d attempts, want queued after 0", j.State, j.Attempts)
		}
	})
}

func TestCancel(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		enqueue(t, db, job.Task{ID: "a", Kind: "k"}, job.Task{ID: "b", Kind: "k", RunAt: nine.Add(time.Hour)})
		running := claim(t, jobs, nine)
		for _, id := range []string{"a", "b"} {
			err := jobs.Cancel(t.Context(), "s", id, nine)
			if err != nil {
				t.Errorf("Cancel(%s) = %v", id, err)
			}
			if j := load(t, jobs, id); j.State != job.Cancelled || !j.FinishedAt.Equal(nine) {
				t.Errorf("job %s = %s, finished %v, want cancelled at %v", id, j.State, j.FinishedAt, nine)
			}
			err = jobs.Cancel(t.Context(), "s", id, nine)
			if !errors.Is(err, fault.Conflict) {
				t.Errorf("Cancel(%s) again = %v, want fault.Conflict", id, err)
			}
		}
		err := jobs.Complete(t.Context(), running, nine)
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("Complete() of a cancelled job = %v, want fault.Conflict", err)
		}
		wantNone(t, jobs, nine.Add(48*time.Hour))
		err = jobs.Cancel(t.Context(), "another site", "a", nine)
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("Cancel() from another site = %v, want fault.Conflict", err)
		}
	})
}

func TestAKeyIsQueuedOnce(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		task := job.Task{ID: "a", Kind: "sweep", Key: "2026-03-02"}
		other := task
		other.ID, other.Kind = "b", "digest"
		enqueue(t, db, task, other)
		task.ID = "c"
		enqueue(t, db, task, job.Task{ID: "d", Kind: "sweep"}, job.Task{ID: "e", Kind: "sweep"})
		_, err := jobs.Job(t.Context(), "s", "c")
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("job of a taken key = %v, want fault.NotFound", err)
		}
		list, err := jobs.List(t.Context(), "s", "", job.Job{}, 10)
		if err != nil || len(list) != 4 {
			t.Errorf("List() = %d jobs, %v, want 4", len(list), err)
		}
		done := claim(t, jobs, nine)
		err = jobs.Complete(t.Context(), done, nine)
		if err != nil {
			t.Fatal(err)
		}
		enqueue(t, db, job.Task{Kind: done.Kind, Key: done.Key})
		if n := count(t, db, `SELECT count(*) FROM job`); n != 4 {
			t.Errorf("jobs after queuing the key of a finished one = %d, want 4", n)
		}
	})
}

func TestListAndPurge(t *testing.T) {
	onEachWith(t, atNine(), func(t *testing.T, db *store.DB) {
		jobs := store.NewJobs(db)
		for i := range 9 {
			enqueue(t, db, job.Task{ID: fmt.Sprintf("j%d", i), Kind: "k"})
		}
		err := jobs.Complete(t.Context(), claim(t, jobs, nine), nine)
		if err != nil {
			t.Fatal(err)
		}
		var seen []string
		after := job.Job{}
		for {
			page, err := jobs.List(t.Context(), "s", job.Queued, after, 3)
			if err != nil {
				t.Fatal(err)
			}
			if len(page) == 0 {
				break
			}
			for _, j := range page {
				seen = append(seen, j.ID)
			}
			after = page[len(page)-1]
		}
		if fmt.Sprint(seen) != "[j8 j7 j6 j5 j4 j3 j2 j1]" {
			t.Errorf("queued jobs listed = %v, want j8 to j1", seen)
		}
		for _, c := range []struct {
			before time.Time
			want   int64
		}{{nine, 0}, {nine.Add(time.Second), 1}, {nine.Add(time.Hour), 0}} {
			n, err := jobs.Purge(t.Context(), c.before)
			if err != nil || n != c.want {
				t.Errorf("Purge(%v) = %d, %v, want %d", c.before, n, err, c.want)
			}
		}
	})
}
