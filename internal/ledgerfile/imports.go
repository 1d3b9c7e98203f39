package ledgerfile

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"gongkai/internal/docfile/sheet"
	"gongkai/internal/fault"
	"gongkai/internal/job"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

// Jobs is the queue with a look at its rows.
type Jobs interface {
	Enqueue(ctx context.Context, t job.Task) error
	Job(ctx context.Context, site, id string) (job.Job, error)
}

// Kind is the kind of the jobs that Run handles.
const Kind = "ledger_import"

// attempts is how often an import is tried: what fails three times for a reason of
// ours is for a person to look at, and nothing of it was written.
const attempts = 3

// keptFor is how long the result of a finished import can be looked at.
const keptFor = 14 * 24 * time.Hour

// Imports carries imports from the uploaded file to the last record. The ticket
// and the file lie in a folder, the work is a job; both outlive the program, and
// each step may run twice without harm.
type Imports struct {
	folder    folder
	jobs      Jobs
	registers *register.Service
	people    organ.Reader
	newID     func() string
	now       func() time.Time
	running   func(site, id string) (int64, int64, bool)

	mu sync.Mutex // steps of one ticket follow each other
}

// NewImports returns the imports kept in a folder, which is made when it is not
// there. running tells how far a job of this process is, such as job.Runner.Progress;
// SetRunning gives it later, because the runner needs Run first.
func NewImports(path string, jobs Jobs, registers *register.Service, people organ.Reader, newID func() string, now func() time.Time) (*Imports, error) {
	err := os.MkdirAll(path, 0o700)
	if err != nil {
		return nil, fmt.Errorf("make folder of imports: %w", err)
	}
	none := func(string, string) (int64, int64, bool) { return 0, 0, false }
	return &Imports{folder: folder(path), jobs: jobs, registers: registers, people: people, newID: newID, now: now, running: none}, nil
}

// SetRunning gives what tells how far a job is. Set it before pages are served.
func (s *Imports) SetRunning(running func(site, id string) (int64, int64, bool)) { s.running = running }

// Receive keeps the file and queues its examination. It refuses a file it cannot
// read, and leaves nothing of one that did not arrive whole.
func (s *Imports) Receive(ctx context.Context, actor organ.Person, im register.Import, file io.Reader) (string, error) {
	id := s.newID()
	err := os.Mkdir(filepath.Join(string(s.folder), id), 0o700)
	if err != nil {
		return "", fmt.Errorf("make folder of import: %w", err)
	}
	err = s.receive(ctx, actor, im, file, id)
	if err != nil {
		return "", errors.Join(err, s.folder.remove(id))
	}
	return id, nil
}

func (s *Imports) receive(ctx context.Context, actor organ.Person, im register.Import, file io.Reader, id string) error {
	digest, err := s.keep(id, im.File, file)
	if err != nil {
		return err
	}
	im.Digest, im.DryRun = digest, true
	t := ticket{ID: id, Import: im, PersonID: actor.ID, Step: examining, JobID: s.newID(), At: s.now()}
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.folder.save(t)
	if err != nil {
		return err
	}
	return s.enqueue(ctx, t)
}

// keep writes the file and opens it once, so that what is no table is refused while
// the form is still there to say so.
func (s *Imports) keep(id, name string, file io.Reader) (string, error) {
	out, err := os.OpenFile(s.folder.path(id, uploaded), os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return "", fmt.Errorf("keep uploaded file: %w", err)
	}
	defer out.Close()
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(out, sum), file)
	if err != nil {
		return "", fmt.Errorf("receive file: %w", err)
	}
	_, err = sheet.Read(name, out, size, sheet.Limit{})
	if p, refused := refusal(err, name); refused {
		return "", fault.Refuse(fault.Invalid, p.Code, "", "value", name)
	}
	if err != nil {
		return "", fmt.Errorf("read file: %w", err)
	}
	return hex.EncodeToString(sum.Sum(nil)), out.Sync()
}

