package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/register"
)

// walk holds the statements that pass over every record of a register that some
// figure of a year looks at: what a seal keeps and what an attestation counts.
type walk struct {
	fields  []string
	records *statement
	holding *statement
	changed *statement
}

var walks = makeWalks()

func makeWalks() map[string]walk {
	all := make(map[string]walk)
	for _, ledger := range annualreport.CountedRegisters() {
		fields := annualreport.CountedFields(ledger)
		where := " FROM " + ledger + " WHERE site_id = $1 AND organ_id = $2 AND $3 <= $4 AND CAST($5 AS BIGINT) > 0 AND (" + walkWhere(ledger) + ")"
		all[ledger] = walk{
			fields:  fields,
			records: text("SELECT " + strings.Join(fields, ", ") + where + " AND voided = FALSE ORDER BY number"),
			holding: text("SELECT count(*) FROM " + ledger + " WHERE " + countedWhere(holdingPeriod(ledger))),
			// With the voided ones: taking a record out is a change too.
			changed: text("SELECT COALESCE(max(updated_at), '')" + where),
		}
	}
	return all
}

// holdingPeriod says which records a register holds of a year: those that its year
// field places there, and of a standing register those that stand at its end.
func holdingPeriod(ledger string) register.Period {
	d, _ := register.ByName(ledger)
	f, dated := d.Field(d.YearField)
	switch {
	case !dated:
		return annualreport.CountedPeriods(ledger)[0]
	case f.Kind == register.Year:
		return register.InYear(f.Name)
	}
	return register.During(f.Name)
}

// walkWhere joins the periods of a register: $3 and $4 are the first and last day
// of the year, $5 its number; all three are named before it, whether a register
// needs them or not.
func walkWhere(ledger string) string {
	var parts []string
	for _, p := range annualreport.CountedPeriods(ledger) {
		switch p.Kind {
		case register.Within:
			parts = append(parts, p.From+" >= $3 AND "+p.From+" <= $4")
		case register.OpenBefore:
			parts = append(parts, p.From+" < $3 AND ("+p.Until+" IS NULL OR "+p.Until+" >= $3)")
		case register.OpenAfter:
			parts = append(parts, p.From+" <= $4 AND ("+p.Until+" IS NULL OR "+p.Until+" > $4)")
		default:
			parts = append(parts, p.From+" = $5")
		}
	}
	return "(" + strings.Join(parts, ") OR (") + ")"
}

func walkArgs(year int) []any {
	first, last := register.Bounds(year)
	return []any{first, last, int64(year)}
}

func eachCounted(ctx context.Context, q Queryer, siteID, organID, ledger string, year int, visit func(register.Record) error) error {
	w := walks[ledger]
	rows, err := q.QueryContext(ctx, w.records, append([]any{siteID, organID}, walkArgs(year)...)...)
	if err != nil {
		return err
	}
	defer rows.Close()
	cells := make([]sql.NullString, len(w.fields))
	into := make([]any, len(cells))
	for i := range cells {
		into[i] = &cells[i]
	}
	for rows.Next() {
		err = rows.Scan(into...)
		if err != nil {
			return fmt.Errorf("read %s: %w", ledger, err)
		}
		record := register.Record{OrganID: organID, Values: make(map[string]string, len(cells))}
		for i, name := range w.fields {
			if cells[i].Valid && cells[i].String != "" {
				record.Values[name] = cells[i].String
			}
		}
		err = visit(record)
		if err != nil {
			return err
		}
	}
	return rows.Err()
}

var (
	sealOf  = text(`SELECT canonical, hash FROM report_seal WHERE site_id = $1 AND report_id = $2`)
	sealsOf = text(`SELECT r.organ_id, s.canonical, s.hash FROM report_seal s JOIN report r ON r.site_id = s.site_id AND r.id = s.report_id
WHERE s.site_id = $1 AND r.year = $2 AND r.state <> 'superseded' ORDER BY r.organ_id, r.edition`)
	sealSave     = text(`INSERT INTO report_seal (site_id, report_id, canonical, hash) VALUES ($1, $2, $3, $4)`)
	sealDrop     = text(`DELETE FROM report_seal WHERE site_id = $1 AND report_id = $2`)
	evidenceOf   = text(`SELECT records, digest, packed FROM report_evidence WHERE site_id = $1 AND report_id = $2 AND register = $3`)
	evidenceSave = text(`INSERT INTO report_evidence (site_id, report_id, register, records, digest, packed) VALUES ($1, $2, $3, $4, $5, $6)`)
	evidenceDrop = text(`DELETE FROM report_evidence WHERE site_id = $1 AND report_id = $2`)
)

func (r reportReader) Seal(ctx context.Context, siteID, reportID string) (annualreport.Seal, error) {
	var s annualreport.Seal
	err := r.q.QueryRowContext(ctx, sealOf, siteID, reportID).Scan(&s.Canonical, &s.Hash)
	return s, err
}

