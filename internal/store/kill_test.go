package store_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

// batch is how many rows each transaction of the killed process writes.
const batch = 50

var addKilled = store.Statement(`INSERT INTO note (id, n) VALUES ($1, $2)`)

// TestHelperWritesUntilKilled is the process that TestKilledInsideATransaction
// kills. It reports each transaction before its commit and after, so that the
// parent can strike at either.
func TestHelperWritesUntilKilled(t *testing.T) {
	url := os.Getenv("GONGKAI_WRITE_TO")
	if url == "" {
		return
	}
	db, err := store.Open(t.Context(), url, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for round := 0; ; round++ {
		err := db.InTx(t.Context(), func(tx *store.Tx) error {
			for i := range batch {
				_, err := tx.ExecContext(t.Context(), addKilled, fmt.Sprintf("%d-%d", round, i), round)
				if err != nil {
					return err
				}
			}
			fmt.Printf("written %d\n", round)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("committed %d\n", round)
	}
}

func TestKilledInsideATransaction(t *testing.T) {
	for _, engine := range storetest.Engines(t) {
		t.Run(engine.Name, func(t *testing.T) {
			run(t, engine.DB, `CREATE TABLE note (id TEXT PRIMARY KEY, n INTEGER NOT NULL)`)
			for strike, mark := range []string{"written 3", "committed 2", "written 0", "committed 5"} {
				run(t, engine.DB, `DELETE FROM note`)
				committed := writeAndKill(t, engine.URL, mark)
				settle(t, engine.DB)
				whole := count(t, engine.DB, `SELECT count(*) FROM (SELECT n FROM note GROUP BY n HAVING count(*) = $1) w`, batch)
				rounds := count(t, engine.DB, `SELECT count(DISTINCT n) FROM note`)
				if whole != rounds {
					t.Errorf("strike %d after %q: %d of %d transactions are whole, want all", strike, mark, whole, rounds)
				}
				if whole < committed+1 {
					t.Errorf("strike %d after %q: transactions kept = %d, want the %d that were committed", strike, mark, whole, committed+1)
				}
			}
			// What the dead process held must not block the living.
			err := engine.DB.InTx(t.Context(), func(tx *store.Tx) error { return add(t.Context(), tx, "after", -1) })
			if err != nil {
				t.Errorf("InTx() after the kill = %v", err)
			}
		})
	}
}

// settle waits until the server has noticed the death: it may still carry out what
// the process had sent.
func settle(t *testing.T, db *store.DB) {
	t.Helper()
	if db.Engine() != "postgres" {
		return
	}
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		busy := count(t, db, `SELECT count(*) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`)
		if busy == 0 {
			return
		}
	}
	t.Fatal("the server still works for the dead process after 20 seconds")
}

// writeAndKill starts the writing process, kills it the moment it prints mark, and
// returns the last round it had reported as committed, or -1.
func writeAndKill(t *testing.T, url, mark string) int {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestHelperWritesUntilKilled$")
	child.Env = append(os.Environ(), "GONGKAI_WRITE_TO="+url)
	child.Stderr = os.Stderr
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	err = child.Start()
	if err != nil {
		t.Fatal(err)
	}
	committed, struck := -1, false
	for lines := bufio.NewScanner(output); lines.Scan(); {
		line := lines.Text()
		_, err := fmt.Sscanf(line, "committed %d", &committed)
		if err == nil || strings.HasPrefix(line, "written") {
			if line == mark && !struck {
				struck = true
				err := child.Process.Kill()
				if err != nil {
					t.Fatal(err)
				}
			}
			continue
		}
		t.Logf("writing process: %s", line)
	}
	_ = child.Wait() // it was killed
	if !struck {
		t.Fatalf("the writing process ended before it printed %q", mark)
	}
	return committed
}
