package store_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
)

// withOrgans adds a site with a county and two towns, whose registers a test fills.
func withOrgans(t *testing.T, db *store.DB) {
	t.Helper()
	err := store.NewOrgans(db).InTx(t.Context(), func(tx organ.Tx) error {
		err := tx.AddSite(t.Context(), organ.Site{ID: "s", Name: "测试网站", Host: "s.example", RootID: "county"})
		if err != nil {
			return err
		}
		for _, o := range []organ.Organ{
			{ID: "county", Kind: organ.CountyGovernment, Name: "测试县人民政府", ShortName: "测试县"},
			{ID: "town", ParentID: "county", Kind: organ.Town, Name: "测试县甲镇人民政府", ShortName: "甲镇"},
			{ID: "other", ParentID: "county", Kind: organ.Town, Name: "测试县乙镇人民政府", ShortName: "乙镇"},
		} {
			o.SiteID = "s"
			err = tx.AddOrgan(t.Context(), o)
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

// inRegisters runs a transaction over the registers that has to succeed.
func inRegisters(t *testing.T, db *store.DB, do func(tx register.Tx) error) {
	t.Helper()
	err := store.NewRegisters(db).InTx(t.Context(), do)
	if err != nil {
		t.Fatal(err)
	}
}

func insert(t *testing.T, db *store.DB, d register.Definition, records ...register.Record) {
	t.Helper()
	inRegisters(t, db, func(tx register.Tx) error {
		for _, r := range records {
			err := tx.Insert(t.Context(), d, "s", r)
			if err != nil {
				return fmt.Errorf("insert %s %s: %w", d.Name, r.Number(), err)
			}
		}
		return nil
	})
}

// sample gives a value of the field in canonical form.
func sample(f register.Field, n int) string {
	switch f.Kind {
	case register.Date:
		return fmt.Sprintf("2024-%02d-28", 1+n%12)
	case register.Year:
		return "2024"
	case register.Integer:
		return fmt.Sprint(n)
	case register.Money:
		return fmt.Sprint(100_000_000_000_000 - n) // the largest amount that a field takes, in fen
	case register.Choice:
		return f.Choices[n%len(f.Choices)].Code
	case register.LongText:
		return "第一行\n第二行：“引号”与'单引号'%_\\"
	}
	return fmt.Sprintf("文本%d“引号”'x'", n)
}

func record(d register.Definition, number string, n int, wanted func(register.Field) bool) register.Record {
	r := register.Record{OrganID: "town", Version: 1, Values: map[string]string{register.NumberField: number}}
	for _, f := range d.Fields[1:] {
		if wanted(f) {
			r.Values[f.Name] = sample(f, n)
		}
	}
	return r
}

func whole(register.Field) bool      { return true }
func needed(f register.Field) bool   { return f.Required }
func same(a, b register.Record) bool { return a.Version == b.Version && maps.Equal(a.Values, b.Values) }

// What every table has beside the fields of its definition.
var common = []string{"organ_id", "site_id", "updated_at", "version", "voided"}

func TestRegisterTablesHaveTheColumnsOfTheirDefinitions(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		for _, d := range register.All {
			got, err := tableColumns(t, db, d.Name)
			if err != nil {
				t.Fatal(err)
			}
			want := slices.Clone(common)
			for _, f := range d.Fields {
				want = append(want, f.Name)
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("columns of %s = %v, want %v", d.Name, got, want)
			}
		}
	})
}

func tableColumns(t *testing.T, db *store.DB, table string) ([]string, error) {
	t.Helper()
	rows, err := store.Reader(db).QueryContext(t.Context(), "SELECT * FROM "+table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	return columns, errors.Join(err, rows.Err())
}

func TestEveryRegisterKeepsWhatItIsGiven(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		registers := store.NewRegisters(db)
		for _, d := range register.All {
			full, bare := record(d, "全/2024-1", 7, whole), record(d, "简", 3, needed)
			insert(t, db, d, full, bare)
			for _, want := range []register.Record{full, bare} {
				got, err := registers.Record(t.Context(), d, "s", "town", want.Number())
				if err != nil || !same(got, want) || got.OrganID != "town" {
					t.Errorf("Record(%s, %s) = %v, %v, want %v", d.Name, want.Number(), got, err, want)
				}
			}
			// A change empties what it leaves out and fills what was empty.
			emptied, filled := record(d, full.Number(), 11, needed), record(d, bare.Number(), 12, whole)
			inRegisters(t, db, func(tx register.Tx) error {
				return errors.Join(tx.Update(t.Context(), d, "s", emptied), tx.Update(t.Context(), d, "s", filled))
			})
			emptied.Version, filled.Version = 2, 2
			for _, want := range []register.Record{emptied, filled} {
				got, err := registers.Record(t.Context(), d, "s", "town", want.Number())
				if err != nil || !same(got, want) {
					t.Errorf("Record(%s, %s) after a change = %v, %v, want %v", d.Name, want.Number(), got, err, want)
				}
			}
			inRegisters(t, db, func(tx register.Tx) error { return tx.Void(t.Context(), d, "s", emptied) })
			_, err := registers.Record(t.Context(), d, "s", "town", full.Number())
			if !errors.Is(err, fault.NotFound) {
				t.Errorf("Record(%s) of a voided record = %v, want not found", d.Name, err)
			}
			if n := count(t, db, "SELECT count(*) FROM "+d.Name); n != 2 {
				t.Errorf("rows of %s after a record was voided = %d, want 2: nothing is erased", d.Name, n)
			}
		}
	})
}

func TestRegisterRefusesWhatSomebodyElseChanged(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		d := register.Meeting
		r := record(d, "会1", 1, whole)
		insert(t, db, d, r)
		newer, elsewhere, unknown := r, r, r
		newer.Version = 2
		elsewhere.OrganID = "other"
		unknown.Values = map[string]string{"number": "会9", "held_on": "2024-01-01", "subject": "议题"}
		for _, tt := range []struct {
			name string
			do   func(tx register.Tx) error
		}{
			{"Insert of a number that is taken", func(tx register.Tx) error { return tx.Insert(t.Context(), d, "s", r) }},
			{"Update of another version", func(tx register.Tx) error { return tx.Update(t.Context(), d, "s", newer) }},
			{"Update in another organ", func(tx register.Tx) error { return tx.Update(t.Context(), d, "s", elsewhere) }},
			{"Update of nothing", func(tx register.Tx) error { return tx.Update(t.Context(), d, "s", unknown) }},
			{"Void of another version", func(tx register.Tx) error { return tx.Void(t.Context(), d, "s", newer) }},
			{"Void in another organ", func(tx register.Tx) error { return tx.Void(t.Context(), d, "s", elsewhere) }},
		} {
			err := store.NewRegisters(db).InTx(t.Context(), tt.do)
			if !errors.Is(err, fault.Conflict) {
				t.Errorf("%s = %v, want a conflict", tt.name, err)
			}
		}
		got, err := store.NewRegisters(db).Record(t.Context(), d, "s", "town", "会1")
		if err != nil || !same(got, r) {
			t.Errorf("Record() after the refusals = %v, %v, want %v", got, err, r)
		}
		// The same number is free in the ledger of another organ.
		insert(t, db, d, elsewhere)
	})
}

