package annualreport_test

import (
	"reflect"
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// TestSealsAreTheSameOnBothEngines compares the canonical bytes of every report
// that the demonstration signs.
func TestSealsAreTheSameOnBothEngines(t *testing.T) {
	seals := map[string]map[string]annualreport.Seal{}
	onBothEngines(t, func(t *testing.T, w world) {
		found := map[string]annualreport.Seal{}
		for _, k := range []annualreport.Key{
			town2023,
			{SiteID: "330683", OrganID: "330683-bureau", Year: 2022},
			{SiteID: "330683", OrganID: "330683-town", Year: 2022},
			{SiteID: "330881", OrganID: "330881-town", Year: 2013},
		} {
			view := w.preview(k, w.person(k.SiteID, "supervisor"))
			if view.Seal == nil {
				t.Fatalf("report of %+v has no seal", k)
			}
			found[k.OrganID] = *view.Seal
			sealed, err := view.Seal.Open()
			if err != nil {
				t.Errorf("Open() of %+v = %v", k, err)
			}
			again, err := annualreport.NewSeal(sealed)
			if err != nil || again != *view.Seal {
				t.Errorf("NewSeal(Open()) of %+v = %s, %v, want the same bytes:\n%s", k, again.Canonical, err, view.Seal.Canonical)
			}
			if strings.Contains(view.Seal.Canonical, view.Report.ID) || strings.Contains(view.Seal.Canonical, k.OrganID) {
				t.Errorf("the seal of %+v holds an internal id", k)
			}
		}
		seals[w.db.Engine()] = found
	})
	if both := seals["postgres"]; both != nil && !reflect.DeepEqual(seals["sqlite"], both) {
		t.Errorf("seals on SQLite = %v, on PostgreSQL %v, want the same", seals["sqlite"], both)
	}
}

func TestSealDoesNotHangOnTheOrderOfEntries(t *testing.T) {
	sealed := annualreport.Sealed{
		Organ: "甲镇", Year: 2024, Cells: tally.Cells{"rules_issued": tally.Count(1), "review.total": tally.UnknownValue},
		Entries: []annualreport.Entry{{Cell: "b", Value: "1", Reason: "乙"}, {Cell: "a", Value: "/", Reason: "甲"}},
	}
	one, err := annualreport.NewSeal(sealed)
	if err != nil {
		t.Fatal(err)
	}
	sealed.Entries = []annualreport.Entry{{Cell: "a", Value: "/", Reason: "甲"}, {Cell: "b", Value: "1", Reason: "乙"}}
	two, err := annualreport.NewSeal(sealed)
	if err != nil || one != two {
		t.Errorf("NewSeal() = %s and %s, %v, want the same", one.Hash, two.Hash, err)
	}
	for _, tampered := range []annualreport.Seal{
		{Canonical: strings.Replace(one.Canonical, "2024", "2023", 1), Hash: one.Hash},
		{Canonical: one.Canonical, Hash: strings.ToUpper(one.Hash)},
		{Canonical: one.Canonical + " ", Hash: one.Hash},
		{Canonical: "", Hash: one.Hash},
		{},
	} {
		_, err := tampered.Open()
		if err == nil {
			t.Errorf("Open() of %+v = nil, want an error", tampered)
		}
	}
}

// A report that was sealed reads as it was sealed, whatever the registers say now.
func TestSealedReportIsShownAsItWasSealed(t *testing.T) {
	w := newWorld(t)
	clerk := w.person("330483", "town-clerk")
	before := w.preview(town2023, clerk).Content
	w.run(`DELETE FROM disclosure_item WHERE site_id = '330483' AND published_on < '2023-07-01'`)
	o, err := w.organs.Reader().Organ(t.Context(), "330483", "330483-town")
	w.must(err)
	o.Name, o.ShortName = "桐乡市新洲泉镇人民政府", "新洲泉镇"
	w.must(w.organs.SaveOrgan(t.Context(), organ.System, o, "2025-01-10", "桐政发〔2025〕1号"))
	after := w.preview(town2023, clerk)
	if !reflect.DeepEqual(after.Content.Document(), before.Document()) {
		t.Errorf("Document() of a sealed report changed with the registers and the organ's name: %+v, want %+v", after.Content.Document(), before.Document())
	}
	if n := after.Facts.Counts["item.total"]; n >= before.Cells["req.received_new.total"].N+733 {
		t.Errorf("item.total counted now = %d, want what the registers hold now", n)
	}
}
