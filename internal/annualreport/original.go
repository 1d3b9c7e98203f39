package annualreport

import (
	"context"
	"fmt"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// Original is the file that an adopted report was read from, as it came.
type Original struct {
	Name    string
	Digest  string // SHA-256 in hexadecimal, as the seal has it
	Content []byte
}

// Original returns the file behind an organ's adopted report; fault.NotFound for a
// report that was made here or whose file was not kept.
func (s *Service) Original(ctx context.Context, actor organ.Person, k Key) (Original, error) {
	var original Original
	err := s.store.AtOnce(ctx, func(r Reader) error {
		_, err := permit(ctx, r, actor, organ.ReadReport, k)
		if err != nil {
			return err
		}
		report, err := r.Latest(ctx, k.SiteID, k.OrganID, k.Year)
		if err != nil {
			return unopened(k, err)
		}
		original, err = originalOf(ctx, r, report)
		return err
	})
	return original, err
}

// PublicOriginal returns the file behind a published edition for the portal; it was
// published before.
func (s *Service) PublicOriginal(ctx context.Context, e Edition) (Original, error) {
	return originalOf(ctx, s.store, e.Report)
}

func originalOf(ctx context.Context, r Reader, report Report) (Original, error) {
	if report.Original == "" {
		return Original{}, fmt.Errorf("original of report %d of %s: %w", report.Year, report.OrganID, fault.NotFound)
	}
	content, err := r.Stored(ctx, report.SiteID, report.Original)
	if err != nil {
		return Original{}, fmt.Errorf("load the original of report %d of %s: %w", report.Year, report.OrganID, err)
	}
	return Original{Name: report.OriginalName, Digest: report.Original, Content: content}, nil
}
