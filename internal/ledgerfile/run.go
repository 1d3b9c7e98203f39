package ledgerfile

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"gongkai/internal/docfile/sheet"
	"gongkai/internal/fault"
	"gongkai/internal/job"
	"gongkai/internal/register"
)

// Run handles jobs of the kind Kind: it examines or imports the file of a ticket.
// Run again after a kill, it begins anew: what was written is found unchanged.
func (s *Imports) Run(ctx context.Context, j job.Job, p *job.Progress) error {
	var id string
	err := json.Unmarshal(j.Payload, &id)
	if err != nil {
		return fmt.Errorf("read job: %w", err)
	}
	s.mu.Lock()
	t, err := s.folder.ticket(j.SiteID, id)
	s.mu.Unlock()
	if errors.Is(err, fault.NotFound) {
		return nil // discarded meanwhile
	}
	if err != nil {
		return err
	}
	if t.JobID != j.ID || t.Step != examining && t.Step != importing {
		return nil // done before, or overtaken by another step
	}
	done, err := s.work(ctx, t, p)
	if err != nil {
		return err
	}
	return s.finish(t, done, j.Attempts)
}

func (s *Imports) work(ctx context.Context, t ticket, p *job.Progress) (register.Imported, error) {
	file, err := os.Open(s.folder.path(t.ID, uploaded))
	if err != nil {
		return register.Imported{}, fmt.Errorf("open uploaded file: %w", err)
	}
	defer file.Close()
	size, err := file.Stat()
	if err != nil {
		return register.Imported{}, fmt.Errorf("measure uploaded file: %w", err)
	}
	person, err := s.people.Person(ctx, t.Import.SiteID, t.PersonID)
	if err != nil {
		return register.Imported{}, fmt.Errorf("load person %s: %w", t.PersonID, err)
	}
	read, err := sheet.Read(t.Import.File, file, size.Size(), sheet.Limit{})
	var done register.Imported
	if err == nil {
		done, err = s.registers.Import(ctx, person, t.Import, book{read}, func(rows int64) { p.Set(rows, t.Import.Rows) })
	}
	if problem, refused := refusal(err, t.Import.File); refused {
		return register.Imported{Problems: []register.PlacedProblem{problem}}, nil
	}
	var rule *fault.Rule
	if errors.As(err, &rule) { // such as a permission lost meanwhile: trying again does not help
		return register.Imported{Problems: []register.PlacedProblem{{Problem: register.Problem{
			Label: t.Import.File, Code: rule.Code, Value: t.Import.File, Args: pairs(rule.Args),
		}}}}, nil
	}
	if err != nil {
		return done, fmt.Errorf("import %s: %w", t.Import.File, err)
	}
	return done, nil
}

func pairs(args []fault.Arg) []string {
	var list []string
	for _, a := range args {
		list = append(list, a.Key, a.Value)
	}
	return list
}

// finish takes the ticket to its next step.
func (s *Imports) finish(was ticket, done register.Imported, attempt int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	t, err := s.folder.ticket(was.Import.SiteID, was.ID)
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if t.JobID != was.JobID || t.Step != was.Step {
		return nil
	}
	t.At = s.now()
	switch {
	case t.Step == examining || len(done.Problems) > 0:
		t.Step, t.Result = examined, done
	default:
		if attempt == 1 || done.Added+done.Changed > 0 {
			t.Result = done // else an attempt before was killed after its commit: as examined
		}
		t.Step = imported
	}
	err = s.folder.save(t)
	if err != nil {
		return err
	}
	if t.Step == imported {
		return s.folder.dropUpload(t.ID)
	}
	return nil
}

// Sweep removes imports on which nobody has acted for two weeks, and tells how many.
func (s *Imports) Sweep(_ context.Context, now time.Time) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ids, err := s.folder.ids()
	if err != nil {
		return 0, err
	}
	removed := 0
	for _, id := range ids {
		info, err := os.Stat(s.folder.path(id, "."))
		if err != nil || now.Sub(info.ModTime()) < keptFor {
			continue // vanished meanwhile, or still young
		}
		err = s.folder.remove(id)
		if err != nil {
			return removed, err
		}
		removed++
	}
	return removed, nil
}
