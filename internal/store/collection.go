package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/job"
	"gongkai/internal/organ"
)

// Collections is the storage of package collection.
type Collections struct {
	Unit[collection.Tx]
	collectionReader
}

// NewCollections returns the storage of collected reports in db.
func NewCollections(db *DB) Collections {
	return Collections{
		NewUnit(db, func(tx *Tx) collection.Tx { return collectionTx{tx, collectionReader{tx}} }),
		collectionReader{db.Reader()},
	}
}

// AtOnce implements collection.Store.
func (s Collections) AtOnce(ctx context.Context, do func(collection.Reader) error) error {
	return s.DB.Read(ctx, func(q Queryer) error { return do(collectionReader{q}) })
}

type collectionReader struct{ q Queryer }

type collectionTx struct {
	*Tx
	collectionReader
}

// readAttempts is how often a reading is tried: what fails three times for a reason
// of ours is for a person to look at.
const readAttempts = 3

const collectionColumns = `site_id, id, organ_id, title, region, state, run, person, created_at, read_at, left_out, remark`

const collectionSelect = `SELECT ` + collectionColumns + `,
(SELECT count(*) FROM collection_file f WHERE f.site_id = collection.site_id AND f.collection_id = collection.id) FROM collection `

var (
	collectionByID = text(collectionSelect + `WHERE site_id = $1 AND id = $2`)

	collectionsOfOrgan = text(collectionSelect + `WHERE site_id = $1 AND organ_id = $2 ORDER BY created_at DESC, id DESC`)

	collectionInsert = text(`INSERT INTO collection (` + collectionColumns + `) VALUES (` + placeholders(1, 12) + `)`)

	collectionUpdate = text(`UPDATE collection SET state = $1, run = $2, read_at = $3, left_out = $4, remark = $5 WHERE site_id = $6 AND id = $7`)

	collectionNumbers = text(`UPDATE collection SET last_number = last_number + $1 WHERE site_id = $2 AND id = $3 RETURNING last_number`)

	collectionDelete         = text(`DELETE FROM collection WHERE site_id = $1 AND id = $2`)
	collectionFilesDelete    = text(`DELETE FROM collection_file WHERE site_id = $1 AND collection_id = $2`)
	collectionFindingsDelete = text(`DELETE FROM collection_finding WHERE site_id = $1 AND collection_id = $2`)
)

func (r collectionReader) Organs(ctx context.Context, siteID string) ([]organ.Organ, error) {
	return organsOf(ctx, r.q, siteID)
}

func scanCollection(scan func(...any) error) (collection.Collection, error) {
	var c collection.Collection
	var leftOut string
	err := scan(&c.SiteID, &c.ID, &c.OrganID, &c.Title, &c.Region, &c.State, &c.Run, &c.Person,
		instantInto{&c.CreatedAt}, instantInto{&c.ReadAt}, &leftOut, &c.Remark, &c.Files)
	if err != nil || leftOut == "" {
		return c, err
	}
	err = json.Unmarshal([]byte(leftOut), &c.LeftOut)
	return c, err
}

func (r collectionReader) Collection(ctx context.Context, siteID, id string) (collection.Collection, error) {
	return scanCollection(r.q.QueryRowContext(ctx, collectionByID, siteID, id).Scan)
}

func (r collectionReader) Collections(ctx context.Context, siteID, organID string) ([]collection.Collection, error) {
	var list []collection.Collection
	err := each(ctx, r.q, collectionsOfOrgan, []any{siteID, organID}, func(scan func(...any) error) error {
		c, err := scanCollection(scan)
		list = append(list, c)
		return err
	})
	return list, err
}

func (tx collectionTx) AddCollection(ctx context.Context, c collection.Collection) error {
	leftOut, err := leftOutText(c)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, collectionInsert, c.SiteID, c.ID, c.OrganID, c.Title, c.Region, c.State, c.Run, c.Person,
		EncodeInstant(c.CreatedAt), EncodeInstant(c.ReadAt), leftOut, c.Remark)
	return err
}

func (tx collectionTx) SaveCollection(ctx context.Context, c collection.Collection) error {
	leftOut, err := leftOutText(c)
	if err != nil {
		return err
	}
	return tx.changeOne(ctx, collectionUpdate, c.State, c.Run, EncodeInstant(c.ReadAt), leftOut, c.Remark, c.SiteID, c.ID)
}

