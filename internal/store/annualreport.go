package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/audit"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

// Reports is the storage of package annualreport.
type Reports struct {
	Unit[annualreport.Tx]
	reportReader
}

// NewReports returns the storage of annual reports in db.
func NewReports(db *DB) Reports {
	return Reports{
		NewUnit(db, func(tx *Tx) annualreport.Tx { return reportTx{tx, reportReader{tx}} }),
		reportReader{db.Reader()},
	}
}

// AtOnce implements annualreport.Store.
func (s Reports) AtOnce(ctx context.Context, do func(annualreport.Reader) error) error {
	return s.DB.Read(ctx, func(q Queryer) error { return do(reportReader{q}) })
}

type reportReader struct{ q Queryer }

type reportTx struct {
	*Tx
	reportReader
}

var siteByID = text(`SELECT ` + siteColumns + ` FROM site WHERE site_id = $1`)

func (r reportReader) Site(ctx context.Context, siteID string) (organ.Site, error) {
	return scanSite(r.q.QueryRowContext(ctx, siteByID, siteID).Scan)
}

func (r reportReader) Organs(ctx context.Context, siteID string) ([]organ.Organ, error) {
	return organsOf(ctx, r.q, siteID)
}

func (r reportReader) Totals(ctx context.Context, siteID, organID string, year int, counts []register.Count) ([]int64, error) {
	return totals(ctx, r.q, siteID, organID, year, counts)
}

func (r reportReader) Behind(ctx context.Context, d register.Definition, q register.Query) ([]register.Record, string, error) {
	return registerReader(r).counted(ctx, d, q)
}

func (r reportReader) EachCounted(ctx context.Context, siteID, organID, ledger string, year int, visit func(register.Record) error) error {
	return eachCounted(ctx, r.q, siteID, organID, ledger, year, visit)
}

func (r reportReader) Holdings(ctx context.Context, siteID, organID string, year int) (map[string]int64, error) {
	held := make(map[string]int64)
	for _, ledger := range annualreport.CountedRegisters() {
		var n int64
		args := append([]any{siteID, organID}, periodArgs(holdingPeriod(ledger), year)...)
		err := r.q.QueryRowContext(ctx, walks[ledger].holding, args...).Scan(&n)
		if err != nil {
			return nil, fmt.Errorf("count %s: %w", ledger, err)
		}
		held[ledger] = n
	}
	return held, nil
}

func (r reportReader) LastChanged(ctx context.Context, siteID, organID, ledger string, year int) (time.Time, error) {
	var at string
	err := r.q.QueryRowContext(ctx, walks[ledger].changed, append([]any{siteID, organID}, walkArgs(year)...)...).Scan(&at)
	if err != nil {
		return time.Time{}, err
	}
	return DecodeInstant(at)
}

const reportColumns = `site_id, id, organ_id, year, edition, format, state, version, index_number, correction_note,
signed_on, submitted_on, published_on, return_reason, drawn_up_by, checked_by, signed_by, source, original, original_name`

var (
	reportByID = text(`SELECT ` + reportColumns + ` FROM report WHERE site_id = $1 AND id = $2`)

	reportLatest = text(`SELECT ` + reportColumns + ` FROM report WHERE site_id = $1 AND organ_id = $2 AND year = $3
ORDER BY edition DESC LIMIT 1`)

	reportHeaders = text(`SELECT ` + reportColumns + ` FROM report WHERE site_id = $1 AND ($2 = '' OR organ_id = $2)
AND ($3 = 0 OR year = $3) AND ($4 = '' OR $4 LIKE '%|' || state || '|%') ORDER BY year DESC, organ_id, edition`)

	reportInsert = text(`INSERT INTO report (` + reportColumns + `) VALUES (` + placeholders(1, 20) + `)`)

	reportUpdate = text(`UPDATE report SET state = $1, version = version + 1, index_number = $2, correction_note = $3, signed_on = $4,
submitted_on = $5, published_on = $6, return_reason = $7, drawn_up_by = $8, checked_by = $9, signed_by = $10
WHERE site_id = $11 AND id = $12 AND version = $13`)

	sectionsOf     = text(`SELECT key, body FROM report_section WHERE site_id = $1 AND report_id = $2 ORDER BY key`)
	sectionSave    = text(`INSERT INTO report_section (site_id, report_id, key, body) VALUES ($1, $2, $3, $4) ON CONFLICT (site_id, report_id, key) DO UPDATE SET body = excluded.body`)
	entriesOf      = text(`SELECT cell, value, reason FROM report_entry WHERE site_id = $1 AND report_id = $2 ORDER BY cell`)
	entrySave      = text(`INSERT INTO report_entry (site_id, report_id, cell, value, reason) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (site_id, report_id, cell) DO UPDATE SET value = excluded.value, reason = excluded.reason`)
	entryDrop      = text(`DELETE FROM report_entry WHERE site_id = $1 AND report_id = $2 AND cell = $3`)
	attestationsOf = text(`SELECT register, records, person_id, person, attested_at FROM report_attestation WHERE site_id = $1 AND report_id = $2 ORDER BY register`)
	attestSave     = text(`INSERT INTO report_attestation (site_id, report_id, register, records, person_id, person, attested_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (site_id, report_id, register) DO UPDATE SET records = excluded.records, person_id = excluded.person_id, person = excluded.person, attested_at = excluded.attested_at`)
	attestDrop = text(`DELETE FROM report_attestation WHERE site_id = $1 AND report_id = $2`)
)

