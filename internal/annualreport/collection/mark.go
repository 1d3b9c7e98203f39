package collection

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// mostNamed is up to how many findings the trail names one by one.
const mostNamed = 200

// mostNote is how many characters a note may have.
const mostNote = 2000

// Target names a finding by its place.
type Target struct {
	File     int // File.Number
	Position int // Finding.Position
	// Fingerprint is that of the finding which the person saw. A reading that ended
	// meanwhile may have put another in its place, and then the target is refused.
	// Empty is not asked.
	Fingerprint string
}

// Fingerprint tells what a finding says from what others say, in 16 characters.
func (f Finding) Fingerprint() string {
	sum := sha256.Sum256([]byte(f.ID + "\x00" + f.Where + "\x00" + f.Text))
	return hex.EncodeToString(sum[:8])
}

// named is a finding in the trail. Places change when a file is read again, what
// was said stays.
type named struct {
	File     int    `json:"file"`
	Position int    `json:"position"`
	Check    string `json:"check"`
	Where    string `json:"where"`
}

// Mark decides on findings one by one and returns how many changed. An error is
// only accepted with a note that says why.
func (s *Service) Mark(ctx context.Context, actor organ.Person, k Key, targets []Target, m Mark, note string) (int, error) {
	n := 0
	err := s.change(ctx, actor, k, func(tx Tx, c Collection) error {
		decision, err := s.decision(actor, m, note)
		if err != nil {
			return err
		}
		var changed []named
		n = 0
		for _, at := range targets {
			f, err := tx.Finding(ctx, c.SiteID, c.ID, at)
			if errors.Is(err, fault.NotFound) || err == nil && at.Fingerprint != "" && at.Fingerprint != f.Fingerprint() {
				return fault.Refuse(fault.Conflict, "collection-finding-gone", "")
			}
			if err != nil {
				return fmt.Errorf("load finding %d of file %d: %w", at.Position, at.File, err)
			}
			if f.Mark == decision.Mark && f.Note == decision.Note {
				continue
			}
			if f.Severity == checks.Error && unreasoned(decision) {
				return fault.Refuse(fault.Invalid, "collection-accept-reason-required", "")
			}
			decision.File, decision.Position = f.File, f.Position
			err = tx.SaveMark(ctx, c.SiteID, c.ID, decision)
			if err != nil {
				return fmt.Errorf("mark finding %d of file %d: %w", at.Position, at.File, err)
			}
			err = tx.CountMarks(ctx, c.SiteID, c.ID, f.File)
			if err != nil {
				return fmt.Errorf("count marks of file %d: %w", f.File, err)
			}
			changed = append(changed, named{f.File, f.Position, f.ID, f.Where})
			n++
		}
		return s.recordMarks(ctx, tx, actor, c, decision, n, changed)
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}

// MarkAll decides on every finding of the filter at once, as Mark does.
func (s *Service) MarkAll(ctx context.Context, actor organ.Person, k Key, f Filter, m Mark, note string) (int, error) {
	n := 0
	err := s.change(ctx, actor, k, func(tx Tx, c Collection) error {
		decision, err := s.decision(actor, m, note)
		if err != nil {
			return err
		}
		first, err := tx.Findings(ctx, c.SiteID, c.ID, f, Finding{}, mostNamed+1)
		if err != nil {
			return fmt.Errorf("list findings of collection %s: %w", c.ID, err)
		}
		var changed []named
		for _, found := range first {
			if found.Mark == decision.Mark && found.Note == decision.Note {
				continue
			}
			if found.Severity == checks.Error && unreasoned(decision) {
				return fault.Refuse(fault.Invalid, "collection-accept-reason-required", "") // errors come first
			}
			changed = append(changed, named{found.File, found.Position, found.ID, found.Where})
		}
		n, err = tx.SaveMarks(ctx, c.SiteID, c.ID, f, decision)
		if err != nil {
			return fmt.Errorf("mark findings of collection %s: %w", c.ID, err)
		}
		err = tx.CountMarks(ctx, c.SiteID, c.ID, f.File)
		if err != nil {
			return fmt.Errorf("count marks of collection %s: %w", c.ID, err)
		}
		return s.recordMarks(ctx, tx, actor, c, decision, n, changed)
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}

// decision is what a finding is given. Taking a decision back leaves no trace on
// the finding; the trail has it.
func (s *Service) decision(actor organ.Person, m Mark, note string) (Finding, error) {
	note = strings.TrimSpace(legible(note))
	switch {
	case MarkLabels[m] == "":
		return Finding{}, fault.Refuse(fault.Invalid, "collection-mark-unknown", "", "mark", string(m))
	case len([]rune(note)) > mostNote:
		return Finding{}, fault.Refuse(fault.Invalid, "collection-note-too-long", "", "limit", fmt.Sprint(mostNote))
	case m == Undecided:
		return Finding{}, nil
	}
	return Finding{Mark: m, Note: note, MarkedBy: actor.Name, MarkedAt: s.now()}, nil
}

func unreasoned(decision Finding) bool { return decision.Mark == Accepted && decision.Note == "" }

func (s *Service) recordMarks(ctx context.Context, tx Tx, actor organ.Person, c Collection, decision Finding, n int, changed []named) error {
	if n == 0 {
		return nil
	}
	after := map[string]any{"mark": decision.Mark, "findings": n}
	if n <= mostNamed && len(changed) == n {
		after["which"] = changed
	}
	return s.record(ctx, tx, actor, c, "mark", decision.Note, nil, after)
}