func leftOutText(c collection.Collection) (string, error) {
	if len(c.LeftOut) == 0 {
		return "", nil
	}
	data, err := json.Marshal(c.LeftOut)
	if err != nil {
		return "", fmt.Errorf("encode files left out of collection %s: %w", c.ID, err)
	}
	return string(data), nil
}

func (tx collectionTx) DropCollection(ctx context.Context, siteID, id string) error {
	for _, s := range []*statement{collectionFindingsDelete, collectionFilesDelete, collectionDelete} {
		_, err := tx.ExecContext(ctx, s, siteID, id)
		if err != nil {
			return err
		}
	}
	return nil
}

var reportsHandedIn = text(`SELECT DISTINCT organ_id FROM report
WHERE site_id = $1 AND year = $2 AND state IN ('submitted', 'accepted', 'published', 'superseded')`)

func (r collectionReader) HandedIn(ctx context.Context, siteID string, year int) ([]string, error) {
	var organs []string
	err := each(ctx, r.q, reportsHandedIn, []any{siteID, year}, func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		organs = append(organs, id)
		return err
	})
	return organs, err
}

func (tx collectionTx) Numbers(ctx context.Context, siteID, id string, n int) (int, error) {
	var last int
	err := tx.QueryRowContext(ctx, collectionNumbers, n, siteID, id).Scan(&last)
	return last - n + 1, err
}

func (tx collectionTx) QueueReading(ctx context.Context, siteID string, o collection.Order) error {
	payload, err := json.Marshal(o)
	if err != nil {
		return fmt.Errorf("encode reading: %w", err)
	}
	return tx.Enqueue(ctx, job.Task{SiteID: siteID, ID: o.Run, Kind: collection.ReadingKind, Payload: payload, MaxAttempts: readAttempts})
}

func (tx collectionTx) NewID() string { return tx.db.ids.Next() }

var (
	storedSize    = text(`SELECT size FROM stored_file WHERE site_id = $1 AND digest = $2`)
	storedContent = text(`SELECT content FROM stored_file WHERE site_id = $1 AND digest = $2`)
	storedInsert  = text(`INSERT INTO stored_file (site_id, digest, size, content, stored_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (site_id, digest) DO UPDATE SET stored_at = excluded.stored_at`)
	storedSweep = text(`DELETE FROM stored_file WHERE stored_at < $1
AND NOT EXISTS (SELECT 1 FROM collection_file f WHERE f.site_id = stored_file.site_id AND f.digest = stored_file.digest)
AND NOT EXISTS (SELECT 1 FROM report r WHERE r.site_id = stored_file.site_id AND r.original = stored_file.digest)`)
)

// keptWaiting is how long an original that nothing refers to is kept: as long as
// its form may still be on somebody's screen.
const keptWaiting = 24 * time.Hour

func (r collectionReader) StoredSize(ctx context.Context, siteID, digest string) (int64, error) {
	var size int64
	err := r.q.QueryRowContext(ctx, storedSize, siteID, digest).Scan(&size)
	return size, err
}

func (r collectionReader) Stored(ctx context.Context, siteID, digest string) ([]byte, error) {
	return originalOf(ctx, r.q, siteID, digest)
}

func (r reportReader) Stored(ctx context.Context, siteID, digest string) ([]byte, error) {
	return originalOf(ctx, r.q, siteID, digest)
}

func originalOf(ctx context.Context, q Queryer, siteID, digest string) ([]byte, error) {
	var content []byte
	err := q.QueryRowContext(ctx, storedContent, siteID, digest).Scan(&content)
	return content, err
}

// Store implements collection.Tx and annualreport.Tx.
func (tx *Tx) Store(ctx context.Context, siteID, digest string, content []byte, at time.Time) error {
	_, err := tx.ExecContext(ctx, storedInsert, siteID, digest, len(content), content, EncodeInstant(at))
	return err
}

// SweepStored drops originals that nothing has referred to for a day, of all sites,
// and tells how many.
func (s Collections) SweepStored(ctx context.Context, now time.Time) (int, error) {
	var n int64
	err := s.DB.InTx(ctx, func(tx *Tx) error {
		result, err := tx.ExecContext(ctx, storedSweep, EncodeInstant(now.Add(-keptWaiting)))
		if err != nil {
			return err
		}
		n, err = result.RowsAffected()
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("drop originals that nothing refers to: %w", err)
	}
	return int(n), nil
}
