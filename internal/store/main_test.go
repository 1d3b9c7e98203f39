package store_test

import (
	"testing"

	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// onEach runs a test on a fresh database of each engine.
func onEach(t *testing.T, test func(t *testing.T, db *store.DB)) {
	t.Helper()
	onEachWith(t, store.Options{}, test)
}

func onEachWith(t *testing.T, o store.Options, test func(t *testing.T, db *store.DB)) {
	t.Helper()
	for _, engine := range storetest.EnginesWith(t, o) {
		t.Run(engine.Name, func(t *testing.T) { test(t, engine.DB) })
	}
}

// run executes a statement outside the registry, such as DDL of a test's table.
func run(t *testing.T, db *store.DB, sql string, args ...any) {
	t.Helper()
	_, err := store.Writer(db).ExecContext(t.Context(), sql, args...)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// count returns the only number a query gives.
func count(t *testing.T, db *store.DB, sql string, args ...any) int {
	t.Helper()
	var n int
	err := store.Reader(db).QueryRowContext(t.Context(), sql, args...).Scan(&n)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return n
}
