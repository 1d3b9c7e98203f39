package annualreport

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/audit"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/law/tally"
)

// Verification is a sealed report recomputed from the registers as they are now.
type Verification struct {
	Organ   string         `json:"organ"`
	Year    int            `json:"year"`
	Edition int            `json:"edition"`
	Hash    string         `json:"hash"`
	Source  string         `json:"source,omitempty"` // where a report was read that no register can give again
	Intact  bool           `json:"intact"`           // the sealed bytes have their hash, and the stored text is the sealed text
	Cells   int            `json:"cells"`            // how many cells were recomputed
	Bound   int            `json:"bound"`            // how many bound numbers in the prose were
	Figures []Difference   `json:"figures"`
	Texts   []string       `json:"texts"` // sections whose bound text would read otherwise
	Records []RecordChange `json:"records"`
}

// Same reports that nothing differs.
func (v Verification) Same() bool {
	return v.Intact && len(v.Figures) == 0 && len(v.Texts) == 0 && len(v.Records) == 0
}

// Difference is one figure that the registers now give otherwise.
type Difference struct {
	Figure string `json:"figure"`
	Title  string `json:"title"`
	Sealed string `json:"sealed"`
	Now    string `json:"now"`
}

// RecordChange is one counted record that is not as it was when the report was
// sealed.
type RecordChange struct {
	Register string        `json:"register"`
	Title    string        `json:"title"`
	Number   string        `json:"number"`
	Kind     string        `json:"kind"` // added, removed, changed
	Fields   []FieldChange `json:"fields,omitempty"`
	Figures  []string      `json:"figures"` // names of the figures that count it, before or now
	// Reason is that of the recorded correction; empty when the trail has none: the
	// record was changed without one.
	Reason string `json:"reason,omitempty"`
	By     string `json:"by,omitempty"`

	now register.Record // as it is; empty when it was removed
}

// FieldChange is one field of a changed record, in words.
type FieldChange struct {
	Field string `json:"field"`
	Label string `json:"label"`
	Was   string `json:"was"`
	Now   string `json:"now"`
}

// Verify recomputes every cell and every bound number of the newest sealed edition.
func (s *Service) Verify(ctx context.Context, actor organ.Person, k Key) (Verification, error) {
	var v Verification
	err := s.store.AtOnce(ctx, func(r Reader) error {
		o, err := permit(ctx, r, actor, organ.VerifyReport, k)
		if err != nil {
			return err
		}
		v, err = s.verify(ctx, r, o, k)
		return err
	})
	return v, err
}

func (s *Service) verify(ctx context.Context, r Reader, o organ.Organ, k Key) (Verification, error) {
	report, seal, err := newestSealed(ctx, r, k)
	if err != nil {
		return Verification{}, err
	}
	v := Verification{Organ: o.Name, Year: k.Year, Edition: report.Edition, Hash: seal.Hash, Figures: []Difference{}, Texts: []string{}, Records: []RecordChange{}}
	sealed, err := seal.Open()
	if err != nil {
		return v, nil //nolint:nilerr // Intact stays false: that is the finding
	}
	v.Intact = sameText(report, sealed)
	if sealed.Source != "" {
		v.Source = sealed.Source
		return v, nil // there is nothing to count it from
	}
	facts, err := Collect(ctx, r, o, k.Year, "9999-12-31")
	if err != nil {
		return v, err
	}
	facts, _, err = withRegion(ctx, r, facts)
	if err != nil {
		return v, err
	}
	facts = facts.WithEntries(sealed.Entries)
	v.Cells = len(facts.Format.Cells)
	v.Figures = differences(facts, sealed)
	last, err := lastYear(ctx, r, o, k.Year)
	if err != nil {
		return v, err
	}
	values := bindings{facts, last, narrate.Facts(o, k.Year)}
	for _, section := range sealed.Sections {
		now := narrate.Render(section.Body, values)
		v.Bound += len(now.Spans)
		if now.Text != section.Text {
			v.Texts = append(v.Texts, section.Key)
		}
	}
	for _, state := range sealed.Registers {
		changes, err := s.recordChanges(ctx, r, o, report, facts.Format, state)
		if err != nil {
			return v, err
		}
		v.Records = append(v.Records, changes...)
	}
	return v, nil
}

// sameText reports that the stored sections are still the sealed ones.
func sameText(report Report, sealed Sealed) bool {
	if len(report.Sections) != len(sealed.Sections) {
		return false
	}
	for _, section := range sealed.Sections {
		if report.Sections[section.Key] != section.Body {
			return false
		}
	}
	return true
}

func differences(facts Facts, sealed Sealed) []Difference {
	list := []Difference{}
	for _, cell := range facts.Format.Cells {
		was, now := sealed.Cells[cell.Name], facts.Cells[cell.Name]
		if was != now {
			list = append(list, Difference{cell.Name, cell.Label, was.Shown(cell.Unit), now.Shown(cell.Unit)})
		}
	}
	for _, name := range figureNames(facts.Format) {
		if _, isCell := facts.Format.Cell(name); isCell {
			continue
		}
		f := figures[name]
		was, wasKnown := sealed.Counts[name]
		now, nowKnown := facts.Counts[name]
		if was != now || wasKnown != nowKnown {
			list = append(list, Difference{name, f.Title, f.show(was, wasKnown), f.show(now, nowKnown)})
		}
	}
	return list
}

