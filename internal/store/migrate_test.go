package store_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

func TestMigrationsOnlyGoForward(t *testing.T) {
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatalf("Glob() = %v, %v, want migrations", files, err)
	}
	for _, file := range files {
		content, err := fs.ReadFile(os.DirFS("."), file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(content), "+goose Down") || strings.Contains(string(content), "NO TRANSACTION") {
			t.Errorf("%s can go back or runs outside a transaction", file)
		}
	}
}

func TestPendingAndMigrate(t *testing.T) {
	db, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	pending, err := db.Pending(t.Context())
	if err != nil || len(pending) == 0 || !slices.Contains(pending, "0001_trail_and_job.sqlite.sql") {
		t.Errorf("Pending() of an empty database = %v, %v, want all migrations", pending, err)
	}
	for range 2 { // the second finds nothing to do
		begun := time.Now()
		err = db.Migrate(t.Context())
		if err != nil {
			t.Fatalf("Migrate() = %v", err)
		}
		t.Logf("migrated in %v", time.Since(begun))
	}
	pending, err = db.Pending(t.Context())
	if err != nil || len(pending) != 0 {
		t.Errorf("Pending() after Migrate() = %v, %v, want none", pending, err)
	}
}

// Two programs may start at once after an upgrade.
func TestMigratingTwiceAtOnce(t *testing.T) {
	for _, engine := range storetest.Engines(t) {
		t.Run(engine.Name, func(t *testing.T) {
			forget(t, engine.DB)
			other, err := store.Open(t.Context(), engine.URL, store.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer other.Close()
			var group sync.WaitGroup
			for _, db := range []*store.DB{engine.DB, other} {
				group.Go(func() {
					err := db.Migrate(t.Context())
					if err != nil {
						t.Errorf("Migrate() beside another = %v", err)
					}
				})
			}
			group.Wait()
		})
	}
}

// forget empties the database, down to the table of migrations.
func forget(t *testing.T, db *store.DB) {
	t.Helper()
	if db.Engine() == "postgres" {
		run(t, db, `DROP SCHEMA public CASCADE`)
		run(t, db, `CREATE SCHEMA public`)
		return
	}
	run(t, db, `PRAGMA foreign_keys = OFF`)
	for table := range columns(t, db) {
		run(t, db, `DROP TABLE `+table)
	}
	run(t, db, `DROP TABLE schema_version`)
	run(t, db, `PRAGMA foreign_keys = ON`)
}

// The shared and the paired migrations make the same tables on both engines.
func TestSchemasAgree(t *testing.T) {
	engines := storetest.Engines(t)
	first := columns(t, engines[0].DB)
	if len(first) < 3 {
		t.Errorf("tables = %v, want at least those of the first migration", slices.Sorted(maps.Keys(first)))
	}
	for _, engine := range engines[1:] {
		other := columns(t, engine.DB)
		for table := range first {
			if !slices.Equal(first[table], other[table]) {
				t.Errorf("columns of %s: %s has %v, %s has %v", table, engines[0].Name, first[table], engine.Name, other[table])
			}
		}
		for table := range other {
			if first[table] == nil {
				t.Errorf("table %s is only on %s", table, engine.Name)
			}
		}
	}
}

func TestPrimaryKeysBeginWithTheSite(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		query := `SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.pk = 1
			WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`
		if db.Engine() == "postgres" {
			query = `SELECT c.relname, a.attname FROM pg_index i
				JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
				JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
				WHERE i.indisprimary`
		}
		keys := pairs(t, db, query)
		for table := range columns(t, db) {
			if !slices.Equal(keys[table], []string{"site_id"}) {
				t.Errorf("primary key of %s begins with %v, want site_id", table, keys[table])
			}
		}
	})
}

// columns lists the columns of each table of ours, in order.
func columns(t *testing.T, db *store.DB) map[string][]string {
	t.Helper()
	query := `SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.sql NOT LIKE 'CREATE VIRTUAL%'
		ORDER BY m.name, c.cid`
	if db.Engine() == "postgres" {
		query = `SELECT table_name, column_name FROM information_schema.columns
			WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`
	}
	tables := pairs(t, db, query)
	delete(tables, "schema_version")
	return tables
}

func pairs(t *testing.T, db *store.DB, query string) map[string][]string {
	t.Helper()
	rows, err := store.Reader(db).QueryContext(t.Context(), query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	found := make(map[string][]string)
	for rows.Next() {
		var key, value string
		err := rows.Scan(&key, &value)
		if err != nil {
			t.Fatal(err)
		}
		found[key] = append(found[key], value)
	}
	err = rows.Err()
	if err != nil {
		t.Fatal(err)
	}
	return found
}