func TestOneOfManyChangesOfARecordWins(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		d := register.Meeting
		insert(t, db, d, record(d, "会1", 1, whole))
		errs := make([]error, 8)
		var wait sync.WaitGroup
		for i := range errs {
			wait.Go(func() {
				errs[i] = store.NewRegisters(db).InTx(t.Context(), func(tx register.Tx) error {
					r, err := tx.Record(t.Context(), d, "s", "town", "会1")
					if err != nil {
						return err
					}
					r.Version, r.Values["attendees"] = 1, fmt.Sprint(i) // all saw the first version
					return tx.Update(t.Context(), d, "s", r)
				})
			})
		}
		wait.Wait()
		won := -1
		for i, err := range errs {
			switch {
			case err == nil && won < 0:
				won = i
			case !errors.Is(err, fault.Conflict):
				t.Errorf("change %d = %v, want a conflict: change %d has won", i, err, won)
			}
		}
		got, err := store.NewRegisters(db).Record(t.Context(), d, "s", "town", "会1")
		if err != nil || got.Version != 2 || got.Value("attendees") != fmt.Sprint(won) {
			t.Errorf("Record() = %v, %v, want version 2 as change %d left it", got, err, won)
		}
	})
}

// pages walks a list to its end and checks that no page is longer than asked.
func pages(t *testing.T, db *store.DB, d register.Definition, q register.Query) []string {
	t.Helper()
	var numbers []string
	for {
		page, next, err := store.NewRegisters(db).List(t.Context(), d, q)
		if err != nil {
			t.Fatalf("List(%s, %+v) = %v", d.Name, q, err)
		}
		if len(page) > q.Limit {
			t.Fatalf("List(%s, %+v) = %d records, want at most %d", d.Name, q, len(page), q.Limit)
		}
		for _, r := range page {
			numbers = append(numbers, r.Number())
		}
		if next == "" {
			return numbers
		}
		q.After = next
	}
}

