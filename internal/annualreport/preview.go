package annualreport

import (
	"context"
	"errors"
	"fmt"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// Preview shows the report as View does, and where nobody has opened it yet as it
// would be if it were opened now. Nothing is written.
func (s *Service) Preview(ctx context.Context, actor organ.Person, k Key) (View, error) {
	var view View
	err := s.store.AtOnce(ctx, func(r Reader) error {
		o, err := permit(ctx, r, actor, organ.ReadReport, k)
		if err != nil {
			return err
		}
		report, err := r.Latest(ctx, k.SiteID, k.OrganID, k.Year)
		if err == nil {
			view, err = s.view(ctx, r, o, report)
			return err
		}
		if !errors.Is(err, fault.NotFound) {
			return fmt.Errorf("find report %d of %s: %w", k.Year, k.OrganID, err)
		}
		view, err = s.imagined(ctx, r, o, k)
		return err
	})
	return view, err
}

// imagined is the report as it would be if it were opened now.
func (s *Service) imagined(ctx context.Context, r Reader, o organ.Organ, k Key) (View, error) {
	site, err := r.Site(ctx, k.SiteID)
	if err != nil {
		return View{}, fmt.Errorf("load site %s: %w", k.SiteID, err)
	}
	facts, err := Collect(ctx, r, o, k.Year, s.Today(site))
	if err != nil {
		return View{}, err
	}
	report := Report{SiteID: k.SiteID, OrganID: k.OrganID, Year: k.Year, Edition: 1, Format: facts.Format.ID, Sections: map[string]string{}}
	for _, spec := range narrate.Sections(facts.Format, o.Kind) {
		report.Sections[spec.Key] = spec.Template
	}
	view, err := s.live(ctx, r, o, report, s.Today(site))
	view.Site = site
	return view, err
}
