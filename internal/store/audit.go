package store

import (
	"context"
	"fmt"

	"gongkai/internal/audit"
)

var insertAudit = text(`INSERT INTO audit_entry
	(site_id, id, at, actor_id, actor_name, action, object_kind, object_id, organ_id, reason, before_json, after_json)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`)

// Audit implements audit.Trail: the entry is stored with the transaction or not
// at all. An empty ID and a zero At are filled in.
func (tx *Tx) Audit(ctx context.Context, e audit.Entry) error {
	if e.ID == "" {
		e.ID = tx.db.ids.Next()
	}
	if e.At.IsZero() {
		e.At = tx.db.now()
	}
	_, err := tx.ExecContext(ctx, insertAudit, e.SiteID, e.ID, EncodeInstant(e.At), e.ActorID, e.ActorName,
		e.Action, e.ObjectKind, e.ObjectID, e.OrganID, e.Reason, string(e.Before), string(e.After))
	if err != nil {
		return fmt.Errorf("write audit entry %s of %s %s: %w", e.Action, e.ObjectKind, e.ObjectID, err)
	}
	return nil
}
