package organ

import (
	"context"
	"errors"
	"fmt"

	"gongkai/internal/fault"
)

// Split takes a part out of an organ on a day: the part becomes an organ of its
// own beside it, and the history of both says so. Records stay where they are.
func (s *Service) Split(ctx context.Context, actor Person, siteID, organID string, part Organ, on, document string) (Organ, error) {
	part.SiteID, part.ID, part.EstablishedOn = siteID, s.newID(), on
	err := s.store.InTx(ctx, func(tx Tx) error {
		from, err := s.reformable(ctx, tx, actor, siteID, organID)
		if err != nil {
			return err
		}
		err = s.mayManage(ctx, tx, actor, ManageOrgans, siteID, part.ParentID)
		if err != nil {
			return err
		}
		err = tx.AddOrgan(ctx, part)
		if errors.Is(err, fault.Conflict) {
			return fault.Refuse(fault.Conflict, "organ-name-taken", "", "organ", part.Name)
		}
		if err != nil {
			return fmt.Errorf("add organ %s: %w", part.Name, err)
		}
		detail := from.Name + " 分出 " + part.Name
		for _, c := range []Change{
			{OrganID: from.ID, Kind: "split", OtherID: part.ID},
			{OrganID: part.ID, Kind: "established", OtherID: from.ID},
		} {
			c.ID, c.SiteID, c.On, c.Detail, c.Document = s.newID(), siteID, on, detail, document
			err = tx.AddChange(ctx, c)
			if err != nil {
				return fmt.Errorf("record split of %s: %w", organID, err)
			}
		}
		return s.trail(ctx, tx, actor, siteID, organID, "organ.split", "organ", part.ID, document, part)
	})
	return part, err
}

// Abolish ends an organ on its last day without a successor. It keeps its records
// and its reports.
func (s *Service) Abolish(ctx context.Context, actor Person, siteID, organID, on, document string) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		o, err := s.reformable(ctx, tx, actor, siteID, organID)
		if err != nil {
			return err
		}
		o.AbolishedOn = on
		err = tx.SaveOrgan(ctx, o)
		if err != nil {
			return fmt.Errorf("save organ %s: %w", organID, err)
		}
		err = tx.AddChange(ctx, Change{
			ID: s.newID(), SiteID: siteID, OrganID: organID, Kind: "abolished", On: on,
			Detail: o.Name + " 撤销", Document: document,
		})
		if err != nil {
			return fmt.Errorf("record abolition of %s: %w", organID, err)
		}
		return s.trail(ctx, tx, actor, siteID, organID, "organ.abolish", "organ", organID, document, o)
	})
}

// reformable loads an organ that the actor manages and that still exists.
func (s *Service) reformable(ctx context.Context, tx Tx, actor Person, siteID, organID string) (Organ, error) {
	err := s.mayManage(ctx, tx, actor, ManageOrgans, siteID, organID)
	if err != nil {
		return Organ{}, err
	}
	o, err := tx.Organ(ctx, siteID, organID)
	if err != nil {
		return o, fmt.Errorf("load organ %s: %w", organID, err)
	}
	if o.AbolishedOn != "" {
		return o, fault.Refuse(fault.Conflict, "organ-abolished-already", "", "organ", o.Name, "on", o.AbolishedOn)
	}
	return o, nil
}