func TestListGoesByPagesYearsAndTerms(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		var meetings, appraisals []register.Record
		for i := range 23 {
			day := time.Date(2023, 12, 20, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i).Format(time.DateOnly)
			meetings = append(meetings, register.Record{OrganID: "town", Values: map[string]string{
				"number": fmt.Sprintf("会%02d", i), "held_on": day, "subject": []string{"Open 50% done", "a_b!c", "预算\\决算"}[i%3],
			}})
			appraisals = append(appraisals, register.Record{OrganID: "town", Values: map[string]string{
				"number": fmt.Sprintf("评%02d", i), "year": fmt.Sprint(2020 + i%4), "kind": "assessment", "result": "良好",
			}})
		}
		insert(t, db, register.Meeting, meetings...)
		insert(t, db, register.Appraisal, appraisals...)
		insert(t, db, register.MediaAccount, record(register.MediaAccount, "媒1", 1, whole))
		inRegisters(t, db, func(tx register.Tx) error {
			r := meetings[5]
			r.Version = 1
			return tx.Void(t.Context(), register.Meeting, "s", r)
		})
		all := func(keep func(i int) bool, prefix string) []string {
			var numbers []string
			for i := 22; i >= 0; i-- {
				if keep(i) && (prefix != "会" || i != 5) {
					numbers = append(numbers, fmt.Sprintf("%s%02d", prefix, i))
				}
			}
			return numbers
		}
		for _, tt := range []struct {
			d    register.Definition
			q    register.Query
			want []string
		}{
			{register.Meeting, register.Query{}, all(func(int) bool { return true }, "会")},
			{register.Meeting, register.Query{Year: 2023}, all(func(i int) bool { return i < 12 }, "会")},
			{register.Meeting, register.Query{Year: 2024}, all(func(i int) bool { return i >= 12 }, "会")},
			{register.Meeting, register.Query{Year: 2022}, nil},
			{register.Meeting, register.Query{Number: "会07"}, []string{"会07"}},
			{register.Meeting, register.Query{Number: "会05"}, nil}, // voided
			{register.Meeting, register.Query{Term: "会1"}, all(func(i int) bool { return i/10 == 1 }, "会")},
			{register.Meeting, register.Query{Term: "OPEN"}, all(func(i int) bool { return i%3 == 0 }, "会")},
			{register.Meeting, register.Query{Term: "50%"}, all(func(i int) bool { return i%3 == 0 }, "会")},
			{register.Meeting, register.Query{Term: "5% d"}, nil},
			{register.Meeting, register.Query{Term: "a_b!c"}, all(func(i int) bool { return i%3 == 1 }, "会")},
			{register.Meeting, register.Query{Term: "n_5"}, nil},
			{register.Meeting, register.Query{Term: "\\决"}, all(func(i int) bool { return i%3 == 2 }, "会")},
			{register.Meeting, register.Query{Term: "预算", Year: 2024}, all(func(i int) bool { return i%3 == 2 && i >= 12 }, "会")},
			{register.Appraisal, register.Query{Year: 2022}, all(func(i int) bool { return i%4 == 2 }, "评")},
			{register.MediaAccount, register.Query{Year: 2022}, []string{"媒1"}}, // a standing register has no year
		} {
			tt.q.SiteID, tt.q.OrganID = "s", "town"
			for _, limit := range []int{1, 4, 22, 23, 100} {
				tt.q.Limit = limit
				got := pages(t, db, tt.d, tt.q)
				if !slices.Equal(got, tt.want) {
					t.Errorf("List(%s, %+v) = %s, want %s", tt.d.Name, tt.q, strings.Join(got, " "), strings.Join(tt.want, " "))
				}
			}
		}
		for _, limit := range []int{0, -1} {
			page, next, err := store.NewRegisters(db).List(t.Context(), register.Meeting, register.Query{SiteID: "s", OrganID: "town", Limit: limit})
			if err != nil || len(page) != 1 || next != "会22" {
				t.Errorf("List(meeting, limit %d) = %v, %q, %v, want the first record", limit, page, next, err)
			}
		}
		if got := pages(t, db, register.Meeting, register.Query{SiteID: "s", OrganID: "other", Limit: 5}); got != nil {
			t.Errorf("List(meeting) of another organ = %v, want none", got)
		}
	})
}
