package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

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
	for _, state := range []json.RawMessage{e.Before, e.After} {
		if len(state) > 0 && !json.Valid(state) {
			return fmt.Errorf("write audit entry %s of %s %s: state is not JSON", e.Action, e.ObjectKind, e.ObjectID)
		}
	}
	_, err := tx.ExecContext(ctx, insertAudit, e.SiteID, e.ID, EncodeInstant(e.At), e.ActorID, e.ActorName,
		e.Action, e.ObjectKind, e.ObjectID, e.OrganID, e.Reason, string(e.Before), string(e.After))
	if err != nil {
		return fmt.Errorf("write audit entry %s of %s %s: %w", e.Action, e.ObjectKind, e.ObjectID, err)
	}
	return nil
}

const auditColumns = `site_id, id, at, actor_id, actor_name, action, object_kind, object_id, organ_id, reason,
	before_json, after_json`

var (
	auditOfObject = text(`SELECT ` + auditColumns + ` FROM audit_entry
		WHERE site_id = $1 AND object_kind = $2 AND object_id = $3 AND (at, id) < ($4, $5)
		ORDER BY at DESC, id DESC LIMIT $6`)
	auditOfOrgan = text(`SELECT ` + auditColumns + ` FROM audit_entry
		WHERE site_id = $1 AND organ_id = $2 AND (at, id) < ($3, $4)
		ORDER BY at DESC, id DESC LIMIT $5`)
	auditSince = text(`SELECT ` + auditColumns + ` FROM audit_entry
		WHERE site_id = $1 AND at >= $2 AND (at, id) > ($3, $4)
		ORDER BY at, id LIMIT $5`)
)

// AuditPosition is a place in the trail: that of the entry with this time and ID.
// The zero value is before the first entry of a list, whichever way it runs.
type AuditPosition struct {
	At time.Time
	ID string
}

// PositionOf returns where an entry stands, to ask for those that follow it.
func PositionOf(e audit.Entry) AuditPosition { return AuditPosition{At: e.At, ID: e.ID} }

// falling gives the key below which a list from the newest entry continues.
func (p AuditPosition) falling() (string, string) {
	if p.At.IsZero() {
		return "~", "" // sorts after every instant
	}
	return EncodeInstant(p.At), p.ID
}

// AuditOfObject lists what was done to a record, newest first, at most limit
// entries that follow the given position.
func (db *DB) AuditOfObject(ctx context.Context, site, kind, id string, after AuditPosition, limit int) ([]audit.Entry, error) {
	at, key := after.falling()
	entries, err := auditEntries(ctx, db.read, auditOfObject, site, kind, id, at, key, limit)
	if err != nil {
		return nil, fmt.Errorf("list audit entries of %s %s: %w", kind, id, err)
	}
	return entries, nil
}

// AuditOfOrgan lists what was done in an organ's business, newest first, at most
// limit entries that follow the given position.
func (db *DB) AuditOfOrgan(ctx context.Context, site, organ string, after AuditPosition, limit int) ([]audit.Entry, error) {
	at, key := after.falling()
	entries, err := auditEntries(ctx, db.read, auditOfOrgan, site, organ, at, key, limit)
	if err != nil {
		return nil, fmt.Errorf("list audit entries of organ %s: %w", organ, err)
	}
	return entries, nil
}

// AuditSince lists the site's entries from an instant on, oldest first, at most
// limit entries that follow the given position.
func (db *DB) AuditSince(ctx context.Context, site string, since time.Time, after AuditPosition, limit int) ([]audit.Entry, error) {
	entries, err := auditEntries(ctx, db.read, auditSince, site, EncodeInstant(since), EncodeInstant(after.At), after.ID, limit)
	if err != nil {
		return nil, fmt.Errorf("list audit entries since %s: %w", EncodeInstant(since), err)
	}
	return entries, nil
}

func auditEntries(ctx context.Context, q Queryer, s *statement, args ...any) ([]audit.Entry, error) {
	rows, err := q.QueryContext(ctx, s, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var entries []audit.Entry
	for rows.Next() {
		var e audit.Entry
		var before, after string
		err := rows.Scan(&e.SiteID, &e.ID, instantInto{&e.At}, &e.ActorID, &e.ActorName, &e.Action,
			&e.ObjectKind, &e.ObjectID, &e.OrganID, &e.Reason, &before, &after)
		if err != nil {
			return nil, err
		}
		e.Before, e.After = rawJSON(before), rawJSON(after)
		entries = append(entries, e)
	}
	return entries, rows.Err()
}

// rawJSON keeps what was never stored nil.
func rawJSON(text string) json.RawMessage {
	if text == "" {
		return nil
	}
	return json.RawMessage(text)
}
