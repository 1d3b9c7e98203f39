package main

import (
	"context"

	"gongkai/internal/audit"
	"gongkai/internal/store"
)

// trail gives the workbench the audit trail, paged by the last entry shown.
type trail struct{ db *store.DB }

// AuditOfOrgan implements workbench.Trail.
func (t trail) AuditOfOrgan(ctx context.Context, siteID, organID string, after audit.Entry, limit int) ([]audit.Entry, error) {
	return t.db.AuditOfOrgan(ctx, siteID, organID, store.PositionOf(after), limit)
}

// AuditOfObject implements workbench.Trail.
func (t trail) AuditOfObject(ctx context.Context, siteID, kind, id string, after audit.Entry, limit int) ([]audit.Entry, error) {
	return t.db.AuditOfObject(ctx, siteID, kind, id, store.PositionOf(after), limit)
}
