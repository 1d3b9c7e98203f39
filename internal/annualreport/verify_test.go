package annualreport_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/register"
)

// told writes a verification's findings as lines a test can compare.
func told(v annualreport.Verification) []string {
	var lines []string
	for _, d := range v.Figures {
		lines = append(lines, fmt.Sprintf("%s %s→%s", d.Figure, d.Sealed, d.Now))
	}
	for _, r := range v.Records {
		reason := r.Reason + " " + r.By
		if r.Reason == "" {
			reason = "no recorded correction"
		}
		line := fmt.Sprintf("%s %s %s: %s", r.Register, r.Number, r.Kind, reason)
		for _, f := range r.Fields {
			line += fmt.Sprintf("; %s %s→%s", f.Label, f.Was, f.Now)
		}
		lines = append(lines, line)
	}
	return lines
}

// change saves a request of the sealed year with another value.
func (w world) change(number, reason string, version int, changes map[string]string) error {
	clerk := w.person("330483", "town-clerk")
	_, r, err := w.registers.Record(w.t.Context(), clerk, "330483", "330483-town", "request", number)
	w.must(err)
	for name, value := range changes {
		r.Values[name] = value
	}
	_, err = w.registers.Save(w.t.Context(), clerk, register.Change{
		SiteID: "330483", OrganID: "330483-town", Register: "request",
		Number: number, Version: version, Typed: r.Values, Reason: reason,
	})
	return err
}

// Figures that a request granted by a natural person counts in.
const granted2to1 = "req.granted.natural_person 2→1\nreq.granted.total 2→1\n"

