package collection

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// Begin hands a reading its collection and the files, by number. It fails with
// fault.NotFound when the collection is gone and with fault.Conflict when the run
// is done or another overtook it.
func (s *Service) Begin(ctx context.Context, siteID, id, run string) (Collection, []File, error) {
	var c Collection
	var files []File
	err := s.store.AtOnce(ctx, func(r Reader) error {
		var err error
		c, err = underRun(ctx, r, siteID, id, run)
		if err != nil {
			return err
		}
		files, err = r.AllFiles(ctx, siteID, id)
		if err != nil {
			return fmt.Errorf("list files of collection %s: %w", id, err)
		}
		return nil
	})
	return c, files, err
}

// Collection returns a collection for the reading and its progress, which act for
// nobody.
func (s *Service) Collection(ctx context.Context, siteID, id string) (Collection, error) {
	c, err := s.store.Collection(ctx, siteID, id)
	if err != nil {
		return c, fmt.Errorf("load collection %s: %w", id, err)
	}
	return c, nil
}

// Organs lists the site's organs for the reading.
func (s *Service) Organs(ctx context.Context, siteID string) ([]organ.Organ, error) {
	organs, err := s.store.Organs(ctx, siteID)
	if err != nil {
		return nil, fmt.Errorf("list organs of %s: %w", siteID, err)
	}
	return organs, nil
}

func underRun(ctx context.Context, r Reader, siteID, id, run string) (Collection, error) {
	c, err := r.Collection(ctx, siteID, id)
	if err != nil {
		return c, fmt.Errorf("load collection %s: %w", id, err)
	}
	if c.Run != run || c.State != Reading {
		return c, fmt.Errorf("reading %s of collection %s is over: %w", run, id, fault.Conflict)
	}
	return c, nil
}

// Finish writes what a reading found, all or nothing. Decisions stay on findings
// that came out the same. Run again it changes nothing; a run that was overtaken is
// fault.Conflict. remark is what there is to say about the whole, if anything.
func (s *Service) Finish(ctx context.Context, siteID, id, run string, examined []Examined, remark string) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		c, err := tx.Collection(ctx, siteID, id)
		if err != nil {
			return fmt.Errorf("load collection %s: %w", id, err)
		}
		if c.Run == run && c.State == Read {
			return nil
		}
		c, err = underRun(ctx, tx, siteID, id, run)
		if err != nil {
			return err
		}
		organs, err := tx.Organs(ctx, siteID)
		if err != nil {
			return fmt.Errorf("list organs of %s: %w", siteID, err)
		}
		marked, err := tx.Marked(ctx, siteID, id)
		if err != nil {
			return fmt.Errorf("list decisions of collection %s: %w", id, err)
		}
		err = tx.DropFindings(ctx, siteID, id)
		if err != nil {
			return fmt.Errorf("drop findings of collection %s: %w", id, err)
		}
		kept := decisions(marked)
		for _, e := range examined {
			e.Outline.OrganID = organ.Recognise(organs, e.Outline.Organ, e.Outline.Year)
			err = write(ctx, tx, c, e, kept)
			if err != nil {
				return fmt.Errorf("write what was read of file %d of collection %s: %w", e.File, id, err)
			}
		}
		c.State, c.ReadAt, c.Remark = Read, s.now(), legible(remark)
		err = tx.SaveCollection(ctx, c)
		if err != nil {
			return fmt.Errorf("save collection %s: %w", id, err)
		}
		return nil
	})
}

// Fail notes that the system gave the reading up; of a run that was overtaken it
// changes nothing.
func (s *Service) Fail(ctx context.Context, siteID, id, run string) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		c, err := underRun(ctx, tx, siteID, id, run)
		if errors.Is(err, fault.NotFound) || errors.Is(err, fault.Conflict) {
			return nil
		}
		if err != nil {
			return err
		}
		c.State, c.ReadAt = Failed, s.now().Truncate(time.Microsecond)
		err = tx.SaveCollection(ctx, c)
		if err != nil {
			return fmt.Errorf("save collection %s: %w", id, err)
		}
		return nil
	})
}

// said tells findings of one file apart by what they say. A file keeps its number
// as long as it keeps its content.
type said struct {
	file            int
	id, where, text string
}

func decisions(marked []Finding) map[said][]Finding {
	kept := make(map[said][]Finding, len(marked))
	for _, f := range marked {
		key := said{f.File, f.ID, f.Where, f.Text}
		kept[key] = append(kept[key], f)
	}
	return kept
}

// write stores what was read of one file.
func write(ctx context.Context, tx Tx, c Collection, e Examined, kept map[said][]Finding) error {
	f := File{Number: e.File, Outline: e.Outline.storable()}
	list := make([]checks.Finding, len(e.Findings))
	for i, found := range e.Findings {
		list[i] = storable(found)
	}
	slices.SortStableFunc(list, func(a, b checks.Finding) int { return Grade(a.Severity) - Grade(b.Severity) })
	for i, found := range list {
		placed := Finding{File: e.File, Position: i + 1, Finding: found}
		key := said{e.File, found.ID, found.Where, found.Text}
		if before := kept[key]; len(before) > 0 {
			placed.Mark, placed.Note, placed.MarkedBy, placed.MarkedAt = before[0].Mark, before[0].Note, before[0].MarkedBy, before[0].MarkedAt
			kept[key] = before[1:]
		}
		f.Tally.count(placed)
		err := tx.AddFinding(ctx, c.SiteID, c.ID, placed)
		if err != nil {
			return err
		}
	}
	return tx.SaveFile(ctx, c.SiteID, c.ID, f)
}

func (t *Tally) count(f Finding) {
	switch f.Severity {
	case checks.Error:
		t.Errors++
	case checks.Warning:
		t.Warnings++
	case checks.Information:
		t.Informations++
	}
	switch f.Mark {
	case Undecided:
		t.Undecided++
	case Accepted:
		t.Accepted++
	case Returned:
		t.Returned++
	}
}
