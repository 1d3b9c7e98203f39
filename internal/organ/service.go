package organ

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"gongkai/internal/audit"
	"gongkai/internal/fault"
	"gongkai/law/workday"
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

// System acts for the operator at the command line: it may manage everything and
// the trail says that it was the command line.
var System = Person{ID: "system", Name: "命令行"}

// AddSite adds a site with its organs and people in one go, as init and demo do.
func (s *Service) AddSite(ctx context.Context, site Site, organs []Organ) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		err := hostsFree(ctx, tx, site)
		if err != nil {
			return err
		}
		err = tx.AddSite(ctx, site)
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
	p.Grants = distinct(p.Grants)
	err = s.store.InTx(ctx, func(tx Tx) error {
		err := s.mayPlace(ctx, tx, actor, p, Person{})
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
			err := s.mayPlace(ctx, tx, actor, p, Person{})
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
	if strings.TrimSpace(p.Name) == "" {
		return fault.Refuse(fault.Invalid, "person-incomplete", "")
	}
	p.Grants = distinct(p.Grants)
	return s.store.InTx(ctx, func(tx Tx) error {
		before, err := tx.Person(ctx, p.SiteID, p.ID)
		if err != nil {
			return fmt.Errorf("load person %s: %w", p.ID, err)
		}
		err = s.mayManage(ctx, tx, actor, ManagePeople, p.SiteID, before.OrganID)
		if err != nil {
			return err
		}
		err = s.mayPlace(ctx, tx, actor, p, before)
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
		err = hostsFree(ctx, tx, site)
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

// hostsFree refuses a host name that another site has: a request must find one site.
func hostsFree(ctx context.Context, r Reader, site Site) error {
	sites, err := r.Sites(ctx)
	if err != nil {
		return fmt.Errorf("list sites: %w", err)
	}
	for _, other := range sites {
		for _, host := range site.Hosts() {
			if other.ID != site.ID && other.Serves(host) {
				return fault.Refuse(fault.Conflict, "host-taken", "", "host", host, "site", other.Name)
			}
		}
	}
	return nil
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
		if before.ParentID != o.ParentID {
			err = s.mayMove(ctx, tx, actor, o)
			if err != nil {
				return err
			}
		}
		if before.Name != o.Name {
			_, err = workday.ParseDate(on)
			if err != nil {
				return fault.Refuse(fault.Invalid, "date-impossible", "", "value", on)
			}
			o.Aliases = append(slices.Clone(o.Aliases), before.Name)
			err = tx.AddChange(ctx, Change{
				ID: s.newID(), SiteID: o.SiteID, OrganID: o.ID, Kind: "renamed", On: on,
				Detail: before.Name + " → " + o.Name, Document: document,
			})
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

// mayMove refuses a superior that the actor does not manage, and one that the
// organ itself is superior to.
func (s *Service) mayMove(ctx context.Context, tx Tx, actor Person, o Organ) error {
	err := s.mayManage(ctx, tx, actor, ManageOrgans, o.SiteID, o.ParentID)
	if err != nil {
		return err
	}
	organs, err := tx.Organs(ctx, o.SiteID)
	if err != nil {
		return fmt.Errorf("list organs of %s: %w", o.SiteID, err)
	}
	superiors := Chain(organs, o.ParentID)
	if o.ParentID != "" && len(superiors) == 0 {
		return fmt.Errorf("put %s below %s: %w", o.ID, o.ParentID, fault.NotFound)
	}
	if slices.Contains(superiors, o.ID) {
		return fmt.Errorf("put %s below %s, which is below it: %w", o.ID, o.ParentID, fault.Invalid)
	}
	return nil
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
		if into.AbolishedOn != "" {
			return fault.Refuse(fault.Conflict, "organ-merge-impossible", "", "organ", into.Name)
		}
		_, err = workday.ParseDate(on)
		if err != nil {
			return fault.Refuse(fault.Invalid, "date-impossible", "", "value", on)
		}
		o.AbolishedOn = on
		err = tx.SaveOrgan(ctx, o)
		if err != nil {
			return fmt.Errorf("save organ %s: %w", organID, err)
		}
		err = tx.AddChange(ctx, Change{
			ID: s.newID(), SiteID: siteID, OrganID: organID, Kind: "merged", On: on,
			Detail: o.Name + " 并入 " + into.Name, OtherID: intoID, Document: document,
		})
		if err != nil {
			return fmt.Errorf("record merger of %s: %w", organID, err)
		}
		return s.trail(ctx, tx, actor, siteID, organID, "organ.merge", "organ", organID, document, o)
	})
}

// mayPlace refuses whoever gives a person a place or a role, beyond those of
// before, at an organ that the actor does not manage: nobody can raise themselves.
func (s *Service) mayPlace(ctx context.Context, r Reader, actor, p, before Person) error {
	var places []string
	if p.OrganID != before.OrganID || p.OrganID == "" {
		places = append(places, p.OrganID)
	}
	for _, g := range p.Grants {
		if _, known := RoleLabels[g.Role]; !known {
			return fmt.Errorf("give the role %q: %w", g.Role, fault.Invalid)
		}
		if !slices.Contains(before.Grants, g) {
			places = append(places, g.OrganID)
		}
	}
	for _, organID := range places {
		err := s.mayManage(ctx, r, actor, ManagePeople, p.SiteID, organID)
		if err != nil {
			return err
		}
	}
	return nil
}

func distinct(grants []Grant) []Grant {
	var once []Grant
	for _, g := range grants {
		if !slices.Contains(once, g) {
			once = append(once, g)
		}
	}
	return once
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
	return tx.Audit(ctx, audit.Entry{
		SiteID: siteID, OrganID: organID, At: s.now(), ActorID: actor.ID, ActorName: actor.Name,
		Action: action, ObjectKind: kind, ObjectID: id, Reason: reason, After: data,
	})
}
