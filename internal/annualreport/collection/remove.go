package collection

import (
	"context"
	"fmt"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// Remove takes a file out of its collection with its findings and has the others
// read again: what was compared with it may read otherwise now. It wants a reason
// and refuses to take the last file.
func (s *Service) Remove(ctx context.Context, actor organ.Person, k Key, number int, reason string) error {
	reason = strings.TrimSpace(legible(reason))
	return s.change(ctx, actor, k, func(tx Tx, c Collection) error {
		file, err := fileOf(ctx, tx, c, number)
		if err != nil {
			return err
		}
		switch {
		case reason == "":
			return fault.Refuse(fault.Invalid, "collection-reason-required", "")
		case c.Files == 1:
			return fault.Refuse(fault.Conflict, "collection-last-file", "")
		}
		err = tx.DropFile(ctx, c.SiteID, c.ID, number)
		if err != nil {
			return fmt.Errorf("drop file %d of collection %s: %w", number, c.ID, err)
		}
		err = s.record(ctx, tx, actor, c, "remove", reason, replaced{file.Name, file.Number, file.Digest}, nil)
		if err != nil {
			return err
		}
		return readAnew(ctx, tx, c)
	})
}

// Discard drops a collection with everything in it. The trail keeps its title and
// what it held.
func (s *Service) Discard(ctx context.Context, actor organ.Person, k Key, reason string) error {
	reason = strings.TrimSpace(legible(reason))
	return s.change(ctx, actor, k, func(tx Tx, c Collection) error {
		if reason == "" {
			return fault.Refuse(fault.Invalid, "collection-reason-required", "")
		}
		files, err := tx.AllFiles(ctx, c.SiteID, c.ID)
		if err != nil {
			return fmt.Errorf("list files of collection %s: %w", c.ID, err)
		}
		held := Tally{}
		for _, f := range files {
			held.add(f.Tally)
		}
		err = tx.DropCollection(ctx, c.SiteID, c.ID)
		if err != nil {
			return fmt.Errorf("drop collection %s: %w", c.ID, err)
		}
		return s.record(ctx, tx, actor, c, "discard", reason, map[string]any{
			"title": c.Title, "files": len(files), "errors": held.Errors, "warnings": held.Warnings, "informations": held.Informations,
			"accepted": held.Accepted, "returned": held.Returned,
		}, nil)
	})
}

func (t *Tally) add(o Tally) {
	t.Errors += o.Errors
	t.Warnings += o.Warnings
	t.Informations += o.Informations
	t.Undecided += o.Undecided
	t.Accepted += o.Accepted
	t.Returned += o.Returned
}

// ReadAgain queues another reading, such as after one that failed. Decisions on
// findings that come out the same are kept.
func (s *Service) ReadAgain(ctx context.Context, actor organ.Person, k Key) error {
	return s.change(ctx, actor, k, func(tx Tx, c Collection) error {
		err := s.record(ctx, tx, actor, c, "read_again", "", nil, nil)
		if err != nil {
			return err
		}
		return readAnew(ctx, tx, c)
	})
}
