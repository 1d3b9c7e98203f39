package organ

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"gongkai/internal/audit"
	"gongkai/internal/fault"
)

// Service keeps sites, organs and people, and lets people in.
type Service struct {
	store Store
	now   func() time.Time
	newID func() string
}

// NewService returns the service.
func NewService(store Store, now func() time.Time, newID func() string) *Service {
	return &Service{store: store, now: now, newID: newID}
}

// Reader gives pages the storage to read.
func (s *Service) Reader() Reader { return s.store }

// Wrong passwords before an account is locked, and for how long.
const (
	triesBeforeLock = 5
	lockedFor       = 15 * time.Minute
)

// Login returns the person with that login and password. It never says which of
// the two was wrong, and locks an account for a while after several failures.
func (s *Service) Login(ctx context.Context, siteID, login, password string) (Person, error) {
	account, err := s.store.Account(ctx, siteID, strings.TrimSpace(login))
	if errors.Is(err, fault.NotFound) {
		_, _ = MatchPassword(dummyHash, password) // take as long as for a login that exists
		return Person{}, fault.Refuse(fault.Forbidden, "login-failed", "")
	}
	if err != nil {
		return Person{}, fmt.Errorf("load account: %w", err)
	}
	now := s.now()
	if account.Person.Disabled || now.Before(account.LockedUntil) {
		_, _ = MatchPassword(dummyHash, password)
		return Person{}, s.loginRefused(account, now)
	}
	right, err := MatchPassword(account.PasswordHash, password)
	if err != nil {
		return Person{}, fmt.Errorf("check password of %s: %w", account.Person.ID, err)
	}
	return account.Person, s.recordLogin(ctx, account, right, now)
}

// dummyHash is the hash of nothing anyone knows.
const dummyHash = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

func (s *Service) loginRefused(a Account, now time.Time) error {
	if now.Before(a.LockedUntil) {
		minutes := int(a.LockedUntil.Sub(now)/time.Minute) + 1
		return fault.Refuse(fault.Forbidden, "login-locked", "", "minutes", fmt.Sprint(minutes))
	}
	return fault.Refuse(fault.Forbidden, "login-failed", "")
}

func (s *Service) recordLogin(ctx context.Context, a Account, right bool, now time.Time) error {
	a.Failures++
	a.LockedUntil = time.Time{}
	action := "person.login_failed"
	if right {
		a.Failures, action = 0, "person.login"
	}
	if a.Failures >= triesBeforeLock {
		a.Failures, a.LockedUntil = 0, now.Add(lockedFor)
	}
	p := a.Person
	err := s.store.InTx(ctx, func(tx Tx) error {
		err := tx.RecordAttempt(ctx, a)
		if err != nil {
			return err
		}
		return tx.Audit(ctx, audit.Entry{SiteID: p.SiteID, OrganID: p.OrganID, At: now, ActorID: p.ID, ActorName: p.Name,
			Action: action, ObjectKind: "person", ObjectID: p.ID})
	})
	if err != nil {
		return fmt.Errorf("record login of %s: %w", p.ID, err)
	}
	if !right {
		return fault.Refuse(fault.Forbidden, "login-failed", "")
	}
	return nil
}

// System acts for the operator at the command line: it may manage everything and
// the trail says that it was the command line.
var System = Person{ID: "system", Name: "命令行"}

// AddSite adds a site with its organs and people in one go, as init and demo do.
func (s *Service) AddSite(ctx context.Context, site Site, organs []Organ) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		err := tx.AddSite(ctx, site)
		if err != nil {
			return fmt.Errorf("add site %s: %w", site.ID, err)
		}
		for _, o := range organs {
			o.SiteID = site.ID
			err = tx.AddOrgan(ctx, o)
			if err != nil {
				return fmt.Errorf("add organ %s: %w", o.Name, err)
			}
		}
		return s.trail(ctx, tx, System, site.ID, site.RootID, "site.add", "site", site.ID, "", site)
	})
}

