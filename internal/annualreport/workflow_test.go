package annualreport_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
)

var update = flag.Bool("update", false, "write golden files anew")

var (
	states = []annualreport.State{
		annualreport.Draft, annualreport.Checked, annualreport.Signed, annualreport.Submitted, annualreport.Returned,
		annualreport.Accepted, annualreport.Published, annualreport.Superseded,
	}
	steps = []annualreport.Step{
		annualreport.DrawUp, annualreport.Check, annualreport.Sign, annualreport.Submit, annualreport.Return,
		annualreport.Accept, annualreport.Publish, annualreport.Correct,
	}
)

// The golden file is the whole workflow: a person reads it against Art. 49.
func TestWorkflowMatrix(t *testing.T) {
	var b strings.Builder
	for _, unaccepted := range []bool{false, true} {
		fmt.Fprintf(&b, "published before acceptance: %v\n", unaccepted)
		for _, state := range states {
			r := annualreport.Report{State: state}
			fmt.Fprintf(&b, "%s (sealed %v, editable %v)\n", state, r.Sealed(), r.Editable())
			for _, step := range steps {
				next, err := r.Take(step, unaccepted)
				to := string(next.State)
				if err != nil {
					to = "refused: " + refusal(err)
				}
				if r.Allows(step, unaccepted) != (err == nil) {
					t.Errorf("Allows(%s) in state %s = %v, but Take = %v", step, state, r.Allows(step, unaccepted), err)
				}
				fmt.Fprintf(&b, "  %-9s %s\n", step, to)
			}
		}
	}
	golden(t, "workflow.txt", b.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		err := os.WriteFile(path, []byte(got), 0o600)
		if err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (-update writes it anew):\n%s", path, got)
	}
}

// take takes a step as the person of the town or the county whose step it is.
func (w world) take(step annualreport.Step, k annualreport.Key, version int) (annualreport.Report, error) {
	clerk := w.person(k.SiteID, "town-clerk")
	supervisor := w.person(k.SiteID, "supervisor")
	ctx := w.t.Context()
	switch step {
	case annualreport.DrawUp:
		return w.reports.TakeBack(ctx, clerk, k, version)
	case annualreport.Check:
		return w.reports.CheckBy(ctx, w.person(k.SiteID, "town-reviewer"), k, version)
	case annualreport.Sign:
		return w.reports.SignBy(ctx, w.person(k.SiteID, "town-signer"), k, version)
	case annualreport.Submit:
		return w.reports.SubmitBy(ctx, clerk, k, version)
	case annualreport.Return:
		return w.reports.ReturnBy(ctx, supervisor, k, version, "缺少考核结果")
	case annualreport.Accept:
		return w.reports.AcceptBy(ctx, supervisor, k, version)
	case annualreport.Publish:
		return w.reports.PublishBy(ctx, clerk, k, version)
	}
	return w.reports.CorrectBy(ctx, clerk, k, version, "更正依申请公开件数")
}

// walk takes steps one after another and returns the report as the last left it.
func (w world) walk(k annualreport.Key, steps ...annualreport.Step) annualreport.Report {
	w.t.Helper()
	r := w.stored(k)
	for _, step := range steps {
		next, err := w.take(step, k, r.Version)
		if err != nil {
			w.t.Fatalf("%s from %s = %v", step, r.State, err)
		}
		r = next
		if stored := w.stored(k); stored.Version != r.Version || stored.State != r.State {
			w.t.Fatalf("report stored after %s = %s version %d, want %s version %d", step, stored.State, stored.Version, r.State, r.Version)
		}
	}
	return r
}

func (w world) stored(k annualreport.Key) annualreport.Report {
	w.t.Helper()
	r, err := w.reports.Open(w.t.Context(), w.person(k.SiteID, "town-clerk"), k)
	w.must(err)
	return r
}

func (w world) attest(k annualreport.Key) {
	w.t.Helper()
	_, err := w.reports.Attest(w.t.Context(), w.person(k.SiteID, "town-clerk"), k, w.stored(k).Version, annualreport.CountedRegisters())
	w.must(err)
}

func (w world) seals(k annualreport.Key) int {
	w.t.Helper()
	years, err := store.NewRegisters(w.db).SealedYears(w.t.Context(), k.SiteID, k.OrganID)
	w.must(err)
	if slices.Contains(years, k.Year) {
		return 1
	}
	return 0
}

