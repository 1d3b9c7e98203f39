package annualreport_test

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
	"gongkai/law/tally"
)

// region is the key of the county's sums, and its supervisor.
var (
	region     = annualreport.Key{SiteID: "r", OrganID: "county", Year: 2024}
	supervisor = organ.Person{ID: "sup", SiteID: "r", Name: "孙白露", Grants: []organ.Grant{{Role: organ.Supervisor, OrganID: "county"}}}
	auditor    = organ.Person{ID: "aud", SiteID: "r", Name: "冯小雪", Grants: []organ.Grant{{Role: organ.Auditor, OrganID: "county"}}}
)

// newRegion is a county with a bureau, an office below it, two towns, one town that
// was abolished before the year and one that was established after it.
func newRegion(t *testing.T) world {
	t.Helper()
	w := newWorld(t)
	w.must(w.organs.AddSite(t.Context(), organ.Site{ID: "r", Name: "某县", Host: "r.example", RootID: "county", Today: "2025-02-01"}, []organ.Organ{
		{ID: "county", Kind: organ.CountyGovernment, Name: "某县人民政府", ShortName: "某县"},
		{ID: "a", ParentID: "county", Kind: organ.Town, Name: "某县甲镇人民政府", ShortName: "甲镇"},
		{ID: "b", ParentID: "county", Kind: organ.Town, Name: "某县乙镇人民政府", ShortName: "乙镇"},
		{ID: "bureau", ParentID: "county", Kind: organ.Department, Name: "某县某局", ShortName: "某局"},
		{ID: "gone", ParentID: "county", Kind: organ.Town, Name: "某县丁镇人民政府", ShortName: "丁镇", AbolishedOn: "2023-12-31"},
		{ID: "new", ParentID: "county", Kind: organ.Town, Name: "某县戊镇人民政府", ShortName: "戊镇", EstablishedOn: "2025-01-01"},
		{ID: "section", ParentID: "bureau", Kind: organ.Department, Name: "某县某局某站", ShortName: "某站"},
	}))
	return w
}

// hand stores the sealed report of an organ as if it had been handed in. Cells that
// are not given are 0, and so are the figures beside them, but for ten items.
func (w world) hand(organID string, year, edition int, state annualreport.State, given tally.Cells) annualreport.Seal {
	w.t.Helper()
	format, err := tally.FormatFor(year)
	w.must(err)
	cells := tally.Cells{}
	for _, cell := range format.Cells {
		cells[cell.Name] = tally.Count(0)
	}
	maps.Copy(cells, given)
	counts := map[string]int64{}
	for name := range w.preview(town2023, w.person("330483", "town-clerk")).Facts.Counts {
		counts[name] = 0
	}
	counts["item.total"] = 10
	seal, err := annualreport.NewSeal(annualreport.Sealed{Organ: organID, Year: year, Edition: edition, Format: format.ID, Cells: cells, Counts: counts})
	w.must(err)
	r := annualreport.Report{
		SiteID: "r", ID: fmt.Sprintf("%s-%d-%d", organID, year, edition), OrganID: organID, Year: year, Edition: edition, Format: format.ID,
		State: state, Version: 1, SubmittedOn: "2025-01-20", Source: "移交",
	}
	w.must(store.NewReports(w.db).InTx(w.t.Context(), func(tx annualreport.Tx) error {
		return errors.Join(tx.AddReport(w.t.Context(), r), tx.SaveSeal(w.t.Context(), "r", r.ID, seal))
	}))
	return seal
}

func (w world) sum() annualreport.RollUp {
	w.t.Helper()
	sum, err := w.reports.RollUp(w.t.Context(), supervisor, region)
	w.must(err)
	return sum
}

func names(organs []organ.Organ) []string {
	list := []string{}
	for _, o := range organs {
		list = append(list, o.ShortName)
	}
	return list
}

