package store

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"gongkai/internal/annualreport/collection"
)

const collectionFileColumns = `number, name, size, digest, added_at, unreadable, organ, organ_id, year, format, numbers, blank, crossed,
unknown, notes, errors, warnings, informations, accepted, returned`

// literally lets a pattern hold % and _ as they are.
const literally = ` ESCAPE '\'`

var (
	collectionFileByNumber = text(`SELECT ` + collectionFileColumns + ` FROM collection_file WHERE site_id = $1 AND collection_id = $2 AND number = $3`)

	collectionFilesAll = text(`SELECT ` + collectionFileColumns + ` FROM collection_file WHERE site_id = $1 AND collection_id = $2 ORDER BY number`)

	collectionFilesPage = text(`SELECT ` + collectionFileColumns + ` FROM collection_file
WHERE site_id = $1 AND collection_id = $2 AND (rank, number) > ($3, $4) AND ($5 = 0 OR number = $5)
AND ($6 = '' OR lower(name) LIKE $6` + literally + ` OR lower(organ) LIKE $6` + literally + `)
AND ($7 = 0 AND $8 = '' AND $9 = '*' OR EXISTS (SELECT 1 FROM collection_finding f
	WHERE f.site_id = $1 AND f.collection_id = $2 AND f.file = collection_file.number
	AND ($7 = 0 OR f.grade = $7) AND ($8 = '' OR f.check_id = $8) AND ($9 = '*' OR f.mark = $9)))
ORDER BY rank, number LIMIT $10`)

	collectionFileInsert = text(`INSERT INTO collection_file (site_id, collection_id, number, name, size, digest, added_at)
VALUES (` + placeholders(1, 7) + `)`)

	collectionFileUpdate = text(`UPDATE collection_file SET unreadable = $1, organ = $2, organ_id = $3, year = $4, format = $5, numbers = $6,
blank = $7, crossed = $8, unknown = $9, notes = $10, rank = $11, errors = $12, warnings = $13, informations = $14, accepted = $15, returned = $16
WHERE site_id = $17 AND collection_id = $18 AND number = $19`)

	collectionFileDelete         = text(`DELETE FROM collection_file WHERE site_id = $1 AND collection_id = $2 AND number = $3`)
	collectionFileFindingsDelete = text(`DELETE FROM collection_finding WHERE site_id = $1 AND collection_id = $2 AND file = $3`)
)

func scanCollectionFile(scan func(...any) error) (collection.File, error) {
	var f collection.File
	var notes string
	o, t := &f.Outline, &f.Tally
	err := scan(&f.Number, &f.Name, &f.Size, &f.Digest, instantInto{&f.AddedAt}, &o.Unreadable, &o.Organ, &o.OrganID, &o.Year, &o.Format,
		&o.Numbers, &o.Blank, &o.Crossed, &o.Unknown, &notes, &t.Errors, &t.Warnings, &t.Informations, &t.Accepted, &t.Returned)
	if err != nil {
		return f, err
	}
	t.Undecided = t.Errors + t.Warnings + t.Informations - t.Accepted - t.Returned
	if notes != "" {
		err = json.Unmarshal([]byte(notes), &o.Notes)
	}
	return f, err
}

func (r collectionReader) files(ctx context.Context, s *statement, args ...any) ([]collection.File, error) {
	var list []collection.File
	err := each(ctx, r.q, s, args, func(scan func(...any) error) error {
		f, err := scanCollectionFile(scan)
		list = append(list, f)
		return err
	})
	return list, err
}

func (r collectionReader) AllFiles(ctx context.Context, siteID, id string) ([]collection.File, error) {
	return r.files(ctx, collectionFilesAll, siteID, id)
}

func (r collectionReader) Files(ctx context.Context, siteID, id string, f collection.Filter, after collection.File, limit int) ([]collection.File, error) {
	rank := after.Rank()
	if after.Number == 0 {
		rank = math.MinInt64
	}
	args := append([]any{siteID, id, rank, after.Number}, filterArgs(f)...)
	return r.files(ctx, collectionFilesPage, append(args, limit)...)
}

func (r collectionReader) File(ctx context.Context, siteID, id string, number int) (collection.File, error) {
	return scanCollectionFile(r.q.QueryRowContext(ctx, collectionFileByNumber, siteID, id, number).Scan)
}

// filterArgs are the values of a filter in the order of every statement that takes
// one: file, pattern of names, grade, check, mark.
func filterArgs(f collection.Filter) []any {
	mark := "*"
	if f.Mark != nil {
		mark = string(*f.Mark)
	}
	pattern := ""
	if f.Text != "" {
		pattern = "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(strings.Map(lowerLatin, f.Text)) + "%"
	}
	return []any{f.File, pattern, collection.Grade(f.Severity), f.Check, mark}
}

// lowerLatin lowers what the engines' lower() lowers under the C collation.
func lowerLatin(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

func (tx collectionTx) AddFile(ctx context.Context, siteID, id string, f collection.File) error {
	_, err := tx.ExecContext(ctx, collectionFileInsert, siteID, id, f.Number, f.Name, f.Size, f.Digest, EncodeInstant(f.AddedAt))
	return err
}

func (tx collectionTx) DropFile(ctx context.Context, siteID, id string, number int) error {
	_, err := tx.ExecContext(ctx, collectionFileFindingsDelete, siteID, id, number)
	if err != nil {
		return err
	}
	return tx.changeOne(ctx, collectionFileDelete, siteID, id, number)
}

func (tx collectionTx) SaveFile(ctx context.Context, siteID, id string, f collection.File) error {
	notes := ""
	if len(f.Outline.Notes) > 0 {
		data, err := json.Marshal(f.Outline.Notes)
		if err != nil {
			return fmt.Errorf("encode notes on file %d: %w", f.Number, err)
		}
		notes = string(data)
	}
	o, t := f.Outline, f.Tally
	return tx.changeOne(ctx, collectionFileUpdate, o.Unreadable, o.Organ, o.OrganID, o.Year, o.Format, o.Numbers, o.Blank, o.Crossed, o.Unknown,
		notes, f.Rank(), t.Errors, t.Warnings, t.Informations, t.Accepted, t.Returned, siteID, id, f.Number)
}
