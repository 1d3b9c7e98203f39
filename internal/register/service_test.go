package register_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

func TestSaveAddsAndChanges(t *testing.T) {
	w := newWorld(t)
	w.added(request("2024-001"))
	before := w.stored("2024-001")
	if before.Version != 1 || before.Value("intake") != "web" || before.Value("applicant_kind") != "natural_person" {
		t.Fatalf("Record(2024-001) = %+v, want version 1, the default intake and the code of the kind", before)
	}
	c := register.Change{
		SiteID: site, OrganID: town, Register: "request", Number: "2024-001", Version: 1,
		Typed: request("2024-001", "decided_on", "2024年3月12日", "outcome", "予以公开"),
	}
	changed, err := w.service.Save(t.Context(), w.clerk, c)
	if err != nil || changed.Version != 2 {
		t.Fatalf("Save(2024-001) = version %d, %v, want 2", changed.Version, err)
	}
	if after := w.stored("2024-001"); !maps.Equal(after.Values, changed.Values) || after.Value("decided_on") != "2024-03-12" {
		t.Errorf("Record(2024-001) = %v, want what Save returned: %v", after.Values, changed.Values)
	}
	entries := w.trail("request", "2024-001")
	if len(entries) != 2 || entries[0].Action != "register.change" || entries[1].Action != "register.add" ||
		len(entries[0].Before) == 0 || len(entries[0].After) == 0 || len(entries[1].Before) != 0 || entries[0].ActorName != "周小满" {
		t.Errorf("trail of 2024-001 = %+v, want an addition and a change with both states and who made it", entries)
	}
	_, err = w.service.Save(t.Context(), w.clerk, c)
	if code, kind := refusal(err); !errors.Is(kind, fault.Conflict) || code != "record-changed-by-other" {
		t.Errorf("Save with the version of before = %v, want record-changed-by-other", err)
	}
}

func TestSaveRefuses(t *testing.T) {
	w := newWorld(t)
	w.added(request("2024-001"))
	for _, c := range []struct {
		what   string
		actor  organ.Person
		change register.Change
		kind   error
		code   string
	}{
		{"unknown register", w.clerk, register.Change{Register: "nothing"}, fault.NotFound, "register-unknown"},
		{"number twice", w.clerk, register.Change{Typed: request("2024-001")}, fault.Conflict, "duplicate-number"},
		{"a new number for an old record", w.clerk, register.Change{Number: "2024-001", Version: 1, Typed: request("2024-002")}, fault.Invalid, "number-fixed"},
		{"a record that is not there", w.clerk, register.Change{Number: "2024-009", Version: 1, Typed: request("2024-009")}, fault.NotFound, ""},
		{"a version that never was", w.clerk, register.Change{Number: "2024-001", Version: 7, Typed: request("2024-001")}, fault.Conflict, "record-changed-by-other"},
		{"a reader", person(organ.Reviewer, town), register.Change{Typed: request("2024-002")}, fault.Forbidden, "forbidden"},
		{"the clerk of another town", person(organ.Clerk, "330483-other"), register.Change{Typed: request("2024-002")}, fault.Forbidden, "forbidden"},
		{"the clerk of the county", person(organ.Clerk, "330483-county"), register.Change{Typed: request("2024-002")}, fault.Forbidden, "forbidden"},
		{"nobody", organ.Person{}, register.Change{Typed: request("2024-002")}, fault.Forbidden, "forbidden"},
		{"an organ that is not there", w.clerk, register.Change{OrganID: "nowhere", Typed: request("2024-002")}, fault.NotFound, ""},
		{"another site", w.clerk, register.Change{SiteID: "231084", Typed: request("2024-002")}, fault.NotFound, ""},
	} {
		change := c.change
		if change.SiteID == "" {
			change.SiteID = site
		}
		if change.OrganID == "" {
			change.OrganID = town
		}
		if change.Register == "" {
			change.Register = "request"
		}
		_, err := w.service.Save(t.Context(), c.actor, change)
		if code, kind := refusal(err); !errors.Is(kind, c.kind) || code != c.code {
			t.Errorf("%s: Save = %v, want %v %s", c.what, err, c.kind, c.code)
		}
	}
	if n := w.holds("request"); n != 1 {
		t.Errorf("after refusals the register holds %d records, want 1", n)
	}
}

func TestSaveListsEveryProblem(t *testing.T) {
	w := newWorld(t)
	_, err := w.service.Save(t.Context(), w.clerk, register.Change{
		SiteID: site, OrganID: town, Register: "request",
		Typed: map[string]string{"number": "2024-001", "applicant_kind": "外星人", "received_on": "2024-02-30"},
	})
	var problems fault.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("Save = %v, want problems", err)
	}
	var fields []string
	for _, p := range problems {
		fields = append(fields, p.Field+" "+p.Code)
	}
	want := []string{"applicant_kind choice-unknown", "applicant_name required", "subject required", "received_on date-impossible"}
	if !slices.Equal(fields, want) {
		t.Errorf("problems = %v, want %v", fields, want)
	}
}

