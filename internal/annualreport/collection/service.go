package collection

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

// Service receives published reports, keeps what was found in them and what people
// decided about it.
type Service struct {
	store Store
	now   func() time.Time
}

// NewService returns the service.
func NewService(s Store, now func() time.Time) *Service { return &Service{store: s, now: now} }

// permit refuses what the actor may not do with what the organ collects.
func permit(ctx context.Context, r Reader, actor organ.Person, action organ.Action, k Key) error {
	organs, err := r.Organs(ctx, k.SiteID)
	if err != nil {
		return fmt.Errorf("list organs of %s: %w", k.SiteID, err)
	}
	chain := organ.Chain(organs, k.OrganID)
	if !actor.May(action, k.SiteID, chain) {
		return fault.Refuse(fault.Forbidden, "forbidden", "", "action", string(action))
	}
	if len(chain) == 0 {
		return fmt.Errorf("organ %s: %w", k.OrganID, fault.NotFound)
	}
	return nil
}

// load returns the collection of the key after asking whether the actor may. One
// of another organ is not there.
func load(ctx context.Context, r Reader, actor organ.Person, action organ.Action, k Key) (Collection, error) {
	err := permit(ctx, r, actor, action, k)
	if err != nil {
		return Collection{}, err
	}
	c, err := r.Collection(ctx, k.SiteID, k.ID)
	if err == nil && c.OrganID != k.OrganID {
		err = fault.NotFound
	}
	if errors.Is(err, fault.NotFound) {
		return Collection{}, fault.Refuse(fault.NotFound, "collection-gone", "")
	}
	if err != nil {
		return c, fmt.Errorf("load collection %s: %w", k.ID, err)
	}
	return c, nil
}

// look answers a question about a collection from one state of the storage.
func (s *Service) look(ctx context.Context, actor organ.Person, k Key, do func(r Reader, c Collection) error) error {
	return s.store.AtOnce(ctx, func(r Reader) error {
		c, err := load(ctx, r, actor, organ.ReadReport, k)
		if err != nil {
			return err
		}
		return do(r, c)
	})
}

// change runs one use case on a collection.
func (s *Service) change(ctx context.Context, actor organ.Person, k Key, do func(tx Tx, c Collection) error) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		c, err := load(ctx, tx, actor, organ.CollectReports, k)
		if err != nil {
			return err
		}
		return do(tx, c)
	})
}

// queue has a collection read from now on, under a new name of the reading.
func queue(ctx context.Context, tx Tx, c Collection) error {
	err := tx.QueueReading(ctx, c.SiteID, Order{Collection: c.ID, Run: c.Run})
	if err != nil {
		return fmt.Errorf("queue reading of collection %s: %w", c.ID, err)
	}
	return nil
}

// readAnew overtakes any reading of the collection and queues the next.
func readAnew(ctx context.Context, tx Tx, c Collection) error {
	c.State, c.Run, c.ReadAt = Reading, tx.NewID(), time.Time{}
	err := tx.SaveCollection(ctx, c)
	if err != nil {
		return fmt.Errorf("save collection %s: %w", c.ID, err)
	}
	return queue(ctx, tx, c)
}

// record writes a line of the trail; after is what changed, for later readers.
func (s *Service) record(ctx context.Context, tx Tx, actor organ.Person, c Collection, step, reason string, before, after any) error {
	e := audit.Entry{
		SiteID: c.SiteID, OrganID: c.OrganID, At: s.now(), ActorID: actor.ID, ActorName: actor.Name,
		Action: "collection." + step, ObjectKind: "collection", ObjectID: c.ID, Reason: reason,
	}
	for _, side := range []struct {
		value any
		into  *json.RawMessage
	}{{before, &e.Before}, {after, &e.After}} {
		if side.value == nil {
			continue
		}
		data, err := json.Marshal(side.value)
		if err != nil {
			return fmt.Errorf("encode trail of collection %s: %w", c.ID, err)
		}
		*side.into = data
	}
	err := tx.Audit(ctx, e)
	if err != nil {
		return fmt.Errorf("record %s of collection %s: %w", step, c.ID, err)
	}
	return nil
}
