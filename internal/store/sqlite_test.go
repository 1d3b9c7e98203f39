package store_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/store"
)

func TestOpenMakesItsFile(t *testing.T) {
	base := t.TempDir()
	for _, c := range []struct{ path, file string }{
		{filepath.Join(base, "data"), "data/gongkai.db"},
		{filepath.Join(base, "deep", "er"), "deep/er/gongkai.db"},
		{filepath.Join(base, "one.db"), "one.db"},
		{filepath.Join(base, "县 政府?x=1#a%20b", "公开.db"), "县 政府?x=1#a%20b/公开.db"},
	} {
		db, err := store.Open(t.Context(), c.path, store.Options{})
		if err != nil {
			t.Errorf("Open(%q) = %v", c.path, err)
			continue
		}
		err = db.Ping(t.Context())
		if err != nil || db.Engine() != "sqlite" {
			t.Errorf("Ping(%q) on %s = %v", c.path, db.Engine(), err)
		}
		err = db.Close()
		if err != nil {
			t.Errorf("Close(%q) = %v", c.path, err)
		}
		info, err := os.Stat(filepath.Join(base, c.file))
		if err != nil {
			t.Errorf("Open(%q) made no %s: %v", c.path, c.file, err)
			continue
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("mode of %s = %v, want -rw-------", c.file, info.Mode())
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	base := t.TempDir()
	text := filepath.Join(base, "text.db")
	err := os.WriteFile(text, []byte(strings.Repeat("not a database ", 100)), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	for _, url := range []string{"", text, filepath.Join(text, "below"), "postgres://%zz", "postgres://127.0.0.1:1/none?connect_timeout=1"} {
		db, err := store.Open(t.Context(), url, store.Options{})
		if err == nil {
			t.Errorf("Open(%q) = nil, want an error", url)
			db.Close()
		}
	}
}

func TestEverySQLiteConnectionIsSetUp(t *testing.T) {
	db, err := store.Open(t.Context(), t.TempDir(), store.Options{Readers: 6})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if n := store.Writer(db).Stats().MaxOpenConnections; n != 1 {
		t.Errorf("writing connections = %d, want 1", n)
	}
	if n := store.Reader(db).Stats().MaxOpenConnections; n != 6 {
		t.Errorf("reading connections = %d, want 6", n)
	}
	pragmas := map[string]string{
		"journal_mode": "wal", "synchronous": "2", "busy_timeout": "5000", "foreign_keys": "1", "cache_size": "-65536",
	}
	for i := range 7 { // held until the end, so that each is another connection
		pool, queryOnly := store.Reader(db), "1"
		if i == 6 {
			pool, queryOnly = store.Writer(db), "0"
		}
		conn, err := pool.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		pragmas["query_only"] = queryOnly
		for name, want := range pragmas {
			if got := pragma(t, conn, name); got != want {
				t.Errorf("connection %d: %s = %s, want %s", i, name, got, want)
			}
		}
	}
}

func pragma(t *testing.T, conn *sql.Conn, name string) string {
	t.Helper()
	var value string
	err := conn.QueryRowContext(t.Context(), `PRAGMA `+name).Scan(&value)
	if err != nil {
		t.Fatalf("PRAGMA %s: %v", name, err)
	}
	return value
}
