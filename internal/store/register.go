package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/register"
)

// ledger holds the statements of one register's table, made from its definition.
type ledger struct {
	definition register.Definition
	insert     *statement
	update     *statement
	void       *statement
	byNumber   *statement
	page       *statement
}

var ledgers = makeLedgers()

func makeLedgers() map[string]ledger {
	all := make(map[string]ledger, len(register.All))
	for _, d := range register.All {
		all[d.Name] = makeLedger(d)
	}
	return all
}

func makeLedger(d register.Definition) ledger {
	names := columns(d)
	set := make([]string, len(names))
	for i, name := range names {
		set[i] = fmt.Sprintf("%s = $%d", name, i+1)
	}
	where := "site_id = $%d AND organ_id = $%d AND number = $%d AND version = $%d AND voided = FALSE"
	n := len(names)
	return ledger{
		definition: d,
		insert: text("INSERT INTO " + d.Name + " (" + strings.Join(names, ", ") + ", site_id, organ_id, updated_at) VALUES (" +
			placeholders(1, n+3) + ")"),
		update: text("UPDATE " + d.Name + " SET " + strings.Join(set, ", ") + fmt.Sprintf(", version = version + 1, updated_at = $%d WHERE ", n+1) +
			fmt.Sprintf(where, n+2, n+3, n+4, n+5)),
		void: text("UPDATE " + d.Name + " SET voided = TRUE, version = version + 1, updated_at = $1 WHERE " + fmt.Sprintf(where, 2, 3, 4, 5)),
		byNumber: text("SELECT version, " + strings.Join(names, ", ") + " FROM " + d.Name +
			" WHERE site_id = $1 AND organ_id = $2 AND number = $3 AND voided = FALSE"),
		page: text("SELECT version, " + strings.Join(names, ", ") + " FROM " + d.Name +
			" WHERE site_id = $1 AND organ_id = $2 AND voided = FALSE AND ($3 = '' OR number < $3) AND ($4 = '' OR number = $4)" +
			yearFilter(d) + termFilter(d) + " ORDER BY number DESC LIMIT $8"),
	}
}

// columns lists the table's columns that are fields, number first.
func columns(d register.Definition) []string {
	names := make([]string, len(d.Fields))
	for i, f := range d.Fields {
		names[i] = f.Name
	}
	return names
}

// yearFilter uses $5 and $6, the first and last day or year looked for.
func yearFilter(d register.Definition) string {
	f, dated := d.Field(d.YearField)
	switch {
	case !dated:
		return " AND $5 = $5 AND $6 = $6"
	case f.Kind == register.Year:
		return " AND ($5 = '' OR CAST(" + f.Name + " AS TEXT) = substr($5, 1, 4)) AND $6 = $6"
	}
	return " AND ($5 = '' OR " + f.Name + " >= $5) AND ($6 = '' OR " + f.Name + " <= $6)"
}

// termFilter uses $7, a LIKE pattern, on the number and the listed texts. Of
// themselves the engines disagree about capitals and about the escape character.
func termFilter(d register.Definition) string {
	parts := []string{"$7 = ''"}
	for _, f := range d.Fields {
		if f.Listed && (f.Kind == register.Text || f.Kind == register.LongText) {
			parts = append(parts, "lower("+f.Name+") LIKE lower($7) ESCAPE '!'")
		}
	}
	return " AND (" + strings.Join(parts, " OR ") + ")"
}

func placeholders(first, n int) string {
	marks := make([]string, n)
	for i := range marks {
		marks[i] = "$" + strconv.Itoa(first+i)
	}
	return strings.Join(marks, ", ")
}

// stored turns canonical text into what the column holds.
func stored(f register.Field, value string) (any, error) {
	if value == "" {
		return nil, nil
	}
	switch f.Kind {
	case register.Integer, register.Money, register.Year:
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("field %s: %w", f.Name, err)
		}
		return n, nil
	}
	return value, nil
}

func storedValues(d register.Definition, r register.Record) ([]any, error) {
	args := make([]any, 0, len(d.Fields)+5)
	for _, f := range d.Fields {
		value, err := stored(f, r.Value(f.Name))
		if err != nil {
			return nil, err
		}
		args = append(args, value)
	}
	return args, nil
}

// scanRecord reads version and fields in the order of columns.
func scanRecord(d register.Definition, organID string, scan func(...any) error) (register.Record, error) {
	r := register.Record{OrganID: organID, Values: make(map[string]string, len(d.Fields))}
	cells := make([]sql.NullString, len(d.Fields))
	into := make([]any, 0, len(d.Fields)+1)
	into = append(into, &r.Version)
	for i := range cells {
		into = append(into, &cells[i])
	}
	err := scan(into...)
	if err != nil {
		return r, err
	}
	for i, f := range d.Fields {
		if cells[i].Valid && cells[i].String != "" {
			r.Values[f.Name] = cells[i].String
		}
	}
	return r, nil
}

// Registers is the storage of package register.
type Registers struct{ Unit[register.Tx] }

