package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/alexedwards/scs/v2"

	"gongkai/internal/fault"
)

var (
	sessionData = text(`SELECT data FROM session WHERE site_id = $1 AND token_hash = $2 AND expires_at > $3`)
	saveSession = text(`INSERT INTO session (site_id, token_hash, data, expires_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (site_id, token_hash) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at`)
	deleteSession = text(`DELETE FROM session WHERE site_id = $1 AND token_hash = $2`)
	sweepSessions = text(`DELETE FROM session WHERE site_id = $1 AND expires_at <= $2`)
)

// Sessions keeps a site's sign-ins for scs. The table holds the SHA-256 of each
// token, so a stolen copy of the database signs nobody in.
type Sessions struct {
	db   *DB
	site string
}

var _ scs.CtxStore = Sessions{}

// NewSessions returns the sessions of a site.
func NewSessions(db *DB, site string) Sessions { return Sessions{db: db, site: site} }

// FindCtx implements scs.CtxStore.
func (s Sessions) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	var data []byte
	err := s.db.read.QueryRowContext(ctx, sessionData, s.site, hashToken(token), EncodeInstant(s.db.now())).Scan(&data)
	if errors.Is(err, fault.NotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("find session: %w", err)
	}
	return data, true, nil
}

// CommitCtx implements scs.CtxStore.
func (s Sessions) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	err := retry(ctx, s.db.engine, func() error {
		_, err := s.db.write.ExecContext(ctx, saveSession, s.site, hashToken(token), data, EncodeInstant(expiry))
		return err
	})
	if err != nil {
		return fmt.Errorf("save session: %w", err)
	}
	return nil
}

// DeleteCtx implements scs.CtxStore.
func (s Sessions) DeleteCtx(ctx context.Context, token string) error {
	_, err := s.db.write.ExecContext(ctx, deleteSession, s.site, hashToken(token))
	if err != nil {
		return fmt.Errorf("delete session: %w", err)
	}
	return nil
}

// Sweep deletes the sessions that have expired and tells how many.
func (s Sessions) Sweep(ctx context.Context, now time.Time) (int64, error) {
	result, err := s.db.write.ExecContext(ctx, sweepSessions, s.site, EncodeInstant(now))
	if err != nil {
		return 0, fmt.Errorf("sweep sessions: %w", err)
	}
	return result.RowsAffected()
}

// Find implements scs.Store, whose methods without a context scs does not call.
func (s Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit implements scs.Store.
func (s Sessions) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete implements scs.Store.
func (s Sessions) Delete(token string) error {
	return s.DeleteCtx(context.Background(), token)
}

func hashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