func (s *Imports) enqueue(ctx context.Context, t ticket) error {
	payload, err := json.Marshal(t.ID)
	if err != nil {
		return fmt.Errorf("encode job: %w", err)
	}
	err = s.jobs.Enqueue(ctx, job.Task{SiteID: t.Import.SiteID, ID: t.JobID, Kind: Kind, Payload: payload, MaxAttempts: attempts})
	if err != nil {
		return fmt.Errorf("queue import: %w", err)
	}
	return nil
}

// Confirm queues the import of a file that was examined without problems, or only
// with those that a reason for the correction of a sealed year removes.
func (s *Imports) Confirm(ctx context.Context, actor organ.Person, siteID, id, reason string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	t, err := s.folder.ticket(siteID, id)
	if err != nil {
		return err
	}
	if t.Step != examined || !confirmable(t.Result, reason) {
		return fault.Refuse(fault.Conflict, "import-not-ready", "", "file", t.Import.File)
	}
	t.Step, t.PersonID, t.JobID, t.At = importing, actor.ID, s.newID(), s.now()
	t.Import.DryRun, t.Import.Reason, t.Import.Rows = false, reason, t.Result.Rows
	// The job first: killed in between, it finds nothing to do and the file can be
	// confirmed again. Its handler waits for this lock.
	err = s.enqueue(ctx, t)
	if err != nil {
		return err
	}
	return s.folder.save(t)
}

// confirmable reports a result without problems, or with none but those that a
// reason answers. Those beyond the listed ones are found again, and refused, by the
// import itself.
func confirmable(done register.Imported, reason string) bool {
	for _, p := range done.Problems {
		if p.Code != "correction-reason-required" {
			return false
		}
	}
	return len(done.Problems) == 0 || reason != ""
}

// Discard drops a file that has not been imported.
func (s *Imports) Discard(_ context.Context, _ organ.Person, siteID, id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	t, err := s.folder.ticket(siteID, id)
	if err != nil {
		return err
	}
	if t.Step == importing || t.Step == imported {
		return fault.Refuse(fault.Conflict, "import-begun", "", "file", t.Import.File)
	}
	return s.folder.remove(id)
}

// Result returns what was asked and what came, or would come, of it.
func (s *Imports) Result(_ context.Context, siteID, id string) (register.Import, register.Imported, error) {
	t, err := s.folder.ticket(siteID, id)
	return t.Import, t.Result, err
}

// Progress names the step an import is in, with how many rows of how many are done;
// 0 is not known.
func (s *Imports) Progress(ctx context.Context, siteID, id string) (string, int64, int64, error) {
	t, err := s.folder.ticket(siteID, id)
	if err != nil {
		return "", 0, 0, err
	}
	if t.Step != examining && t.Step != importing {
		return t.Step, t.Result.Rows, t.Result.Rows, nil
	}
	done, total, here := s.running(siteID, t.JobID)
	if here {
		return t.Step, done, total, nil
	}
	j, err := s.jobs.Job(ctx, siteID, t.JobID)
	if err != nil {
		return t.Step, 0, 0, fmt.Errorf("look at the job of import %s: %w", id, err)
	}
	if j.State == job.Failed || j.State == job.Cancelled {
		return failed, j.Done, j.Total, nil
	}
	return t.Step, j.Done, j.Total, nil
}

// Open lists the imports of an organ that wait for somebody or are under way,
// newest first.
func (s *Imports) Open(_ context.Context, siteID, organID string) ([]string, error) {
	ids, err := s.folder.ids()
	if err != nil {
		return nil, err
	}
	var open []string
	for _, id := range ids {
		t, err := s.folder.ticket(siteID, id)
		if errors.Is(err, fault.NotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if t.Import.OrganID == organID && t.Step != imported {
			open = append(open, id)
		}
	}
	return open, nil
}