func TestVerifyNamesWhatChanged(t *testing.T) {
	for _, tt := range []struct {
		name   string
		do     func(w world)
		want   string // lines
		figure string // one that the first record counts in
	}{
		{"nothing", func(world) {}, "", ""},
		{"a record outside the year", func(w world) {
			w.save("meeting", "", 0, map[string]string{"number": "会2024-09", "held_on": "2024-01-01", "subject": "x"})
		}, "", ""},
		{"a field that no figure reads", func(w world) { w.must(w.change("2023-002", "错字", 1, map[string]string{"subject": "改写"})) }, "", ""},
		{
			"a correction", func(w world) {
				w.must(w.change("2023-002", "引用条款有误", 1, map[string]string{"outcome": "D1"}))
			},
			granted2to1 + "req.denied_state_secret.natural_person 0→1\nreq.denied_state_secret.total 0→1\n" +
				"request 2023-002 changed: 引用条款有误 周小满; 办理结果 OLD→NEW", "req.granted.total",
		},
		{"two corrections, the last one explains", func(w world) {
			w.must(w.change("2023-002", "第一次", 1, map[string]string{"applicant_kind": "org_other"}))
			w.must(w.change("2023-002", "第二次", 2, map[string]string{"applicant_kind": "natural_person", "decided_on": "2023-07-13"}))
		}, "request 2023-002 changed: 第二次 周小满; 答复日期 2023-07-12→2023-07-13", "req.handled_total.total"},
		{"a correction into another year", func(w world) {
			w.must(w.change("2023-002", "误录年份", 1, map[string]string{"received_on": "2022-06-20", "decided_on": "2022-07-12"}))
		}, "req.received_new.natural_person 2→1\nreq.received_new.total 3→2\n" + granted2to1 +
			"req.handled_total.natural_person 2→1\nreq.handled_total.total 3→2\nrequest 2023-002 removed: 误录年份 周小满", "req.granted.total"},
		{"a record added with a reason", func(w world) {
			_, err := w.registers.Save(w.t.Context(), w.person("330483", "town-clerk"), register.Change{
				SiteID: "330483", OrganID: "330483-town",
				Register: "meeting", Reason: "漏登", Typed: map[string]string{"number": "会2023-09", "held_on": "2023-12-31", "subject": "x"},
			})
			w.must(err)
		}, "meeting.count 0→1\nmeeting 会2023-09 added: 漏登 周小满", "meeting.count"},
		{"a record voided with a reason", func(w world) {
			w.must(w.registers.Void(w.t.Context(), w.person("330483", "town-clerk"), register.Change{
				SiteID: "330483", OrganID: "330483-town",
				Register: "training", Number: "训2023-01", Version: 1, Reason: "未实际举办",
			}))
		}, "training.sessions 1→0\ntraining.attendees 26→0\ntraining 训2023-01 removed: 未实际举办 周小满", "training.attendees"},

		{
			"UPDATE behind the system's back", func(w world) { w.run(`UPDATE training SET attendees = 62 WHERE number = '训2023-01'`) },
			"training.attendees 26→62\ntraining 训2023-01 changed: no recorded correction; 参加人数 26→62", "training.attendees",
		},
		{"UPDATE that changes no total", func(w world) {
			w.run(`UPDATE request SET outcome = CASE outcome WHEN 'G1' THEN 'G2' ELSE 'G1' END WHERE site_id = '330483' AND number IN ('2023-001', '2023-002')`)
		}, "request 2023-001 changed: no recorded correction; 办理结果 G2→G1\nrequest 2023-002 changed: no recorded correction; 办理结果 G1→G2", "req.granted.total"},
		{
			"DELETE behind the system's back", func(w world) { w.run(`DELETE FROM training WHERE number = '训2023-01'`) },
			"training.sessions 1→0\ntraining.attendees 26→0\ntraining 训2023-01 removed: no recorded correction", "training.sessions",
		},
		{"INSERT behind the system's back", func(w world) {
			w.run(`INSERT INTO meeting (site_id, organ_id, number, updated_at, held_on, subject) VALUES ('330483', '330483-town', '会2023-99', '', '2023-01-01', 'x')`)
		}, "meeting.count 0→1\nmeeting 会2023-99 added: no recorded correction", "meeting.count"},
		{
			"voided behind the system's back", func(w world) { w.run(`UPDATE training SET voided = TRUE WHERE number = '训2023-01'`) },
			"training.sessions 1→0\ntraining.attendees 26→0\ntraining 训2023-01 removed: no recorded correction", "training.sessions",
		},
		{"UPDATE after a correction does not borrow its reason", func(w world) {
			w.must(w.change("2023-002", "引用条款有误", 1, map[string]string{"reply_number": "洲公开告〔2023〕9号", "decided_on": "2023-07-13"}))
			w.run(`UPDATE request SET decided_on = '2023-07-14' WHERE number = '2023-002'`)
		}, "request 2023-002 changed: no recorded correction; 答复日期 2023-07-12→2023-07-14", "req.granted.total"},
		{"DELETE after a correction does not borrow its reason", func(w world) {
			w.must(w.change("2023-002", "引用条款有误", 1, map[string]string{"decided_on": "2023-07-13"}))
			w.run(`DELETE FROM request WHERE site_id = '330483' AND number = '2023-002'`)
		}, "req.received_new.natural_person 2→1\nreq.received_new.total 3→2\n" + granted2to1 +
			"req.handled_total.natural_person 2→1\nreq.handled_total.total 3→2\nrequest 2023-002 removed: no recorded correction", "req.handled_total.total"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.t = t
			tt.do(w)
			v, err := w.reports.Verify(t.Context(), w.person("330483", "auditor"), town2023)
			w.must(err)
			outcome, _ := register.Request.Field("outcome")
			name := func(code string) string { return outcome.OptionLabel(code) }
			want := strings.NewReplacer("OLD→NEW", name("G1")+"→"+name("D1"), "G2→G1", name("G2")+"→"+name("G1"), "G1→G2", name("G1")+"→"+name("G2")).Replace(tt.want)
			if got := strings.Join(told(v), "\n"); got != want {
				t.Errorf("Verify() =\n%s\nwant\n%s", got, want)
			}
			if v.Same() != (tt.want == "") || !v.Intact || v.Cells != 200 || v.Bound == 0 {
				t.Errorf("Verify() = same %v, intact %v, %d cells, %d bound numbers, want same %v, intact, 200 and some", v.Same(), v.Intact, v.Cells, v.Bound, tt.want == "")
			}
			if tt.figure != "" && !slices.Contains(v.Records[0].Figures, tt.figure) {
				t.Errorf("Figures of %s = %v, want %s among them", v.Records[0].Number, v.Records[0].Figures, tt.figure)
			}
			if strings.Contains(tt.want, "training.") && len(v.Texts) == 0 {
				t.Errorf("Texts = %v, want the section that states the trainings", v.Texts)
			}
		})
	}
}

func TestVerifyOnBothEngines(t *testing.T) {
	onBothEngines(t, func(t *testing.T, w world) {
		auditor := w.person("330483", "auditor")
		v, err := w.reports.Verify(t.Context(), auditor, town2023)
		if err != nil || !v.Same() {
			t.Errorf("Verify() of an untouched report = %+v, %v, want the same", v, err)
		}
		w.run(`UPDATE training SET attendees = 62 WHERE number = '训2023-01'`)
		w.run(`DELETE FROM request WHERE site_id = '330483' AND number = '2023-003'`)
		v, err = w.reports.Verify(t.Context(), auditor, town2023)
		w.must(err)
		lines := told(v)
		for _, want := range []string{"training 训2023-01 changed: no recorded correction; 参加人数 26→62", "request 2023-003 removed: no recorded correction", "req.received_new.org_business 1→0"} {
			if !slices.Contains(lines, want) {
				t.Errorf("Verify() = %q, want %q among it", lines, want)
			}
		}
	})
}

