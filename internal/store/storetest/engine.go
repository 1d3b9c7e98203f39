package storetest

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"gongkai/internal/store"
)

// Engine is a freshly migrated database that a test has for itself.
type Engine struct {
	Name string    // "sqlite" or "postgres", for t.Run
	URL  string    // to open it once more, or from another process
	DB   *store.DB // closed when the test ends
}

// Engines gives the test a database on each engine.
func Engines(t testing.TB) []Engine {
	t.Helper()
	return EnginesWith(t, store.Options{})
}

// EnginesWith is Engines with a clock or identifiers of the test's own.
func EnginesWith(t testing.TB, o store.Options) []Engine {
	t.Helper()
	engines := []Engine{open(t, "sqlite", sqliteFile(t), o)}
	url := postgresDatabase(t)
	if url != "" {
		engines = append(engines, open(t, "postgres", url, o))
	}
	return engines
}

// SQLite gives the test a database on SQLite, for tests of services that are the
// same on every engine.
func SQLite(t testing.TB, o store.Options) *store.DB {
	t.Helper()
	return open(t, "sqlite", sqliteFile(t), o).DB
}

func open(t testing.TB, name, url string, o store.Options) Engine {
	t.Helper()
	db, err := store.Open(t.Context(), url, o)
	if err != nil {
		t.Fatalf("Open(%s): %v", url, err)
	}
	t.Cleanup(func() {
		err := db.Close()
		if err != nil {
			t.Errorf("Close(%s): %v", url, err)
		}
	})
	return Engine{Name: name, URL: url, DB: db}
}

// migrated is the content of a migrated database file: copying it is quicker
// than migrating for each test.
var migrated struct {
	once    sync.Once
	content []byte
}

func sqliteFile(t testing.TB) string {
	t.Helper()
	migrated.once.Do(func() { migrated.content = migratedFile(t) })
	if migrated.content == nil {
		t.Fatal("an earlier test could not migrate SQLite")
	}
	path := filepath.Join(t.TempDir(), "test.db")
	err := os.WriteFile(path, migrated.content, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func migratedFile(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "template.db")
	db, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatalf("Open(%s): %v", path, err)
	}
	err = db.Migrate(t.Context())
	if err != nil {
		t.Fatalf("Migrate SQLite: %v", err)
	}
	err = db.Close() // the last connection moves the write-ahead log into the file
	if err != nil {
		t.Fatalf("Close(%s): %v", path, err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
