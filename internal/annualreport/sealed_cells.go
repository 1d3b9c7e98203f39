package annualreport

import (
	"context"
	"fmt"

	"gongkai/law/tally"
)

// SealedCells gives the cells of an organ's report of a year with the id of their
// format: of its newest sealed edition, adopted or drawn up here. The bool is false
// where there is none, or its seal is broken, of which its own verification tells. It
// acts for nobody: it serves the reading of the year after.
func (s *Service) SealedCells(ctx context.Context, siteID, organID string, year int) (tally.Cells, string, bool, error) {
	var sealed Sealed
	found := false
	err := s.store.AtOnce(ctx, func(r Reader) error {
		headers, err := r.Headers(ctx, HeaderFilter{SiteID: siteID, OrganID: organID, Year: year})
		if err != nil {
			return fmt.Errorf("list reports %d of %s: %w", year, organID, err)
		}
		newest := Report{}
		for _, h := range headers {
			if h.Sealed() && h.Edition > newest.Edition {
				newest = h
			}
		}
		if newest.ID == "" {
			return nil
		}
		seal, err := r.Seal(ctx, siteID, newest.ID)
		if err != nil {
			return fmt.Errorf("load seal of %s: %w", newest.ID, err)
		}
		content, err := seal.Open()
		if err == nil {
			sealed, found = content, true
		}
		return nil
	})
	return sealed.Cells, sealed.Format, found, err
}