func TestRollUpSumsWhatIsSealed(t *testing.T) {
	w := newRegion(t)
	w.hand("a", 2024, 1, annualreport.Submitted, tally.Cells{"rules_issued": tally.Count(2), "admin_fee_amount_wan": tally.Amount(150), "review.total": tally.Count(1)})
	w.hand("b", 2024, 1, annualreport.Superseded, tally.Cells{"rules_issued": tally.Count(100)})
	second := w.hand("b", 2024, 2, annualreport.Published, tally.Cells{"rules_issued": tally.Count(3), "licence_decisions": tally.UnknownValue, "review.total": tally.NotApplicableValue})
	w.hand("bureau", 2023, 1, annualreport.Published, tally.Cells{"rules_issued": tally.Count(1000)})
	sum := w.sum()
	for name, want := range map[string]tally.Value{
		"rules_issued": tally.Count(5), "admin_fee_amount_wan": tally.Amount(150), "review.total": tally.Count(1),
		"licence_decisions": tally.UnknownValue, // what one organ does not know, the region does not know
		"penalty_decisions": tally.Count(0),
	} {
		if sum.Sum[name] != want || sum.Adjusted[name] != want {
			t.Errorf("sum of %s = %+v, adjusted %+v, want %+v", name, sum.Sum[name], sum.Adjusted[name], want)
		}
	}
	if len(sum.Sum) != 200 {
		t.Errorf("cells summed = %d, want 200", len(sum.Sum))
	}
	var members []string
	for _, m := range sum.Members {
		members = append(members, fmt.Sprintf("%s %v", m.Organ.ShortName, m.In))
	}
	if want := []string{"甲镇 true", "乙镇 true", "某局 false", "某站 false"}; !slices.Equal(members, want) {
		t.Errorf("Members = %v, want %v", members, want)
	}
	if got, want := names(sum.Missing), []string{"某局", "某站"}; !slices.Equal(got, want) {
		t.Errorf("Missing = %v, want %v", got, want)
	}
	if sum.Members[1].Hash != second.Hash {
		t.Errorf("member 乙镇 counts %s, want its second edition", sum.Members[1].Hash)
	}
	_, err := w.reports.RollUp(t.Context(), organ.Person{ID: "x", SiteID: "r", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "county"}}}, region)
	if refusal(err) != "forbidden" {
		t.Errorf("RollUp() by a clerk = %v, want forbidden", err)
	}
}

func TestAdjustmentsHaveReasons(t *testing.T) {
	w := newRegion(t)
	w.hand("a", 2024, 1, annualreport.Submitted, tally.Cells{"req.received_new.total": tally.Count(4)})
	for _, tt := range []struct {
		actor organ.Person
		a     annualreport.Adjustment
		want  string
	}{
		{supervisor, annualreport.Adjustment{Cell: "req.received_new.total", Amount: -1}, "adjustment-reason-required"},
		{supervisor, annualreport.Adjustment{Cell: "no.cell", Amount: -1, Reason: "x"}, "cell-unknown"},
		{supervisor, annualreport.Adjustment{Cell: "v14.proactive_items", Amount: -1, Reason: "x"}, "cell-unknown"}, // another format's
		{auditor, annualreport.Adjustment{Cell: "req.received_new.total", Amount: -1, Reason: "x"}, "forbidden"},
		{supervisor, annualreport.Adjustment{Cell: "req.received_new.total", Amount: -1, Reason: "移送后两机关重复登记"}, ""},
	} {
		err := w.reports.Adjust(t.Context(), tt.actor, region, tt.a)
		if refusal(err) != tt.want {
			t.Errorf("Adjust(%+v) = %v, want refused by %q", tt.a, err, tt.want)
		}
	}
	sum := w.sum()
	if sum.Sum["req.received_new.total"] != tally.Count(4) || sum.Adjusted["req.received_new.total"] != tally.Count(3) {
		t.Errorf("sum = %+v, adjusted %+v, want 4 and 3", sum.Sum["req.received_new.total"], sum.Adjusted["req.received_new.total"])
	}
	want := []annualreport.Adjustment{{Cell: "req.received_new.total", Amount: -1, Reason: "移送后两机关重复登记"}}
	if !reflect.DeepEqual(sum.Adjustments, want) {
		t.Errorf("Adjustments = %+v, want %+v", sum.Adjustments, want)
	}
	w.must(w.reports.Adjust(t.Context(), supervisor, region, annualreport.Adjustment{Cell: "req.received_new.total"}))
	if sum := w.sum(); len(sum.Adjustments) != 0 || sum.Adjusted["req.received_new.total"] != tally.Count(4) {
		t.Errorf("after the adjustment was taken back = %+v, %+v, want none and 4", sum.Adjustments, sum.Adjusted["req.received_new.total"])
	}
	// No region has received fewer than no requests.
	w.must(w.reports.Adjust(t.Context(), supervisor, region, annualreport.Adjustment{Cell: "req.received_new.total", Amount: -5, Reason: "笔误"}))
	err := w.reports.LockRollUp(t.Context(), supervisor, region)
	if refusal(err) != "cell-negative" {
		t.Errorf("LockRollUp() with a sum below zero = %v, want cell-negative", err)
	}
}

