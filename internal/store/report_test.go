package store_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/audit"
	"gongkai/internal/fault"
	"gongkai/internal/store"
	"gongkai/law/tally"
)

func inReports(t *testing.T, db *store.DB, do func(tx annualreport.Tx) error) {
	t.Helper()
	err := store.NewReports(db).InTx(t.Context(), do)
	if err != nil {
		t.Fatal(err)
	}
}

// header is a report with every field of its own.
func header(id, organID string, year, edition int, state annualreport.State) annualreport.Report {
	return filled(func(r *annualreport.Report) {
		r.SiteID, r.ID, r.OrganID, r.Year, r.Edition, r.State, r.Version, r.Format = "s", id, organID, year, edition, state, 1, "2021"
		r.Sections = map[string]string{}
	})
}

func TestReportKeepsEveryField(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		reports := store.NewReports(db)
		want := header("r1", "town", 2024, 1, annualreport.Draft)
		at := time.Date(2025, 1, 10, 8, 0, 0, 5000, time.UTC)
		inReports(t, db, func(tx annualreport.Tx) error {
			want.Sections = map[string]string{"overview.items": "共{{item.total}}条", "other.fees": ""}
			want.Entries = []annualreport.Entry{{Cell: "licence_decisions", Value: "3", Reason: "据台账"}, {Cell: "rules_issued", Value: "/", Reason: "无权制定"}}
			want.Attestations = []annualreport.Attestation{{Register: "meeting", Records: 1 << 40, PersonID: "p", Person: "周小满", At: at}}
			err := tx.AddReport(t.Context(), want)
			for key, body := range want.Sections {
				err = errors.Join(err, tx.SaveSection(t.Context(), want, key, "先前"), tx.SaveSection(t.Context(), want, key, body))
			}
			for _, e := range want.Entries {
				err = errors.Join(err, tx.SaveEntry(t.Context(), want, annualreport.Entry{Cell: e.Cell, Value: "9", Reason: "x"}), tx.SaveEntry(t.Context(), want, e))
			}
			for _, a := range want.Attestations {
				err = errors.Join(err, tx.SaveAttestation(t.Context(), want, annualreport.Attestation{Register: a.Register}), tx.SaveAttestation(t.Context(), want, a))
			}
			return err
		})
		check := func(when string) {
			t.Helper()
			byID, err := reports.Report(t.Context(), "s", "r1")
			if err != nil || !reflect.DeepEqual(byID, want) {
				t.Errorf("Report(r1) %s =\n%+v, %v, want\n%+v", when, byID, err, want)
			}
			latest, err := reports.Latest(t.Context(), "s", "town", 2024)
			if err != nil || !reflect.DeepEqual(latest, want) {
				t.Errorf("Latest(2024) %s =\n%+v, %v, want\n%+v", when, latest, err, want)
			}
		}
		check("after it was added")

		stale := want
		want.State, want.IndexNumber, want.CorrectionNote, want.SignedOn, want.SubmittedOn, want.PublishedOn = annualreport.Published, "i", "n", "a", "b", "c"
		want.ReturnReason, want.DrawnUpBy, want.CheckedBy, want.SignedBy = "d", "e", "f", "g"
		inReports(t, db, func(tx annualreport.Tx) error {
			return errors.Join(tx.SaveReport(t.Context(), want), tx.DropEntry(t.Context(), want, "rules_issued"), tx.DropAttestations(t.Context(), want))
		})
		want.Version, want.Entries, want.Attestations = 2, want.Entries[:1], nil
		check("after it was changed")
		err := reports.InTx(t.Context(), func(tx annualreport.Tx) error { return tx.SaveReport(t.Context(), stale) })
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("SaveReport() of an old version = %v, want a conflict", err)
		}
		check("after a change that came too late")
		err = reports.InTx(t.Context(), func(tx annualreport.Tx) error {
			return tx.AddReport(t.Context(), header("r2", "town", 2024, 1, annualreport.Draft))
		})
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("AddReport() of an edition that is there = %v, want a conflict", err)
		}
	})
}