func (f Figure) show(n int64, known bool) string {
	if !known {
		return tally.Value{}.Shown(tally.Pieces)
	}
	if f.Money {
		return fmt.Sprintf("%d.%02d", n/100, n%100)
	}
	return fmt.Sprint(n)
}

// recordChanges compares one register with its evidence, record by record. Both
// come by number, so they are merged in one pass without holding either.
func (s *Service) recordChanges(ctx context.Context, r Reader, o organ.Organ, report Report, format tally.Format, state SealedRegister) ([]RecordChange, error) {
	evidence, err := r.Evidence(ctx, o.SiteID, report.ID, state.Register)
	if err != nil {
		return nil, fmt.Errorf("load evidence of %s: %w", state.Register, err)
	}
	was, err := evidence.open()
	if err != nil {
		return nil, err
	}
	before, more, err := was.next()
	if err != nil {
		return nil, err
	}
	var changes []RecordChange
	note := func(kind string, old, now register.Record) {
		changes = append(changes, s.recordChange(report, format, state.Register, kind, old, now))
	}
	err = r.EachCounted(ctx, o.SiteID, o.ID, state.Register, report.Year, func(now register.Record) error {
		for more && before.Number() < now.Number() {
			note("removed", before, register.Record{})
			before, more, err = was.next()
			if err != nil {
				return err
			}
		}
		if !more || before.Number() != now.Number() {
			note("added", register.Record{}, now)
			return nil
		}
		if !slices.Equal(evidenceLine(state.Register, before), evidenceLine(state.Register, now)) {
			note("changed", before, now)
		}
		before, more, err = was.next()
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("compare %s: %w", state.Register, err)
	}
	for more {
		note("removed", before, register.Record{})
		before, more, err = was.next()
		if err != nil {
			return nil, err
		}
	}
	return s.explained(ctx, r, o, report, changes)
}

func (s *Service) recordChange(report Report, format tally.Format, ledger, kind string, old, now register.Record) RecordChange {
	d, _ := register.ByName(ledger)
	change := RecordChange{Register: ledger, Title: d.Title, Number: old.Number(), Kind: kind, Figures: []string{}, now: now}
	if change.Number == "" {
		change.Number = now.Number()
	}
	for _, r := range []register.Record{old, now} {
		for _, name := range figuresTouched(format, ledger, r, report.Year) {
			if !slices.Contains(change.Figures, name) {
				change.Figures = append(change.Figures, name)
			}
		}
	}
	for _, name := range CountedFields(ledger)[1:] {
		if kind == "changed" && old.Value(name) != now.Value(name) {
			f, _ := d.Field(name)
			change.Fields = append(change.Fields, FieldChange{name, f.Label, f.Format(old.Value(name)), f.Format(now.Value(name))})
		}
	}
	return change
}

// explained adds the reason of the recorded correction to each change. A change
// behind the system's back after a correction has no reason: the correction left
// the record otherwise.
func (s *Service) explained(ctx context.Context, r Reader, o organ.Organ, report Report, changes []RecordChange) ([]RecordChange, error) {
	if len(changes) == 0 {
		return nil, nil
	}
	steps, err := r.Steps(ctx, o.SiteID, report.ID)
	if err != nil {
		return nil, fmt.Errorf("list steps of %s: %w", report.ID, err)
	}
	since := signedAt(steps)
	for i := range changes {
		trail, err := r.Corrections(ctx, o.SiteID, o.ID, changes[i].Register, changes[i].Number, since)
		if err != nil {
			return nil, fmt.Errorf("read the trail of %s %s: %w", changes[i].Register, changes[i].Number, err)
		}
		if len(trail) == 0 {
			continue
		}
		last := trail[len(trail)-1]
		left, err := leavesAs(last, changes[i], report.Year)
		if err != nil {
			return nil, err
		}
		if left {
			changes[i].Reason, changes[i].By = last.Reason, last.ActorName
		}
	}
	return changes, nil
}

// leavesAs reports whether the correction left the record as it is now.
func leavesAs(correction audit.Entry, change RecordChange, year int) (bool, error) {
	var values map[string]string
	if len(correction.After) > 0 {
		err := json.Unmarshal(correction.After, &values)
		if err != nil {
			return false, fmt.Errorf("read the trail of %s %s: %w", change.Register, change.Number, err)
		}
	}
	after := register.Record{Values: values}
	if change.Kind != "removed" {
		return slices.Equal(evidenceLine(change.Register, after), evidenceLine(change.Register, change.now)), nil
	}
	for _, p := range CountedPeriods(change.Register) { // voided, or moved to where no figure of the year looks
		if (register.Count{Period: p}).Matches(after, year) {
			return false, nil
		}
	}
	return true, nil
}
