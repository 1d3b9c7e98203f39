package store_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/register"
	"gongkai/internal/store"
)

func TestSealAndEvidence(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		reports := store.NewReports(db)
		packed := make([]byte, 256)
		for i := range packed {
			packed[i] = byte(i) // every byte must come back, NUL and what is no UTF-8 too
		}
		evidence := annualreport.Evidence{Register: "request", Records: 1 << 33, Digest: "d", Packed: packed}
		inReports(t, db, func(tx annualreport.Tx) error {
			return errors.Join(
				tx.AddReport(t.Context(), header("a1", "town", 2024, 1, annualreport.Superseded)), tx.AddReport(t.Context(), header("a2", "town", 2024, 2, annualreport.Published)),
				tx.AddReport(t.Context(), header("a3", "town", 2024, 3, annualreport.Draft)), tx.AddReport(t.Context(), header("b1", "other", 2024, 1, annualreport.Published)),
				tx.AddReport(t.Context(), header("b2", "other", 2024, 2, annualreport.Signed)), // a correction that is not public yet
				tx.AddReport(t.Context(), header("c1", "town", 2022, 1, annualreport.Signed)),
				tx.SaveSeal(t.Context(), "s", "a1", annualreport.Seal{Canonical: "{一}", Hash: "h1"}), tx.SaveSeal(t.Context(), "s", "a2", annualreport.Seal{Canonical: "{二}", Hash: "h2"}),
				tx.SaveSeal(t.Context(), "s", "b2", annualreport.Seal{Canonical: "{乙二}", Hash: "h5"}), tx.SaveSeal(t.Context(), "s", "b1", annualreport.Seal{Canonical: "{乙}", Hash: "h3"}), tx.SaveSeal(t.Context(), "s", "c1", annualreport.Seal{Canonical: "{}", Hash: "h4"}),
				tx.SaveEvidence(t.Context(), "s", "a2", evidence),
			)
		})
		seals, err := reports.Seals(t.Context(), "s", 2024)
		want := map[string]annualreport.Seal{"town": {Canonical: "{二}", Hash: "h2"}, "other": {Canonical: "{乙二}", Hash: "h5"}}
		if err != nil || !reflect.DeepEqual(seals, want) {
			t.Errorf("Seals(2024) = %v, %v, want %v", seals, err, want)
		}
		seal, err := reports.Seal(t.Context(), "s", "a1")
		if err != nil || seal.Hash != "h1" {
			t.Errorf("Seal(a1) = %v, %v, want h1", seal, err)
		}
		got, err := reports.Evidence(t.Context(), "s", "a2", "request")
		if err != nil || !reflect.DeepEqual(got, evidence) {
			t.Errorf("Evidence(a2, request) = %v, %v, want %v", got, err, evidence)
		}
		years, err := store.NewRegisters(db).SealedYears(t.Context(), "s", "town")
		if err != nil || !reflect.DeepEqual(years, []int{2022, 2024}) {
			t.Errorf("SealedYears(town) = %v, %v, want 2022 and 2024", years, err)
		}
		err = reports.InTx(t.Context(), func(tx annualreport.Tx) error {
			return tx.SaveSeal(t.Context(), "s", "a2", annualreport.Seal{Hash: "other"})
		})
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("SaveSeal() over a seal = %v, want a conflict", err)
		}
		inReports(t, db, func(tx annualreport.Tx) error { return tx.Unseal(t.Context(), "s", "a2") })
		_, err = reports.Seal(t.Context(), "s", "a2")
		_, errEvidence := reports.Evidence(t.Context(), "s", "a2", "request")
		if !errors.Is(err, fault.NotFound) || !errors.Is(errEvidence, fault.NotFound) {
			t.Errorf("Seal(a2), Evidence(a2) after Unseal = %v, %v, want not found", err, errEvidence)
		}
	})
}

