package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
)

// Queryer runs statements: inside a transaction (*Tx, Read) or each on its own
// (DB.Reader). What loads and lists takes a Queryer and is written once.
type Queryer interface {
	// QueryContext returns rows to be read to the end or closed; check their Err.
	QueryContext(ctx context.Context, s *statement, args ...any) (*sql.Rows, error)
	// QueryRowContext returns the first row; its Scan is fault.NotFound if none.
	QueryRowContext(ctx context.Context, s *statement, args ...any) *Row
	// ExecContext runs a statement that returns no rows.
	ExecContext(ctx context.Context, s *statement, args ...any) (sql.Result, error)
}

// Row is the answer of QueryRowContext.
type Row struct {
	row    *sql.Row
	engine engine
	err    error
}

// Scan reads the columns. It returns fault.NotFound when there was no row, and
// fault.Conflict when an INSERT … RETURNING broke a UNIQUE.
func (r *Row) Scan(dest ...any) error {
	if r.err != nil {
		return r.err
	}
	return translate(r.engine, r.row.Scan(dest...))
}

// pool is a set of connections and the statements prepared on them. Preparing
// costs SQLite as much as a point read does; pgx keeps its own cache.
type pool struct {
	db       *sql.DB
	engine   engine
	mu       sync.RWMutex
	prepared map[*statement]*sql.Stmt
}

func newPool(db *sql.DB, e engine) *pool {
	return &pool{db: db, engine: e, prepared: make(map[*statement]*sql.Stmt)}
}

func (p *pool) cached(s *statement) *sql.Stmt {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.prepared[s]
}

// prepare returns the prepared statement, preparing it at first use. It needs a
// free connection, so it is not for use inside a transaction.
func (p *pool) prepare(ctx context.Context, s *statement) (*sql.Stmt, error) {
	stmt := p.cached(s)
	if stmt != nil {
		return stmt, nil
	}
	made, err := p.db.PrepareContext(ctx, p.engine.sql(s))
	if err != nil {
		return nil, fmt.Errorf("prepare statement: %w", err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	stmt = p.prepared[s]
	if stmt == nil {
		p.prepared[s] = made
		return made, nil
	}
	return stmt, made.Close() // somebody was quicker
}

func (p *pool) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var errs []error
	for _, stmt := range p.prepared {
		errs = append(errs, stmt.Close())
	}
	clear(p.prepared)
	return errors.Join(append(errs, p.db.Close())...)
}

// QueryContext implements Queryer, in a transaction of its own.
func (p *pool) QueryContext(ctx context.Context, s *statement, args ...any) (*sql.Rows, error) {
	stmt, err := p.prepare(ctx, s)
	if err != nil {
		return nil, err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	return rows, translate(p.engine, err)
}

// QueryRowContext implements Queryer, in a transaction of its own.
func (p *pool) QueryRowContext(ctx context.Context, s *statement, args ...any) *Row {
	stmt, err := p.prepare(ctx, s)
	if err != nil {
		return &Row{err: err}
	}
	return &Row{row: stmt.QueryRowContext(ctx, args...), engine: p.engine}
}

// ExecContext implements Queryer, in a transaction of its own.
func (p *pool) ExecContext(ctx context.Context, s *statement, args ...any) (sql.Result, error) {
	stmt, err := p.prepare(ctx, s)
	if err != nil {
		return nil, err
	}
	result, err := stmt.ExecContext(ctx, args...)
	return result, translate(p.engine, err)
}