// NewRegisters returns the storage of the registers in db.
func NewRegisters(db *DB) Registers {
	return Registers{NewUnit(db, func(tx *Tx) register.Tx { return registerTx{tx, registerReader{tx}} })}
}

func (s Registers) reader() registerReader { return registerReader{s.DB.Reader()} }

// Chain implements register.Reader.
func (s Registers) Chain(ctx context.Context, siteID, organID string) ([]string, error) {
	return s.reader().Chain(ctx, siteID, organID)
}

// Record implements register.Reader.
func (s Registers) Record(ctx context.Context, d register.Definition, siteID, organID, number string) (register.Record, error) {
	return s.reader().Record(ctx, d, siteID, organID, number)
}

// List implements register.Reader.
func (s Registers) List(ctx context.Context, d register.Definition, q register.Query) ([]register.Record, string, error) {
	return s.reader().List(ctx, d, q)
}

// SealedYears implements register.Reader.
func (s Registers) SealedYears(ctx context.Context, siteID, organID string) ([]int, error) {
	return s.reader().SealedYears(ctx, siteID, organID)
}

type registerReader struct{ q Queryer }

func (r registerReader) Chain(ctx context.Context, siteID, organID string) ([]string, error) {
	return organChain(ctx, r.q, siteID, organID)
}

func (r registerReader) Record(ctx context.Context, d register.Definition, siteID, organID, number string) (register.Record, error) {
	row := r.q.QueryRowContext(ctx, ledgers[d.Name].byNumber, siteID, organID, number)
	return scanRecord(d, organID, row.Scan)
}

func (r registerReader) List(ctx context.Context, d register.Definition, q register.Query) ([]register.Record, string, error) {
	if q.Count != nil {
		return r.counted(ctx, d, q)
	}
	q.Limit = max(q.Limit, 1) // an empty page would have no end
	first, last := "", ""
	if q.Year != 0 {
		first, last = register.Bounds(q.Year)
	}
	rows, err := r.q.QueryContext(ctx, ledgers[d.Name].page, q.SiteID, q.OrganID, q.After, q.Number, first, last, pattern(q.Term), q.Limit+1)
	if err != nil {
		return nil, "", err
	}
	return scanPage(d, q, rows)
}

// scanPage reads one row more than the page to know whether there is a next one.
func scanPage(d register.Definition, q register.Query, rows *sql.Rows) ([]register.Record, string, error) {
	defer rows.Close()
	var page []register.Record
	for rows.Next() {
		record, err := scanRecord(d, q.OrganID, rows.Scan)
		if err != nil {
			return nil, "", err
		}
		page = append(page, record)
	}
	if err := rows.Err(); err != nil {
		return nil, "", err
	}
	if len(page) <= q.Limit {
		return page, "", nil
	}
	page = page[:q.Limit]
	return page, page[q.Limit-1].Number(), nil
}

// pattern makes a LIKE pattern that finds what a person typed, and nothing wider.
func pattern(term string) string {
	if term == "" {
		return ""
	}
	return "%" + strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(term) + "%"
}

var sealedYears = text(`SELECT DISTINCT r.year FROM report r JOIN report_seal s ON s.site_id = r.site_id AND s.report_id = r.id
WHERE r.site_id = $1 AND r.organ_id = $2 ORDER BY r.year`)

func (r registerReader) SealedYears(ctx context.Context, siteID, organID string) ([]int, error) {
	rows, err := r.q.QueryContext(ctx, sealedYears, siteID, organID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var years []int
	for rows.Next() {
		var year int
		err = rows.Scan(&year)
		if err != nil {
			return nil, err
		}
		years = append(years, year)
	}
	return years, rows.Err()
}

type registerTx struct {
	*Tx
	registerReader
}

func (tx registerTx) Insert(ctx context.Context, d register.Definition, siteID string, r register.Record) error {
	args, err := storedValues(d, r)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, ledgers[d.Name].insert, append(args, siteID, r.OrganID, EncodeInstant(tx.db.now()))...)
	return err
}

func (tx registerTx) Update(ctx context.Context, d register.Definition, siteID string, r register.Record) error {
	args, err := storedValues(d, r)
	if err != nil {
		return err
	}
	args = append(args, EncodeInstant(tx.db.now()), siteID, r.OrganID, r.Number(), r.Version)
	return tx.changeOne(ctx, ledgers[d.Name].update, args...)
}

func (tx registerTx) Void(ctx context.Context, d register.Definition, siteID string, r register.Record) error {
	return tx.changeOne(ctx, ledgers[d.Name].void, EncodeInstant(tx.db.now()), siteID, r.OrganID, r.Number(), r.Version)
}

// changeOne reports fault.Conflict when the row is not there as it was seen.
func (tx *Tx) changeOne(ctx context.Context, s *statement, args ...any) error {
	result, err := tx.ExecContext(ctx, s, args...)
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err != nil {
		return err
	}
	if n != 1 {
		return errors.Join(fault.Conflict, fmt.Errorf("%d rows changed, want 1", n))
	}
	return nil
}
