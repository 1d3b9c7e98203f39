package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/fault"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

func inCollections(t *testing.T, db *store.DB, do func(tx collection.Tx) error) {
	t.Helper()
	err := store.NewCollections(db).InTx(t.Context(), do)
	if err != nil {
		t.Fatal(err)
	}
}

func digest(n int) string { return fmt.Sprintf("%064d", n) }

// collected adds a collection of files with findings each.
func collected(t *testing.T, db *store.DB, id string, files, findings int) {
	t.Helper()
	inCollections(t, db, func(tx collection.Tx) error {
		err := errors.Join(
			tx.Store(t.Context(), "s", digest(1), []byte("内容"), nine),
			tx.AddCollection(t.Context(), collection.Collection{SiteID: "s", ID: id, OrganID: "town", Title: "年报", State: collection.Reading, Run: "r", CreatedAt: nine}),
		)
		for n := 1; n <= files && err == nil; n++ {
			f := collection.File{Number: n, Name: fmt.Sprint("镇", n), Size: 6, Digest: digest(1), AddedAt: nine}
			f.Tally.Errors = n % 7
			err = errors.Join(tx.AddFile(t.Context(), "s", id, f), tx.SaveFile(t.Context(), "s", id, f))
			for p := 1; p <= findings && err == nil; p++ {
				err = tx.AddFinding(t.Context(), "s", id, collection.Finding{File: n, Position: p, Finding: checks.Finding{
					ID: fmt.Sprintf("T%d", p), Severity: []checks.Severity{checks.Error, checks.Warning, checks.Information}[p%3], Text: "问题",
				}})
			}
		}
		return err
	})
}

func TestSweepStored(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		collections := store.NewCollections(db)
		collected(t, db, "c", 1, 1) // refers to 1
		inCollections(t, db, func(tx collection.Tx) error {
			return errors.Join(
				tx.Store(t.Context(), "s", digest(2), []byte("无人引用"), nine),
				tx.Store(t.Context(), "s", digest(3), []byte("又来一次"), nine),
				tx.Store(t.Context(), "s", digest(3), []byte("又来一次"), nine.Add(time.Hour)),
				tx.Store(t.Context(), "s", digest(4), []byte("年报原件"), nine),
			)
		})
		run(t, db, `INSERT INTO report (site_id, id, organ_id, year, format, state, original) VALUES ('s', 'r', 'town', 2020, '2021', 'published', '`+digest(4)+`')`)
		for _, c := range []struct {
			after time.Duration
			gone  int
			left  string
		}{
			{24 * time.Hour, 0, "1 2 3 4"},
			{24*time.Hour + time.Minute, 1, "1 3 4"},
			{48 * time.Hour, 1, "1 4"},
			{1000 * time.Hour, 0, "1 4"},
		} {
			n, err := collections.SweepStored(t.Context(), nine.Add(c.after))
			var left []string
			for i := 1; i <= 4; i++ {
				size, sizeErr := collections.StoredSize(t.Context(), "s", digest(i))
				if sizeErr == nil && size > 0 {
					left = append(left, fmt.Sprint(i))
				}
			}
			if got := strings.Join(left, " "); n != c.gone || err != nil || got != c.left {
				t.Errorf("SweepStored(%v later) = %d, %v leaving %s, want %d leaving %s", c.after, n, err, got, c.gone, c.left)
			}
		}
		content, err := collections.Stored(t.Context(), "s", digest(4))
		if err != nil || string(content) != "年报原件" {
			t.Errorf("Stored(4) = %q, %v, want 年报原件", content, err)
		}
		_, err = collections.Stored(t.Context(), "elsewhere", digest(4))
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("Stored(4) of another site = %v, want not found", err)
		}
	})
}

func TestNumbersAreGivenOnce(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		collected(t, db, "c", 0, 0)
		inCollections(t, db, func(tx collection.Tx) error {
			for _, want := range []int{1, 4, 7} {
				first, err := tx.Numbers(t.Context(), "s", "c", 3)
				if first != want || err != nil {
					t.Errorf("Numbers(3) = %d, %v, want %d", first, err, want)
				}
			}
			return nil
		})
		err := store.NewCollections(db).InTx(t.Context(), func(tx collection.Tx) error {
			return tx.SaveFile(t.Context(), "s", "c", collection.File{Number: 99})
		})
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("SaveFile() of none = %v, want a conflict", err)
		}
	})
}