func TestHeadersAndLatest(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		reports := store.NewReports(db)
		inReports(t, db, func(tx annualreport.Tx) error {
			var err error
			for _, r := range []annualreport.Report{
				header("a1", "town", 2024, 1, annualreport.Superseded), header("a2", "town", 2024, 2, annualreport.Published), header("a3", "town", 2024, 3, annualreport.Draft),
				header("b1", "other", 2024, 1, annualreport.Published), header("c1", "town", 2023, 1, annualreport.Published),
			} {
				err = errors.Join(err, tx.AddReport(t.Context(), r))
			}
			return err
		})
		published := []annualreport.State{annualreport.Published, annualreport.Superseded}
		for _, tt := range []struct {
			f    annualreport.HeaderFilter
			want []string
		}{
			{annualreport.HeaderFilter{}, []string{"b1", "a1", "a2", "a3", "c1"}}, // newest year first, then organ and edition
			{annualreport.HeaderFilter{Year: 2023}, []string{"c1"}},
			{annualreport.HeaderFilter{OrganID: "town"}, []string{"a1", "a2", "a3", "c1"}},
			{annualreport.HeaderFilter{OrganID: "town", Year: 2024, States: published}, []string{"a1", "a2"}},
			{annualreport.HeaderFilter{States: published[:1]}, []string{"b1", "a2", "c1"}},
			{annualreport.HeaderFilter{States: []annualreport.State{annualreport.Signed}}, nil},
			{annualreport.HeaderFilter{Year: 2020}, nil},
		} {
			tt.f.SiteID = "s"
			headers, err := reports.Headers(t.Context(), tt.f)
			var got []string
			for _, h := range headers {
				got = append(got, h.ID)
			}
			if err != nil || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("Headers(%+v) = %v, %v, want %v", tt.f, got, err, tt.want)
			}
		}
		latest, err := reports.Latest(t.Context(), "s", "town", 2024)
		if err != nil || latest.ID != "a3" {
			t.Errorf("Latest(2024) = %s, %v, want a3", latest.ID, err)
		}
		_, err = reports.Latest(t.Context(), "s", "town", 2020)
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("Latest(2020) = %v, want not found", err)
		}
		_, err = reports.Report(t.Context(), "elsewhere", "a1")
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("Report(a1) in another site = %v, want not found", err)
		}
	})
}

