package store

import (
	"context"
	"encoding/json"
	"fmt"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
)

const findingColumns = `file, position, grade, check_id, title, text, subject, place, spot, quote, stated, expected, citation,
mark, note, marked_by, marked_at`

// matrixWidth is how many files one question of Matrix asks for.
const matrixWidth = 100

var (
	findingByPlace = text(`SELECT ` + findingColumns + ` FROM collection_finding
WHERE site_id = $1 AND collection_id = $2 AND file = $3 AND position = $4`)

	findingsPage = text(`SELECT ` + findingColumns + ` FROM collection_finding
WHERE site_id = $1 AND collection_id = $2 AND (grade, file, position) > ($3, $4, $5)
AND ($6 = 0 OR file = $6)
AND ($7 = '' OR EXISTS (SELECT 1 FROM collection_file f WHERE f.site_id = $1 AND f.collection_id = $2 AND f.number = collection_finding.file
	AND (lower(f.name) LIKE $7` + literally + ` OR lower(f.organ) LIKE $7` + literally + `)))
AND ($8 = 0 OR grade = $8) AND ($9 = '' OR check_id = $9) AND ($10 = '*' OR mark = $10)
ORDER BY grade, file, position LIMIT $11`)

	findingsOfFile = text(`SELECT ` + findingColumns + ` FROM collection_finding
WHERE site_id = $1 AND collection_id = $2 AND file = $3 AND position > $4
AND ($5 = 0 OR grade = $5) AND ($6 = '' OR check_id = $6) AND ($7 = '*' OR mark = $7)
ORDER BY position LIMIT $8`)

	findingsMarked = text(`SELECT ` + findingColumns + ` FROM collection_finding
WHERE site_id = $1 AND collection_id = $2 AND mark <> '' ORDER BY file, position`)

	findingInsert = text(`INSERT INTO collection_finding (` + findingColumns + `, site_id, collection_id) VALUES (` + placeholders(1, 19) + `)`)

	findingMark = text(`UPDATE collection_finding SET mark = $1, note = $2, marked_by = $3, marked_at = $4
WHERE site_id = $5 AND collection_id = $6 AND file = $7 AND position = $8`)

	findingsMark = text(`UPDATE collection_finding SET mark = $1, note = $2, marked_by = $3, marked_at = $4
WHERE site_id = $5 AND collection_id = $6 AND NOT (mark = $1 AND note = $2) AND ($7 = 0 OR file = $7)
AND ($8 = '' OR EXISTS (SELECT 1 FROM collection_file f WHERE f.site_id = $5 AND f.collection_id = $6 AND f.number = collection_finding.file
	AND (lower(f.name) LIKE $8` + literally + ` OR lower(f.organ) LIKE $8` + literally + `)))
AND ($9 = 0 OR grade = $9) AND ($10 = '' OR check_id = $10) AND ($11 = '*' OR mark = $11)`)

	// The marks are counted once, not for each file: an engine that has not yet seen
	// how many findings there are would plan that badly.
	marksCount = text(`WITH m AS MATERIALIZED (
	SELECT file, sum(CASE WHEN mark = 'accepted' THEN 1 ELSE 0 END) AS accepted, sum(CASE WHEN mark = 'returned' THEN 1 ELSE 0 END) AS returned
	FROM collection_finding WHERE site_id = $1 AND collection_id = $2 AND ($3 = 0 OR file = $3) GROUP BY file)
UPDATE collection_file SET accepted = m.accepted, returned = m.returned FROM m
WHERE collection_file.site_id = $1 AND collection_file.collection_id = $2 AND collection_file.number = m.file`)

	findingsByCheck = text(`SELECT check_id, grade, count(DISTINCT file), count(*),
(SELECT title FROM collection_finding t WHERE t.site_id = $1 AND t.collection_id = $2 AND t.check_id = f.check_id AND t.grade = f.grade LIMIT 1)
FROM collection_finding f WHERE site_id = $1 AND collection_id = $2 GROUP BY check_id, grade`)

	findingsByFile = text(`SELECT file, check_id, grade, count(*) FROM collection_finding
WHERE site_id = $1 AND collection_id = $2 AND file IN (` + placeholders(3, matrixWidth) + `) GROUP BY file, check_id, grade`)
)

// gradeInto scans a grade into the severity that it stands for.
type gradeInto struct{ severity *checks.Severity }

// Scan implements sql.Scanner.
func (g gradeInto) Scan(value any) error {
	for _, severity := range []checks.Severity{checks.Error, checks.Warning, checks.Information} {
		if value == int64(collection.Grade(severity)) {
			*g.severity = severity
			return nil
		}
	}
	return fmt.Errorf("read grade: stored as %v", value)
}