// A page of a list reads its own rows and no more: the orders come from an index.
func TestListsOfCollectionsAreIndexed(t *testing.T) {
	db := storetest.SQLite(t, store.Options{})
	withOrgans(t, db)
	for _, c := range []struct {
		begins string // of the statement, white space folded
		index  string
	}{
		{"SELECT number, name, size, digest, added_at, unreadable, organ, organ_id, year, format, numbers, blank, crossed, unknown, notes, errors, warnings, informations, accepted, returned FROM collection_file WHERE site_id = $1 AND collection_id = $2 AND (rank, number)", "collection_file_by_rank"},
		{"SELECT file, position, grade, check_id, title, text, subject, place, spot, quote, stated, expected, citation, mark, note, marked_by, marked_at FROM collection_finding WHERE site_id = $1 AND collection_id = $2 AND (grade, file, position)", "collection_finding_by_grade"},
		{"SELECT file, position, grade, check_id, title, text, subject, place, spot, quote, stated, expected, citation, mark, note, marked_by, marked_at FROM collection_finding WHERE site_id = $1 AND collection_id = $2 AND file = $3 AND position >", "sqlite_autoindex_collection_finding_1"},
		{"SELECT check_id, grade, count(DISTINCT file)", "collection_finding_by_check"},
		{"SELECT file, check_id, grade, count(*) FROM collection_finding", "USING COVERING INDEX collection_finding_by_check"},
		{"SELECT site_id, id, organ_id, title, region, state, run, person, created_at, read_at, left_out, remark, (SELECT count(*) FROM collection_file f WHERE f.site_id = collection.site_id AND f.collection_id = collection.id) FROM collection WHERE site_id = $1 AND organ_id = $2", "collection_by_organ"},
		{"DELETE FROM stored_file", "stored_file_by_age"},
	} {
		found := false
		for _, text := range store.Texts(db) {
			if !strings.HasPrefix(strings.Join(strings.Fields(text), " "), c.begins) {
				continue
			}
			found = true
			plan := strings.Join(explained(t, db, text), "\n")
			if !strings.Contains(plan, c.index) || strings.Contains(plan, "SCAN") || strings.Contains(plan, "B-TREE FOR ORDER BY") {
				t.Errorf("plan of %.60s… =\n%s\nwant it read by %s without sorting", c.begins, plan, c.index)
			}
		}
		if !found {
			t.Errorf("no statement begins with %q", c.begins)
		}
	}
}

func explained(t *testing.T, db *store.DB, text string) []string {
	t.Helper()
	args := make([]any, strings.Count(text, "$"))
	highest := 0
	for n := range args {
		if strings.Contains(text, fmt.Sprintf("$%d", n+1)) {
			highest = n + 1
		}
		args[n] = "0"
	}
	rows, err := store.Reader(db).QueryContext(t.Context(), `EXPLAIN QUERY PLAN `+text, args[:highest]...)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	defer rows.Close()
	var lines []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		err = rows.Scan(&id, &parent, &unused, &detail)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, detail)
	}
	err = rows.Err()
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// A city's worth of towns in one collection: 1,000 files with 20 findings each are
// written and counted while nobody else may write.
func TestALargeCollectionIsWrittenInSeconds(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		began := time.Now()
		collected(t, db, "c", 1000, 20)
		written := time.Since(began)
		collections := store.NewCollections(db)
		for what, ask := range map[string]func() (int, error){
			"first page of files": func() (int, error) {
				list, err := collections.Files(t.Context(), "s", "c", collection.Filter{}, collection.File{}, 50)
				return len(list), err
			},
			"first page of findings": func() (int, error) {
				list, err := collections.Findings(t.Context(), "s", "c", collection.Filter{}, collection.Finding{}, 50)
				return len(list), err
			},
			"checks": func() (int, error) {
				list, err := collections.Checks(t.Context(), "s", "c")
				return len(list), err
			},
			"matrix": func() (int, error) {
				list, err := collections.Matrix(t.Context(), "s", "c", []int{1, 500, 1000})
				return len(list), err
			},
		} {
			began = time.Now()
			n, err := ask()
			took := time.Since(began)
			t.Logf("%s: %d rows in %v", what, n, took)
			if n == 0 || err != nil || took > 5*time.Second {
				t.Errorf("%s = %d rows, %v in %v, want some at once", what, n, err, took)
			}
		}
		began = time.Now()
		inCollections(t, db, func(tx collection.Tx) error {
			n, err := tx.SaveMarks(t.Context(), "s", "c", collection.Filter{Check: "T4"}, collection.Finding{Mark: collection.Returned})
			if n != 1000 {
				t.Errorf("SaveMarks() = %d, want 1000", n)
			}
			return errors.Join(err, tx.CountMarks(t.Context(), "s", "c", 0))
		})
		t.Logf("20,000 findings written in %v, 1,000 marked in %v", written, time.Since(began))
		if written > time.Minute {
			t.Errorf("writing took %v, want less than a minute", written)
		}
	})
}
