package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

// postgresEngine is PostgreSQL through pgx: one pool. Its transactions are
// serializable, so that code proven on SQLite's single writer stays right.
type postgresEngine struct{}

func (postgresEngine) name() string { return "postgres" }

func (postgresEngine) open(ctx context.Context, url string, o Options) (*sql.DB, *sql.DB, error) {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return nil, nil, err
	}
	connections := o.Readers
	if connections == 0 {
		connections = 16
	}
	db.SetMaxOpenConns(max(connections, 2))
	db.SetMaxIdleConns(max(connections, 2))
	db.SetConnMaxIdleTime(5 * time.Minute)
	err = verifyPostgres(ctx, db)
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return db, db, nil
}

const postgresCollation = `SELECT current_database(), datcollate, pg_encoding_to_char(encoding)
	FROM pg_database WHERE datname = current_database()`

// verifyPostgres refuses a database whose text order is not that of SQLite and
// Go: paging by key would skip and repeat rows.
func verifyPostgres(ctx context.Context, db *sql.DB) error {
	var name, collation, encoding string
	err := db.QueryRowContext(ctx, postgresCollation).Scan(&name, &collation, &encoding)
	if err != nil {
		return fmt.Errorf("ask for the collation: %w", err)
	}
	var ordered bool // whatever the provider is called, small letters follow all capitals
	err = db.QueryRowContext(ctx, `SELECT 'B' < 'a' AND 'a-b' < 'aa' AND '中' < '公'`).Scan(&ordered)
	if err != nil {
		return fmt.Errorf("try the collation: %w", err)
	}
	if !ordered || encoding != "UTF8" {
		return fmt.Errorf("database %s sorts as %s in %s; create it with TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'",
			name, collation, encoding)
	}
	return nil
}

func (postgresEngine) sql(s *statement) string { return s.postgres }

func (postgresEngine) writing() *sql.TxOptions {
	return &sql.TxOptions{Isolation: sql.LevelSerializable}
}

func (postgresEngine) reading() *sql.TxOptions {
	return &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
}

func (postgresEngine) unique(err error) bool { return postgresCode(err) == "23505" }

// passing is a transaction refused because it crossed another: serialization
// failure or deadlock.
func (postgresEngine) passing(err error) bool {
	code := postgresCode(err)
	return code == "40001" || code == "40P01"
}

func postgresCode(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
