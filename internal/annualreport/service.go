package annualreport

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gongkai/internal/audit"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/law/workday"
)

// Service carries annual reports from the first draft to the published correction.
type Service struct {
	store    Store
	calendar workday.Calendar
	now      func() time.Time
}

// NewService returns the service.
func NewService(store Store, calendar workday.Calendar, now func() time.Time) *Service {
	return &Service{store: store, calendar: calendar, now: now}
}

// Key names a report by what people know of it.
type Key struct {
	SiteID, OrganID string
	Year            int
}

// Today is the site's civil date: the clock's in China, or the date a demonstration fixed.
func (s *Service) Today(site organ.Site) string {
	if site.Today != "" {
		return site.Today
	}
	return s.now().In(china).Format(time.DateOnly)
}

// china is the zone in which every civil date of the product lies; it has no
// summer time.
var china = time.FixedZone("CST", 8*60*60)

// permit refuses what the actor may not do to the organ and returns the organ.
func permit(ctx context.Context, r Reader, actor organ.Person, action organ.Action, k Key) (organ.Organ, error) {
	organs, err := r.Organs(ctx, k.SiteID)
	if err != nil {
		return organ.Organ{}, fmt.Errorf("list organs of %s: %w", k.SiteID, err)
	}
	if !actor.May(action, k.SiteID, organ.Chain(organs, k.OrganID)) {
		return organ.Organ{}, fault.Refuse(fault.Forbidden, "forbidden", "", "action", string(action))
	}
	for _, o := range organs {
		if o.ID == k.OrganID {
			return o, nil
		}
	}
	return organ.Organ{}, fmt.Errorf("organ %s: %w", k.OrganID, fault.NotFound)
}

// Open returns the organ's report for the year and makes it when there is none.
func (s *Service) Open(ctx context.Context, actor organ.Person, k Key) (Report, error) {
	var report Report
	err := s.store.InTx(ctx, func(tx Tx) error {
		o, err := permit(ctx, tx, actor, organ.DrawUpReport, k)
		if err != nil {
			return err
		}
		site, err := tx.Site(ctx, k.SiteID)
		if err != nil {
			return err
		}
		report, err = tx.Latest(ctx, k.SiteID, k.OrganID, k.Year)
		if !errors.Is(err, fault.NotFound) {
			return err
		}
		facts, err := Collect(ctx, tx, o, k.Year, s.Today(site))
		if err != nil {
			return err
		}
		report, err = s.draft(ctx, tx, actor, o, facts.Format, k.Year)
		if err != nil {
			return err
		}
		return s.record(ctx, tx, actor, report, DrawUp, "", s.Today(site))
	})
	return report, err
}

// unopened says that nobody has opened the report yet, when that is why it could
// not be loaded.
func unopened(k Key, err error) error {
	if errors.Is(err, fault.NotFound) {
		return fault.Refuse(fault.NotFound, "report-unopened", "Art. 49", "year", fmt.Sprint(k.Year))
	}
	return fmt.Errorf("load report %d of %s: %w", k.Year, k.OrganID, err)
}

// record writes a step and its line in the trail.
func (s *Service) record(ctx context.Context, tx Tx, actor organ.Person, r Report, step Step, note, on string) error {
	err := tx.AddStep(ctx, r.SiteID, Taken{
		ID: tx.NewID(), ReportID: r.ID, Step: step, PersonID: actor.ID, Person: actor.Name, At: s.now(), On: on, Note: note,
	})
	if err != nil {
		return fmt.Errorf("record step %s of %s: %w", step, r.ID, err)
	}
	return tx.Audit(ctx, audit.Entry{
		SiteID: r.SiteID, OrganID: r.OrganID, At: s.now(), ActorID: actor.ID, ActorName: actor.Name,
		Action: "report." + string(step), ObjectKind: "report", ObjectID: r.ID, Reason: note,
	})
}

// change runs one use case on a report: permission, the version the person saw,
// the change, its trail.
func (s *Service) change(ctx context.Context, actor organ.Person, action organ.Action, k Key, version int,
	do func(tx Tx, site organ.Site, o organ.Organ, r *Report) error,
) (Report, error) {
	var report Report
	err := s.store.InTx(ctx, func(tx Tx) error {
		o, err := permit(ctx, tx, actor, action, k)
		if err != nil {
			return err
		}
		site, err := tx.Site(ctx, k.SiteID)
		if err != nil {
			return fmt.Errorf("load site %s: %w", k.SiteID, err)
		}
		report, err = tx.Latest(ctx, k.SiteID, k.OrganID, k.Year)
		if err != nil {
			return unopened(k, err)
		}
		if report.Version != version {
			return fault.Refuse(fault.Conflict, "record-changed-by-other", "", "register", "年度报告", "number", fmt.Sprint(k.Year))
		}
		err = do(tx, site, o, &report)
		if err != nil {
			return err
		}
		err = tx.SaveReport(ctx, report)
		if err != nil {
			return fmt.Errorf("save report %s: %w", report.ID, err)
		}
		report.Version++
		return nil
	})
	return report, err
}