func scanReport(scan func(...any) error) (annualreport.Report, error) {
	var r annualreport.Report
	err := scan(&r.SiteID, &r.ID, &r.OrganID, &r.Year, &r.Edition, &r.Format, &r.State, &r.Version, &r.IndexNumber, &r.CorrectionNote,
		&r.SignedOn, &r.SubmittedOn, &r.PublishedOn, &r.ReturnReason, &r.DrawnUpBy, &r.CheckedBy, &r.SignedBy, &r.Source, &r.Original, &r.OriginalName)
	return r, err
}

func (r reportReader) Report(ctx context.Context, siteID, id string) (annualreport.Report, error) {
	report, err := scanReport(r.q.QueryRowContext(ctx, reportByID, siteID, id).Scan)
	if err != nil {
		return report, err
	}
	return r.withText(ctx, report)
}

func (r reportReader) Latest(ctx context.Context, siteID, organID string, year int) (annualreport.Report, error) {
	report, err := scanReport(r.q.QueryRowContext(ctx, reportLatest, siteID, organID, year).Scan)
	if err != nil {
		return report, err
	}
	return r.withText(ctx, report)
}

func (r reportReader) withText(ctx context.Context, report annualreport.Report) (annualreport.Report, error) {
	report.Sections = make(map[string]string)
	err := each(ctx, r.q, sectionsOf, []any{report.SiteID, report.ID}, func(scan func(...any) error) error {
		var key, body string
		err := scan(&key, &body)
		report.Sections[key] = body
		return err
	})
	if err != nil {
		return report, fmt.Errorf("read sections: %w", err)
	}
	err = each(ctx, r.q, entriesOf, []any{report.SiteID, report.ID}, func(scan func(...any) error) error {
		var e annualreport.Entry
		err := scan(&e.Cell, &e.Value, &e.Reason)
		report.Entries = append(report.Entries, e)
		return err
	})
	if err != nil {
		return report, fmt.Errorf("read entries: %w", err)
	}
	err = each(ctx, r.q, attestationsOf, []any{report.SiteID, report.ID}, func(scan func(...any) error) error {
		var a annualreport.Attestation
		var at string
		err := scan(&a.Register, &a.Records, &a.PersonID, &a.Person, &at)
		if err != nil {
			return err
		}
		a.At, err = DecodeInstant(at)
		report.Attestations = append(report.Attestations, a)
		return err
	})
	if err != nil {
		return report, fmt.Errorf("read attestations: %w", err)
	}
	return report, nil
}

func (r reportReader) Headers(ctx context.Context, f annualreport.HeaderFilter) ([]annualreport.Report, error) {
	states := ""
	for _, state := range f.States {
		states += "|" + string(state)
	}
	if states != "" {
		states += "|"
	}
	var headers []annualreport.Report
	err := each(ctx, r.q, reportHeaders, []any{f.SiteID, f.OrganID, f.Year, states}, func(scan func(...any) error) error {
		report, err := scanReport(scan)
		headers = append(headers, report)
		return err
	})
	return headers, err
}

// each runs a statement and hands every row to visit.
func each(ctx context.Context, q Queryer, s *statement, args []any, visit func(scan func(...any) error) error) error {
	rows, err := q.QueryContext(ctx, s, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		err = visit(rows.Scan)
		if err != nil {
			return err
		}
	}
	return rows.Err()
}

