package register

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gongkai/internal/audit"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// Reader is what a page asks of the storage.
type Reader interface {
	// Chain returns the organ's id and those of its superiors, nearest first;
	// fault.NotFound when there is no such organ.
	Chain(ctx context.Context, siteID, organID string) ([]string, error)
	Record(ctx context.Context, d Definition, siteID, organID, number string) (Record, error)
	// List returns at most limit records after the key, newest first, with the key
	// of the next page ("" at the end).
	List(ctx context.Context, d Definition, q Query) ([]Record, string, error)
	// SealedYears lists the years for which the organ has a sealed report.
	SealedYears(ctx context.Context, siteID, organID string) ([]int, error)
}

// Tx is a transaction in which records change.
type Tx interface {
	Reader
	audit.Trail
	// Insert adds a record; fault.Conflict when the organ's ledger has its number.
	Insert(ctx context.Context, d Definition, siteID string, r Record) error
	// Update replaces the values of a record that still has the version given in r
	// and raises it; fault.Conflict when it no longer has.
	Update(ctx context.Context, d Definition, siteID string, r Record) error
	// Void takes a record out of every count; it stays readable in the trail.
	Void(ctx context.Context, d Definition, siteID string, r Record) error
}

// Store is the storage of the registers.
type Store interface {
	Reader
	InTx(ctx context.Context, do func(Tx) error) error
}

// Query selects records of one register and organ.
type Query struct {
	SiteID, OrganID string
	Year            int    // by the definition's YearField; 0 is every year
	Number          string // exact number; empty is any
	Count           *Count // only records that the count of Year counts
	Term            string // part of a listed text field; empty is any
	After           string // key of the last record seen
	Limit           int    // the longest page; 0 is 50
}

// limited gives a query without a limit the usual one.
func (q Query) limited() Query {
	if q.Limit < 1 {
		q.Limit = 50
	}
	return q
}

// Service changes and lists the records of every register.
type Service struct {
	store Store
	// touches reports whether a figure of the year's report counts the record, as it
	// was or as it will be. It comes from package annualreport.
	touches func(d Definition, r Record, year int) bool
	now     func() time.Time
}

// NewService returns the service.
func NewService(store Store, touches func(Definition, Record, int) bool, now func() time.Time) *Service {
	return &Service{store: store, touches: touches, now: now}
}

// Change is what a person asks to be written.
type Change struct {
	SiteID, OrganID string
	Register        string
	Number          string            // of the record to change; empty for a new one
	Version         int               // the version the person saw; 0 for a new record
	Typed           map[string]string // as typed, by field name
	Reason          string            // why a record of a sealed year is corrected
}

// Save adds or changes a record. It refuses with fault.Problems for what is wrong
// in the fields, with a conflict when another person changed the record first, and
// asks for a reason when a sealed report counts the record.
func (s *Service) Save(ctx context.Context, actor organ.Person, c Change) (Record, error) {
	d, known := ByName(c.Register)
	if !known {
		return Record{}, fault.Refuse(fault.NotFound, "register-unknown", "", "register", c.Register)
	}
	values, wrong := d.Parse(c.Typed)
	if len(wrong) > 0 {
		return Record{}, problems(d, wrong)
	}
	record := Record{OrganID: c.OrganID, Version: c.Version, Values: values}
	err := s.store.InTx(ctx, func(tx Tx) error {
		err := allowed(ctx, tx, actor, organ.WriteRegister, c.SiteID, c.OrganID)
		if err != nil {
			return err
		}
		if c.Number == "" {
			return s.add(ctx, tx, actor, d, c, record)
		}
		return s.change(ctx, tx, actor, d, c, &record)
	})
	return record, err
}

func (s *Service) add(ctx context.Context, tx Tx, actor organ.Person, d Definition, c Change, r Record) error {
	action, err := s.sealed(ctx, tx, d, c, "add", r)
	if err != nil {
		return err
	}
	err = tx.Insert(ctx, d, c.SiteID, r)
	if errors.Is(err, fault.Conflict) {
		return fault.Refuse(fault.Conflict, "duplicate-number", "", "number", r.Number(), "register", d.Title)
	}
	if err != nil {
		return fmt.Errorf("insert %s %s: %w", d.Name, r.Number(), err)
	}
	return tx.Audit(ctx, s.entry(actor, d, c, action, r.Number(), nil, r.Values))
}

