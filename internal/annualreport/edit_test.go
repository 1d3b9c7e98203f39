package annualreport_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

func TestCellsAreTypedWithAReasonAndNeverAgainstTheRegister(t *testing.T) {
	w := newWorld(t)
	clerk := w.person("330483", "town-clerk")
	for _, tt := range []struct {
		k    annualreport.Key
		e    annualreport.Entry
		want string
	}{
		{town2024, annualreport.Entry{Cell: "req.received_new.total", Value: "9", Reason: "凭记忆"}, "cell-contradicts-register"},
		{town2024, annualreport.Entry{Cell: "req.received_new.total", Value: "/", Reason: "凭记忆"}, "cell-contradicts-register"},
		{town2024, annualreport.Entry{Cell: "req.received_new.total", Value: "5", Reason: "核对无误"}, ""},
		{town2022, annualreport.Entry{Cell: "req.received_new.total", Value: "7", Reason: "据2022年台账"}, ""},
		{town2022, annualreport.Entry{Cell: "req.carried_out.total", Value: "7", Reason: "  "}, "entry-reason-required"},
		{town2022, annualreport.Entry{Cell: "req.nothing.total", Value: "7", Reason: "x"}, "cell-unknown"},
		{town2022, annualreport.Entry{Cell: "v14.proactive_items", Value: "7", Reason: "x"}, "cell-unknown"}, // another format's
		{town2022, annualreport.Entry{Cell: "req.carried_out.total", Value: "3件", Reason: "x"}, "cell-has-unit"},
		{town2022, annualreport.Entry{Cell: "req.carried_out.total", Value: "-3", Reason: "x"}, "cell-negative"},
		{town2022, annualreport.Entry{Cell: "req.carried_out.total", Value: "三", Reason: "x"}, "cell-not-number"},
	} {
		r := w.stored(tt.k)
		_, err := w.reports.Enter(t.Context(), clerk, tt.k, r.Version, tt.e)
		if refusal(err) != tt.want {
			t.Errorf("Enter(%d, %+v) = %v, want refused by %q", tt.k.Year, tt.e, err, tt.want)
		}
		_, entered := w.stored(tt.k).Entry(tt.e.Cell)
		if entered != (tt.want == "") && tt.k == town2022 {
			t.Errorf("Enter(%+v) stored %v, want %v", tt.e, entered, tt.want == "")
		}
	}
	view := w.preview(town2022, clerk)
	if got := view.Content.Cells["req.received_new.total"]; got != tally.Count(7) {
		t.Errorf("cell typed by hand = %+v, want 7", got)
	}
	if got := view.Facts.Register["req.received_new.total"]; got.Known() {
		t.Errorf("register's value beside it = %+v, want unknown", got)
	}
	_, err := w.reports.DropEntry(t.Context(), clerk, town2022, w.stored(town2022).Version, "req.received_new.total")
	w.must(err)
	if got := w.preview(town2022, clerk).Content.Cells["req.received_new.total"]; got.Known() {
		t.Errorf("cell taken back = %+v, want unknown again", got)
	}
}

