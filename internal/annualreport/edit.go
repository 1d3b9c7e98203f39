package annualreport

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/audit"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// draft makes the first edition with the organ's templates, or the next one with
// the text of the edition before.
func (s *Service) draft(ctx context.Context, tx Tx, actor organ.Person, o organ.Organ, format tally.Format, year int) (Report, error) {
	r := Report{
		SiteID: o.SiteID, ID: tx.NewID(), OrganID: o.ID, Year: year, Edition: 1, Format: format.ID,
		State: Draft, Version: 1, DrawnUpBy: actor.ID, Sections: map[string]string{},
	}
	own, err := tx.Templates(ctx, o.SiteID, o.ID, format.ID)
	if err != nil {
		return r, fmt.Errorf("load templates of %s: %w", o.ID, err)
	}
	for _, spec := range narrate.Sections(format, o.Kind) {
		r.Sections[spec.Key] = spec.Template
		if body, has := own[spec.Key]; has {
			r.Sections[spec.Key] = body
		}
	}
	return r, addWithText(ctx, tx, r)
}

func addWithText(ctx context.Context, tx Tx, r Report) error {
	err := tx.AddReport(ctx, r)
	if err != nil {
		return fmt.Errorf("add report %d of %s: %w", r.Year, r.OrganID, err)
	}
	for _, key := range sortedKeys(r.Sections) {
		err = tx.SaveSection(ctx, r, key, r.Sections[key])
		if err != nil {
			return fmt.Errorf("save section %s of %s: %w", key, r.ID, err)
		}
	}
	for _, e := range r.Entries {
		err = tx.SaveEntry(ctx, r, e)
		if err != nil {
			return fmt.Errorf("save entry %s of %s: %w", e.Cell, r.ID, err)
		}
	}
	return nil
}

// Write replaces the text of sections. version is what the person saw: when
// somebody else changed the report meanwhile, nothing is written and the page
// shows both texts.
func (s *Service) Write(ctx context.Context, actor organ.Person, k Key, version int, sections map[string]string) (Report, error) {
	return s.change(ctx, actor, organ.DrawUpReport, k, version, func(tx Tx, site organ.Site, o organ.Organ, r *Report) error {
		err := s.takeUp(ctx, tx, actor, r, s.Today(site))
		if err != nil {
			return err
		}
		before := map[string]string{}
		for _, key := range sortedKeys(sections) {
			if _, known := r.Sections[key]; !known {
				return fault.Refuse(fault.NotFound, "section-unknown", "", "section", key)
			}
			body := strings.ReplaceAll(strings.TrimSpace(sections[key]), "\r\n", "\n")
			if body == r.Sections[key] {
				continue
			}
			if len([]rune(body)) > longestSection {
				return fault.Refuse(fault.Invalid, "section-too-long", "", "limit", fmt.Sprint(longestSection))
			}
			before[key] = r.Sections[key]
			r.Sections[key] = body
			err = tx.SaveSection(ctx, *r, key, body)
			if err != nil {
				return fmt.Errorf("save section %s: %w", key, err)
			}
		}
		r.writtenBy(actor.ID)
		return s.trail(ctx, tx, actor, *r, "report.write", "", before)
	})
}

// longestSection is the longest text of one section, in characters.
const longestSection = 20000

// Enter types a cell by hand, with its reason. A cell that the register gives is
// refused: the record must be mended, not the report (check T3-05).
func (s *Service) Enter(ctx context.Context, actor organ.Person, k Key, version int, e Entry) (Report, error) {
	return s.change(ctx, actor, organ.DrawUpReport, k, version, func(tx Tx, site organ.Site, o organ.Organ, r *Report) error {
		err := s.takeUp(ctx, tx, actor, r, s.Today(site))
		if err != nil {
			return err
		}
		format, err := tally.ByID(r.Format)
		if err != nil {
			return err
		}
		cell, known := format.Cell(e.Cell)
		if !known {
			return fault.Refuse(fault.NotFound, "cell-unknown", "", "cell", e.Cell)
		}
		value, err := tally.ParseCell(cell, e.Value)
		if err != nil {
			return cellRefusal(cell, e.Value, err)
		}
		facts, err := Collect(ctx, tx, o, r.Year, s.Today(site))
		if err != nil {
			return err
		}
		if given := facts.Register[e.Cell]; given.Known() && given != value {
			return fault.Refuse(fault.Conflict, "cell-contradicts-register", "Art. 50", "cell", cell.Label,
				"typed", value.Shown(cell.Unit), "register", given.Shown(cell.Unit))
		}
		if strings.TrimSpace(e.Reason) == "" {
			return fault.Refuse(fault.Invalid, "entry-reason-required", "Art. 50", "cell", cell.Label)
		}
		e.Value = entryText(cell, value)
		r.writtenBy(actor.ID)
		err = tx.SaveEntry(ctx, *r, e)
		if err != nil {
			return fmt.Errorf("save entry %s: %w", e.Cell, err)
		}
		return s.trail(ctx, tx, actor, *r, "report.enter", e.Reason, e)
	})
}

