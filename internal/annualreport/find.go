package annualreport

import (
	"context"
	"fmt"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/law/tally"
)

// newestSealed finds the newest edition that is sealed.
func newestSealed(ctx context.Context, r Reader, k Key) (Report, Seal, error) {
	headers, err := r.Headers(ctx, HeaderFilter{SiteID: k.SiteID, OrganID: k.OrganID, Year: k.Year})
	if err != nil {
		return Report{}, Seal{}, fmt.Errorf("list reports %d of %s: %w", k.Year, k.OrganID, err)
	}
	best := Report{}
	for _, h := range headers {
		if h.Sealed() && h.Edition > best.Edition {
			best = h
		}
	}
	if best.ID == "" {
		return best, Seal{}, fault.Refuse(fault.NotFound, "report-not-sealed", "Art. 50", "year", fmt.Sprint(k.Year))
	}
	report, err := r.Report(ctx, k.SiteID, best.ID)
	if err != nil {
		return best, Seal{}, fmt.Errorf("load report %s: %w", best.ID, err)
	}
	seal, err := r.Seal(ctx, k.SiteID, best.ID)
	if err != nil {
		return best, Seal{}, fmt.Errorf("load seal of %s: %w", best.ID, err)
	}
	return report, seal, nil
}

func signedAt(steps []Taken) time.Time {
	var at time.Time
	for _, t := range steps {
		if t.Step == Sign {
			at = t.At
		}
	}
	return at
}

// Behind lists the records behind a figure of an organ's year, page by page.
func (s *Service) Behind(ctx context.Context, actor organ.Person, k Key, figure string, part int, after string, limit int) (Drilldown, error) {
	o, err := permit(ctx, s.store, actor, organ.ReadReport, k)
	if err != nil {
		return Drilldown{}, err
	}
	format, err := tally.FormatFor(k.Year)
	if err != nil {
		return Drilldown{}, fault.Refuse(fault.Invalid, "year-without-format", "Art. 49", "year", fmt.Sprint(k.Year))
	}
	counts := CountsOf(format, figure)
	if len(counts) == 0 || part < 0 || part >= len(counts) {
		return Drilldown{}, fault.Refuse(fault.NotFound, "figure-without-records", "", "figure", figure)
	}
	d, _ := register.ByName(counts[part].Register)
	records, next, err := s.store.Behind(ctx, d, register.Query{
		SiteID: k.SiteID, OrganID: k.OrganID, Year: k.Year, Count: &counts[part], After: after, Limit: limit,
	})
	if err != nil {
		return Drilldown{}, fmt.Errorf("list the records behind %s: %w", figure, err)
	}
	totals, err := s.store.Totals(ctx, k.SiteID, k.OrganID, k.Year, counts)
	if err != nil {
		return Drilldown{}, fmt.Errorf("count the records behind %s: %w", figure, err)
	}
	f, _ := FigureByName(figure)
	return Drilldown{Organ: o, Year: k.Year, Figure: f, Register: d, Part: part, Parts: totals, Count: counts[part], Records: records, Next: next}, nil
}

// Drilldown is one page of the records behind a figure. A figure that adds up
// several counts, such as a total of closed and pending cases, has several parts.
type Drilldown struct {
	Organ    organ.Organ
	Year     int
	Figure   Figure
	Register register.Definition
	Part     int
	Parts    []int64 // total of each part
	Count    register.Count
	Records  []register.Record
	Next     string // key of the next page
}

// Public returns what the portal shows: an edition that is or was published. 0 is
// the newest.
func (s *Service) Public(ctx context.Context, k Key, edition int) (Edition, error) {
	var found Edition
	err := s.store.AtOnce(ctx, func(r Reader) error {
		headers, err := r.Headers(ctx, HeaderFilter{SiteID: k.SiteID, OrganID: k.OrganID, Year: k.Year, States: []State{Published, Superseded}})
		if err != nil {
			return fmt.Errorf("list published reports: %w", err)
		}
		for _, h := range headers {
			found.Editions = append(found.Editions, h)
			if h.Edition == edition || edition == 0 && h.State == Published {
				found.Report = h
			}
		}
		if found.Report.ID == "" {
			return fmt.Errorf("published report %d of %s: %w", k.Year, k.OrganID, fault.NotFound)
		}
		found.Organ, err = organOf(ctx, r, k)
		if err != nil {
			return err
		}
		found.Seal, err = r.Seal(ctx, k.SiteID, found.Report.ID)
		if err != nil {
			return fmt.Errorf("load seal of %s: %w", found.Report.ID, err)
		}
		found.Content, err = sealedContent(found.Organ, found.Seal)
		return err
	})
	return found, err
}

// Edition is one published edition with those beside it.
type Edition struct {
	Organ    organ.Organ
	Report   Report
	Content  Content
	Seal     Seal
	Editions []Report
}

func organOf(ctx context.Context, r Reader, k Key) (organ.Organ, error) {
	organs, err := r.Organs(ctx, k.SiteID)
	if err != nil {
		return organ.Organ{}, fmt.Errorf("list organs of %s: %w", k.SiteID, err)
	}
	for _, o := range organs {
		if o.ID == k.OrganID {
			return o, nil
		}
	}
	return organ.Organ{}, fmt.Errorf("organ %s: %w", k.OrganID, fault.NotFound)
}

// PublishedList lists the newest published report of each organ and year of a
// site, newest year first; 0 and "" are any year and any organ.
func (s *Service) PublishedList(ctx context.Context, siteID, organID string, year int) ([]Report, error) {
	headers, err := s.store.Headers(ctx, HeaderFilter{SiteID: siteID, OrganID: organID, Year: year, States: []State{Published}})
	if err != nil {
		return nil, fmt.Errorf("list published reports of %s: %w", siteID, err)
	}
	return headers, nil
}
