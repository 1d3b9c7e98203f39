package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

// attempts is how often a transaction is tried that others keep getting in the
// way of; the waits between them add up to about two seconds.
const attempts = 10

// Tx is a transaction. It is a Queryer, an audit.Trail and takes jobs. It is
// used by one goroutine and not after its function has returned.
type Tx struct {
	db       *DB
	pool     *pool
	tx       *sql.Tx
	prepared map[*statement]*sql.Stmt
	after    []func()
}

// InTx runs do in a transaction and commits when it returns nil. Any error, and a
// panic, rolls everything back. The function may run several times; see the
// package comment.
func (db *DB) InTx(ctx context.Context, do func(tx *Tx) error) error {
	return retry(ctx, db.engine, func() error {
		tx, err := db.begin(ctx, db.write, db.engine.writing(), do)
		if err != nil {
			return err
		}
		for _, f := range tx.after {
			f()
		}
		db.write.promote(ctx, tx)
		return nil
	})
}

// Read runs do over one unchanging state of the database, for pages and reports
// that ask several questions. Writing fails.
func (db *DB) Read(ctx context.Context, do func(q Queryer) error) error {
	return retry(ctx, db.engine, func() error {
		tx, err := db.begin(ctx, db.read, db.engine.reading(), func(tx *Tx) error { return do(tx) })
		if err != nil {
			return err
		}
		db.read.promote(ctx, tx)
		return nil
	})
}

// Reader returns a Queryer for questions that stand alone: each sees what was
// committed before it.
func (db *DB) Reader() Queryer { return db.read }

// AfterCommit has f called once the transaction is safely stored, such as to drop
// a cached page. It is not called when the transaction is rolled back. It must
// not fail: what must not be lost is a job.
func (tx *Tx) AfterCommit(f func()) { tx.after = append(tx.after, f) }

func (db *DB) begin(ctx context.Context, p *pool, o *sql.TxOptions, do func(tx *Tx) error) (*Tx, error) {
	sqlTx, err := p.db.BeginTx(ctx, o)
	if err != nil {
		return nil, fmt.Errorf("begin transaction: %w", err)
	}
	tx := &Tx{db: db, pool: p, tx: sqlTx, prepared: make(map[*statement]*sql.Stmt)}
	finished := false
	defer func() {
		if !finished { // do panicked, or ended its goroutine as t.Fatal does
			_ = sqlTx.Rollback()
		}
	}()
	err = do(tx)
	finished = true
	if err != nil {
		undone := sqlTx.Rollback()
		if undone != nil && !errors.Is(undone, sql.ErrTxDone) {
			return nil, errors.Join(err, fmt.Errorf("roll back: %w", undone))
		}
		return nil, err
	}
	err = sqlTx.Commit()
	if err != nil {
		return nil, fmt.Errorf("commit: %w", err)
	}
	return tx, nil
}

// retry runs do again while its error is a passing one.
func retry(ctx context.Context, e engine, do func() error) error {
	wait := 2 * time.Millisecond
	for attempt := 1; ; attempt++ {
		err := do()
		if err == nil || !e.passing(err) || attempt == attempts {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-time.After(wait/2 + rand.N(wait)):
		}
		wait *= 2
	}
}

// stmt returns the statement prepared for this transaction. One that the pool
// has not prepared yet belongs to the transaction and ends with it: preparing on
// the pool would wait for a connection, which this very transaction may hold.
func (tx *Tx) stmt(ctx context.Context, s *statement) (*sql.Stmt, error) {
	stmt := tx.prepared[s]
	if stmt != nil {
		return stmt, nil
	}
	shared := tx.pool.cached(s)
	if shared != nil {
		stmt = tx.tx.StmtContext(ctx, shared)
	} else {
		made, err := tx.tx.PrepareContext(ctx, tx.pool.engine.sql(s))
		if err != nil {
			return nil, fmt.Errorf("prepare statement: %w", err)
		}
		stmt = made
	}
	tx.prepared[s] = stmt
	return stmt, nil
}

// promote prepares on the pool what a finished transaction had to prepare for
// itself, so that the next one need not. Failing costs only time.
func (p *pool) promote(ctx context.Context, tx *Tx) {
	for s := range tx.prepared {
		if p.cached(s) == nil {
			_, _ = p.prepare(ctx, s)
		}
	}
}

// QueryContext implements Queryer.
func (tx *Tx) QueryContext(ctx context.Context, s *statement, args ...any) (*sql.Rows, error) {
	stmt, err := tx.stmt(ctx, s)
	if err != nil {
		return nil, err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	return rows, translate(tx.pool.engine, err)
}

// QueryRowContext implements Queryer.
func (tx *Tx) QueryRowContext(ctx context.Context, s *statement, args ...any) *Row {
	stmt, err := tx.stmt(ctx, s)
	if err != nil {
		return &Row{err: err}
	}
	return &Row{row: stmt.QueryRowContext(ctx, args...), engine: tx.pool.engine}
}

// ExecContext implements Queryer.
func (tx *Tx) ExecContext(ctx context.Context, s *statement, args ...any) (sql.Result, error) {
	stmt, err := tx.stmt(ctx, s)
	if err != nil {
		return nil, err
	}
	result, err := stmt.ExecContext(ctx, args...)
	return result, translate(tx.pool.engine, err)
}

// Unit is a feature's unit of work: it hands each transaction over as the
// feature's own Tx. Embed it in the feature's store.
type Unit[T any] struct {
	DB *DB
	as func(tx *Tx) T
}

// NewUnit returns a Unit that wraps transactions with as.
func NewUnit[T any](db *DB, as func(tx *Tx) T) Unit[T] {
	return Unit[T]{DB: db, as: as}
}

// InTx is DB.InTx in the feature's words.
func (u Unit[T]) InTx(ctx context.Context, do func(tx T) error) error {
	return u.DB.InTx(ctx, func(tx *Tx) error { return do(u.as(tx)) })
}
