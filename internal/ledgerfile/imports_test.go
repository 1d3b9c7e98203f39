package ledgerfile

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/ident"
	"gongkai/internal/job"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

// bench is an office with its imports and a queue that is worked off by hand.
type bench struct {
	t         *testing.T
	queue     *heldQueue
	registers *register.Service
	organs    *organ.Service
	path      string
	imports   *Imports
	clerk     organ.Person
}

// heldQueue keeps tasks until the test runs them.
type heldQueue struct{ tasks []job.Task }

func (q *heldQueue) Enqueue(_ context.Context, t job.Task) error {
	q.tasks = append(q.tasks, t)
	return nil
}

func (q *heldQueue) Job(_ context.Context, site, id string) (job.Job, error) {
	for _, t := range q.tasks {
		if t.ID == id && t.SiteID == site {
			return job.Job{State: job.Queued, Done: 3, Total: 9}, nil
		}
	}
	return job.Job{}, fault.NotFound
}

func newBench(t *testing.T) *bench {
	t.Helper()
	db := storetest.SQLite(t, store.Options{})
	organs := organ.NewService(store.NewOrgans(db), time.Now, ident.System().Next)
	b := &bench{
		t: t, queue: &heldQueue{}, organs: organs, path: filepath.Join(t.TempDir(), "imports"),
		clerk: organ.Person{ID: "clerk", SiteID: "s", OrganID: "town", Login: "clerk", Name: "经办", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "town"}}},
	}
	b.registers = register.NewService(store.NewRegisters(db), func(register.Definition, register.Record, int) bool { return false }, time.Now)
	b.must(organs.AddSite(t.Context(), organ.Site{ID: "s", Name: "站", RootID: "town"}, []organ.Organ{{ID: "town", Kind: organ.Town, Name: "乙镇人民政府", ShortName: "乙镇"}}))
	b.must(organs.AddPeople(t.Context(), organ.System, []organ.Person{b.clerk}, "hash"))
	b.start()
	return b
}

// start is a fresh process over the same folder and database.
func (b *bench) start() {
	imports, err := NewImports(b.path, b.queue, b.registers, b.organs.Reader(), ident.System().Next, time.Now)
	b.must(err)
	b.imports = imports
}

func (b *bench) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// run works the newest task off.
func (b *bench) run(attempt int) {
	b.t.Helper()
	t := b.queue.tasks[len(b.queue.tasks)-1]
	b.must(b.imports.Run(b.t.Context(), job.Job{SiteID: t.SiteID, ID: t.ID, Kind: t.Kind, Payload: t.Payload, Attempts: attempt}, &job.Progress{}))
}

func (b *bench) receive(text string) string {
	b.t.Helper()
	im := register.Import{SiteID: "s", OrganID: "town", Register: "request", File: "一月.csv"}
	id, err := b.imports.Receive(b.t.Context(), b.clerk, im, strings.NewReader(text))
	b.must(err)
	return id
}

func (b *bench) step(id string) string {
	b.t.Helper()
	step, _, _, err := b.imports.Progress(b.t.Context(), "s", id)
	b.must(err)
	return step
}

const twoRequests = "登记编号,申请人类型,申请人,申请方式,申请内容,收到日期\n2025-001,自然人,张某某,互联网,某方案,2025-01-03\n2025-002,自然人,张某某,互联网,某方案,2025-01-03\n"

