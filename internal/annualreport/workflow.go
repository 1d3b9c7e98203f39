package annualreport

import (
	"context"
	"fmt"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// CheckBy records that a second person has gone through the report (校核). The
// person who drew it up may not.
func (s *Service) CheckBy(ctx context.Context, actor organ.Person, k Key, version int) (Report, error) {
	return s.step(ctx, actor, organ.CheckReport, k, version, Check, "", func(tx Tx, on string, o organ.Organ, r *Report) error {
		if r.DrewUp(actor.ID) {
			return fault.Refuse(fault.Forbidden, "self-review", "Art. 17", "step", StepLabels[Check])
		}
		view, err := s.live(ctx, tx, o, *r, on)
		if err != nil {
			return err
		}
		err = blocking(view.Findings)
		if err != nil {
			return err
		}
		r.CheckedBy = actor.ID
		return nil
	})
}

// SignBy signs the report (签发): it is counted once more, examined, and sealed
// with the state of every register it was counted from. Findings of severity E and
// registers without attestation block it.
func (s *Service) SignBy(ctx context.Context, actor organ.Person, k Key, version int) (Report, error) {
	return s.step(ctx, actor, organ.SignReport, k, version, Sign, "", func(tx Tx, on string, o organ.Organ, r *Report) error {
		r.SignedOn, r.SignedBy = on, actor.ID
		return s.seal(ctx, tx, actor, o, r, on)
	})
}

func (s *Service) seal(ctx context.Context, tx Tx, actor organ.Person, o organ.Organ, r *Report, on string) error {
	view, err := s.live(ctx, tx, o, *r, on)
	if err != nil {
		return err
	}
	err = blocking(view.Findings)
	if err != nil {
		return err
	}
	err = attested(ctx, tx, *r, view)
	if err != nil {
		return err
	}
	sealed := view.sealed(actor.Name)
	for _, ledger := range countedBy(*r) {
		evidence, err := gather(ctx, tx, o.SiteID, o.ID, ledger, r.Year)
		if err != nil {
			return err
		}
		sealed.Registers = append(sealed.Registers, SealedRegister{Register: ledger, Records: evidence.Records, Digest: evidence.Digest})
		err = tx.SaveEvidence(ctx, o.SiteID, r.ID, evidence)
		if err != nil {
			return fmt.Errorf("save evidence of %s: %w", ledger, err)
		}
	}
	seal, err := NewSeal(sealed)
	if err != nil {
		return err
	}
	err = tx.SaveSeal(ctx, o.SiteID, r.ID, seal)
	if err != nil {
		return fmt.Errorf("save seal of %s: %w", r.ID, err)
	}
	return nil
}

// countedBy lists the registers that a report is counted from: none for one that
// was read from a file, and for its corrections.
func countedBy(r Report) []string {
	if r.Source != "" {
		return nil
	}
	return CountedRegisters()
}

// attested refuses a report whose numbers nobody has stood up for: every register
// that it counts, empty or not, needs its attestation, made for what it holds now.
func attested(ctx context.Context, tx Reader, r Report, view View) error {
	if r.Source != "" || len(view.Facts.Register) == 0 && len(view.Facts.Counts) == 0 {
		return nil // nothing was counted from registers
	}
	var missing []string
	for _, holding := range view.Holdings {
		changed, err := tx.LastChanged(ctx, r.SiteID, r.OrganID, holding.Register.Name, r.Year)
		if err != nil {
			return fmt.Errorf("look for changes of %s: %w", holding.Register.Name, err)
		}
		a, ok := r.Attested(holding.Register.Name)
		if !ok || a.Records != holding.Records || changed.After(a.At) {
			missing = append(missing, holding.Register.Title)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return fault.Refuse(fault.Conflict, "attestation-missing", "Art. 50", "registers", strings.Join(missing, "、"))
}

// SubmitBy hands the report to the competent authority (报送, Art. 49).
func (s *Service) SubmitBy(ctx context.Context, actor organ.Person, k Key, version int) (Report, error) {
	return s.step(ctx, actor, organ.SubmitReport, k, version, Submit, "", func(tx Tx, on string, o organ.Organ, r *Report) error {
		r.SubmittedOn, r.ReturnReason = on, ""
		return nil
	})
}

// ReturnBy sends a submitted report back with a reason (退回). Its seal is lifted
// so that it can be mended.
func (s *Service) ReturnBy(ctx context.Context, actor organ.Person, k Key, version int, reason string) (Report, error) {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return Report{}, fault.Refuse(fault.Invalid, "return-reason-required", "Art. 49")
	}
	return s.step(ctx, actor, organ.ReviewReport, k, version, Return, reason, func(tx Tx, on string, o organ.Organ, r *Report) error {
		r.ReturnReason = reason
		return s.unseal(ctx, tx, r)
	})
}

// AcceptBy accepts a submitted report (通过).
func (s *Service) AcceptBy(ctx context.Context, actor organ.Person, k Key, version int) (Report, error) {
	return s.step(ctx, actor, organ.ReviewReport, k, version, Accept, "", func(tx Tx, on string, o organ.Organ, r *Report) error {
		return nil
	})
}

// PublishBy puts the report on the portal (发布, Art. 49). A correction supersedes
// the edition before it in the same transaction.
func (s *Service) PublishBy(ctx context.Context, actor organ.Person, k Key, version int) (Report, error) {
	return s.step(ctx, actor, organ.PublishReport, k, version, Publish, "", func(tx Tx, on string, o organ.Organ, r *Report) error {
		r.PublishedOn = on
		if r.Edition == 1 {
			return nil
		}
		return s.supersede(ctx, tx, *r)
	})
}

func (s *Service) supersede(ctx context.Context, tx Tx, next Report) error {
	headers, err := tx.Headers(ctx, HeaderFilter{SiteID: next.SiteID, OrganID: next.OrganID, Year: next.Year, States: []State{Published}})
	if err != nil {
		return fmt.Errorf("find the edition before %d: %w", next.Edition, err)
	}
	for _, before := range headers {
		if before.Edition >= next.Edition {
			continue
		}
		before.State = Superseded
		err = tx.SaveReport(ctx, before)
		if err != nil {
			return fmt.Errorf("supersede edition %d: %w", before.Edition, err)
		}
	}
	return nil
}

// TakeBack returns a report that has not been submitted to its drafters (编制). A
// seal is lifted; the trail keeps that there was one.
func (s *Service) TakeBack(ctx context.Context, actor organ.Person, k Key, version int) (Report, error) {
	return s.step(ctx, actor, organ.DrawUpReport, k, version, DrawUp, "", func(tx Tx, on string, o organ.Organ, r *Report) error {
		r.CheckedBy = ""
		return s.unseal(ctx, tx, r)
	})
}

func (s *Service) unseal(ctx context.Context, tx Tx, r *Report) error {
	r.SignedOn, r.SignedBy, r.SubmittedOn = "", "", ""
	err := tx.Unseal(ctx, r.SiteID, r.ID)
	if err != nil {
		return fmt.Errorf("lift the seal of %s: %w", r.ID, err)
	}
	return nil
}

// CorrectBy opens the next edition of a published report (更正). The published one
// stays public until the correction is published, and readable after.
func (s *Service) CorrectBy(ctx context.Context, actor organ.Person, k Key, version int, note string) (Report, error) {
	note = strings.TrimSpace(note)
	if note == "" {
		return Report{}, fault.Refuse(fault.Invalid, "correction-note-required", "Art. 6")
	}
	var next Report
	err := s.store.InTx(ctx, func(tx Tx) error {
		_, err := permit(ctx, tx, actor, organ.DrawUpReport, k)
		if err != nil {
			return err
		}
		site, err := tx.Site(ctx, k.SiteID)
		if err != nil {
			return err
		}
		published, err := tx.Latest(ctx, k.SiteID, k.OrganID, k.Year)
		if err != nil {
			return fmt.Errorf("load report %d of %s: %w", k.Year, k.OrganID, err)
		}
		if published.Version != version || published.State != Published {
			return fault.Refuse(fault.Conflict, "report-state", "Art. 49", "step", StepLabels[Correct], "state", StateLabels[published.State])
		}
		next = published
		next.ID, next.Edition, next.State, next.Version = tx.NewID(), published.Edition+1, Draft, 1
		next.CorrectionNote, next.DrawnUpBy, next.CheckedBy, next.SignedBy = note, actor.ID, "", ""
		next.SignedOn, next.SubmittedOn, next.PublishedOn, next.Attestations = "", "", "", nil
		err = addWithText(ctx, tx, next)
		if err != nil {
			return err
		}
		return s.record(ctx, tx, actor, next, Correct, note, s.Today(site))
	})
	return next, err
}

// step runs one step of the workflow in one transaction.
func (s *Service) step(ctx context.Context, actor organ.Person, action organ.Action, k Key, version int, step Step, note string,
	do func(tx Tx, on string, o organ.Organ, r *Report) error,
) (Report, error) {
	return s.change(ctx, actor, action, k, version, func(tx Tx, site organ.Site, o organ.Organ, r *Report) error {
		next, err := r.Take(step, site.PublishUnaccepted || o.ID == site.RootID)
		if err != nil {
			return err
		}
		*r = next
		err = do(tx, s.Today(site), o, r)
		if err != nil {
			return err
		}
		return s.record(ctx, tx, actor, *r, step, note, s.Today(site))
	})
}

// blocking refuses a report that a finding of severity E keeps back.
func blocking(findings []checks.Finding) error {
	if !checks.Blocking(findings) {
		return nil
	}
	var texts []string
	for _, f := range findings {
		if f.Severity == checks.Error && len(texts) < 3 {
			texts = append(texts, f.ID+" "+f.Text)
		}
	}
	return fault.Refuse(fault.Conflict, "findings-block-signing", "Art. 50", "findings", strings.Join(texts, "；"))
}