func TestVoidKeepsTheRecordInTheTrail(t *testing.T) {
	w := newWorld(t)
	w.added(request("2024-001"))
	c := register.Change{SiteID: site, OrganID: town, Register: "request", Number: "2024-001", Version: 1}
	for _, try := range []struct {
		what   string
		actor  organ.Person
		change func(register.Change) register.Change
		code   string
	}{
		{"without a reason", w.clerk, func(c register.Change) register.Change { return c }, "void-reason-required"},
		{"by a signer", person(organ.Signer, town), reason, "forbidden"},
		{"of an older version", w.clerk, func(c register.Change) register.Change { c = reason(c); c.Version = 0; return c }, "record-changed-by-other"},
		{"of a register that is not there", w.clerk, func(c register.Change) register.Change { c = reason(c); c.Register = "x"; return c }, "register-unknown"},
	} {
		err := w.service.Void(t.Context(), try.actor, try.change(c))
		if code, _ := refusal(err); code != try.code {
			t.Errorf("Void %s = %v, want %s", try.what, err, try.code)
		}
	}
	err := w.service.Void(t.Context(), w.clerk, reason(c))
	if err != nil {
		t.Fatalf("Void(2024-001): %v", err)
	}
	if n := w.holds("request"); n != 0 {
		t.Errorf("after Void the register holds %d records, want none", n)
	}
	entries := w.trail("request", "2024-001")
	if len(entries) != 2 || entries[0].Action != "register.void" || entries[0].Reason != "重复登记" || len(entries[0].Before) == 0 {
		t.Errorf("trail = %+v, want the voiding with its reason and the record as it was", entries)
	}
	err = w.service.Void(t.Context(), w.clerk, reason(c))
	if !errors.Is(err, fault.NotFound) {
		t.Errorf("Void of a voided record = %v, want not found", err)
	}
}

func reason(c register.Change) register.Change { c.Reason = "重复登记"; return c }

func TestSealedYearsAskForAReason(t *testing.T) {
	w := newWorld(t)
	w.added(request("2024-001"))
	w.added(request("2025-001", "received_on", "2025-01-06"))
	w.sealed(2024)
	saves := func(number, why string, more ...string) error {
		_, err := w.service.Save(t.Context(), w.clerk, register.Change{
			SiteID: site, OrganID: town, Register: "request",
			Number: number, Version: 1, Reason: why, Typed: request(number, more...),
		})
		return err
	}
	for _, c := range []struct {
		what, number, why string
		more              []string
		code              string
	}{
		{"a counted record", "2024-001", "", []string{"intake", "counter"}, "correction-reason-required"},
		{"a record moved into the year", "2025-001", "", []string{"received_on", "2024-12-30"}, "correction-reason-required"},
		{"a record of another year", "2025-001", "", []string{"received_on", "2025-01-07"}, ""},
		{"a counted record with a reason", "2024-001", "原始登记表有误", []string{"intake", "counter"}, ""},
	} {
		err := saves(c.number, c.why, c.more...)
		if code, _ := refusal(err); code != c.code || c.code == "" && err != nil {
			t.Errorf("change of %s = %v, want %q", c.what, err, c.code)
		}
	}
	_, err := w.service.Save(t.Context(), w.clerk, register.Change{SiteID: site, OrganID: town, Register: "request", Typed: request("2024-002")})
	if code, _ := refusal(err); code != "correction-reason-required" {
		t.Errorf("addition to a sealed year = %v, want correction-reason-required", err)
	}
	if entry := w.trail("request", "2024-001")[0]; entry.Action != "register.correct_change" || entry.Reason != "原始登记表有误" {
		t.Errorf("trail = %s (%s), want a correction with its reason", entry.Action, entry.Reason)
	}
	err = w.service.Void(t.Context(), w.clerk, register.Change{SiteID: site, OrganID: town, Register: "request", Number: "2024-001", Version: 2, Reason: "撤回"})
	if err != nil {
		t.Fatalf("Void with a reason: %v", err)
	}
	if entry := w.trail("request", "2024-001")[0]; entry.Action != "register.correct_void" {
		t.Errorf("trail = %s, want register.correct_void", entry.Action)
	}
}

