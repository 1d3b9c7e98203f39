package store_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"gongkai/internal/audit"
	"gongkai/internal/ident"
	"gongkai/internal/store"
)

var nine = time.Date(2026, 3, 2, 9, 0, 0, 123456000, time.UTC)

func write(t *testing.T, db *store.DB, entries ...audit.Entry) error {
	t.Helper()
	return db.InTx(t.Context(), func(tx *store.Tx) error {
		var trail audit.Trail = tx
		for _, e := range entries {
			err := trail.Audit(t.Context(), e)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func TestAuditKeepsEveryField(t *testing.T) {
	o := store.Options{Now: func() time.Time { return nine }, IDs: ident.Sequence(1)}
	onEachWith(t, o, func(t *testing.T, db *store.DB) {
		want := audit.Entry{
			SiteID: "s", ID: "e1", At: nine.Add(time.Hour), ActorID: "p1", ActorName: "张𠮷", Action: "request.reply",
			ObjectKind: "request", ObjectID: "r1", OrganID: "o1", Reason: "按期答复",
			Before: json.RawMessage(`{"state":"accepted"}`), After: json.RawMessage(`{"state":"replied"}`),
		}
		err := write(t, db, want, audit.Entry{SiteID: "s", Action: "site.open", ObjectKind: "site"})
		if err != nil {
			t.Fatalf("Audit() = %v", err)
		}
		got, err := db.AuditOfObject(t.Context(), "s", "request", "r1", store.AuditPosition{}, 10)
		if err != nil || len(got) != 1 || !reflect.DeepEqual(got[0], want) {
			t.Errorf("AuditOfObject() = %+v, %v, want %+v", got, err, want)
		}
		all, err := db.AuditSince(t.Context(), "s", nine, store.AuditPosition{}, 10)
		if err != nil || len(all) != 2 {
			t.Fatalf("AuditSince() = %+v, %v, want 2 entries", all, err)
		}
		first := all[0]
		if !ident.Valid(first.ID) || !first.At.Equal(nine) || first.Before != nil || first.After != nil {
			t.Errorf("entry filled in = %+v, want an ID, the time %v and no states", first, nine)
		}
	})
}

func TestAuditRefuses(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		good := audit.Entry{SiteID: "s", ID: "e1", Action: "a", ObjectKind: "k", ObjectID: "1"}
		err := write(t, db, good)
		if err != nil {
			t.Fatal(err)
		}
		for name, change := range map[string]func(e *audit.Entry){
			"no action":   func(e *audit.Entry) { e.Action = "" },
			"no kind":     func(e *audit.Entry) { e.ObjectKind = "" },
			"broken JSON": func(e *audit.Entry) { e.After = json.RawMessage(`{`) },
		} {
			e := good
			e.ID = "e2"
			change(&e)
			err := write(t, db, e)
			if err == nil {
				t.Errorf("Audit() with %s = nil, want an error", name)
			}
		}
		err = write(t, db, good)
		if err == nil {
			t.Error("Audit() of the same ID again = nil, want an error")
		}
	})
}

func TestTheTrailIsAppendOnly(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		err := write(t, db, audit.Entry{SiteID: "s", ID: "e1", Action: "a", ObjectKind: "k", ObjectID: "1"})
		if err != nil {
			t.Fatal(err)
		}
		attacks := []string{
			`UPDATE audit_entry SET reason = 'other'`,
			`DELETE FROM audit_entry`,
			`DELETE FROM audit_entry WHERE id = 'e1'`,
			`INSERT INTO audit_entry (site_id, id, at, actor_id, actor_name, action, object_kind, object_id, organ_id, reason, before_json, after_json)
				VALUES ('s', 'e1', '2026-01-01T00:00:00.000000Z', '', '', 'b', 'k', '1', '', '', '', '')
				ON CONFLICT (site_id, id) DO UPDATE SET reason = 'other'`,
		}
		if db.Engine() == "postgres" {
			attacks = append(attacks, `TRUNCATE audit_entry`)
		} else {
			attacks = append(attacks, `REPLACE INTO audit_entry (site_id, id, at, actor_id, actor_name, action, object_kind, object_id, organ_id, reason, before_json, after_json)
				VALUES ('s', 'e1', '2026-01-01T00:00:00.000000Z', '', '', 'b', 'k', '1', '', 'other', '', '')`)
		}
		for _, attack := range attacks {
			_, err := store.Writer(db).ExecContext(t.Context(), attack)
			if err == nil || !strings.Contains(err.Error(), "append-only") {
				t.Errorf("%s\n= %v, want it refused as append-only", attack, err)
			}
		}
		if n := count(t, db, `SELECT count(*) FROM audit_entry WHERE id = 'e1' AND reason = ''`); n != 1 {
			t.Errorf("untouched entries = %d, want 1", n)
		}
	})
}

func TestAuditListsPageWithoutSkipping(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		var entries []audit.Entry
		for i := range 25 {
			entries = append(entries, audit.Entry{
				SiteID: "s", ID: fmt.Sprintf("e%02d", i), At: nine.Add(time.Duration(i/4) * time.Second), // several at once
				Action: "a", ObjectKind: "k", ObjectID: "1", OrganID: "o",
			})
		}
		entries = append(entries, []audit.Entry{
			{SiteID: "other", ID: "x1", Action: "a", ObjectKind: "k", ObjectID: "1", OrganID: "o", At: nine},
			{SiteID: "s", ID: "x2", Action: "a", ObjectKind: "k", ObjectID: "2", OrganID: "p", At: nine.Add(-time.Hour)},
		}...)
		err := write(t, db, entries...)
		if err != nil {
			t.Fatal(err)
		}
		type list func(after store.AuditPosition) ([]audit.Entry, error)
		for name, c := range map[string]struct {
			list   list
			rising bool
		}{
			"object": {func(after store.AuditPosition) ([]audit.Entry, error) {
				return db.AuditOfObject(t.Context(), "s", "k", "1", after, 7)
			}, false},
			"organ": {func(after store.AuditPosition) ([]audit.Entry, error) {
				return db.AuditOfOrgan(t.Context(), "s", "o", after, 7)
			}, false},
			"since": {func(after store.AuditPosition) ([]audit.Entry, error) {
				return db.AuditSince(t.Context(), "s", nine, after, 7)
			}, true},
		} {
			var seen []string
			position := store.AuditPosition{}
			for {
				page, err := c.list(position)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if len(page) == 0 {
					break
				}
				for _, e := range page {
					seen = append(seen, e.ID)
				}
				position = store.PositionOf(page[len(page)-1])
			}
			if len(seen) != 25 {
				t.Errorf("%s: entries seen = %d, want 25: %v", name, len(seen), seen)
				continue
			}
			for i, id := range seen {
				want := fmt.Sprintf("e%02d", 24-i)
				if c.rising {
					want = fmt.Sprintf("e%02d", i)
				}
				if id != want {
					t.Errorf("%s: entry %d = %s, want %s", name, i, id, want)
				}
			}
		}
	})
}
