package collection

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/organ"
)

// grades orders the severities.
var grades = map[checks.Severity]int{checks.Error: 1, checks.Warning: 2, checks.Information: 3}

// Grade is the place of a severity in lists: 1 for errors, 2 for warnings, 3 for
// information, 0 for no severity.
func Grade(s checks.Severity) int { return grades[s] }

// Rank is a file's place in lists, smallest first: unreadable files, then most
// errors, then most warnings. Files of one rank stand by number.
func (f File) Rank() int64 {
	rank := int64(f.Tally.Errors)<<24 + int64(f.Tally.Warnings)
	if f.Outline.Unreadable {
		rank += 1 << 48
	}
	return -rank
}

// List lists the collections of an organ, newest first.
func (s *Service) List(ctx context.Context, actor organ.Person, k Key) ([]Collection, error) {
	var list []Collection
	err := s.store.AtOnce(ctx, func(r Reader) error {
		err := permit(ctx, r, actor, organ.ReadReport, k)
		if err != nil {
			return err
		}
		list, err = r.Collections(ctx, k.SiteID, k.OrganID)
		if err != nil {
			return fmt.Errorf("list collections of %s: %w", k.OrganID, err)
		}
		return nil
	})
	return list, err
}

// Get returns the collection of the key.
func (s *Service) Get(ctx context.Context, actor organ.Person, k Key) (Collection, error) {
	var found Collection
	err := s.look(ctx, actor, k, func(_ Reader, c Collection) error {
		found = c
		return nil
	})
	return found, err
}

// Files lists up to limit files that have a finding of the filter, or all where it
// asks for none: unreadable ones first, then by errors, warnings and number. after
// is the last file of the page before; a zero File begins.
func (s *Service) Files(ctx context.Context, actor organ.Person, k Key, f Filter, after File, limit int) ([]File, error) {
	var list []File
	err := s.look(ctx, actor, k, func(r Reader, c Collection) error {
		var err error
		list, err = r.Files(ctx, c.SiteID, c.ID, f, after, limit)
		if err != nil {
			return fmt.Errorf("list files of collection %s: %w", c.ID, err)
		}
		return nil
	})
	return list, err
}

// File returns one file of a collection.
func (s *Service) File(ctx context.Context, actor organ.Person, k Key, number int) (File, error) {
	var file File
	err := s.look(ctx, actor, k, func(r Reader, c Collection) error {
		var err error
		file, err = fileOf(ctx, r, c, number)
		return err
	})
	return file, err
}

// Findings lists up to limit findings of the filter: errors, warnings, information,
// each by file and position. after is the last finding of the page before; a zero
// Finding begins.
func (s *Service) Findings(ctx context.Context, actor organ.Person, k Key, f Filter, after Finding, limit int) ([]Finding, error) {
	var list []Finding
	err := s.look(ctx, actor, k, func(r Reader, c Collection) error {
		var err error
		list, err = r.Findings(ctx, c.SiteID, c.ID, f, after, limit)
		if err != nil {
			return fmt.Errorf("list findings of collection %s: %w", c.ID, err)
		}
		return nil
	})
	return list, err
}

// Checks counts what every check objected to, errors first, then by number of
// files. A check that objects in two severities stands there for each.
func (s *Service) Checks(ctx context.Context, actor organ.Person, k Key) ([]CheckCount, error) {
	var list []CheckCount
	err := s.look(ctx, actor, k, func(r Reader, c Collection) error {
		var err error
		list, err = r.Checks(ctx, c.SiteID, c.ID)
		if err != nil {
			return fmt.Errorf("count findings of collection %s: %w", c.ID, err)
		}
		return nil
	})
	slices.SortFunc(list, func(a, b CheckCount) int {
		return cmp.Or(cmp.Compare(Grade(a.Severity), Grade(b.Severity)), cmp.Compare(b.Files, a.Files), cmp.Compare(a.ID, b.ID))
	})
	return list, err
}

// Matrix counts what every check objected to in each of the files, by file and
// check.
func (s *Service) Matrix(ctx context.Context, actor organ.Person, k Key, files []int) ([]Cell, error) {
	var cells []Cell
	err := s.look(ctx, actor, k, func(r Reader, c Collection) error {
		var err error
		cells, err = r.Matrix(ctx, c.SiteID, c.ID, files)
		if err != nil {
			return fmt.Errorf("count findings of files of collection %s: %w", c.ID, err)
		}
		return nil
	})
	slices.SortFunc(cells, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Check, b.Check), cmp.Compare(Grade(a.Severity), Grade(b.Severity)))
	})
	return cells, err
}