// TestReportGoesThroughEveryState walks one report through the whole workflow and
// tries at every station each step that is not open there.
func TestReportGoesThroughEveryState(t *testing.T) {
	w := newWorld(t)
	w.attest(town2024)
	tryOthers := func(want annualreport.State) {
		t.Helper()
		r := w.stored(town2024)
		if r.State != want {
			t.Fatalf("state = %s, want %s", r.State, want)
		}
		if sealed := w.seals(town2024) == 1; sealed != r.Sealed() {
			t.Errorf("in state %s there is a seal = %v, want %v", r.State, sealed, r.Sealed())
		}
		for _, step := range steps {
			if r.Allows(step, true) {
				continue
			}
			_, err := w.take(step, town2024, r.Version)
			if refusal(err) != "report-state" {
				t.Errorf("%s in state %s = %v, want refused by report-state", step, r.State, err)
			}
		}
		_, err := w.reports.Write(t.Context(), w.person("330483", "town-clerk"), town2024, r.Version, map[string]string{"improvement.problems": "改"})
		if (err == nil) != r.Editable() {
			t.Errorf("Write() in state %s = %v, want allowed %v", r.State, err, r.Editable())
		}
	}
	tryOthers(annualreport.Draft)
	w.walk(town2024, annualreport.Check)
	tryOthers(annualreport.Checked)
	if r := w.walk(town2024, annualreport.DrawUp); r.CheckedBy != "" {
		t.Errorf("CheckedBy after it was taken back = %q, want none", r.CheckedBy)
	}
	w.walk(town2024, annualreport.Check, annualreport.Sign)
	tryOthers(annualreport.Signed)
	if r := w.walk(town2024, annualreport.DrawUp); r.SignedOn != "" || r.SignedBy != "" {
		t.Errorf("signature after it was taken back = %q by %q, want none", r.SignedOn, r.SignedBy)
	}
	w.walk(town2024, annualreport.Check, annualreport.Sign, annualreport.Submit)
	tryOthers(annualreport.Submitted)
	r := w.walk(town2024, annualreport.Return)
	if r.ReturnReason != "缺少考核结果" || r.SignedOn != "" || r.SubmittedOn != "" {
		t.Errorf("returned report = %q, signed %q, submitted %q, want the reason and neither day", r.ReturnReason, r.SignedOn, r.SubmittedOn)
	}
	tryOthers(annualreport.Returned)
	if r := w.stored(town2024); r.State != annualreport.Draft {
		t.Errorf("state after the first change to a returned report = %s, want draft", r.State)
	}
	r = w.walk(town2024, annualreport.Check, annualreport.Sign, annualreport.Submit)
	if r.ReturnReason != "" || r.SubmittedOn != "2025-01-16" {
		t.Errorf("submitted again = %q on %q, want no reason, on the site's date", r.ReturnReason, r.SubmittedOn)
	}
	w.walk(town2024, annualreport.Accept)
	tryOthers(annualreport.Accepted)
	w.walk(town2024, annualreport.Publish)
	tryOthers(annualreport.Published)
	var taken []string
	for _, s := range w.preview(town2024, w.person("330483", "town-clerk")).Steps {
		taken = append(taken, string(s.Step)+" "+s.Person+" "+s.Note)
	}
	want := "draw_up 周小满 ,check 钱立夏 ,draw_up 周小满 ,check 钱立夏 ,sign 郑谷雨 ,draw_up 周小满 ,check 钱立夏 ,sign 郑谷雨 ,submit 周小满 ," +
		"return 孙白露 缺少考核结果,draw_up 周小满 ,check 钱立夏 ,sign 郑谷雨 ,submit 周小满 ,accept 孙白露 ,publish 周小满 "
	if got := strings.Join(taken, ","); got != want {
		t.Errorf("steps = %s, want %s", got, want)
	}
}