// DropEntry takes a typed cell back.
func (s *Service) DropEntry(ctx context.Context, actor organ.Person, k Key, version int, cell string) (Report, error) {
	return s.change(ctx, actor, organ.DrawUpReport, k, version, func(tx Tx, site organ.Site, o organ.Organ, r *Report) error {
		err := s.takeUp(ctx, tx, actor, r, s.Today(site))
		if err != nil {
			return err
		}
		err = tx.DropEntry(ctx, *r, cell)
		if err != nil {
			return fmt.Errorf("drop entry %s: %w", cell, err)
		}
		r.writtenBy(actor.ID)
		return s.trail(ctx, tx, actor, *r, "report.drop_entry", "", map[string]string{"cell": cell})
	})
}

// Attest records a person's word that registers are complete for the year, empty
// ones included: each zero of the report then has an empty register and a name
// behind it.
func (s *Service) Attest(ctx context.Context, actor organ.Person, k Key, version int, ledgers []string) (Report, error) {
	return s.change(ctx, actor, organ.DrawUpReport, k, version, func(tx Tx, site organ.Site, o organ.Organ, r *Report) error {
		err := s.takeUp(ctx, tx, actor, r, s.Today(site))
		if err != nil {
			return err
		}
		held, err := tx.Holdings(ctx, k.SiteID, k.OrganID, k.Year)
		if err != nil {
			return fmt.Errorf("count the registers of %s: %w", k.OrganID, err)
		}
		for _, ledger := range ledgers {
			if _, counted := countedFields[ledger]; !counted {
				return fault.Refuse(fault.NotFound, "register-unknown", "", "register", ledger)
			}
			err = tx.SaveAttestation(ctx, *r, Attestation{Register: ledger, Records: held[ledger], PersonID: actor.ID, Person: actor.Name, At: s.now()})
			if err != nil {
				return fmt.Errorf("save attestation of %s: %w", ledger, err)
			}
		}
		return s.trail(ctx, tx, actor, *r, "report.attest", "", ledgers)
	})
}

// SaveTemplate makes a section's text the organ's own template for coming years.
func (s *Service) SaveTemplate(ctx context.Context, actor organ.Person, k Key, format, key, body string) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		_, err := permit(ctx, tx, actor, organ.DrawUpReport, k)
		if err != nil {
			return err
		}
		err = tx.SaveTemplate(ctx, k.SiteID, k.OrganID, format, key, body)
		if err != nil {
			return fmt.Errorf("save template %s: %w", key, err)
		}
		return tx.Audit(ctx, audit.Entry{
			SiteID: k.SiteID, OrganID: k.OrganID, At: s.now(), ActorID: actor.ID, ActorName: actor.Name,
			Action: "report.template", ObjectKind: "report_template", ObjectID: key,
		})
	})
}

// takeUp refuses to change a report whose text is fixed. A returned one is taken
// back into drafting with the first change made to it, so that it waits for its
// reviewer again.
func (s *Service) takeUp(ctx context.Context, tx Tx, actor organ.Person, r *Report, on string) error {
	err := editable(*r)
	if err != nil || r.State != Returned {
		return err
	}
	r.State, r.CheckedBy = Draft, ""
	return s.record(ctx, tx, actor, *r, DrawUp, "", on)
}

func editable(r Report) error {
	if r.Editable() {
		return nil
	}
	if r.Sealed() {
		return fault.Refuse(fault.Conflict, "report-sealed", "Art. 50", "year", fmt.Sprint(r.Year))
	}
	return fault.Refuse(fault.Conflict, "report-state", "Art. 49", "step", StepLabels[DrawUp], "state", StateLabels[r.State])
}

// entryText writes a value so that ParseCell reads it back.
func entryText(cell tally.Cell, v tally.Value) string {
	switch v.State {
	case tally.Number:
		return v.Text(cell.Unit)
	case tally.NotApplicable:
		return "/"
	}
	return ""
}

func (s *Service) trail(ctx context.Context, tx Tx, actor organ.Person, r Report, action, reason string, detail any) error {
	data, err := json.Marshal(detail)
	if err != nil {
		return fmt.Errorf("encode trail of %s: %w", action, err)
	}
	return tx.Audit(ctx, audit.Entry{
		SiteID: r.SiteID, OrganID: r.OrganID, At: s.now(), ActorID: actor.ID, ActorName: actor.Name,
		Action: action, ObjectKind: "report", ObjectID: r.ID, Reason: reason, Before: data,
	})
}

// cellsRefusal turns tally's refusal of cells that do not fit their format into one
// with a sentence.
func cellsRefusal(err error) error {
	var refused *tally.CellError
	if !errors.As(err, &refused) {
		return err
	}
	cell, _ := tally.CellByName(refused.Cell)
	return cellRefusal(cell, refused.Text, err)
}

// cellRefusal turns tally's refusal of a typed cell into one with a sentence.
func cellRefusal(cell tally.Cell, typed string, err error) error {
	var refused *tally.CellError
	if !errors.As(err, &refused) {
		return fmt.Errorf("read cell %s: %w", cell.Name, err)
	}
	return fault.Refuse(fault.Invalid, string(refused.Code), "Art. 50", "cell", cell.Label, "value", typed)
}