func (tx reportTx) AddReport(ctx context.Context, r annualreport.Report) error {
	_, err := tx.ExecContext(ctx, reportInsert, r.SiteID, r.ID, r.OrganID, r.Year, r.Edition, r.Format, r.State, r.Version, r.IndexNumber,
		r.CorrectionNote, r.SignedOn, r.SubmittedOn, r.PublishedOn, r.ReturnReason, r.DrawnUpBy, r.CheckedBy, r.SignedBy, r.Source, r.Original, r.OriginalName)
	return err
}

func (tx reportTx) SaveReport(ctx context.Context, r annualreport.Report) error {
	return tx.changeOne(ctx, reportUpdate, r.State, r.IndexNumber, r.CorrectionNote, r.SignedOn, r.SubmittedOn, r.PublishedOn,
		r.ReturnReason, r.DrawnUpBy, r.CheckedBy, r.SignedBy, r.SiteID, r.ID, r.Version)
}

func (tx reportTx) SaveSection(ctx context.Context, r annualreport.Report, key, body string) error {
	_, err := tx.ExecContext(ctx, sectionSave, r.SiteID, r.ID, key, body)
	return err
}

func (tx reportTx) SaveEntry(ctx context.Context, r annualreport.Report, e annualreport.Entry) error {
	_, err := tx.ExecContext(ctx, entrySave, r.SiteID, r.ID, e.Cell, e.Value, e.Reason)
	return err
}

func (tx reportTx) DropEntry(ctx context.Context, r annualreport.Report, cell string) error {
	_, err := tx.ExecContext(ctx, entryDrop, r.SiteID, r.ID, cell)
	return err
}

func (tx reportTx) SaveAttestation(ctx context.Context, r annualreport.Report, a annualreport.Attestation) error {
	_, err := tx.ExecContext(ctx, attestSave, r.SiteID, r.ID, a.Register, a.Records, a.PersonID, a.Person, EncodeInstant(a.At))
	return err
}

func (tx reportTx) DropAttestations(ctx context.Context, r annualreport.Report) error {
	_, err := tx.ExecContext(ctx, attestDrop, r.SiteID, r.ID)
	return err
}

func (tx reportTx) NewID() string { return tx.db.ids.Next() }

var (
	stepsOf    = text(`SELECT id, report_id, step, person_id, person, taken_at, taken_on, note FROM report_step WHERE site_id = $1 AND report_id = $2 ORDER BY id`)
	stepInsert = text(`INSERT INTO report_step (id, report_id, step, person_id, person, taken_at, taken_on, note, site_id) VALUES (` + placeholders(1, 9) + `)`)

	correctionsOf = text(`SELECT actor_id, actor_name, action, reason, at, after_json FROM audit_entry
WHERE site_id = $1 AND organ_id = $2 AND object_kind = $3 AND object_id = $4 AND at >= $5 ORDER BY at, id`)

	templatesOf  = text(`SELECT key, body FROM report_template WHERE site_id = $1 AND organ_id = $2 AND format = $3 ORDER BY key`)
	templateSave = text(`INSERT INTO report_template (site_id, organ_id, format, key, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (site_id, organ_id, format, key) DO UPDATE SET body = excluded.body`)
)

func (r reportReader) Steps(ctx context.Context, siteID, reportID string) ([]annualreport.Taken, error) {
	var steps []annualreport.Taken
	err := each(ctx, r.q, stepsOf, []any{siteID, reportID}, func(scan func(...any) error) error {
		var t annualreport.Taken
		var at string
		err := scan(&t.ID, &t.ReportID, &t.Step, &t.PersonID, &t.Person, &at, &t.On, &t.Note)
		if err != nil {
			return err
		}
		t.At, err = DecodeInstant(at)
		steps = append(steps, t)
		return err
	})
	return steps, err
}

func (tx reportTx) AddStep(ctx context.Context, siteID string, t annualreport.Taken) error {
	_, err := tx.ExecContext(ctx, stepInsert, t.ID, t.ReportID, t.Step, t.PersonID, t.Person, EncodeInstant(t.At), t.On, t.Note, siteID)
	return err
}