func TestCorrectionKeepsTheEditionBefore(t *testing.T) {
	w := newWorld(t)
	ctx := t.Context()
	clerk := w.person("330483", "town-clerk")
	before, err := w.reports.Public(ctx, town2023, 0)
	w.must(err)
	_, err = w.reports.CorrectBy(ctx, clerk, town2023, w.stored(town2023).Version, "  ")
	if refusal(err) != "correction-note-required" {
		t.Errorf("CorrectBy() without a note = %v, want correction-note-required", err)
	}
	w.walk(town2023, annualreport.Correct)
	r := w.stored(town2023)
	if r.Edition != 2 || r.State != annualreport.Draft || len(r.Attestations) != 0 || r.SignedOn != "" {
		t.Fatalf("correction = %+v, want the draft of a second edition", r)
	}
	during, err := w.reports.Public(ctx, town2023, 0)
	if err != nil || during.Seal != before.Seal || len(during.Editions) != 1 {
		t.Errorf("Public() while the correction is drawn up = edition %d, %v, want the first", during.Report.Edition, err)
	}
	_, err = w.registers.Save(ctx, clerk, register.Change{
		SiteID: "330483", OrganID: "330483-town", Register: "meeting", Reason: "漏登",
		Typed: map[string]string{"number": "会2023-09", "held_on": "2023-12-31", "subject": "补登会议"},
	})
	w.must(err)
	w.attest(town2023)
	w.setToday("330483", "2024-06-10")
	w.walk(town2023, annualreport.Check, annualreport.Sign, annualreport.Submit, annualreport.Accept, annualreport.Publish)

	after, err := w.reports.Public(ctx, town2023, 0)
	w.must(err)
	if after.Report.Edition != 2 || after.Content.Signed.Date != "2024-06-10" || len(after.Editions) != 2 {
		t.Errorf("Public() = edition %d signed %s of %d, want the second of two", after.Report.Edition, after.Content.Signed.Date, len(after.Editions))
	}
	note := "（本报告为第2版，更正说明：更正依申请公开件数）"
	if !slices.Equal(after.Content.Notes, []string{note}) || !slices.Equal(after.Content.Document().Notes, []string{note}) {
		t.Errorf("Notes = %v, want %s", after.Content.Notes, note)
	}
	first, err := w.reports.Public(ctx, town2023, 1)
	w.must(err)
	if first.Report.State != annualreport.Superseded || first.Seal != before.Seal || len(first.Content.Notes) != 0 {
		t.Errorf("Public(edition 1) = %s, seal kept %v, notes %v, want superseded and as it was", first.Report.State, first.Seal == before.Seal, first.Content.Notes)
	}
	list, err := w.reports.PublishedList(ctx, "330483", "330483-town", 2023)
	if err != nil || len(list) != 1 || list[0].Edition != 2 {
		t.Errorf("PublishedList(2023) = %+v, %v, want the second edition alone", list, err)
	}
	v, err := w.reports.Verify(ctx, clerk, town2023)
	if err != nil || !v.Same() || v.Edition != 2 {
		t.Errorf("Verify() of the correction = %+v, %v, want the second edition, the same", v, err)
	}
}

func TestSigningIsRefused(t *testing.T) {
	for _, tt := range []struct {
		name    string
		prepare func(w world) // from a draft that is attested
		want    string
	}{
		{"an attested register is whole", func(world) {}, ""},
		{"nothing is attested", func(w world) { w.run(`DELETE FROM report_attestation WHERE report_id = $1`, w.stored(town2024).ID) }, "attestation-missing"},
		{"one register is not attested", func(w world) { w.run(`DELETE FROM report_attestation WHERE register = 'accountability'`) }, "attestation-missing"},
		{"a record was added since", func(w world) {
			w.save("meeting", "", 0, map[string]string{"number": "会2024-09", "held_on": "2024-12-31", "subject": "x"})
		}, "attestation-missing"},
		{"a record was changed since", func(w world) {
			w.save("meeting", "会2024-01", 1, map[string]string{"number": "会2024-01", "held_on": "2024-03-06", "subject": "x"})
		}, "attestation-missing"},
		{"a record was voided since", func(w world) {
			w.must(w.registers.Void(w.t.Context(), w.person("330483", "town-clerk"), register.Change{
				SiteID: "330483", OrganID: "330483-town",
				Register: "request", Number: "2024-005", Version: 1, Reason: "重复登记",
			}))
		}, "attestation-missing"},
		{"a record of another year was added since", func(w world) {
			w.save("meeting", "", 0, map[string]string{"number": "会2025-01", "held_on": "2025-01-08", "subject": "x"})
		}, ""},
		{"the text contradicts the register", func(w world) {
			w.write(town2024, "overview.proactive", "2024年主动公开政府信息830条。")
		}, "findings-block-signing"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.t = t
			w.attest(town2024)
			tt.prepare(w)
			// A check would find the same: what matters is that signing does.
			w.run(`UPDATE report SET state = 'checked' WHERE site_id = '330483' AND year = 2024`)
			r, err := w.take(annualreport.Sign, town2024, w.stored(town2024).Version)
			if refusal(err) != tt.want {
				t.Errorf("SignBy() = %v, want refused by %q", err, tt.want)
			}
			if err != nil && (w.stored(town2024).State != annualreport.Checked || w.seals(town2024) != 0) {
				t.Errorf("refused signing left %s and %d seals", w.stored(town2024).State, w.seals(town2024))
			}
			if err == nil && r.SignedOn != "2025-01-16" {
				t.Errorf("SignedOn = %s, want the site's date", r.SignedOn)
			}
		})
	}
}