func TestOpenRequestsBringWhatMovesTheirDeadline(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		add := func(d register.Definition, values map[string]string) {
			t.Helper()
			insert(t, db, d, register.Record{OrganID: "town", Version: 1, Values: values})
		}
		request := func(number, received, decided, extension string) {
			t.Helper()
			add(register.Request, map[string]string{
				"number": number, "applicant_kind": "natural_person", "applicant_name": "某", "intake": "web", "subject": "x",
				"received_on": received, "decided_on": decided, "extension": extension,
			})
		}
		request("01 open", "2024-12-02", "", "")
		request("02 decided on the last day", "2024-12-02", "2024-12-31", "")
		request("03 decided on the first day after", "2024-12-02", "2025-01-01", "20")
		request("04 received after", "2025-01-01", "", "")
		request("05 no day of receipt", "", "", "")
		request("06 received on the last day", "2024-12-31", "", "")
		request("07 waiting for payment", "2024-11-01", "", "5")
		request("08 corrected after the year", "2024-11-01", "", "")
		request("09 voided", "2024-11-01", "", "")
		request("10 corrected and paid on the last day", "2024-11-01", "", "")
		insert(t, db, register.Request, register.Record{OrganID: "other", Values: map[string]string{
			"number": "01 open", "applicant_kind": "natural_person",
			"applicant_name": "某", "intake": "web", "subject": "x", "received_on": "2024-12-02",
		}})
		add(register.Clarification, map[string]string{"number": "补1", "request_number": "01 open", "notified_on": "2024-12-05", "corrected_on": "2024-12-09"})
		add(register.Clarification, map[string]string{"number": "补3", "request_number": "10 corrected and paid on the last day", "notified_on": "2024-12-05", "corrected_on": "2024-12-31"})
		add(register.FeeNotice, map[string]string{"number": "费4", "request_number": "10 corrected and paid on the last day", "method": "item", "quantity": "1", "amount": "100", "issued_on": "2024-12-12", "paid_on": "2024-12-31", "paid_amount": "100"})
		add(register.Clarification, map[string]string{"number": "补2", "request_number": "08 corrected after the year", "notified_on": "2024-11-05", "corrected_on": "2025-01-09"})
		add(register.FeeNotice, map[string]string{"number": "费1", "request_number": "07 waiting for payment", "method": "item", "quantity": "1", "amount": "100", "issued_on": "2024-12-20"})
		add(register.FeeNotice, map[string]string{"number": "费2", "request_number": "01 open", "method": "item", "quantity": "1", "amount": "100", "issued_on": "2024-12-12", "paid_on": "2024-12-16", "paid_amount": "100"})
		add(register.FeeNotice, map[string]string{"number": "费3", "request_number": "06 received on the last day", "method": "item", "quantity": "1", "amount": "100", "issued_on": "2025-01-02"})
		add(register.Consultation, map[string]string{"number": "征2", "request_number": "01 open", "party": "third_party", "issued_on": "2024-12-20"})
		add(register.Consultation, map[string]string{"number": "征1", "request_number": "01 open", "party": "third_party", "issued_on": "2024-12-10", "answered_on": "2024-12-18"})
		inRegisters(t, db, func(tx register.Tx) error {
			return tx.Void(t.Context(), register.Request, "s", register.Record{OrganID: "town", Version: 1, Values: map[string]string{"number": "09 voided"}})
		})
		want := []annualreport.OpenRequest{
			{Number: "01 open", ReceivedOn: "2024-12-02", Corrected: "2024-12-09", FeePaid: "2024-12-16", Pauses: [][2]string{{"2024-12-10", "2024-12-18"}, {"2024-12-20", ""}}},
			{Number: "03 decided on the first day after", ReceivedOn: "2024-12-02", Extension: 20},
			{Number: "06 received on the last day", ReceivedOn: "2024-12-31"},
			{Number: "07 waiting for payment", ReceivedOn: "2024-11-01", Extension: 5, Waiting: true},
			{Number: "08 corrected after the year", ReceivedOn: "2024-11-01", Waiting: true},
			{Number: "10 corrected and paid on the last day", ReceivedOn: "2024-11-01", Corrected: "2024-12-31", FeePaid: "2024-12-31"},
		}
		got, err := store.NewReports(db).OpenRequests(t.Context(), "s", "town", 2024, 10)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("OpenRequests(2024) =\n%+v, %v, want\n%+v", got, err, want)
		}
		got, err = store.NewReports(db).OpenRequests(t.Context(), "s", "town", 2024, 2)
		if err != nil || !reflect.DeepEqual(got, want[:2]) {
			t.Errorf("OpenRequests(2024, at most 2) = %+v, %v, want %+v", got, err, want[:2])
		}
	})
}

func TestLastChangedSeesEveryChangeOfTheYear(t *testing.T) {
	clock := time.Date(2025, 1, 10, 8, 0, 0, 0, time.UTC)
	onEachWith(t, store.Options{Now: func() time.Time { return clock }}, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		d := register.Meeting
		meeting := func(number, day string, version int) register.Record {
			return register.Record{OrganID: "town", Version: version, Values: map[string]string{"number": number, "held_on": day, "subject": "x"}}
		}
		var want time.Time
		for _, tt := range []struct {
			name  string
			moves bool // the change is one of the year 2024
			do    func(tx register.Tx) error
		}{
			{"nothing", false, func(register.Tx) error { return nil }},
			{"Insert of another year", false, func(tx register.Tx) error { return tx.Insert(t.Context(), d, "s", meeting("会0", "2025-01-01", 0)) }},
			{"Insert", true, func(tx register.Tx) error { return tx.Insert(t.Context(), d, "s", meeting("会1", "2024-12-31", 0)) }},
			{"Update", true, func(tx register.Tx) error { return tx.Update(t.Context(), d, "s", meeting("会1", "2024-12-30", 1)) }},
			{"Update of another year", false, func(tx register.Tx) error { return tx.Update(t.Context(), d, "s", meeting("会0", "2025-01-02", 1)) }},
			{"Void", true, func(tx register.Tx) error { return tx.Void(t.Context(), d, "s", meeting("会1", "", 2)) }},
		} {
			clock = clock.Add(time.Minute)
			inRegisters(t, db, tt.do)
			if tt.moves {
				want = clock
			}
			got, err := store.NewReports(db).LastChanged(t.Context(), "s", "town", d.Name, 2024)
			if err != nil || !got.Equal(want) {
				t.Errorf("LastChanged(2024) after %s = %v, %v, want %v", tt.name, got, err, want)
			}
		}
	})
}