func scanFinding(scan func(...any) error) (collection.Finding, error) {
	var f collection.Finding
	var spot string
	err := scan(&f.File, &f.Position, gradeInto{&f.Severity}, &f.ID, &f.Title, &f.Text, &f.Where, &f.Place, &spot, &f.Quote,
		&f.Stated, &f.Expected, &f.Citation, &f.Mark, &f.Note, &f.MarkedBy, instantInto{&f.MarkedAt})
	if err == nil && spot != "" {
		err = json.Unmarshal([]byte(spot), &f.At)
	}
	return f, err
}

func (r collectionReader) findings(ctx context.Context, s *statement, args ...any) ([]collection.Finding, error) {
	var list []collection.Finding
	err := each(ctx, r.q, s, args, func(scan func(...any) error) error {
		f, err := scanFinding(scan)
		list = append(list, f)
		return err
	})
	return list, err
}

func (r collectionReader) Findings(ctx context.Context, siteID, id string, f collection.Filter, after collection.Finding, limit int) ([]collection.Finding, error) {
	values := filterArgs(f)
	if f.File != 0 && f.Text == "" {
		return r.findings(ctx, findingsOfFile, append(append([]any{siteID, id, f.File, after.Position}, values[2:]...), limit)...)
	}
	args := append([]any{siteID, id, collection.Grade(after.Severity), after.File, after.Position}, values...)
	return r.findings(ctx, findingsPage, append(args, limit)...)
}

func (r collectionReader) Finding(ctx context.Context, siteID, id string, at collection.Target) (collection.Finding, error) {
	return scanFinding(r.q.QueryRowContext(ctx, findingByPlace, siteID, id, at.File, at.Position).Scan)
}

func (r collectionReader) Marked(ctx context.Context, siteID, id string) ([]collection.Finding, error) {
	return r.findings(ctx, findingsMarked, siteID, id)
}

func (r collectionReader) Checks(ctx context.Context, siteID, id string) ([]collection.CheckCount, error) {
	var list []collection.CheckCount
	err := each(ctx, r.q, findingsByCheck, []any{siteID, id}, func(scan func(...any) error) error {
		var c collection.CheckCount
		err := scan(&c.ID, gradeInto{&c.Severity}, &c.Files, &c.Findings, &c.Title)
		list = append(list, c)
		return err
	})
	return list, err
}

func (r collectionReader) Matrix(ctx context.Context, siteID, id string, files []int) ([]collection.Cell, error) {
	var cells []collection.Cell
	for len(files) > 0 {
		n := min(len(files), matrixWidth)
		args := []any{siteID, id}
		for i := range matrixWidth {
			args = append(args, files[min(i, n-1)]) // the last of them fills up
		}
		files = files[n:]
		err := each(ctx, r.q, findingsByFile, args, func(scan func(...any) error) error {
			var c collection.Cell
			err := scan(&c.File, &c.Check, gradeInto{&c.Severity}, &c.Findings)
			cells = append(cells, c)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return cells, nil
}

func (tx collectionTx) DropFindings(ctx context.Context, siteID, id string) error {
	_, err := tx.ExecContext(ctx, collectionFindingsDelete, siteID, id)
	return err
}

func (tx collectionTx) AddFinding(ctx context.Context, siteID, id string, f collection.Finding) error {
	spot := ""
	if f.At != nil {
		data, err := json.Marshal(f.At)
		if err != nil {
			return fmt.Errorf("encode place of finding %d: %w", f.Position, err)
		}
		spot = string(data)
	}
	_, err := tx.ExecContext(ctx, findingInsert, f.File, f.Position, collection.Grade(f.Severity), f.ID, f.Title, f.Text, f.Where, f.Place, spot,
		f.Quote, f.Stated, f.Expected, f.Citation, f.Mark, f.Note, f.MarkedBy, EncodeInstant(f.MarkedAt), siteID, id)
	return err
}

func (tx collectionTx) SaveMark(ctx context.Context, siteID, id string, f collection.Finding) error {
	return tx.changeOne(ctx, findingMark, f.Mark, f.Note, f.MarkedBy, EncodeInstant(f.MarkedAt), siteID, id, f.File, f.Position)
}

func (tx collectionTx) SaveMarks(ctx context.Context, siteID, id string, f collection.Filter, as collection.Finding) (int, error) {
	args := append([]any{as.Mark, as.Note, as.MarkedBy, EncodeInstant(as.MarkedAt), siteID, id}, filterArgs(f)...)
	result, err := tx.ExecContext(ctx, findingsMark, args...)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

func (tx collectionTx) CountMarks(ctx context.Context, siteID, id string, number int) error {
	_, err := tx.ExecContext(ctx, marksCount, siteID, id, number)
	return err
}