func TestStepsTemplatesAndCorrections(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		reports := store.NewReports(db)
		at := time.Date(2025, 1, 10, 8, 0, 0, 0, time.UTC)
		steps := []annualreport.Taken{
			{ID: "1", ReportID: "r1", Step: annualreport.DrawUp, PersonID: "p", Person: "周小满", At: at, On: "2025-01-10"},
			{ID: "2", ReportID: "r1", Step: annualreport.Return, PersonID: "q", Person: "孙白露", At: at.Add(time.Hour), On: "2025-01-11", Note: "缺考核结果"},
		}
		correction := func(object, reason string, at time.Time, after string) audit.Entry {
			return audit.Entry{
				SiteID: "s", OrganID: "town", At: at, ActorID: "p", ActorName: "周小满", Action: "register.correct_change",
				ObjectKind: "request", ObjectID: object, Reason: reason, After: json.RawMessage(after),
			}
		}
		inReports(t, db, func(tx annualreport.Tx) error {
			return errors.Join(
				tx.AddReport(t.Context(), header("r1", "town", 2024, 1, annualreport.Draft)),
				tx.AddStep(t.Context(), "s", steps[1]), tx.AddStep(t.Context(), "s", steps[0]),
				tx.SaveTemplate(t.Context(), "s", "town", "2021", "other.fees", "旧"), tx.SaveTemplate(t.Context(), "s", "town", "2021", "other.fees", "新"),
				tx.SaveTemplate(t.Context(), "s", "town", "2007", "other.fees", "别的格式"), tx.SaveTemplate(t.Context(), "s", "other", "2021", "other.fees", "别的机关"),
				tx.Audit(t.Context(), correction("1", "早", at.Add(-time.Second), `{"a":"0"}`)),
				tx.Audit(t.Context(), correction("1", "更正", at, `{"a":"1"}`)), tx.Audit(t.Context(), correction("1", "再更正", at.Add(time.Hour), "")),
				tx.Audit(t.Context(), correction("2", "另一条", at, "")),
			)
		})
		gotSteps, err := reports.Steps(t.Context(), "s", "r1")
		if err != nil || !reflect.DeepEqual(gotSteps, steps) {
			t.Errorf("Steps(r1) = %+v, %v, want %+v", gotSteps, err, steps)
		}
		templates, err := reports.Templates(t.Context(), "s", "town", "2021")
		if err != nil || !reflect.DeepEqual(templates, map[string]string{"other.fees": "新"}) {
			t.Errorf("Templates(2021) = %v, %v, want the last text of this organ and format", templates, err)
		}
		trail, err := reports.Corrections(t.Context(), "s", "town", "request", "1", at)
		if err != nil || len(trail) != 2 || trail[0].Reason != "更正" || string(trail[0].After) != `{"a":"1"}` || trail[1].Reason != "再更正" || trail[1].After != nil {
			t.Errorf("Corrections(1) = %+v, %v, want 更正 and 再更正, oldest first", trail, err)
		}
	})
}

func TestAdjustmentsAndLock(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		reports := store.NewReports(db)
		lock := annualreport.Lock{
			Year: 2024, At: time.Date(2025, 2, 1, 0, 0, 0, 0, time.UTC), Person: "孙白露", Members: map[string]string{"town": "hash", "other": ""},
			Sums: tally.Cells{"rules_issued": tally.Count(3), "licence_decisions": tally.UnknownValue, "admin_fee_amount_wan": tally.Amount(123_456), "review.total": tally.NotApplicableValue},
		}
		_, err := reports.Lock(t.Context(), "s", "county", 2024)
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("Lock() before any = %v, want not found", err)
		}
		inReports(t, db, func(tx annualreport.Tx) error {
			return errors.Join(
				tx.SaveAdjustment(t.Context(), "s", "county", 2024, annualreport.Adjustment{Cell: "b", Amount: 1, Reason: "先"}),
				tx.SaveAdjustment(t.Context(), "s", "county", 2024, annualreport.Adjustment{Cell: "b", Amount: -2, Reason: "移送重复登记"}),
				tx.SaveAdjustment(t.Context(), "s", "county", 2024, annualreport.Adjustment{Cell: "a", Amount: 5, Reason: "x"}),
				tx.SaveAdjustment(t.Context(), "s", "county", 2024, annualreport.Adjustment{Cell: "c", Amount: 5, Reason: "x"}),
				tx.SaveAdjustment(t.Context(), "s", "county", 2023, annualreport.Adjustment{Cell: "a", Amount: 7, Reason: "x"}),
				tx.DropAdjustment(t.Context(), "s", "county", 2024, "c"),
				tx.SaveLock(t.Context(), "s", "county", annualreport.Lock{Year: 2024}), tx.SaveLock(t.Context(), "s", "county", lock),
			)
		})
		got, err := reports.Adjustments(t.Context(), "s", "county", 2024)
		want := []annualreport.Adjustment{{Cell: "a", Amount: 5, Reason: "x"}, {Cell: "b", Amount: -2, Reason: "移送重复登记"}}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("Adjustments(2024) = %+v, %v, want %+v", got, err, want)
		}
		locked, err := reports.Lock(t.Context(), "s", "county", 2024)
		if err != nil || !reflect.DeepEqual(locked, lock) {
			t.Errorf("Lock(2024) = %+v, %v, want %+v", locked, err, lock)
		}
	})
}