func TestPrivateFieldsAreMasked(t *testing.T) {
	w := newWorld(t)
	w.added(request("2024-001"))
	for _, c := range []struct {
		role    organ.Role
		organID string
		want    string
	}{
		{organ.Clerk, town, "王芒种"},
		{organ.Reviewer, town, "王芒种"},
		{organ.Signer, town, "王芒种"},
		{organ.Supervisor, "330483-county", "王＊＊"},
		{organ.Auditor, "330483-county", "王＊＊"},
		{organ.Auditor, town, "王＊＊"},
	} {
		actor := person(c.role, c.organID)
		_, r, err := w.service.Record(t.Context(), actor, site, town, "request", "2024-001")
		if err != nil || r.Value("applicant_name") != c.want {
			t.Errorf("Record for %s at %s shows %q, %v, want %q", c.role, c.organID, r.Value("applicant_name"), err, c.want)
		}
		_, list, _, err := w.service.List(t.Context(), actor, "request", register.Query{SiteID: site, OrganID: town, Limit: 10})
		if err != nil || len(list) != 1 || list[0].Value("applicant_name") != c.want {
			t.Errorf("List for %s at %s shows %v, %v, want %q", c.role, c.organID, list, err, c.want)
		}
	}
	for _, actor := range []organ.Person{person(organ.Clerk, "330483-other"), person(organ.Administrator, "330483-county"), {}} {
		_, r, err := w.service.Record(t.Context(), actor, site, town, "request", "2024-001")
		if !errors.Is(err, fault.Forbidden) || len(r.Values) != 0 {
			t.Errorf("Record for %+v = %v, %v, want forbidden and nothing", actor.Grants, r.Values, err)
		}
		_, list, _, err := w.service.List(t.Context(), actor, "request", register.Query{SiteID: site, OrganID: town, Limit: 10})
		if !errors.Is(err, fault.Forbidden) || len(list) != 0 {
			t.Errorf("List for %+v = %v, %v, want forbidden and nothing", actor.Grants, list, err)
		}
	}
}

func TestListFindsAndPages(t *testing.T) {
	w := newWorld(t)
	for _, number := range []string{"2024-001", "2024-002", "2024-003"} {
		w.added(request(number))
	}
	w.added(request("2023-001", "received_on", "2023-05-06", "subject", "低保名单"))
	for _, c := range []struct {
		what  string
		query register.Query
		want  []string
		next  string
	}{
		{"all", register.Query{Limit: 10}, []string{"2024-003", "2024-002", "2024-001", "2023-001"}, ""},
		{"a page", register.Query{Limit: 2}, []string{"2024-003", "2024-002"}, "2024-002"},
		{"the next page", register.Query{Limit: 2, After: "2024-002"}, []string{"2024-001", "2023-001"}, ""},
		{"a year", register.Query{Limit: 10, Year: 2023}, []string{"2023-001"}, ""},
		{"a word", register.Query{Limit: 10, Term: "低保"}, []string{"2023-001"}, ""},
		{"a private word", register.Query{Limit: 10, Term: "王芒种"}, nil, ""},
		{"a number", register.Query{Limit: 10, Number: "2024-002"}, []string{"2024-002"}, ""},
		{"a wild word", register.Query{Limit: 10, Term: "'; DROP TABLE request; --"}, nil, ""},
		{"no limit given", register.Query{Year: 2023}, []string{"2023-001"}, ""},
	} {
		c.query.SiteID, c.query.OrganID = site, town
		_, records, next, err := w.service.List(t.Context(), w.clerk, "request", c.query)
		var got []string
		for _, r := range records {
			got = append(got, r.Number())
		}
		if err != nil || !slices.Equal(got, c.want) || next != c.next {
			t.Errorf("%s: List = %v, next %q, %v, want %v, next %q", c.what, got, next, err, c.want, c.next)
		}
	}
}

func TestPublicShowsOnlyWhatIsPublic(t *testing.T) {
	w := newWorld(t)
	w.added(request("2024-001"))
	_, err := w.service.Save(t.Context(), w.clerk, register.Change{SiteID: site, OrganID: town, Register: "service_point", Typed: map[string]string{
		"number": "点01", "title": "受理窗口", "address": "演示路1号", "opened_on": "2020-01-01",
	}})
	if err != nil {
		t.Fatal(err)
	}
	q := register.Query{SiteID: site, OrganID: town, Limit: 10}
	for _, d := range register.All {
		_, records, _, err := w.service.Public(t.Context(), d.Name, q)
		if d.Public != (err == nil) || err != nil && (!errors.Is(err, fault.NotFound) || len(records) > 0) {
			t.Errorf("Public(%s) = %v, %v, want it open: %v", d.Name, records, err, d.Public)
		}
		for _, f := range d.Fields {
			if d.Public && f.Private {
				for _, r := range records {
					if r.Value(f.Name) != "" {
						t.Errorf("Public(%s) shows the private %s", d.Name, f.Name)
					}
				}
			}
		}
	}
	_, records, _, err := w.service.Public(t.Context(), "service_point", q)
	if err != nil || len(records) != 1 || records[0].Value("address") != "演示路1号" {
		t.Errorf("Public(service_point) = %v, %v, want the one point", records, err)
	}
	_, _, _, err = w.service.Public(t.Context(), "nothing", q)
	if !errors.Is(err, fault.NotFound) {
		t.Errorf("Public(nothing) = %v, want not found", err)
	}
}