func (r reportReader) Corrections(ctx context.Context, siteID, organID, ledger, number string, since time.Time) ([]audit.Entry, error) {
	var entries []audit.Entry
	err := each(ctx, r.q, correctionsOf, []any{siteID, organID, ledger, number, EncodeInstant(since)}, func(scan func(...any) error) error {
		var e audit.Entry
		var at, after string
		err := scan(&e.ActorID, &e.ActorName, &e.Action, &e.Reason, &at, &after)
		if err != nil {
			return err
		}
		if after != "" {
			e.After = json.RawMessage(after)
		}
		e.At, err = DecodeInstant(at)
		entries = append(entries, e)
		return err
	})
	return entries, err
}

func (r reportReader) Templates(ctx context.Context, siteID, organID, format string) (map[string]string, error) {
	templates := make(map[string]string)
	err := each(ctx, r.q, templatesOf, []any{siteID, organID, format}, func(scan func(...any) error) error {
		var key, body string
		err := scan(&key, &body)
		templates[key] = body
		return err
	})
	return templates, err
}

func (tx reportTx) SaveTemplate(ctx context.Context, siteID, organID, format, key, body string) error {
	_, err := tx.ExecContext(ctx, templateSave, siteID, organID, format, key, body)
	return err
}

var (
	adjustmentsOf  = text(`SELECT cell, amount, reason FROM rollup_adjustment WHERE site_id = $1 AND organ_id = $2 AND year = $3 ORDER BY cell`)
	adjustmentSave = text(`INSERT INTO rollup_adjustment (site_id, organ_id, year, cell, amount, reason) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (site_id, organ_id, year, cell) DO UPDATE SET amount = excluded.amount, reason = excluded.reason`)
	adjustmentDrop = text(`DELETE FROM rollup_adjustment WHERE site_id = $1 AND organ_id = $2 AND year = $3 AND cell = $4`)
	lockOf         = text(`SELECT locked_at, person, sums, members FROM rollup_lock WHERE site_id = $1 AND organ_id = $2 AND year = $3`)
	lockSave       = text(`INSERT INTO rollup_lock (site_id, organ_id, year, locked_at, person, sums, members) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (site_id, organ_id, year) DO UPDATE SET locked_at = excluded.locked_at, person = excluded.person, sums = excluded.sums, members = excluded.members`)
)

func (r reportReader) Adjustments(ctx context.Context, siteID, organID string, year int) ([]annualreport.Adjustment, error) {
	var list []annualreport.Adjustment
	err := each(ctx, r.q, adjustmentsOf, []any{siteID, organID, year}, func(scan func(...any) error) error {
		var a annualreport.Adjustment
		err := scan(&a.Cell, &a.Amount, &a.Reason)
		list = append(list, a)
		return err
	})
	return list, err
}

func (tx reportTx) SaveAdjustment(ctx context.Context, siteID, organID string, year int, a annualreport.Adjustment) error {
	_, err := tx.ExecContext(ctx, adjustmentSave, siteID, organID, year, a.Cell, a.Amount, a.Reason)
	return err
}

func (tx reportTx) DropAdjustment(ctx context.Context, siteID, organID string, year int, cell string) error {
	_, err := tx.ExecContext(ctx, adjustmentDrop, siteID, organID, year, cell)
	return err
}

func (r reportReader) Lock(ctx context.Context, siteID, organID string, year int) (annualreport.Lock, error) {
	lock := annualreport.Lock{Year: year}
	var at, sums, members string
	err := r.q.QueryRowContext(ctx, lockOf, siteID, organID, year).Scan(&at, &lock.Person, &sums, &members)
	if err != nil {
		return lock, err
	}
	lock.At, err = DecodeInstant(at)
	if err != nil {
		return lock, err
	}
	err = json.Unmarshal([]byte(sums), &lock.Sums)
	if err != nil {
		return lock, fmt.Errorf("read locked sums: %w", err)
	}
	return lock, json.Unmarshal([]byte(members), &lock.Members)
}

func (tx reportTx) SaveLock(ctx context.Context, siteID, organID string, l annualreport.Lock) error {
	sums, err := json.Marshal(l.Sums)
	if err != nil {
		return fmt.Errorf("encode locked sums: %w", err)
	}
	members, err := json.Marshal(l.Members)
	if err != nil {
		return fmt.Errorf("encode locked members: %w", err)
	}
	_, err = tx.ExecContext(ctx, lockSave, siteID, organID, l.Year, EncodeInstant(l.At), l.Person, string(sums), string(members))
	return err
}