// AddPerson adds a person with a password.
func (s *Service) AddPerson(ctx context.Context, actor Person, p Person, password string) (Person, error) {
	if strings.TrimSpace(p.Login) == "" || strings.TrimSpace(p.Name) == "" {
		return p, fault.Refuse(fault.Invalid, "person-incomplete", "")
	}
	hash, err := HashPassword(password)
	if err != nil {
		return p, err
	}
	if p.ID == "" {
		p.ID = s.newID()
	}
	err = s.store.InTx(ctx, func(tx Tx) error {
		err := s.mayManage(ctx, tx, actor, ManagePeople, p.SiteID, p.OrganID)
		if err != nil {
			return err
		}
		err = tx.AddPerson(ctx, p, hash)
		if errors.Is(err, fault.Conflict) {
			return fault.Refuse(fault.Conflict, "login-taken", "", "login", p.Login)
		}
		if err != nil {
			return fmt.Errorf("add person %s: %w", p.Login, err)
		}
		return s.trail(ctx, tx, actor, p.SiteID, p.OrganID, "person.add", "person", p.ID, "", p)
	})
	return p, err
}

// AddPeople adds people who share a password hash, as a demonstration does, in one
// transaction.
func (s *Service) AddPeople(ctx context.Context, actor Person, people []Person, hash string) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		for _, p := range people {
			err := s.mayManage(ctx, tx, actor, ManagePeople, p.SiteID, p.OrganID)
			if err != nil {
				return err
			}
			err = tx.AddPerson(ctx, p, hash)
			if err != nil {
				return fmt.Errorf("add person %s: %w", p.Login, err)
			}
			err = s.trail(ctx, tx, actor, p.SiteID, p.OrganID, "person.add", "person", p.ID, "", p)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// SavePerson changes name, post, organ, roles and whether the account is disabled.
func (s *Service) SavePerson(ctx context.Context, actor Person, p Person) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		before, err := tx.Person(ctx, p.SiteID, p.ID)
		if err != nil {
			return fmt.Errorf("load person %s: %w", p.ID, err)
		}
		err = s.mayManage(ctx, tx, actor, ManagePeople, p.SiteID, before.OrganID)
		if err != nil {
			return err
		}
		err = tx.SavePerson(ctx, p)
		if err != nil {
			return fmt.Errorf("save person %s: %w", p.ID, err)
		}
		return s.trail(ctx, tx, actor, p.SiteID, p.OrganID, "person.save", "person", p.ID, "", p)
	})
}

// SetPassword gives a person a new password: their own, or anyone's whom the actor
// manages.
func (s *Service) SetPassword(ctx context.Context, actor Person, siteID, personID, password string) error {
	hash, err := HashPassword(password)
	if err != nil {
		return err
	}
	return s.store.InTx(ctx, func(tx Tx) error {
		p, err := tx.Person(ctx, siteID, personID)
		if err != nil {
			return fmt.Errorf("load person %s: %w", personID, err)
		}
		if actor.ID != p.ID || actor.SiteID != p.SiteID {
			err = s.mayManage(ctx, tx, actor, ManagePeople, siteID, p.OrganID)
			if err != nil {
				return err
			}
		}
		err = tx.SetPassword(ctx, siteID, personID, hash)
		if err != nil {
			return fmt.Errorf("set password of %s: %w", personID, err)
		}
		return s.trail(ctx, tx, actor, siteID, p.OrganID, "person.password", "person", p.ID, "", nil)
	})
}

// SaveSite changes a site's facts.
func (s *Service) SaveSite(ctx context.Context, actor Person, site Site) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		err := s.mayManage(ctx, tx, actor, ManageOrgans, site.ID, site.RootID)
		if err != nil {
			return err
		}
		err = tx.SaveSite(ctx, site)
		if err != nil {
			return fmt.Errorf("save site %s: %w", site.ID, err)
		}
		return s.trail(ctx, tx, actor, site.ID, site.RootID, "site.save", "site", site.ID, "", site)
	})
}

// AddOrgan adds an organ below one that the actor manages.
func (s *Service) AddOrgan(ctx context.Context, actor Person, o Organ) (Organ, error) {
	if o.ID == "" {
		o.ID = s.newID()
	}
	err := s.store.InTx(ctx, func(tx Tx) error {
		err := s.mayManage(ctx, tx, actor, ManageOrgans, o.SiteID, o.ParentID)
		if err != nil {
			return err
		}
		err = tx.AddOrgan(ctx, o)
		if errors.Is(err, fault.Conflict) {
			return fault.Refuse(fault.Conflict, "organ-name-taken", "", "organ", o.Name)
		}
		if err != nil {
			return fmt.Errorf("add organ %s: %w", o.Name, err)
		}
		return s.trail(ctx, tx, actor, o.SiteID, o.ID, "organ.add", "organ", o.ID, "", o)
	})
	return o, err
}

