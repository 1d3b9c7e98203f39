package store

import (
	"context"
	"database/sql"
	"fmt"
)

// PrepareAll prepares every registered statement and returns what failed.
func PrepareAll(ctx context.Context, db *DB) []error {
	var failed []error
	for _, s := range statements {
		stmt, err := db.write.db.PrepareContext(ctx, db.engine.sql(s))
		if err != nil {
			failed = append(failed, fmt.Errorf("%s\n%w", db.engine.sql(s), err))
			continue
		}
		_ = stmt.Close()
	}
	return failed
}

// Texts returns the statements as the engine gets them.
func Texts(db *DB) []string {
	var texts []string
	for _, s := range statements {
		texts = append(texts, db.engine.sql(s))
	}
	return texts
}

// Writer and Reader give tests the pools, for tables of their own.
func Writer(db *DB) *sql.DB { return db.write.db }
func Reader(db *DB) *sql.DB { return db.read.db }

// Statement makes a statement of a test's table, which PrepareAll must not see.
func Statement(sql string) *statement { return &statement{sqlite: sql, postgres: sql} }

// Prepared counts the statements that the writer keeps prepared.
func Prepared(db *DB) int {
	db.write.mu.RLock()
	defer db.write.mu.RUnlock()
	return len(db.write.prepared)
}