func TestSealedYearsAskForAReason(t *testing.T) {
	w := newWorld(t)
	clerk := w.person("330483", "town-clerk")
	for name, err := range map[string]error{
		"change of a counted field": w.change("2023-002", "", 1, map[string]string{"outcome": "D1"}),
		"move into the sealed year": w.change("2024-001", "", 1, map[string]string{"received_on": "2023-12-31"}),
		"addition": func() error {
			_, err := w.registers.Save(t.Context(), clerk, register.Change{
				SiteID: "330483", OrganID: "330483-town", Register: "meeting",
				Typed: map[string]string{"number": "会2023-09", "held_on": "2023-12-31", "subject": "x"},
			})
			return err
		}(),
		"import": func() error {
			done, err := w.registers.Import(t.Context(), clerk, register.Import{SiteID: "330483", OrganID: "330483-town", Register: "meeting"},
				rows{{"编号", "日期", "议题"}, {"会2023-09", "2023-12-31", "x"}}, nil)
			w.must(err)
			if len(done.Problems) != 1 || done.Added != 0 {
				return fmt.Errorf("imported %+v", done)
			}
			return fmt.Errorf("%s", done.Problems[0].Code)
		}(),
	} {
		if got := strings.TrimPrefix(refusal(err), "not a refusal: "); got != "correction-reason-required" {
			t.Errorf("%s without a reason = %v, want correction-reason-required", name, err)
		}
	}
	v, err := w.reports.Verify(t.Context(), clerk, town2023)
	if err != nil || !v.Same() {
		t.Errorf("Verify() after the refusals = %+v, %v, want the same", v, err)
	}
}

// rows are a file to import, the first one naming its columns.
type rows [][]string

func (r rows) Rows(each func(register.SheetRow) error) error {
	for i, cells := range r {
		row := register.SheetRow{Sheet: "表", Line: i + 1}
		for _, text := range cells {
			row.Cells = append(row.Cells, register.SheetCell{Text: text})
		}
		err := each(row)
		if err != nil {
			return err
		}
	}
	return nil
}

func TestVerifySeesTamperingWithTheReportItself(t *testing.T) {
	for name, tt := range map[string]struct {
		statement string
		readable  bool // the page still shows the report
	}{
		"sealed bytes":   {`UPDATE report_seal SET canonical = replace(canonical, '"item.total":733', '"item.total":734')`, false},
		"sealed hash":    {`UPDATE report_seal SET hash = '00' WHERE site_id = '330483'`, false},
		"stored text":    {`UPDATE report_section SET body = body || '。' WHERE site_id = '330483' AND key = 'improvement.problems'`, true},
		"stored section": {`DELETE FROM report_section WHERE site_id = '330483' AND key = 'improvement.problems'`, true},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.t = t
			w.run(tt.statement)
			v, err := w.reports.Verify(t.Context(), w.person("330483", "auditor"), town2023)
			if err != nil || v.Intact || v.Same() {
				t.Errorf("Verify() = intact %v, same %v, %v, want neither", v.Intact, v.Same(), err)
			}
			_, err = w.reports.View(t.Context(), w.person("330483", "auditor"), town2023)
			if (err == nil) != tt.readable {
				t.Errorf("View() = %v, want readable %v", err, tt.readable)
			}
		})
	}
}

func TestBrokenSealOfOneOrganDoesNotStopItsSiblings(t *testing.T) {
	w := newWorld(t)
	w.run(`UPDATE report_seal SET hash = '00' WHERE report_id IN (SELECT id FROM report WHERE organ_id = '330683-bureau')`)
	k := annualreport.Key{SiteID: "330683", OrganID: "330683-town", Year: 2022}
	_, err := w.reports.View(t.Context(), w.person("330683", "town-clerk"), k)
	if err != nil {
		t.Errorf("View() of the town beside a bureau with a broken seal = %v, want the report", err)
	}
	w.walk(k, annualreport.Return, annualreport.DrawUp, annualreport.Check, annualreport.Sign)
}

func TestVerifyRefusesWhatIsNotSealed(t *testing.T) {
	w := newWorld(t)
	_, err := w.reports.Verify(t.Context(), w.person("330483", "auditor"), town2024)
	if refusal(err) != "report-not-sealed" {
		t.Errorf("Verify() of a draft = %v, want report-not-sealed", err)
	}
	_, err = w.reports.Verify(t.Context(), w.person("330483", "admin"), town2023)
	if refusal(err) != "forbidden" {
		t.Errorf("Verify() by an administrator = %v, want forbidden", err)
	}
}

// The narrative form of before 2014 has no tables: its figures are compared all the same.
func TestVerifyComparesFiguresOfTheNarrativeForm(t *testing.T) {
	w := newWorld(t)
	w.run(`INSERT INTO request (site_id, organ_id, number, updated_at, applicant_kind, applicant_name, intake, subject, received_on)
VALUES ('330881', '330881-town', '2013-001', '', 'natural_person', '某', 'web', 'x', '2013-05-02')`)
	v, err := w.reports.Verify(t.Context(), w.person("330881", "auditor"), annualreport.Key{SiteID: "330881", OrganID: "330881-town", Year: 2013})
	w.must(err)
	for _, want := range []string{"req.received_new.total 0→1", "req.carried_out.natural_person 0→1", "request 2013-001 added: no recorded correction"} {
		if !slices.Contains(told(v), want) {
			t.Errorf("Verify() = %q, want %q among it", told(v), want)
		}
	}
}
