package store_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/store"
)

func inOrgans(t *testing.T, db *store.DB, do func(tx organ.Tx) error) {
	t.Helper()
	err := store.NewOrgans(db).InTx(t.Context(), do)
	if err != nil {
		t.Fatal(err)
	}
}

// filled sets every field of a struct to a value of its own, so that a column
// that is read into the wrong field shows.
func filled[T any](set func(*T)) T {
	var v T
	for i, fields := 0, reflect.ValueOf(&v).Elem(); i < fields.NumField(); i++ {
		switch f := fields.Field(i); {
		case f.Kind() == reflect.String:
			f.SetString("“" + fields.Type().Field(i).Name + "” 值")
		case f.Kind() == reflect.Bool:
			f.SetBool(true)
		case f.Type() == reflect.TypeFor[[]string]():
			f.Set(reflect.ValueOf([]string{"别名一", "别名二"}))
		}
	}
	set(&v)
	return v
}

func TestSitesAndOrgansKeepEveryField(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		organs := store.NewOrgans(db)
		site := filled(func(s *organ.Site) { s.ID = "s1" })
		o := filled(func(o *organ.Organ) { o.SiteID, o.ID, o.ParentID, o.Kind = "s1", "o1", "", organ.Office })
		plain := organ.Organ{SiteID: "s1", ID: "o2", ParentID: "o1", Kind: organ.Street, Name: "某街道办事处", ShortName: "某街道"}
		inOrgans(t, db, func(tx organ.Tx) error {
			return errors.Join(tx.AddSite(t.Context(), site), tx.AddOrgan(t.Context(), o), tx.AddOrgan(t.Context(), plain))
		})
		check := func(when string, site organ.Site, want []organ.Organ) {
			t.Helper()
			sites, err := organs.Sites(t.Context())
			if err != nil || !reflect.DeepEqual(sites, []organ.Site{site}) {
				t.Errorf("Sites() %s = %+v, %v, want %+v", when, sites, err, site)
			}
			for _, id := range []string{"s1", ""} {
				got, err := organs.Organs(t.Context(), id)
				if err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("Organs(%q) %s = %+v, %v, want %+v", id, when, got, err, want)
				}
			}
			got, err := organs.Organ(t.Context(), "s1", "o1")
			if err != nil || !reflect.DeepEqual(got, want[0]) {
				t.Errorf("Organ(o1) %s = %+v, %v, want %+v", when, got, err, want[0])
			}
		}
		check("after they were added", site, []organ.Organ{o, plain})

		site = organ.Site{ID: "s1", Name: "改", Host: "neu.example"}
		o = organ.Organ{SiteID: "s1", ID: "o1", Kind: organ.Town, Name: "改名镇人民政府", ShortName: "改名镇"}
		inOrgans(t, db, func(tx organ.Tx) error {
			return errors.Join(tx.SaveSite(t.Context(), site), tx.SaveOrgan(t.Context(), o))
		})
		check("after they were changed", site, []organ.Organ{o, plain})

		for name, do := range map[string]func(tx organ.Tx) error{
			"AddSite with a host that is taken": func(tx organ.Tx) error {
				return tx.AddSite(t.Context(), organ.Site{ID: "s2", Name: "x", Host: "neu.example"})
			},
			"AddOrgan with a name that is taken": func(tx organ.Tx) error { p := plain; p.ID = "o3"; return tx.AddOrgan(t.Context(), p) },
			"SaveSite of nothing":                func(tx organ.Tx) error { return tx.SaveSite(t.Context(), organ.Site{ID: "s9", Name: "x", Host: "h9"}) },
			"SaveOrgan of nothing":               func(tx organ.Tx) error { p := plain; p.ID = "o9"; p.Name = "九"; return tx.SaveOrgan(t.Context(), p) },
		} {
			err := organs.InTx(t.Context(), do)
			if !errors.Is(err, fault.Conflict) {
				t.Errorf("%s = %v, want a conflict", name, err)
			}
		}
		_, err := organs.Organ(t.Context(), "s1", "o9")
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("Organ(o9) = %v, want not found", err)
		}
	})
}

func TestOrganHistoryComesInOrder(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		changes := []organ.Change{
			{ID: "3", SiteID: "s", OrganID: "town", Kind: "established", On: "1998-01-01"},
			{ID: "1", SiteID: "s", OrganID: "town", Kind: "renamed", On: "2010-05-01", Detail: "旧 → 新", Document: "政发〔2010〕1号"},
			{ID: "2", SiteID: "s", OrganID: "town", Kind: "merged", On: "2010-05-01", OtherID: "other"},
		}
		inOrgans(t, db, func(tx organ.Tx) error {
			for _, i := range []int{1, 2, 0} {
				err := tx.AddChange(t.Context(), changes[i])
				if err != nil {
					return err
				}
			}
			return nil
		})
		got, err := store.NewOrgans(db).Changes(t.Context(), "s", "town")
		if err != nil || !slices.Equal(got, changes) {
			t.Errorf("Changes(town) = %+v, %v, want %+v", got, err, changes)
		}
	})
}

