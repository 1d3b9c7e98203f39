package collection_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/fault"
	"gongkai/internal/ident"
	"gongkai/internal/organ"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// desk is a county with its collections: an office that supervises, three towns of
// which one was made in 2025, and a bureau.
type desk struct {
	t       *testing.T
	db      *store.DB
	service *collection.Service
	now     time.Time
}

// onEach runs a test at a desk on each engine.
func onEach(t *testing.T, test func(t *testing.T, d *desk)) {
	t.Helper()
	d := &desk{now: time.Date(2026, 1, 20, 1, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return d.now }
	for _, engine := range storetest.EnginesWith(t, store.Options{Now: clock}) {
		t.Run(engine.Name, func(t *testing.T) {
			d := &desk{t: t, db: engine.DB, now: d.now}
			d.service = collection.NewService(store.NewCollections(engine.DB), func() time.Time { return d.now })
			organs := organ.NewService(store.NewOrgans(engine.DB), clock, ident.System().Next)
			err := organs.AddSite(t.Context(), organ.Site{ID: "s", Name: "站", RootID: "county"}, []organ.Organ{
				{ID: "county", Kind: organ.CountyGovernment, Name: "禾岭县人民政府", ShortName: "禾岭县"},
				{ID: "office", ParentID: "county", Kind: organ.Office, Name: "禾岭县人民政府办公室", ShortName: "县府办"},
				{ID: "stone", ParentID: "office", Kind: organ.Town, Name: "青石镇人民政府", ShortName: "青石镇"},
				{ID: "brook", ParentID: "office", Kind: organ.Town, Name: "白溪镇人民政府", ShortName: "白溪镇"},
				{ID: "hill", ParentID: "office", Kind: organ.Town, Name: "新岗乡人民政府", ShortName: "新岗乡", EstablishedOn: "2025-03-01"},
				{ID: "bureau", ParentID: "county", Kind: organ.Department, Name: "禾岭县财政局", ShortName: "财政局"},
			})
			if err != nil {
				t.Fatal(err)
			}
			test(t, d)
		})
	}
}

func person(role organ.Role, organID string) organ.Person {
	return organ.Person{ID: string(role), SiteID: "s", OrganID: organID, Name: "周小满", Grants: []organ.Grant{{Role: role, OrganID: organID}}}
}

var supervisor = person(organ.Supervisor, "office")

func key(id string) collection.Key {
	return collection.Key{SiteID: "s", OrganID: "office", ID: id}
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// refused holds an error to the code of its refusal.
func (d *desk) refused(what string, err error, want string) {
	d.t.Helper()
	var rule *fault.Rule
	if !errors.As(err, &rule) || rule.Code != want {
		d.t.Errorf("%s = %v, want the refusal %s", what, err, want)
	}
}

// kept keeps files of the names and contents given in turn.
func (d *desk) kept(namesAndContents ...string) []collection.Upload {
	d.t.Helper()
	var uploads []collection.Upload
	for i := 0; i < len(namesAndContents); i += 2 {
		u, err := d.service.Keep(d.t.Context(), supervisor, key(""), namesAndContents[i], strings.NewReader(namesAndContents[i+1]))
		d.must(err)
		uploads = append(uploads, u)
	}
	return uploads
}

// received makes a collection of the files.
func (d *desk) received(namesAndContents ...string) collection.Key {
	d.t.Helper()
	id, err := d.service.Receive(d.t.Context(), supervisor, key(""), "2025年度镇街年报", "", d.kept(namesAndContents...))
	d.must(err)
	return key(id)
}

func (d *desk) get(k collection.Key) collection.Collection {
	d.t.Helper()
	c, err := d.service.Get(d.t.Context(), supervisor, k)
	d.must(err)
	return c
}

// finish ends the reading under way.
func (d *desk) finish(k collection.Key, examined ...collection.Examined) {
	d.t.Helper()
	d.must(d.service.Finish(d.t.Context(), k.SiteID, k.ID, d.get(k).Run, examined, ""))
}

func (d *desk) files(k collection.Key, f collection.Filter) []collection.File {
	d.t.Helper()
	list, err := d.service.Files(d.t.Context(), supervisor, k, f, collection.File{}, 100)
	d.must(err)
	return list
}

func (d *desk) findings(k collection.Key, f collection.Filter) []collection.Finding {
	d.t.Helper()
	list, err := d.service.Findings(d.t.Context(), supervisor, k, f, collection.Finding{}, 100)
	d.must(err)
	return list
}

// trail is what the trail says of a collection, oldest first.
func (d *desk) trail(k collection.Key) []string {
	d.t.Helper()
	entries, err := d.db.AuditSince(d.t.Context(), "s", time.Time{}, store.AuditPosition{}, 100)
	d.must(err)
	var lines []string
	for _, e := range entries {
		if e.ObjectKind == "collection" && e.ObjectID == k.ID {
			lines = append(lines, e.Action+" "+string(e.Before)+" "+string(e.After)+" "+e.Reason)
		}
	}
	return lines
}

func objection(id string, severity checks.Severity, where, text string) checks.Finding {
	return checks.Finding{ID: id, Severity: severity, Where: where, Text: text, Title: "检查" + id, Citation: "Art. 50", Place: "表三"}
}

// townReport is what a reading made of a town's report.
func townReport(file int, organ string, year int, findings ...checks.Finding) collection.Examined {
	return collection.Examined{File: file, Findings: findings, Outline: collection.Outline{
		Organ: organ, Year: year, Format: "2021", Numbers: 40, Blank: 2, Crossed: 3, Unknown: 1, Notes: []string{"有一处图片"},
	}}
}
