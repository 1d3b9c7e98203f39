package kill_test

import (
	"fmt"

	"gongkai/internal/annualreport"
	"gongkai/internal/demo"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

// rows are how many requests are imported: as many as a ledger holds after years,
// fewer where each is a way to a server and back.
func (o office) rows() int {
	if o.db.Engine() == "postgres" {
		return 4_000
	}
	return 20_000
}

var imported = change{
	name:    "import",
	town:    "ledger",
	prepare: func(office) {},
	do: func(o office, progress func()) error {
		done, err := o.registers.Import(o.t.Context(), o.as(organ.Clerk), register.Import{SiteID: siteID, OrganID: o.town, Register: "request", File: "kill"},
			demo.Requests(2024, o.rows()), func(int64) { progress() })
		if err == nil && done.Added != int64(o.rows()) {
			err = fmt.Errorf("imported %+v, want %d rows", done, o.rows())
		}
		return err
	},
	found: func(o office) bool {
		return o.agree(map[string]int{
			`SELECT count(*) FROM request WHERE organ_id = TOWN`:                                    o.rows(),
			`SELECT count(*) FROM audit_entry WHERE organ_id = TOWN AND action = 'register.import'`: 1,
			`SELECT count(*) FROM request WHERE organ_id = TOWN AND voided = FALSE AND version = 1`: o.rows(),
			`SELECT count(*) FROM audit_entry WHERE organ_id = TOWN AND object_kind = 'request'`:    1,
		})
	},
	goOn: func(o office) {
		_, records, _, err := o.registers.List(o.t.Context(), o.as(organ.Clerk), "request", register.Query{SiteID: siteID, OrganID: o.town, Limit: 10})
		o.must(err)
		if len(records) != 10 {
			o.t.Errorf("List() after the import = %d records, want a page of 10", len(records))
		}
	},
}

var signed = change{
	name: "sign",
	town: "report",
	prepare: func(o office) {
		o.fill()
		r := o.report()
		r, err := o.reports.Write(o.t.Context(), o.as(organ.Clerk), o.key(), r.Version, map[string]string{
			"improvement.problems": "一是公开内容与群众需求的对应还不够紧密。", "improvement.measures": "按月梳理群众咨询较多的事项，优先公开。",
		})
		o.must(err)
		o.checked(r.Version)
	},
	do: func(o office, _ func()) error {
		_, err := o.reports.SignBy(o.t.Context(), o.as(organ.Signer), o.key(), o.report().Version)
		return err
	},
	found: func(o office) bool {
		return o.agree(map[string]int{
			`SELECT count(*) FROM report WHERE organ_id = TOWN AND state = 'signed' AND signed_on = '2025-01-16' AND signed_by <> ''`: 1,
			`SELECT count(*) FROM report_seal s JOIN report r ON r.id = s.report_id WHERE r.organ_id = TOWN`:                          1,
			`SELECT count(*) FROM report_evidence e JOIN report r ON r.id = e.report_id WHERE r.organ_id = TOWN`:                      len(annualreport.CountedRegisters()),
			`SELECT count(*) FROM report_step s JOIN report r ON r.id = s.report_id WHERE r.organ_id = TOWN AND s.step = 'sign'`:      1,
			`SELECT count(*) FROM audit_entry WHERE organ_id = TOWN AND action = 'report.sign'`:                                       1,
			`SELECT 1 - count(*) FROM report WHERE organ_id = TOWN AND state = 'checked' AND signed_on = ''`:                          1,
		})
	},
	goOn: func(o office) {
		v, err := o.reports.Verify(o.t.Context(), o.as(organ.Clerk), o.key())
		if err != nil || !v.Same() {
			o.t.Errorf("Verify() of %s = %+v, %v, want the same", o.town, v, err)
		}
	},
}

// A correction is published and supersedes the edition before it.
var published = change{
	name: "publish",
	town: signed.town, // whose reports are signed by now
	prepare: func(o office) {
		r, err := o.reports.PublishBy(o.t.Context(), o.as(organ.Clerk), o.key(), o.report().Version)
		o.must(err)
		r, err = o.reports.CorrectBy(o.t.Context(), o.as(organ.Clerk), o.key(), r.Version, "更正依申请公开件数")
		o.must(err)
		r = o.checked(r.Version)
		_, err = o.reports.SignBy(o.t.Context(), o.as(organ.Signer), o.key(), r.Version)
		o.must(err)
	},
	do: func(o office, _ func()) error {
		_, err := o.reports.PublishBy(o.t.Context(), o.as(organ.Clerk), o.key(), o.report().Version)
		return err
	},
	found: func(o office) bool {
		return o.agree(map[string]int{
			`SELECT count(*) FROM report WHERE organ_id = TOWN AND edition = 2 AND state = 'published' AND published_on = '2025-01-16'`: 1,
			`SELECT count(*) FROM report WHERE organ_id = TOWN AND edition = 1 AND state = 'superseded'`:                                1,
			`SELECT 1 - count(*) FROM report WHERE organ_id = TOWN AND edition = 1 AND state = 'published'`:                             1,
			`SELECT 1 - count(*) FROM report WHERE organ_id = TOWN AND edition = 2 AND state = 'signed' AND published_on = ''`:          1,
			`SELECT count(*) - 1 FROM audit_entry WHERE organ_id = TOWN AND action = 'report.publish'`:                                  1,
			`SELECT count(*) - 1 FROM report_step s JOIN report r ON r.id = s.report_id WHERE r.organ_id = TOWN AND s.step = 'publish'`: 1,
		})
	},
	goOn: func(o office) {
		for edition, want := range []int{2, 1, 2} { // 0 is the newest
			e, err := o.reports.Public(o.t.Context(), o.key(), edition)
			if err != nil || e.Report.Edition != want {
				o.t.Errorf("Public(%s, %d) = edition %d, %v, want %d", o.town, edition, e.Report.Edition, err, want)
			}
		}
	},
}

// fill gives the town's registers something to count and to seal.
func (o office) fill() {
	o.t.Helper()
	for name, n := range map[string]int{"disclosure_item": 600, "appraisal": 2} {
		done, err := o.registers.Import(o.t.Context(), o.as(organ.Clerk), register.Import{SiteID: siteID, OrganID: o.town, Register: name}, sheet{name, n}, nil)
		o.must(err)
		if done.Added != int64(n) {
			o.t.Fatalf("fill %s of %s: %+v", name, o.town, done)
		}
	}
}

// checked attests the registers and goes through the report.
func (o office) checked(version int) annualreport.Report {
	o.t.Helper()
	r, err := o.reports.Attest(o.t.Context(), o.as(organ.Clerk), o.key(), version, annualreport.CountedRegisters())
	o.must(err)
	r, err = o.reports.CheckBy(o.t.Context(), o.as(organ.Reviewer), o.key(), r.Version)
	o.must(err)
	return r
}

// sheet is a file to import with n made-up records of a register.
type sheet struct {
	register string
	n        int
}

func (s sheet) Rows(each func(register.SheetRow) error) error {
	header := []string{"number", "title", "published_on"}
	if s.register == "appraisal" {
		header = []string{"number", "kind", "year", "result"}
	}
	rows := [][]string{header}
	for i := range s.n {
		row := []string{fmt.Sprint(i), "某事项", "2024-05-06"}
		if s.register == "appraisal" {
			row = []string{fmt.Sprint(i), []string{"assessment", "social_appraisal"}[i%2], "2024", "良好"}
		}
		rows = append(rows, row)
	}
	for i, row := range rows {
		cells := make([]register.SheetCell, len(row))
		for j, text := range row {
			cells[j].Text = text
		}
		err := each(register.SheetRow{Sheet: "表", Line: i + 1, Cells: cells})
		if err != nil {
			return err
		}
	}
	return nil
}