func (s *Service) change(ctx context.Context, tx Tx, actor organ.Person, d Definition, c Change, r *Record) error {
	before, err := tx.Record(ctx, d, c.SiteID, c.OrganID, c.Number)
	if err != nil {
		return fmt.Errorf("load %s %s: %w", d.Name, c.Number, err)
	}
	if before.Version != c.Version {
		return fault.Refuse(fault.Conflict, "record-changed-by-other", "", "register", d.Title, "number", c.Number)
	}
	if r.Number() != c.Number {
		return fault.Refuse(fault.Invalid, "number-fixed", "", "register", d.Title, "number", c.Number)
	}
	action, err := s.sealed(ctx, tx, d, c, "change", before, *r)
	if err != nil {
		return err
	}
	err = tx.Update(ctx, d, c.SiteID, *r)
	if err != nil {
		return fmt.Errorf("update %s %s: %w", d.Name, c.Number, err)
	}
	r.Version++
	return tx.Audit(ctx, s.entry(actor, d, c, action, r.Number(), before.Values, r.Values))
}

// Void takes a record out of every count, with a reason; nothing is erased.
func (s *Service) Void(ctx context.Context, actor organ.Person, c Change) error {
	d, known := ByName(c.Register)
	if !known {
		return fault.Refuse(fault.NotFound, "register-unknown", "", "register", c.Register)
	}
	if c.Reason == "" {
		return fault.Refuse(fault.Invalid, "void-reason-required", "", "number", c.Number)
	}
	return s.store.InTx(ctx, func(tx Tx) error {
		err := allowed(ctx, tx, actor, organ.WriteRegister, c.SiteID, c.OrganID)
		if err != nil {
			return err
		}
		before, err := tx.Record(ctx, d, c.SiteID, c.OrganID, c.Number)
		if err != nil {
			return fmt.Errorf("load %s %s: %w", d.Name, c.Number, err)
		}
		if before.Version != c.Version {
			return fault.Refuse(fault.Conflict, "record-changed-by-other", "", "register", d.Title, "number", c.Number)
		}
		action, err := s.sealed(ctx, tx, d, c, "void", before)
		if err != nil {
			return err
		}
		err = tx.Void(ctx, d, c.SiteID, before)
		if err != nil {
			return fmt.Errorf("void %s %s: %w", d.Name, c.Number, err)
		}
		return tx.Audit(ctx, s.entry(actor, d, c, action, c.Number, before.Values, nil))
	})
}

// sealed names the action for the trail. A record that a sealed report counts may
// change only as a recorded correction, with a reason.
func (s *Service) sealed(ctx context.Context, tx Tx, d Definition, c Change, action string, records ...Record) (string, error) {
	years, err := tx.SealedYears(ctx, c.SiteID, c.OrganID)
	if err != nil {
		return "", fmt.Errorf("list sealed years of %s: %w", c.OrganID, err)
	}
	year, touched := s.touchedYear(d, years, records)
	if !touched {
		return "register." + action, nil
	}
	if c.Reason == "" {
		return "", fault.Refuse(fault.Conflict, "correction-reason-required", "Art. 50", "year", fmt.Sprint(year), "register", d.Title)
	}
	return "register.correct_" + action, nil
}

func (s *Service) touchedYear(d Definition, years []int, records []Record) (int, bool) {
	for _, year := range years {
		for _, r := range records {
			if s.touches(d, r, year) {
				return year, true
			}
		}
	}
	return 0, false
}

func (s *Service) entry(actor organ.Person, d Definition, c Change, action, number string, before, after map[string]string) audit.Entry {
	return audit.Entry{
		SiteID: c.SiteID, OrganID: c.OrganID, At: s.now(), ActorID: actor.ID, ActorName: actor.Name,
		Action: action, ObjectKind: d.Name, ObjectID: number, Reason: c.Reason,
		Before: encode(before), After: encode(after),
	}
}

