package store

import (
	"context"
	"fmt"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

const organColumns = `site_id, id, parent_id, kind, name, short_name, aliases, region_code, index_front, working_body, head,
address, hours, telephone, fax, email, rule_making, kept_since, established_on, abolished_on, demo`

const siteColumns = `site_id, name, host, site_code, icp, police_record, sponsor, operator, address, telephone, email, root_id, today, publish_unaccepted`

var (
	siteAll    = text(`SELECT ` + siteColumns + ` FROM site ORDER BY site_id`)
	siteInsert = text(`INSERT INTO site (` + siteColumns + `) VALUES (` + placeholders(1, 14) + `)`)
	siteUpdate = text(`UPDATE site SET name = $1, host = $2, site_code = $3, icp = $4, police_record = $5, sponsor = $6, operator = $7,
address = $8, telephone = $9, email = $10, root_id = $11, today = $12, publish_unaccepted = $13 WHERE site_id = $14`)

	organAll    = text(`SELECT ` + organColumns + ` FROM organ WHERE ($1 = '' OR site_id = $1) ORDER BY site_id, id`)
	organByID   = text(`SELECT ` + organColumns + ` FROM organ WHERE site_id = $1 AND id = $2`)
	organInsert = text(`INSERT INTO organ (` + organColumns + `) VALUES (` + placeholders(1, 21) + `)`)
	organUpdate = text(`UPDATE organ SET parent_id = $1, kind = $2, name = $3, short_name = $4, aliases = $5, region_code = $6,
index_front = $7, working_body = $8, head = $9, address = $10, hours = $11, telephone = $12, fax = $13, email = $14, rule_making = $15,
kept_since = $16, established_on = $17, abolished_on = $18, demo = $19 WHERE site_id = $20 AND id = $21`)

	organUpwards = text(`WITH RECURSIVE upward (id, parent_id, depth) AS (
SELECT id, parent_id, 0 FROM organ WHERE site_id = $1 AND id = $2
UNION ALL
SELECT o.id, o.parent_id, u.depth + 1 FROM organ o JOIN upward u ON o.id = u.parent_id WHERE o.site_id = $1 AND u.depth < 20
) SELECT id FROM upward ORDER BY depth`)

	organChanges      = text(`SELECT id, site_id, organ_id, kind, changed_on, detail, other_id, document FROM organ_change WHERE site_id = $1 AND organ_id = $2 ORDER BY changed_on, id`)
	organChangeInsert = text(`INSERT INTO organ_change (id, site_id, organ_id, kind, changed_on, detail, other_id, document) VALUES (` + placeholders(1, 8) + `)`)
)

// Organs is the storage of package organ.
type Organs struct{ Unit[organ.Tx] }

// NewOrgans returns the storage of sites, organs and people in db.
func NewOrgans(db *DB) Organs {
	return Organs{NewUnit(db, func(tx *Tx) organ.Tx { return organTx{tx, organReader{tx}} })}
}

func (s Organs) reader() organReader { return organReader{s.DB.Reader()} }

type organReader struct{ q Queryer }

type organTx struct {
	*Tx
	organReader
}

// Sites implements organ.Reader.
func (s Organs) Sites(ctx context.Context) ([]organ.Site, error) { return s.reader().Sites(ctx) }

// Organs implements organ.Reader.
func (s Organs) Organs(ctx context.Context, siteID string) ([]organ.Organ, error) {
	return s.reader().Organs(ctx, siteID)
}

// Organ implements organ.Reader.
func (s Organs) Organ(ctx context.Context, siteID, id string) (organ.Organ, error) {
	return s.reader().Organ(ctx, siteID, id)
}

// Changes implements organ.Reader.
func (s Organs) Changes(ctx context.Context, siteID, id string) ([]organ.Change, error) {
	return s.reader().Changes(ctx, siteID, id)
}

func (r organReader) Sites(ctx context.Context) ([]organ.Site, error) {
	rows, err := r.q.QueryContext(ctx, siteAll)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var sites []organ.Site
	for rows.Next() {
		s, err := scanSite(rows.Scan)
		if err != nil {
			return nil, fmt.Errorf("read site: %w", err)
		}
		sites = append(sites, s)
	}
	return sites, rows.Err()
}

func scanSite(scan func(...any) error) (organ.Site, error) {
	var s organ.Site
	err := scan(&s.ID, &s.Name, &s.Host, &s.SiteCode, &s.ICP, &s.PoliceRecord, &s.Sponsor, &s.Operator,
		&s.Address, &s.Telephone, &s.Email, &s.RootID, &s.Today, &s.PublishUnaccepted)
	return s, err
}

func (r organReader) Organs(ctx context.Context, siteID string) ([]organ.Organ, error) {
	return organsOf(ctx, r.q, siteID)
}

func organsOf(ctx context.Context, q Queryer, siteID string) ([]organ.Organ, error) {
	rows, err := q.QueryContext(ctx, organAll, siteID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var organs []organ.Organ
	for rows.Next() {
		o, err := scanOrgan(rows.Scan)
		if err != nil {
			return nil, fmt.Errorf("read organ: %w", err)
		}
		organs = append(organs, o)
	}
	return organs, rows.Err()
}

func (r organReader) Organ(ctx context.Context, siteID, id string) (organ.Organ, error) {
	return organOf(ctx, r.q, siteID, id)
}

func organOf(ctx context.Context, q Queryer, siteID, id string) (organ.Organ, error) {
	return scanOrgan(q.QueryRowContext(ctx, organByID, siteID, id).Scan)
}

func scanOrgan(scan func(...any) error) (organ.Organ, error) {
	var o organ.Organ
	var aliases string
	err := scan(&o.SiteID, &o.ID, &o.ParentID, &o.Kind, &o.Name, &o.ShortName, &aliases, &o.RegionCode, &o.IndexFront, &o.WorkingBody, &o.Head,
		&o.Address, &o.Hours, &o.Telephone, &o.Fax, &o.Email, &o.RuleMaking, &o.KeptSince, &o.EstablishedOn, &o.AbolishedOn, &o.Demo)
	if aliases != "" {
		o.Aliases = strings.Split(aliases, "\n")
	}
	return o, err
}

// organChain lists the organ and its superiors, nearest first.
func organChain(ctx context.Context, q Queryer, siteID, id string) ([]string, error) {
	rows, err := q.QueryContext(ctx, organUpwards, siteID, id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var chain []string
	for rows.Next() {
		var member string
		err = rows.Scan(&member)
		if err != nil {
			return nil, err
		}
		chain = append(chain, member)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if len(chain) == 0 {
		return nil, fmt.Errorf("organ %s: %w", id, fault.NotFound)
	}
	return chain, nil
}

func (r organReader) Changes(ctx context.Context, siteID, id string) ([]organ.Change, error) {
	rows, err := r.q.QueryContext(ctx, organChanges, siteID, id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var changes []organ.Change
	for rows.Next() {
		var c organ.Change
		err = rows.Scan(&c.ID, &c.SiteID, &c.OrganID, &c.Kind, &c.On, &c.Detail, &c.OtherID, &c.Document)
		if err != nil {
			return nil, err
		}
		changes = append(changes, c)
	}
	return changes, rows.Err()
}

func (tx organTx) AddSite(ctx context.Context, s organ.Site) error {
	_, err := tx.ExecContext(ctx, siteInsert, s.ID, s.Name, s.Host, s.SiteCode, s.ICP, s.PoliceRecord, s.Sponsor, s.Operator,
		s.Address, s.Telephone, s.Email, s.RootID, s.Today, s.PublishUnaccepted)
	return err
}

func (tx organTx) SaveSite(ctx context.Context, s organ.Site) error {
	return tx.changeOne(ctx, siteUpdate, s.Name, s.Host, s.SiteCode, s.ICP, s.PoliceRecord, s.Sponsor, s.Operator,
		s.Address, s.Telephone, s.Email, s.RootID, s.Today, s.PublishUnaccepted, s.ID)
}

func (tx organTx) AddOrgan(ctx context.Context, o organ.Organ) error {
	_, err := tx.ExecContext(ctx, organInsert, o.SiteID, o.ID, o.ParentID, o.Kind, o.Name, o.ShortName, strings.Join(o.Aliases, "\n"), o.RegionCode,
		o.IndexFront, o.WorkingBody, o.Head, o.Address, o.Hours, o.Telephone, o.Fax, o.Email, o.RuleMaking, o.KeptSince, o.EstablishedOn, o.AbolishedOn, o.Demo)
	return err
}

func (tx organTx) SaveOrgan(ctx context.Context, o organ.Organ) error {
	return tx.changeOne(ctx, organUpdate, o.ParentID, o.Kind, o.Name, o.ShortName, strings.Join(o.Aliases, "\n"), o.RegionCode,
		o.IndexFront, o.WorkingBody, o.Head, o.Address, o.Hours, o.Telephone, o.Fax, o.Email, o.RuleMaking, o.KeptSince, o.EstablishedOn, o.AbolishedOn, o.Demo,
		o.SiteID, o.ID)
}

func (tx organTx) AddChange(ctx context.Context, c organ.Change) error {
	_, err := tx.ExecContext(ctx, organChangeInsert, c.ID, c.SiteID, c.OrganID, c.Kind, c.On, c.Detail, c.OtherID, c.Document)
	return err
}