// Seals gives the seal of each organ's newest sealed edition.
func (r reportReader) Seals(ctx context.Context, siteID string, year int) (map[string]annualreport.Seal, error) {
	seals := make(map[string]annualreport.Seal)
	err := each(ctx, r.q, sealsOf, []any{siteID, year}, func(scan func(...any) error) error {
		var organID string
		var s annualreport.Seal
		err := scan(&organID, &s.Canonical, &s.Hash)
		seals[organID] = s
		return err
	})
	return seals, err
}

func (r reportReader) Evidence(ctx context.Context, siteID, reportID, ledger string) (annualreport.Evidence, error) {
	e := annualreport.Evidence{Register: ledger}
	err := r.q.QueryRowContext(ctx, evidenceOf, siteID, reportID, ledger).Scan(&e.Records, &e.Digest, &e.Packed)
	return e, err
}

func (tx reportTx) SaveSeal(ctx context.Context, siteID, reportID string, s annualreport.Seal) error {
	_, err := tx.ExecContext(ctx, sealSave, siteID, reportID, s.Canonical, s.Hash)
	return err
}

func (tx reportTx) SaveEvidence(ctx context.Context, siteID, reportID string, e annualreport.Evidence) error {
	_, err := tx.ExecContext(ctx, evidenceSave, siteID, reportID, e.Register, e.Records, e.Digest, e.Packed)
	return err
}

func (tx reportTx) Unseal(ctx context.Context, siteID, reportID string) error {
	for _, s := range []*statement{sealDrop, evidenceDrop} {
		_, err := tx.ExecContext(ctx, s, siteID, reportID)
		if err != nil {
			return err
		}
	}
	return nil
}

// openRequests lists requests open at the year's end with the events that move
// their deadline: $1 is 31 December.
var openRequests = text(`SELECT q.number, q.received_on, COALESCE(q.extension, 0),
COALESCE((SELECT max(c.corrected_on) FROM clarification c WHERE c.site_id = q.site_id AND c.organ_id = q.organ_id AND c.request_number = q.number AND c.voided = FALSE AND c.corrected_on <= $1), ''),
COALESCE((SELECT max(f.paid_on) FROM fee_notice f WHERE f.site_id = q.site_id AND f.organ_id = q.organ_id AND f.request_number = q.number AND f.voided = FALSE AND f.paid_on <= $1), ''),
(SELECT count(*) FROM clarification c WHERE c.site_id = q.site_id AND c.organ_id = q.organ_id AND c.request_number = q.number AND c.voided = FALSE AND c.notified_on <= $1 AND (c.corrected_on IS NULL OR c.corrected_on > $1))
+ (SELECT count(*) FROM fee_notice f WHERE f.site_id = q.site_id AND f.organ_id = q.organ_id AND f.request_number = q.number AND f.voided = FALSE AND f.issued_on <= $1 AND (f.paid_on IS NULL OR f.paid_on > $1))
FROM (SELECT site_id, organ_id, number, received_on, extension FROM (
SELECT site_id, organ_id, number, received_on, extension FROM request
WHERE site_id = $2 AND organ_id = $3 AND voided = FALSE AND COALESCE(received_on, '9999') <= $1 AND decided_on IS NULL
UNION ALL SELECT site_id, organ_id, number, received_on, extension FROM request
WHERE site_id = $2 AND organ_id = $3 AND voided = FALSE AND COALESCE(received_on, '9999') <= $1 AND decided_on > $1) AS every
ORDER BY number LIMIT $4) AS q ORDER BY q.number`)

// openConsultations lists the consultations of those requests.
var openConsultations = text(`SELECT c.request_number, c.issued_on, COALESCE(c.answered_on, '') FROM consultation c
JOIN request q ON q.site_id = c.site_id AND q.organ_id = c.organ_id AND q.number = c.request_number
WHERE c.site_id = $1 AND c.organ_id = $2 AND c.voided = FALSE AND q.voided = FALSE AND q.received_on <= $3 AND (q.decided_on IS NULL OR q.decided_on > $3)
ORDER BY c.request_number, c.issued_on`)

func (r reportReader) OpenRequests(ctx context.Context, siteID, organID string, year, limit int) ([]annualreport.OpenRequest, error) {
	_, last := register.Bounds(year)
	var list []annualreport.OpenRequest
	place := make(map[string]int)
	err := each(ctx, r.q, openRequests, []any{last, siteID, organID, limit}, func(scan func(...any) error) error {
		var o annualreport.OpenRequest
		var waiting int
		err := scan(&o.Number, &o.ReceivedOn, &o.Extension, &o.Corrected, &o.FeePaid, &waiting)
		o.Waiting = waiting > 0
		place[o.Number] = len(list)
		list = append(list, o)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = each(ctx, r.q, openConsultations, []any{siteID, organID, last}, func(scan func(...any) error) error {
		var number string
		var pause [2]string
		err := scan(&number, &pause[0], &pause[1])
		if i, listed := place[number]; listed {
			list[i].Pauses = append(list[i].Pauses, pause)
		}
		return err
	})
	return list, err
}
