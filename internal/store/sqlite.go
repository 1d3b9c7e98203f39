package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// sqliteEngine is SQLite through modernc.org/sqlite: one connection writes, so
// that writers queue in order instead of colliding, and a few only read.
type sqliteEngine struct{}

func (sqliteEngine) name() string { return "sqlite" }

func (sqliteEngine) open(ctx context.Context, path string, o Options) (*sql.DB, *sql.DB, error) {
	file, err := prepareFile(path)
	if err != nil {
		return nil, nil, err
	}
	write, err := sql.Open("sqlite", sqliteAddress(file, "immediate", ""))
	if err != nil {
		return nil, nil, err
	}
	write.SetMaxOpenConns(1)
	// The writer comes first: it turns a new file to WAL, which readers may not.
	err = write.PingContext(ctx)
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("%s: %w", file, err), write.Close())
	}
	read, err := sql.Open("sqlite", sqliteAddress(file, "deferred", "query_only(1)"))
	if err != nil {
		return nil, nil, errors.Join(err, write.Close())
	}
	readers := o.Readers
	if readers == 0 {
		readers = 2 * runtime.NumCPU()
	}
	readers = min(max(readers, 4), 8)
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers) // opening costs more than a page
	return write, read, nil
}

// prepareFile finds the database file of a path and makes it if needed, readable
// only by its owner: it holds applicants' personal data.
func prepareFile(path string) (string, error) {
	if path == "" {
		return "", errors.New("no path given")
	}
	file := path
	if !strings.HasSuffix(path, ".db") {
		file = filepath.Join(path, "gongkai.db")
	}
	file, err := filepath.Abs(file)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", path, err)
	}
	err = os.MkdirAll(filepath.Dir(file), 0o700)
	if err != nil {
		return "", fmt.Errorf("make directory: %w", err)
	}
	f, err := os.OpenFile(file, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return "", fmt.Errorf("make file: %w", err)
	}
	err = f.Close()
	if err != nil {
		return "", fmt.Errorf("make file: %w", err)
	}
	return file, nil
}

// sqliteAddress is the driver's address of a file with the settings every
// connection has. Double quotes never mean text, as on PostgreSQL.
func sqliteAddress(file, lock, pragma string) string {
	q := url.Values{"_txlock": {lock}, "_dqs": {"0"}, "_pragma": {
		"busy_timeout(5000)",
		"journal_mode(WAL)",
		"synchronous(FULL)",
		"foreign_keys(ON)",
		"cache_size(-65536)", // 64 MB for each connection
	}}
	if pragma != "" {
		q.Add("_pragma", pragma)
	}
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	address := url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}
	return address.String()
}

func (sqliteEngine) sql(s *statement) string { return s.sqlite }

func (sqliteEngine) writing() *sql.TxOptions { return nil }

func (sqliteEngine) reading() *sql.TxOptions { return nil }

func (sqliteEngine) unique(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	return e.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE || e.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY
}

// passing is another process, such as an import, that held the file for longer
// than busy_timeout.
func (sqliteEngine) passing(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_BUSY
}