func (w world) save(name, number string, version int, typed map[string]string) {
	w.t.Helper()
	_, err := w.registers.Save(w.t.Context(), w.person("330483", "town-clerk"), register.Change{
		SiteID: "330483", OrganID: "330483-town",
		Register: name, Number: number, Version: version, Typed: typed,
	})
	w.must(err)
}

func (w world) write(k annualreport.Key, section, text string) {
	w.t.Helper()
	_, err := w.reports.Write(w.t.Context(), w.person(k.SiteID, "town-clerk"), k, w.stored(k).Version, map[string]string{section: text})
	w.must(err)
}

func TestNobodyChecksTheirOwnReport(t *testing.T) {
	for name, draw := range map[string]func(w world, both organ.Person, version int) (annualreport.Report, error){
		"wrote a section": func(w world, both organ.Person, version int) (annualreport.Report, error) {
			return w.reports.Write(w.t.Context(), both, town2024, version, map[string]string{"improvement.problems": "一是公开内容还不够丰富。"})
		},
		"typed a cell": func(w world, both organ.Person, version int) (annualreport.Report, error) {
			return w.reports.Enter(w.t.Context(), both, town2024, version, annualreport.Entry{Cell: "req.received_new.total", Value: "5", Reason: "核对无误"})
		},
		"took a cell back": func(w world, both organ.Person, version int) (annualreport.Report, error) {
			return w.reports.DropEntry(w.t.Context(), both, town2024, version, "req.received_new.total")
		},
	} {
		w := newWorld(t)
		both := organ.Person{
			ID: "both", SiteID: "330483", OrganID: "330483-town", Name: "一人两岗",
			Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "330483-town"}, {Role: organ.Reviewer, OrganID: "330483-town"}},
		}
		r, err := draw(w, both, w.stored(town2024).Version)
		w.must(err)
		_, err = w.reports.CheckBy(t.Context(), both, town2024, r.Version)
		if refusal(err) != "self-review" {
			t.Errorf("CheckBy() by who %s = %v, want self-review", name, err)
		}
		_, err = w.take(annualreport.Check, town2024, r.Version)
		if err != nil {
			t.Errorf("CheckBy() by a second person after the first %s = %v, want allowed", name, err)
		}
	}
}

func TestStepsNeedTheirRole(t *testing.T) {
	w := newWorld(t)
	for name, do := range map[string]func(context.Context, organ.Person, annualreport.Key, int) (annualreport.Report, error){
		"town-clerk checks":     w.reports.CheckBy,
		"town-reviewer signs":   w.reports.SignBy,
		"town-signer accepts":   w.reports.AcceptBy,
		"supervisor signs":      w.reports.SignBy,
		"admin publishes":       w.reports.PublishBy,
		"auditor takes back":    w.reports.TakeBack,
		"town-reviewer submits": w.reports.SubmitBy,
		"town-reviewer corrects": func(ctx context.Context, p organ.Person, k annualreport.Key, v int) (annualreport.Report, error) {
			return w.reports.CorrectBy(ctx, p, k, v, "说明")
		},
	} {
		login, _, _ := strings.Cut(name, " ")
		_, err := do(t.Context(), w.person("330483", login), town2024, w.stored(town2024).Version)
		if refusal(err) != "forbidden" {
			t.Errorf("%s = %v, want forbidden", name, err)
		}
	}
	stranger := w.person("330683", "town-signer") // the same role, of another site
	_, err := w.reports.SignBy(t.Context(), stranger, town2024, w.stored(town2024).Version)
	if refusal(err) != "forbidden" {
		t.Errorf("SignBy() by the signer of another site = %v, want forbidden", err)
	}
}