func TestChainLeadsToTheRoot(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		inOrgans(t, db, func(tx organ.Tx) error {
			err := tx.AddSite(t.Context(), organ.Site{ID: "s2", Name: "另一网站", Host: "s2.example"})
			if err != nil {
				return err
			}
			for _, o := range []organ.Organ{ // the same ids in another site lead elsewhere
				{SiteID: "s2", ID: "town", Kind: organ.Town, Name: "别处镇人民政府", ShortName: "别处镇"},
				{SiteID: "s2", ID: "a", ParentID: "b", Kind: organ.Department, Name: "甲局", ShortName: "甲局"},
				{SiteID: "s2", ID: "b", ParentID: "a", Kind: organ.Department, Name: "乙局", ShortName: "乙局"},
				{SiteID: "s2", ID: "orphan", ParentID: "gone", Kind: organ.Department, Name: "丙局", ShortName: "丙局"},
			} {
				err = tx.AddOrgan(t.Context(), o)
				if err != nil {
					return err
				}
			}
			return nil
		})
		registers := store.NewRegisters(db)
		for _, tt := range []struct {
			site, id string
			want     []string
		}{
			{"s", "town", []string{"town", "county"}},
			{"s", "county", []string{"county"}},
			{"s2", "town", []string{"town"}},
			{"s2", "orphan", []string{"orphan"}},
		} {
			got, err := registers.Chain(t.Context(), tt.site, tt.id)
			if err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("Chain(%s, %s) = %v, %v, want %v", tt.site, tt.id, got, err, tt.want)
			}
		}
		circle, err := registers.Chain(t.Context(), "s2", "a") // a slip of an administrator must not hang a page
		if err != nil || circle[0] != "a" || len(circle) > 21 {
			t.Errorf("Chain() in a circle = %d organs, %v, want an end", len(circle), err)
		}
		for _, missing := range [][2]string{{"s", "nobody"}, {"nowhere", "town"}} {
			_, err := registers.Chain(t.Context(), missing[0], missing[1])
			if !errors.Is(err, fault.NotFound) {
				t.Errorf("Chain(%s, %s) = %v, want not found", missing[0], missing[1], err)
			}
		}
	})
}

func TestPeopleKeepTheirRoles(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		organs := store.NewOrgans(db)
		both := organ.Person{
			ID: "p1", SiteID: "s", OrganID: "town", Login: "zhou", Name: "周小满", Post: "经办人",
			Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "other"}, {Role: organ.Clerk, OrganID: "town"}, {Role: organ.Signer, OrganID: "town"}},
		}
		none := organ.Person{ID: "p2", SiteID: "s", OrganID: "county", Login: "qian", Name: "钱立夏", Disabled: true}
		inOrgans(t, db, func(tx organ.Tx) error {
			return errors.Join(tx.AddPerson(t.Context(), both, "hash one"), tx.AddPerson(t.Context(), none, "hash two"))
		})
		check := func(when string, want ...organ.Person) {
			t.Helper()
			for _, id := range []string{"s", ""} {
				got, err := organs.People(t.Context(), id)
				if err != nil || !reflect.DeepEqual(got, []organ.Person{want[1], want[0]}) { // by login
					t.Errorf("People(%q) %s = %+v, %v, want %+v", id, when, got, err, want)
				}
			}
			for _, p := range want {
				got, err := organs.Person(t.Context(), "s", p.ID)
				if err != nil || !reflect.DeepEqual(got, p) {
					t.Errorf("Person(%s) %s = %+v, %v, want %+v", p.ID, when, got, err, p)
				}
			}
		}
		check("after they were added", both, none)

		both.Grants, both.Post, both.Disabled = []organ.Grant{{Role: organ.Auditor, OrganID: "county"}}, "", true
		none.Grants, none.Disabled, none.OrganID = []organ.Grant{{Role: organ.Reviewer, OrganID: "other"}}, false, "other"
		inOrgans(t, db, func(tx organ.Tx) error {
			return errors.Join(tx.SavePerson(t.Context(), both), tx.SavePerson(t.Context(), none))
		})
		check("after they were changed", both, none)

		err := organs.InTx(t.Context(), func(tx organ.Tx) error {
			p := both
			p.ID = "p3"
			return tx.AddPerson(t.Context(), p, "")
		})
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("AddPerson with a login that is taken = %v, want a conflict", err)
		}
	})
}

func TestAccountCountsAttempts(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		organs := store.NewOrgans(db)
		p := organ.Person{ID: "p", SiteID: "s", OrganID: "town", Login: "zhou", Name: "周小满", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "town"}}}
		inOrgans(t, db, func(tx organ.Tx) error { return tx.AddPerson(t.Context(), p, "first") })
		check := func(when string, want organ.Account) {
			t.Helper()
			got, err := organs.Account(t.Context(), "s", "zhou")
			if err != nil || !got.LockedUntil.Equal(want.LockedUntil) {
				t.Errorf("Account(zhou) %s = %+v, %v, want %+v", when, got, err, want)
			}
			got.LockedUntil, want.LockedUntil = time.Time{}, time.Time{}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("Account(zhou) %s = %+v, want %+v", when, got, want)
			}
		}
		account := organ.Account{Person: p, PasswordHash: "first"}
		check("after it was added", account)
		account.Failures, account.LockedUntil = 4, time.Date(2025, 1, 16, 9, 30, 0, 123_000, time.UTC)
		inOrgans(t, db, func(tx organ.Tx) error { return tx.RecordAttempt(t.Context(), account) })
		check("after wrong passwords", account)
		inOrgans(t, db, func(tx organ.Tx) error { return tx.SetPassword(t.Context(), "s", "p", "second") })
		check("with a new password", organ.Account{Person: p, PasswordHash: "second"})
		for _, login := range []string{"ZHOU", "zhou ", ""} {
			_, err := organs.Account(t.Context(), "s", login)
			if !errors.Is(err, fault.NotFound) {
				t.Errorf("Account(%q) = %v, want not found", login, err)
			}
		}
	})
}