func TestLockShowsWhatMoved(t *testing.T) {
	w := newRegion(t)
	first := w.hand("a", 2024, 1, annualreport.Superseded, tally.Cells{"rules_issued": tally.Count(2), "licence_decisions": tally.UnknownValue})
	w.hand("b", 2024, 1, annualreport.Published, tally.Cells{"rules_issued": tally.Count(1)})
	w.run(`UPDATE report SET state = 'published' WHERE id = 'a-2024-1'`)
	err := w.reports.LockRollUp(t.Context(), auditor, region)
	if refusal(err) != "forbidden" {
		t.Errorf("LockRollUp() by an auditor = %v, want forbidden", err)
	}
	w.must(w.reports.LockRollUp(t.Context(), supervisor, region))
	sum := w.sum()
	if sum.Lock == nil || sum.Lock.Person != "孙白露" || sum.Lock.Members["a"] != first.Hash || len(sum.Moved) != 0 {
		t.Errorf("Lock = %+v, moved %+v, want 孙白露's, nothing moved", sum.Lock, sum.Moved)
	}
	w.run(`UPDATE report SET state = 'superseded' WHERE id = 'a-2024-1'`)
	w.hand("a", 2024, 2, annualreport.Published, tally.Cells{"rules_issued": tally.Count(7), "licence_decisions": tally.Count(1)})
	w.hand("bureau", 2024, 1, annualreport.Signed, nil)
	want := []annualreport.Moved{
		{Cell: "rules_issued", Was: tally.Count(3), Now: tally.Count(8), Organs: []string{"甲镇", "某局"}},
		{Cell: "licence_decisions", Was: tally.UnknownValue, Now: tally.Count(1), Organs: []string{"甲镇", "某局"}},
	}
	if got := w.sum().Moved; !reflect.DeepEqual(got, want) {
		t.Errorf("Moved = %+v, want %+v", got, want)
	}
	w.must(w.reports.LockRollUp(t.Context(), supervisor, region))
	if got := w.sum().Moved; len(got) != 0 {
		t.Errorf("Moved after it was locked again = %+v, want none", got)
	}
}

func TestHistoryGoesYearByYear(t *testing.T) {
	w := newWorld(t)
	years, err := w.reports.History(t.Context(), w.person("330483", "town-clerk"), town2024)
	w.must(err)
	type line struct {
		year   int
		sealed bool
		items  int64
		new    tally.Value
	}
	var got []line
	for _, y := range years {
		got = append(got, line{y.Year, y.Sealed, y.Counts["item.total"], y.Cells["req.received_new.total"]})
	}
	want := []line{{2023, true, 733, tally.Count(3)}, {2024, false, 825, tally.Count(5)}}
	if !slices.Equal(got, want) {
		t.Errorf("History() = %+v, want %+v", got, want)
	}
	region := newRegion(t)
	region.hand("a", 2019, 1, annualreport.Published, nil)
	region.hand("a", 2024, 1, annualreport.Published, nil)
	years, err = region.reports.History(t.Context(), supervisor, annualreport.Key{SiteID: "r", OrganID: "a"})
	if err != nil || len(years) != 2 || years[0].Year != 2019 || years[0].Format.ID != tally.Format2019 || years[0].Source != "移交" {
		t.Errorf("History() of imported years = %+v, %v, want 2019 in its own format and 2024", years, err)
	}
}

