package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/ident"
)

// engine is all that differs between SQLite and PostgreSQL, beside a few
// statements made with textPerEngine.
type engine interface {
	// name is what the operator calls it, and the part of a migration's file name.
	name() string
	// open connects; the caller closes both pools, which may be the same.
	open(ctx context.Context, url string, o Options) (write, read *sql.DB, err error)
	// sql picks the engine's text of a statement.
	sql(s *statement) string
	// writing and reading are the options of the two kinds of transaction.
	writing() *sql.TxOptions
	reading() *sql.TxOptions
	// unique reports a broken UNIQUE or PRIMARY KEY.
	unique(err error) bool
	// passing reports an error that goes away when the transaction is run again.
	passing(err error) bool
}

// Options are the few things about a database an operator or a test may choose.
// The zero value is right for production.
type Options struct {
	Readers int              // reading connections of SQLite, 4 to 8; connections of PostgreSQL
	Now     func() time.Time // the clock; time.Now when nil
	IDs     *ident.Maker     // ident.System when nil
}

// DB is an open database.
type DB struct {
	engine engine
	write  *pool
	read   *pool
	now    func() time.Time
	ids    *ident.Maker

	enqueued func() // see OnEnqueue
}

// Open opens the database at url: a path for SQLite, made if it is not there, or
// an address postgres://… It does not migrate.
func Open(ctx context.Context, url string, o Options) (*DB, error) {
	var e engine = sqliteEngine{}
	if strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://") {
		e = postgresEngine{}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.IDs == nil {
		o.IDs = ident.System()
	}
	write, read, err := e.open(ctx, url, o)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", e.name(), err)
	}
	db := &DB{
		engine: e, now: o.Now, ids: o.IDs, enqueued: func() {},
		write: newPool(write, e), read: newPool(read, e),
	}
	if write == read {
		db.read = db.write
	}
	return db, nil
}

// Engine names the engine, "sqlite" or "postgres", for the operator's page.
func (db *DB) Engine() string { return db.engine.name() }

// Ping reports whether the database answers.
func (db *DB) Ping(ctx context.Context) error {
	err := db.read.db.PingContext(ctx)
	if err != nil {
		return fmt.Errorf("reach %s: %w", db.engine.name(), err)
	}
	return nil
}

// Close closes every connection. Transactions under way fail.
func (db *DB) Close() error {
	err := db.read.close()
	if db.write != db.read {
		err = errors.Join(err, db.write.close())
	}
	if err != nil {
		return fmt.Errorf("close %s: %w", db.engine.name(), err)
	}
	return nil
}

// translate gives an engine's error its kind of fault. The error stays wrapped,
// so that passing still recognises it.
func translate(e engine, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("%w: %w", fault.NotFound, err)
	case e.unique(err):
		return fmt.Errorf("%w: %w", fault.Conflict, err)
	}
	return err
}