// SaveOrgan changes an organ's facts. A new name is recorded in its history and
// the old one stays among its aliases.
func (s *Service) SaveOrgan(ctx context.Context, actor Person, o Organ, on, document string) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		err := s.mayManage(ctx, tx, actor, ManageOrgans, o.SiteID, o.ID)
		if err != nil {
			return err
		}
		before, err := tx.Organ(ctx, o.SiteID, o.ID)
		if err != nil {
			return fmt.Errorf("load organ %s: %w", o.ID, err)
		}
		if before.Name != o.Name {
			o.Aliases = append(o.Aliases, before.Name)
			err = tx.AddChange(ctx, Change{ID: s.newID(), SiteID: o.SiteID, OrganID: o.ID, Kind: "renamed", On: on,
				Detail: before.Name + " → " + o.Name, Document: document})
			if err != nil {
				return fmt.Errorf("record rename of %s: %w", o.ID, err)
			}
		}
		err = tx.SaveOrgan(ctx, o)
		if err != nil {
			return fmt.Errorf("save organ %s: %w", o.ID, err)
		}
		return s.trail(ctx, tx, actor, o.SiteID, o.ID, "organ.save", "organ", o.ID, document, o)
	})
}

// Merge ends an organ on a day and joins it to another; a split is recorded the
// other way round. The organ that was keeps its records and its reports.
func (s *Service) Merge(ctx context.Context, actor Person, siteID, organID, intoID, on, document string) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		err := s.mayManage(ctx, tx, actor, ManageOrgans, siteID, organID)
		if err != nil {
			return err
		}
		o, err := tx.Organ(ctx, siteID, organID)
		if err != nil {
			return fmt.Errorf("load organ %s: %w", organID, err)
		}
		into, err := tx.Organ(ctx, siteID, intoID)
		if err != nil {
			return fmt.Errorf("load organ %s: %w", intoID, err)
		}
		if o.ID == into.ID || o.AbolishedOn != "" {
			return fault.Refuse(fault.Conflict, "organ-merge-impossible", "", "organ", o.Name)
		}
		o.AbolishedOn = on
		err = tx.SaveOrgan(ctx, o)
		if err != nil {
			return fmt.Errorf("save organ %s: %w", organID, err)
		}
		err = tx.AddChange(ctx, Change{ID: s.newID(), SiteID: siteID, OrganID: organID, Kind: "merged", On: on,
			Detail: o.Name + " 并入 " + into.Name, OtherID: intoID, Document: document})
		if err != nil {
			return fmt.Errorf("record merger of %s: %w", organID, err)
		}
		return s.trail(ctx, tx, actor, siteID, organID, "organ.merge", "organ", organID, document, o)
	})
}

// mayManage refuses whoever may not manage the organ; the command line may.
func (s *Service) mayManage(ctx context.Context, r Reader, actor Person, action Action, siteID, organID string) error {
	if actor.ID == System.ID && actor.SiteID == "" {
		return nil
	}
	organs, err := r.Organs(ctx, siteID)
	if err != nil {
		return fmt.Errorf("list organs of %s: %w", siteID, err)
	}
	if !actor.May(action, siteID, Chain(organs, organID)) {
		return fault.Refuse(fault.Forbidden, "forbidden", "", "action", string(action))
	}
	return nil
}

func (s *Service) trail(ctx context.Context, tx Tx, actor Person, siteID, organID, action, kind, id, reason string, after any) error {
	data, err := json.Marshal(after)
	if err != nil {
		return fmt.Errorf("encode trail of %s: %w", action, err)
	}
	return tx.Audit(ctx, audit.Entry{SiteID: siteID, OrganID: organID, At: s.now(), ActorID: actor.ID, ActorName: actor.Name,
		Action: action, ObjectKind: kind, ObjectID: id, Reason: reason, After: data})
}