func TestAnImportSurvivesKillsBetweenItsSteps(t *testing.T) {
	b := newBench(t)
	id := b.receive(twoRequests)
	b.start()
	if got := b.step(id); got != examining {
		t.Fatalf("step after the upload = %s, want %s", got, examining)
	}
	b.run(1)
	b.start()
	_, done, err := b.imports.Result(t.Context(), "s", id)
	if err != nil || b.step(id) != examined || done.Added != 2 {
		t.Fatalf("after the examination: %s, %+v, %v, want two to add", b.step(id), done, err)
	}
	b.must(b.imports.Confirm(t.Context(), b.clerk, "s", id, ""))

	// Killed after the records were written and before the ticket said so.
	im, _, err := b.imports.Result(t.Context(), "s", id)
	b.must(err)
	stale, err := os.ReadFile(filepath.Join(b.path, id, ticketFile))
	b.must(err)
	b.run(1)
	b.must(os.WriteFile(filepath.Join(b.path, id, ticketFile), stale, 0o600))
	b.must(os.WriteFile(filepath.Join(b.path, id, uploaded), []byte(twoRequests), 0o600))
	b.start()
	b.run(2)
	_, done, err = b.imports.Result(t.Context(), "s", id)
	if err != nil || b.step(id) != imported || done.Added != 2 || done.Rows != 2 || im.DryRun {
		t.Errorf("after the second run: %s, %+v, %v, want the two that the first one added", b.step(id), done, err)
	}
	if _, err := os.Stat(filepath.Join(b.path, id, uploaded)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the uploaded file is still there: %v", err)
	}
	b.run(3) // a job that runs once more finds nothing to do
	if _, records, _, err := b.registers.List(t.Context(), b.clerk, "request", register.Query{SiteID: "s", OrganID: "town", Limit: 9}); err != nil || len(records) != 2 {
		t.Errorf("List() = %d records, %v, want 2", len(records), err)
	}
}

func TestConfirmAndDiscardKeepTheOrder(t *testing.T) {
	b := newBench(t)
	id := b.receive(twoRequests)
	if err := b.imports.Confirm(t.Context(), b.clerk, "s", id, ""); !errors.Is(err, fault.Conflict) {
		t.Errorf("Confirm() before the examination = %v, want a conflict", err)
	}
	b.must(b.imports.Discard(t.Context(), b.clerk, "s", id))
	b.run(1) // the job of a discarded file does nothing
	for _, asked := range []string{id, "../../etc", "", "01j0000000000000000000000z"} {
		if _, _, err := b.imports.Result(t.Context(), "s", asked); !errors.Is(err, fault.NotFound) {
			t.Errorf("Result(%q) = %v, want not found", asked, err)
		}
	}
	other := b.receive(twoRequests)
	if _, _, err := b.imports.Result(t.Context(), "x", other); !errors.Is(err, fault.NotFound) {
		t.Errorf("Result() for another site = %v, want not found", err)
	}
}

func TestALostPermissionEndsAnImportWithAReason(t *testing.T) {
	b := newBench(t)
	id := b.receive(twoRequests)
	dismissed := b.clerk
	dismissed.Grants = nil
	b.must(b.organs.SavePerson(t.Context(), organ.System, dismissed))
	b.run(1)
	_, done, err := b.imports.Result(t.Context(), "s", id)
	if err != nil || b.step(id) != examined || len(done.Problems) != 1 || done.Problems[0].Code != "forbidden" {
		t.Errorf("after the examination: %s, %+v, %v, want the refusal as its problem", b.step(id), done, err)
	}
}

func TestSweepRemovesWhatNobodyTouched(t *testing.T) {
	b := newBench(t)
	old, young := b.receive(twoRequests), b.receive(twoRequests)
	ago := time.Now().Add(-keptFor - time.Hour)
	b.must(os.Chtimes(filepath.Join(b.path, old), ago, ago))
	n, err := b.imports.Sweep(t.Context(), time.Now())
	if err != nil || n != 1 {
		t.Errorf("Sweep() = %d, %v, want 1", n, err)
	}
	if got := b.step(young); got != examining {
		t.Errorf("the young import is %s, want it kept", got)
	}
	if _, _, err := b.imports.Result(t.Context(), "s", old); !errors.Is(err, fault.NotFound) {
		t.Errorf("Result() of the old import = %v, want not found", err)
	}
}

func TestOnlyAReasonMayRemain(t *testing.T) {
	reason := register.PlacedProblem{Problem: register.Problem{Code: "correction-reason-required"}}
	date := register.PlacedProblem{Problem: register.Problem{Code: "date-impossible"}}
	tests := []struct {
		name   string
		found  []register.PlacedProblem
		reason string
		want   bool
	}{
		{"nothing", nil, "", true},
		{"a reason asked and given", []register.PlacedProblem{reason}, "漏登", true},
		{"a reason asked", []register.PlacedProblem{reason}, "", false},
		{"a wrong date", []register.PlacedProblem{reason, date}, "漏登", false},
	}
	for _, tt := range tests {
		if got := confirmable(register.Imported{Problems: tt.found}, tt.reason); got != tt.want {
			t.Errorf("%s: confirmable() = %v, want %v", tt.name, got, tt.want)
		}
	}
}