// A government at county level reports for its region: its own registers and the
// reports handed in below it.
func TestRegionsReportIsVerifiedLikeAnyOther(t *testing.T) {
	w := newRegion(t)
	w.hand("a", 2024, 1, annualreport.Published, tally.Cells{"licence_decisions": tally.Count(2)})
	w.hand("b", 2024, 1, annualreport.Published, tally.Cells{"licence_decisions": tally.Count(3)})
	w.hand("bureau", 2024, 1, annualreport.Published, nil)
	w.hand("section", 2024, 1, annualreport.Published, nil)
	o, err := w.organs.Reader().Organ(t.Context(), "r", "county")
	w.must(err)
	o.KeptSince = "2023-01-01"
	w.must(w.organs.SaveOrgan(t.Context(), organ.System, o, "2025-01-01", ""))
	as := func(role organ.Role) organ.Person {
		return organ.Person{ID: string(role), SiteID: "r", Name: organ.RoleLabels[role], Grants: []organ.Grant{{Role: role, OrganID: "county"}}}
	}
	for _, change := range []register.Change{
		{Register: "administrative_action", Typed: map[string]string{"number": "1", "kind": "licence", "subject": "x", "decided_on": "2024-05-01", "quantity": "4", "source_document": "x"}},
		{Register: "appraisal", Typed: map[string]string{"number": "1", "year": "2024", "kind": "assessment", "result": "良好"}},
		{Register: "appraisal", Typed: map[string]string{"number": "2", "year": "2024", "kind": "social_appraisal", "result": "满意"}},
	} {
		change.SiteID, change.OrganID = "r", "county"
		_, err := w.registers.Save(t.Context(), as(organ.Clerk), change)
		w.must(err)
	}
	r, err := w.reports.Open(t.Context(), as(organ.Clerk), region)
	w.must(err)
	r, err = w.reports.Write(t.Context(), as(organ.Clerk), region, r.Version, map[string]string{
		"improvement.problems": "一是公开内容与群众需求的对应还不够紧密。", "improvement.measures": "按月梳理群众咨询较多的事项，优先公开。",
	})
	w.must(err)
	r, err = w.reports.Attest(t.Context(), as(organ.Clerk), region, r.Version, annualreport.CountedRegisters())
	w.must(err)
	r, err = w.reports.CheckBy(t.Context(), as(organ.Reviewer), region, r.Version)
	w.must(err)
	_, err = w.reports.SignBy(t.Context(), as(organ.Signer), region, r.Version)
	w.must(err)
	view := w.preview(region, as(organ.Clerk))
	if got := view.Content.Cells["licence_decisions"]; got != tally.Count(9) {
		t.Errorf("licence_decisions of the region = %+v, want 2 + 3 + 4", got)
	}
	v, err := w.reports.Verify(t.Context(), as(organ.Auditor), region)
	if err != nil || !v.Same() {
		t.Errorf("Verify() of the region's report = %q %v, %v, want the same", told(v), v.Texts, err)
	}
	years, err := w.reports.History(t.Context(), as(organ.Auditor), region)
	if err != nil || len(years) != 1 || years[0].Cells["licence_decisions"] != tally.Count(9) {
		t.Errorf("History() of the region = %+v, %v, want its sealed cells", years, err)
	}
	w.run(`UPDATE administrative_action SET quantity = 5 WHERE site_id = 'r'`)
	v, err = w.reports.Verify(t.Context(), as(organ.Auditor), region)
	w.must(err)
	want := []string{"licence_decisions 9→10", "administrative_action 1 changed: no recorded correction; 件数 4→5"}
	if got := told(v); !slices.Equal(got, want) {
		t.Errorf("Verify() after a change in the county's own register = %q, want %q", got, want)
	}
}

// What one organ does not know, the region does not know: neither cells nor counts.
func TestRegionsCountsAreUnknownWhereAMemberDoesNotKnow(t *testing.T) {
	w := newRegion(t)
	w.hand("a", 2024, 1, annualreport.Published, nil)
	clerk := organ.Person{ID: "c", SiteID: "r", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "county"}}}
	n, _, known, _ := w.preview(region, clerk).Facts.Figure("item.total")
	if n != 10 || !known {
		t.Errorf("item.total of the region = %d, known %v, want the 10 of the organ that handed in", n, known)
	}
	format := tally.Formats[0]
	seal, err := annualreport.NewSeal(annualreport.Sealed{Organ: "b", Year: 2024, Edition: 1, Format: format.ID, Cells: tally.Cells{}, Counts: map[string]int64{}})
	w.must(err)
	r := annualreport.Report{SiteID: "r", ID: "b-unknown", OrganID: "b", Year: 2024, Edition: 1, Format: format.ID, State: annualreport.Published, Version: 1}
	w.must(store.NewReports(w.db).InTx(t.Context(), func(tx annualreport.Tx) error {
		return errors.Join(tx.AddReport(t.Context(), r), tx.SaveSeal(t.Context(), "r", r.ID, seal))
	}))
	n, _, known, _ = w.preview(region, clerk).Facts.Figure("item.total")
	if known {
		t.Errorf("item.total of the region = %d, want unknown: 乙镇 does not know its own", n)
	}
}
