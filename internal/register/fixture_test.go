package register_test

import (
	"errors"
	"testing"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/audit"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

// world is a site with two towns below a county, on a real database, whose clock
// stands still.
type world struct {
	testing.TB
	db      *store.DB
	service *register.Service
	clerk   organ.Person
}

var noon = time.Date(2025, 1, 16, 4, 0, 0, 0, time.UTC)

const (
	site = "330483"
	town = "330483-town"
)

func newWorld(t testing.TB) world {
	t.Helper()
	now := func() time.Time { return noon }
	db := storetest.SQLite(t, store.Options{Now: now})
	organs := organ.NewService(store.NewOrgans(db), now, func() string { return "id" })
	err := organs.AddSite(t.Context(), organ.Site{ID: site, Name: "桐乡市", Host: "tongxiang.example", RootID: "330483-county"}, []organ.Organ{
		{ID: "330483-county", Kind: organ.CountyGovernment, Name: "桐乡市人民政府", ShortName: "桐乡市"},
		{ID: town, ParentID: "330483-county", Kind: organ.Town, Name: "洲泉镇人民政府", ShortName: "洲泉镇"},
		{ID: "330483-other", ParentID: "330483-county", Kind: organ.Town, Name: "石门镇人民政府", ShortName: "石门镇"},
	})
	if err != nil {
		t.Fatal(err)
	}
	w := world{TB: t, db: db, clerk: person(organ.Clerk, town)}
	w.service = register.NewService(store.NewRegisters(db), annualreport.Touches, now)
	return w
}

// person has one role at one organ.
func person(role organ.Role, organID string) organ.Person {
	return organ.Person{ID: "p-" + string(role), Name: "周小满", SiteID: site, OrganID: organID, Grants: []organ.Grant{{Role: role, OrganID: organID}}}
}

// request is what a clerk types for a sound request.
func request(number string, more ...string) map[string]string {
	typed := map[string]string{
		"number": number, "applicant_kind": "自然人", "applicant_name": "王芒种", "subject": "征收补偿安置方案", "received_on": "2024-02-20",
	}
	for i := 0; i < len(more); i += 2 {
		typed[more[i]] = more[i+1]
	}
	return typed
}

// added saves a new record.
func (w world) added(typed map[string]string) register.Record {
	w.Helper()
	r, err := w.service.Save(w.Context(), w.clerk, register.Change{SiteID: site, OrganID: town, Register: "request", Typed: typed})
	if err != nil {
		w.Fatalf("Save(%s): %v", typed["number"], err)
	}
	return r
}

// stored loads the record as the clerk sees it; absent is an empty one.
func (w world) stored(number string) register.Record {
	w.Helper()
	_, r, err := w.service.Record(w.Context(), w.clerk, site, town, "request", number)
	if err != nil && !errors.Is(err, fault.NotFound) {
		w.Fatalf("Record(%s): %v", number, err)
	}
	return r
}

// holds counts the records of the register.
func (w world) holds(name string) int {
	w.Helper()
	_, records, next, err := w.service.List(w.Context(), w.clerk, name, register.Query{SiteID: site, OrganID: town, Limit: 1000})
	if err != nil || next != "" {
		w.Fatalf("List(%s) = next %q, %v", name, next, err)
	}
	return len(records)
}

// trail lists what was done to a record, newest first.
func (w world) trail(kind, id string) []audit.Entry {
	w.Helper()
	entries, err := w.db.AuditOfObject(w.Context(), site, kind, id, store.AuditPosition{}, 100)
	if err != nil {
		w.Fatal(err)
	}
	return entries
}

// sealed gives the town a sealed report of the year.
func (w world) sealed(year int) {
	w.Helper()
	err := store.NewReports(w.db).InTx(w.Context(), func(tx annualreport.Tx) error {
		id := tx.NewID()
		err := tx.AddReport(w.Context(), annualreport.Report{
			SiteID: site, ID: id, OrganID: town, Year: year, Edition: 1, Format: "2021", State: annualreport.Signed, Version: 1,
		})
		if err != nil {
			return err
		}
		return tx.SaveSeal(w.Context(), site, id, annualreport.Seal{Canonical: "{}", Hash: "00"})
	})
	if err != nil {
		w.Fatalf("seal %d: %v", year, err)
	}
}

// refusal is the code and the kind of an error.
func refusal(err error) (string, error) {
	var rule *fault.Rule
	if errors.As(err, &rule) {
		return rule.Code, rule.Kind
	}
	return "", fault.Kind(err)
}
