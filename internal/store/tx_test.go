package store_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"gongkai/internal/fault"
	"gongkai/internal/store"
)

var (
	addNote   = store.Statement(`INSERT INTO note (id, n) VALUES ($1, $2)`)
	noteByID  = store.Statement(`SELECT n FROM note WHERE id = $1`)
	setNote   = store.Statement(`UPDATE note SET n = $1 WHERE id = $2`)
	noteCount = store.Statement(`SELECT count(*) FROM note`)
	addAndGet = store.Statement(`INSERT INTO note (id, n) VALUES ($1, $2) RETURNING n`)
)

// withNotes runs a test on each engine with a table to play with.
func withNotes(t *testing.T, test func(t *testing.T, db *store.DB)) {
	t.Helper()
	onEach(t, func(t *testing.T, db *store.DB) {
		run(t, db, `CREATE TABLE note (id TEXT PRIMARY KEY, n INTEGER NOT NULL)`)
		test(t, db)
	})
}

func add(ctx context.Context, q store.Queryer, id string, n int) error {
	_, err := q.ExecContext(ctx, addNote, id, n)
	return err
}

func TestInTxCommits(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		var calls []string
		err := db.InTx(t.Context(), func(tx *store.Tx) error {
			tx.AfterCommit(func() { calls = append(calls, "after") })
			calls = append(calls, "in")
			return add(t.Context(), tx, "a", 7)
		})
		if err != nil {
			t.Fatalf("InTx() = %v", err)
		}
		var n int
		err = db.Reader().QueryRowContext(t.Context(), noteByID, "a").Scan(&n)
		if err != nil || n != 7 {
			t.Errorf("note a = %d, %v, want 7", n, err)
		}
		if len(calls) != 2 || calls[1] != "after" {
			t.Errorf("calls = %v, want [in after]", calls)
		}
	})
}

func TestInTxRollsBackOnError(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		refused := errors.New("refused")
		err := db.InTx(t.Context(), func(tx *store.Tx) error {
			tx.AfterCommit(func() { t.Error("AfterCommit ran after a rollback") })
			err := add(t.Context(), tx, "a", 1)
			if err != nil {
				return err
			}
			return refused
		})
		if !errors.Is(err, refused) {
			t.Errorf("InTx() = %v, want %v", err, refused)
		}
		if n := count(t, db, `SELECT count(*) FROM note`); n != 0 {
			t.Errorf("notes after rollback = %d, want 0", n)
		}
	})
}

func TestInTxRollsBackOnPanicAndPanicsOn(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		func() {
			defer func() {
				if got := recover(); got != "boom" {
					t.Errorf("recover() = %v, want boom", got)
				}
			}()
			_ = db.InTx(t.Context(), func(tx *store.Tx) error {
				err := add(t.Context(), tx, "a", 1)
				if err != nil {
					return err
				}
				panic("boom")
			})
		}()
		// The single writer must be free again.
		err := db.InTx(t.Context(), func(tx *store.Tx) error { return add(t.Context(), tx, "b", 1) })
		if err != nil {
			t.Fatalf("InTx() after a panic = %v", err)
		}
		if n := count(t, db, `SELECT count(*) FROM note WHERE id = 'a'`); n != 0 {
			t.Errorf("notes of the panicking transaction = %d, want 0", n)
		}
	})
}

func TestCommitErrorIsNotLost(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		run(t, db, `CREATE TABLE child (id TEXT PRIMARY KEY,
			parent TEXT REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED)`)
		orphan := store.Statement(`INSERT INTO child (id, parent) VALUES ('c', 'nobody')`)
		err := db.InTx(t.Context(), func(tx *store.Tx) error {
			tx.AfterCommit(func() { t.Error("AfterCommit ran after a failed commit") })
			_, err := tx.ExecContext(t.Context(), orphan)
			if err != nil {
				t.Errorf("insert with a deferred check = %v, want it to fail at commit", err)
			}
			return err
		})
		if err == nil {
			t.Error("InTx() = nil, want the error of the commit")
		}
		if n := count(t, db, `SELECT count(*) FROM child`); n != 0 {
			t.Errorf("children = %d, want 0", n)
		}
		err = db.InTx(t.Context(), func(tx *store.Tx) error { return add(t.Context(), tx, "a", 1) })
		if err != nil {
			t.Errorf("InTx() after a failed commit = %v", err)
		}
	})
}

