package annualreport

import (
	"context"
	"errors"
	"fmt"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/law/clock"
	"gongkai/law/workday"
)

// openListed bounds how many open requests the lateness check looks at.
const openListed = 2000

// ledger gathers what the checks look at: the report, the year before, the reports
// beside it, the requests that stay open.
func (s *Service) ledger(ctx context.Context, r Reader, report Report, facts Facts, last Facts, content Content, today string) (*checks.Ledger, error) {
	l := &checks.Ledger{
		Organ: facts.Organ, Year: facts.Year, Format: facts.Format, Calendar: s.calendar,
		Cells: facts.Cells, Register: facts.Register, Counts: facts.Counts,
		Title: content.Title, Chapters: content.Chapters(), Signed: content.Signed,
		SubmittedOn: report.SubmittedOn, PublishedOn: report.PublishedOn,
	}
	if l.Signed.Date == "" {
		l.Signed.Date = today // a draft is examined as if it were signed today
	}
	previous, err := s.previous(ctx, r, facts.Organ, last)
	if err != nil {
		return nil, err
	}
	l.Previous = previous
	organs, err := r.Organs(ctx, facts.Organ.SiteID)
	if err != nil {
		return nil, fmt.Errorf("list organs of %s: %w", facts.Organ.SiteID, err)
	}
	for _, o := range organs {
		if o.ID != facts.Organ.ID {
			l.OtherOrgans = append(l.OtherOrgans, o.Name)
		}
	}
	l.Siblings, err = s.siblings(ctx, r, organs, facts)
	if err != nil {
		return nil, err
	}
	if _, last := register.Bounds(facts.Year); today <= last {
		return l, nil // the year is not over: nothing is carried out of it yet
	}
	open, err := r.OpenRequests(ctx, facts.Organ.SiteID, facts.Organ.ID, facts.Year, openListed)
	if err != nil {
		return nil, fmt.Errorf("list open requests of %s: %w", facts.Organ.ID, err)
	}
	for _, o := range open {
		l.OpenRequests = append(l.OpenRequests, s.deadline(o))
	}
	return l, nil
}

// deadline derives the last day for the reply from the request's events.
func (s *Service) deadline(o OpenRequest) checks.OpenRequest {
	request := clock.Request{
		Received: workday.Date(o.ReceivedOn), Term: clock.ReplyTerm, Extension: o.Extension,
		Correction: workday.Date(o.Corrected), FeePaid: workday.Date(o.FeePaid),
	}
	waiting := o.Waiting
	for _, p := range o.Pauses {
		if p[1] == "" {
			waiting = true
			continue
		}
		request.Pauses = append(request.Pauses, clock.Pause{After: workday.Date(p[0]), Through: workday.Date(p[1])})
	}
	due, err := request.Deadline(s.calendar)
	if err != nil {
		return checks.OpenRequest{Number: o.Number, Paused: true} // events that contradict each other prove no lateness
	}
	return checks.OpenRequest{Number: o.Number, Due: string(due.Date), Paused: waiting}
}

// previous finds the year before: its sealed report, or the registers' own count
// of it where they reach that far back.
func (s *Service) previous(ctx context.Context, r Reader, o organ.Organ, last Facts) (*checks.Previous, error) {
	report, err := r.Latest(ctx, o.SiteID, o.ID, last.Year)
	if err != nil && !errors.Is(err, fault.NotFound) {
		return nil, fmt.Errorf("find report %d of %s: %w", last.Year, o.ID, err)
	}
	if err == nil && report.Sealed() {
		seal, err := r.Seal(ctx, o.SiteID, report.ID)
		if err != nil {
			return nil, fmt.Errorf("open seal of %s: %w", report.ID, err)
		}
		content, err := sealedContent(o, seal)
		if err != nil {
			return nil, err
		}
		return &checks.Previous{Cells: content.Cells, Format: content.Format.ID, SameRegister: report.Source == "", Chapters: content.Chapters()}, nil
	}
	if len(last.Register) == 0 {
		return nil, nil
	}
	return &checks.Previous{Cells: last.Register, Format: last.Format.ID, SameRegister: true}, nil
}

// siblings reads the sealed reports of the organs under the same superior. One
// whose seal is broken is left out: its own verification tells of it, and nobody
// else's report must wait for that.
func (s *Service) siblings(ctx context.Context, r Reader, organs []organ.Organ, facts Facts) ([]checks.Sibling, error) {
	seals, err := r.Seals(ctx, facts.Organ.SiteID, facts.Year)
	if err != nil {
		return nil, fmt.Errorf("list seals of %d: %w", facts.Year, err)
	}
	var siblings []checks.Sibling
	for _, o := range organs {
		seal, ok := seals[o.ID]
		if !ok || o.ID == facts.Organ.ID || o.ParentID != facts.Organ.ParentID {
			continue
		}
		content, err := sealedContent(o, seal)
		if err != nil {
			continue
		}
		siblings = append(siblings, checks.Sibling{Organ: o.ShortName, Chapters: content.Chapters()})
	}
	return siblings, nil
}