func TestTwoClerksLoseNothing(t *testing.T) {
	onBothEngines(t, func(t *testing.T, w world) {
		ctx := t.Context()
		one, two := w.person("330483", "town-clerk"), w.person("330483", "town-clerk")
		two.ID, two.Name = "330483-town-clerk2", "第二经办人"
		seen := w.stored(town2024).Version
		_, err := w.reports.Write(ctx, one, town2024, seen, map[string]string{"improvement.problems": "第一人写的问题。"})
		w.must(err)
		for name, late := range map[string]func() error{
			"Write": func() error {
				_, err := w.reports.Write(ctx, two, town2024, seen, map[string]string{"improvement.problems": "第二人写的问题。"})
				return err
			},
			"Write of another section": func() error {
				_, err := w.reports.Write(ctx, two, town2024, seen, map[string]string{"improvement.measures": "第二人写的措施。"})
				return err
			},
			"Enter": func() error {
				_, err := w.reports.Enter(ctx, two, town2024, seen, annualreport.Entry{Cell: "req.received_new.total", Value: "5", Reason: "x"})
				return err
			},
			"Attest":  func() error { _, err := w.reports.Attest(ctx, two, town2024, seen, []string{"meeting"}); return err },
			"CheckBy": func() error { _, err := w.take(annualreport.Check, town2024, seen); return err },
		} {
			err := late()
			if refusal(err) != "record-changed-by-other" || !errors.Is(err, fault.Conflict) {
				t.Errorf("%s on a version that somebody changed = %v, want record-changed-by-other", name, err)
			}
		}
		r := w.stored(town2024)
		if r.Sections["improvement.problems"] != "第一人写的问题。" || len(r.Entries) != 0 || len(r.Attestations) != 0 {
			t.Errorf("report after the late changes = %q, %v, %v, want the first person's alone", r.Sections["improvement.problems"], r.Entries, r.Attestations)
		}
		_, err = w.reports.Write(ctx, two, town2024, r.Version, map[string]string{"improvement.measures": "第二人写的措施。\r\n分两段。"})
		w.must(err)
		r = w.stored(town2024)
		if r.Sections["improvement.problems"] != "第一人写的问题。" || r.Sections["improvement.measures"] != "第二人写的措施。\n分两段。" {
			t.Errorf("report after both = %q, %q, want both texts", r.Sections["improvement.problems"], r.Sections["improvement.measures"])
		}
		if !r.DrewUp(two.ID) || !r.DrewUp("330483-town-clerk") {
			t.Errorf("DrawnUpBy = %s, want everyone who wrote", r.DrawnUpBy)
		}
	})
}

func TestReportIsOpenedOnceByManyAtOnce(t *testing.T) {
	onBothEngines(t, func(t *testing.T, w world) {
		k := annualreport.Key{SiteID: "330483", OrganID: "330483-town", Year: 2025}
		clerk := w.person("330483", "town-clerk")
		ids, errs := make([]string, 6), make([]error, 6)
		var wait sync.WaitGroup
		for i := range ids {
			wait.Go(func() {
				r, err := w.reports.Open(t.Context(), clerk, k)
				ids[i], errs[i] = r.ID, err
			})
		}
		wait.Wait()
		for i := range ids {
			if errs[i] != nil || ids[i] != ids[0] {
				t.Errorf("Open() by clerk %d = %s, %v, want %s as the others", i, ids[i], errs[i], ids[0])
			}
		}
	})
}

func TestWriteRefusesWhatIsNoSection(t *testing.T) {
	w := newWorld(t)
	clerk := w.person("330483", "town-clerk")
	version := w.stored(town2024).Version
	for section, tt := range map[string]struct{ text, want string }{
		"no.section":           {"x", "section-unknown"},
		"improvement.problems": {strings.Repeat("长", 20001), "section-too-long"},
	} {
		_, err := w.reports.Write(t.Context(), clerk, town2024, version, map[string]string{section: tt.text})
		if refusal(err) != tt.want {
			t.Errorf("Write(%s) = %v, want %s", section, err, tt.want)
		}
	}
	_, err := w.reports.Attest(t.Context(), clerk, town2024, version, []string{"meeting", "duty"})
	if refusal(err) != "register-unknown" || len(w.stored(town2024).Attestations) != 0 {
		t.Errorf("Attest() of a register that nothing counts = %v, want register-unknown and nothing attested", err)
	}
}

func TestOwnTemplateServesTheYearsAfter(t *testing.T) {
	w := newWorld(t)
	clerk := w.person("330483", "town-clerk")
	w.must(w.reports.SaveTemplate(t.Context(), clerk, town2024, tally.Format2021, "other.matters", "本年度无其他事项（本镇模板）。"))
	k := annualreport.Key{SiteID: "330483", OrganID: "330483-town", Year: 2025}
	r, err := w.reports.Open(t.Context(), clerk, k)
	w.must(err)
	if r.Sections["other.matters"] != "本年度无其他事项（本镇模板）。" {
		t.Errorf("section of the next report = %q, want the organ's own template", r.Sections["other.matters"])
	}
	again, err := w.reports.Open(t.Context(), clerk, k)
	if err != nil || again.ID != r.ID {
		t.Errorf("Open() a second time = %s, %v, want %s", again.ID, err, r.ID)
	}
	stranger := organ.Person{ID: "x", SiteID: "330483", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "330483-county"}}}
	err = w.reports.SaveTemplate(t.Context(), stranger, town2024, tally.Format2021, "other.matters", "x")
	if refusal(err) != "forbidden" {
		t.Errorf("SaveTemplate() by a clerk of another organ = %v, want forbidden", err)
	}
}