func TestEngineErrorsBecomeFaults(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		run(t, db, `CREATE UNIQUE INDEX note_n ON note (n)`)
		run(t, db, `INSERT INTO note (id, n) VALUES ('a', 1)`)
		for name, do := range map[string]func(q store.Queryer) error{
			"primary key":     func(q store.Queryer) error { return add(t.Context(), q, "a", 2) },
			"unique index":    func(q store.Queryer) error { return add(t.Context(), q, "b", 1) },
			"insert returing": func(q store.Queryer) error { return q.QueryRowContext(t.Context(), addAndGet, "a", 2).Scan(new(int)) },
		} {
			err := db.InTx(t.Context(), func(tx *store.Tx) error { return do(tx) })
			if !errors.Is(err, fault.Conflict) {
				t.Errorf("%s broken: InTx() = %v, want fault.Conflict", name, err)
			}
		}
		err := db.Reader().QueryRowContext(t.Context(), noteByID, "none").Scan(new(int))
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("Scan() of a missing row = %v, want fault.NotFound", err)
		}
		err = db.InTx(t.Context(), func(tx *store.Tx) error {
			return tx.QueryRowContext(t.Context(), noteByID, "none").Scan(new(int))
		})
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("Scan() of a missing row in a transaction = %v, want fault.NotFound", err)
		}
	})
}

func TestReadRefusesToWriteAndSeesOneState(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		err := db.Read(t.Context(), func(q store.Queryer) error { return add(t.Context(), q, "a", 1) })
		if err == nil {
			t.Error("writing in Read = nil, want an error")
		}
		err = db.Read(t.Context(), func(q store.Queryer) error {
			var before, after int
			err := q.QueryRowContext(t.Context(), noteCount).Scan(&before)
			if err != nil {
				return err
			}
			run(t, db, `INSERT INTO note (id, n) VALUES ('x', 1)`)
			err = q.QueryRowContext(t.Context(), noteCount).Scan(&after)
			if before != 0 || after != 0 {
				t.Errorf("notes seen before and after another's commit = %d, %d, want 0, 0", before, after)
			}
			return err
		})
		if err != nil {
			t.Errorf("Read() = %v", err)
		}
	})
}

// Reading a value and writing it back loses no update: transactions count as if
// run one after another, and the refused ones are run again.
func TestTransactionsDoNotOverwriteEachOther(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		run(t, db, `INSERT INTO note (id, n) VALUES ('counter', 0)`)
		const workers, rounds = 4, 20
		var group sync.WaitGroup
		for range workers {
			group.Go(func() {
				for range rounds {
					err := db.InTx(t.Context(), func(tx *store.Tx) error {
						var n int
						err := tx.QueryRowContext(t.Context(), noteByID, "counter").Scan(&n)
						if err != nil {
							return err
						}
						_, err = tx.ExecContext(t.Context(), setNote, n+1, "counter")
						return err
					})
					if err != nil {
						t.Errorf("InTx() = %v", err)
					}
				}
			})
		}
		group.Wait()
		if n := count(t, db, `SELECT n FROM note WHERE id = 'counter'`); n != workers*rounds {
			t.Errorf("counter = %d, want %d", n, workers*rounds)
		}
	})
}

func TestCancelledTransactionLeavesNothing(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		ctx, cancel := context.WithCancel(t.Context())
		err := db.InTx(ctx, func(tx *store.Tx) error {
			err := add(ctx, tx, "a", 1)
			cancel()
			return err
		})
		if err == nil {
			t.Error("InTx() of a cancelled context = nil, want an error")
		}
		if n := count(t, db, `SELECT count(*) FROM note`); n != 0 {
			t.Errorf("notes = %d, want 0", n)
		}
	})
}

func TestStatementsStayPrepared(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		before := store.Prepared(db)
		for i := range 50 {
			err := db.InTx(t.Context(), func(tx *store.Tx) error {
				for j := range 3 {
					err := add(t.Context(), tx, string(rune('a'+i))+string(rune('a'+j)), i)
					if err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if got := store.Prepared(db) - before; got != 1 {
			t.Errorf("statements prepared by 150 inserts = %d, want 1", got)
		}
	})
}

type noteTx struct{ *store.Tx }

func (tx noteTx) Add(ctx context.Context, id string) error { return add(ctx, tx, id, 0) }

func TestUnitHandsOverTheFeaturesTx(t *testing.T) {
	withNotes(t, func(t *testing.T, db *store.DB) {
		type notes interface {
			Add(ctx context.Context, id string) error
		}
		unit := store.NewUnit(db, func(tx *store.Tx) notes { return noteTx{tx} })
		err := unit.InTx(t.Context(), func(tx notes) error { return tx.Add(t.Context(), "a") })
		if err != nil {
			t.Fatalf("Unit.InTx() = %v", err)
		}
		if n := count(t, db, `SELECT count(*) FROM note`); n != 1 {
			t.Errorf("notes = %d, want 1", n)
		}
	})
}