func encode(values map[string]string) json.RawMessage {
	if values == nil {
		return nil
	}
	data, err := json.Marshal(values)
	if err != nil {
		panic(fmt.Sprintf("encode record: %v", err)) // a map of strings always encodes
	}
	return data
}

// Record loads one record for a person who may read it.
func (s *Service) Record(ctx context.Context, actor organ.Person, siteID, organID, name, number string) (Definition, Record, error) {
	d, known := ByName(name)
	if !known {
		return d, Record{}, fault.Refuse(fault.NotFound, "register-unknown", "", "register", name)
	}
	err := allowed(ctx, s.store, actor, organ.ReadRegister, siteID, organID)
	if err != nil {
		return d, Record{}, err
	}
	r, err := s.store.Record(ctx, d, siteID, organID, number)
	if err != nil {
		return d, r, fmt.Errorf("load %s %s: %w", name, number, err)
	}
	return d, s.masked(ctx, actor, d, siteID, organID, r), nil
}

// List lists records for a person who may read them.
func (s *Service) List(ctx context.Context, actor organ.Person, name string, q Query) (Definition, []Record, string, error) {
	d, known := ByName(name)
	if !known {
		return d, nil, "", fault.Refuse(fault.NotFound, "register-unknown", "", "register", name)
	}
	err := allowed(ctx, s.store, actor, organ.ReadRegister, q.SiteID, q.OrganID)
	if err != nil {
		return d, nil, "", err
	}
	records, next, err := s.store.List(ctx, d, q.limited())
	if err != nil {
		return d, nil, "", fmt.Errorf("list %s: %w", name, err)
	}
	for i := range records {
		records[i] = s.masked(ctx, actor, d, q.SiteID, q.OrganID, records[i])
	}
	return d, records, next, nil
}

// Public lists records of a register that the portal may show to anyone. Private
// fields are left out.
func (s *Service) Public(ctx context.Context, name string, q Query) (Definition, []Record, string, error) {
	d, known := ByName(name)
	if !known || !d.Public {
		return d, nil, "", fmt.Errorf("public register %s: %w", name, fault.NotFound)
	}
	records, next, err := s.store.List(ctx, d, q.limited())
	if err != nil {
		return d, nil, "", fmt.Errorf("list %s: %w", name, err)
	}
	for i := range records {
		for _, f := range d.Fields {
			if f.Private {
				delete(records[i].Values, f.Name)
			}
		}
	}
	return d, records, next, nil
}

// masked hides personal data from whoever may not read it.
func (s *Service) masked(ctx context.Context, actor organ.Person, d Definition, siteID, organID string, r Record) Record {
	if allowed(ctx, s.store, actor, organ.ReadPrivate, siteID, organID) == nil {
		return r
	}
	for _, f := range d.Fields {
		if f.Private && r.Values[f.Name] != "" {
			r.Values[f.Name] = mask(r.Values[f.Name])
		}
	}
	return r
}

// mask keeps the first character: 张某某 → 张＊＊.
func mask(s string) string {
	runes := []rune(s)
	for i := 1; i < len(runes); i++ {
		runes[i] = '＊'
	}
	return string(runes)
}

func allowed(ctx context.Context, r Reader, actor organ.Person, action organ.Action, siteID, organID string) error {
	chain, err := r.Chain(ctx, siteID, organID)
	if err != nil {
		return fmt.Errorf("place organ %s: %w", organID, err)
	}
	if !actor.May(action, siteID, chain) {
		return fault.Refuse(fault.Forbidden, "forbidden", "", "action", string(action))
	}
	return nil
}

// problems turns what Parse found into the error a form shows.
func problems(d Definition, found []Problem) error {
	var list fault.Problems
	for _, p := range found {
		args := append([]string{"label", p.Label, "value", p.Value}, p.Args...)
		list.Add(p.Field, p.Code, d.Article, args...)
	}
	return list.Err()
}
