package tally

import (
	"testing"
	"time"
)

func TestRowOfEachFormat(t *testing.T) {
	for _, tt := range []struct {
		id   string
		code Outcome
		want string
	}{
		{Format2021, FeeUnpaid, "other_fee_unpaid"},
		{Format2019, FeeUnpaid, "other_misc"},
		{Format2019, NotCorrected, "other_misc"},
		{Format2019, OtherwiseConcluded, "other_misc"},
		{Format2019, OtherOrgan, "unable_not_held"},
		{Format2014, Granted, ""},
		{Format2021, "X9", ""},
	} {
		got, ok := mustFormat(t, tt.id).RowOf(tt.code)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("format %s RowOf(%s) = %q, %t, want %q", tt.id, tt.code, got, ok, tt.want)
		}
	}
	got, ok := RowOf("X9")
	if ok {
		t.Errorf("RowOf(X9) = %s, want none", got)
	}
}

func TestOutcomesAreComplete(t *testing.T) {
	seen := map[Outcome]bool{}
	counted := map[string]bool{}
	for _, rule := range Outcomes {
		if seen[rule.Code] {
			t.Errorf("outcome %s stands twice", rule.Code)
		}
		seen[rule.Code] = true
		counted[rule.Row] = true
		_, err := time.Parse(time.DateOnly, rule.Since)
		if err != nil {
			t.Errorf("outcome %s is in force since %q: %v", rule.Code, rule.Since, err)
		}
		if rule.Title == "" || len(rule.Provisions) == 0 && rule.Instrument == "" {
			t.Errorf("outcome %s lacks a title or a basis", rule.Code)
		}
	}
	for _, row := range RequestRows {
		if row.Result && !row.Total && !counted[row.Key] {
			t.Errorf("no outcome counts in row %s", row.Key)
		}
	}
}

func TestProvision(t *testing.T) {
	for _, tt := range []struct {
		provision Provision
		english   string
		chinese   string
	}{
		{Provision{36, 0, 3}, "Art. 36 item 3", "第三十六条第（三）项"},
		{Provision{16, 2, 0}, "Art. 16 para. 2", "第十六条第二款"},
		{Provision{10, 0, 0}, "Art. 10", "第十条"},
		{Provision{30, 0, 10}, "Art. 30 item 10", "第三十条第（十）项"},
		{Provision{9, 0, 0}, "Art. 9", "第九条"},
		{Provision{100, 0, 0}, "Art. 100", "第100条"},
	} {
		if tt.provision.String() != tt.english || tt.provision.Chinese() != tt.chinese {
			t.Errorf("%+v reads %q and %q, want %q and %q",
				tt.provision, tt.provision.String(), tt.provision.Chinese(), tt.english, tt.chinese)
		}
	}
}

func TestApplicantKinds(t *testing.T) {
	if len(RequestColumns) != len(ApplicantKinds)+1 {
		t.Fatalf("%d columns for %d kinds of applicant, want one more", len(RequestColumns), len(ApplicantKinds))
	}
	for i, kind := range ApplicantKinds {
		if RequestColumns[i].Key != string(kind) || kind.Label() != RequestColumns[i].Label {
			t.Errorf("kind %d = %s %s, want %s %s", i, kind, kind.Label(), RequestColumns[i].Key, RequestColumns[i].Label)
		}
	}
	for _, wrong := range []ApplicantKind{"", TotalColumn, "org"} {
		if wrong.Valid() || wrong.Label() != "" {
			t.Errorf("%q is a kind of applicant named %q, want none", wrong, wrong.Label())
		}
	}
}

func TestRemedyColumnOf(t *testing.T) {
	for _, tt := range []struct {
		block  string
		result RemedyResult
		want   string
	}{
		{BlockReconsideration, ResultRejected, ColumnUpheld},
		{BlockReconsideration, ResultChanged, ColumnCorrected},
		{BlockReconsideration, ResultNotAccepted, ColumnOther},
		{BlockReconsideration, ResultPending, ColumnPending},
		{BlockReconsideration, ResultClaimsDismissed, ""},
		{BlockDirectLitigation, ResultClaimsDismissed, ColumnUpheld},
		{BlockDirectLitigation, ResultDismissed, ColumnOther},
		{BlockLitigationAfterReconsideration, ResultOrdered, ColumnCorrected},
		{BlockLitigationAfterReconsideration, ResultRejected, ""},
		{"appeal", ResultUpheld, ""},
		{BlockReconsideration, "", ""},
	} {
		got, ok := RemedyColumnOf(tt.block, tt.result)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("RemedyColumnOf(%s, %s) = %q, %t, want %q", tt.block, tt.result, got, ok, tt.want)
		}
	}
}
