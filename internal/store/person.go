package store

import (
	"context"
	"fmt"

	"gongkai/internal/organ"
)

const personColumns = `site_id, id, organ_id, login, name, post, disabled`

var (
	personByLogin  = text(`SELECT ` + personColumns + `, password_hash, failures, locked_until FROM person WHERE site_id = $1 AND login = $2`)
	personByID     = text(`SELECT ` + personColumns + ` FROM person WHERE site_id = $1 AND id = $2`)
	personAll      = text(`SELECT ` + personColumns + ` FROM person WHERE ($1 = '' OR site_id = $1) ORDER BY site_id, login`)
	personInsert   = text(`INSERT INTO person (` + personColumns + `, password_hash) VALUES (` + placeholders(1, 8) + `)`)
	personUpdate   = text(`UPDATE person SET organ_id = $1, name = $2, post = $3, disabled = $4 WHERE site_id = $5 AND id = $6`)
	personPassword = text(`UPDATE person SET password_hash = $1, failures = 0, locked_until = '' WHERE site_id = $2 AND id = $3`)
	personAttempt  = text(`UPDATE person SET failures = $1, locked_until = $2 WHERE site_id = $3 AND id = $4`)
	grantsOf       = text(`SELECT role, organ_id FROM person_grant WHERE site_id = $1 AND person_id = $2 ORDER BY role, organ_id`)
	grantsAll      = text(`SELECT site_id, person_id, role, organ_id FROM person_grant WHERE ($1 = '' OR site_id = $1) ORDER BY site_id, person_id, role, organ_id`)
	grantInsert    = text(`INSERT INTO person_grant (site_id, person_id, role, organ_id) VALUES ($1, $2, $3, $4)`)
	grantsDelete   = text(`DELETE FROM person_grant WHERE site_id = $1 AND person_id = $2`)
)

// Person implements organ.Reader.
func (s Organs) Person(ctx context.Context, siteID, id string) (organ.Person, error) {
	return s.reader().Person(ctx, siteID, id)
}

// People implements organ.Reader.
func (s Organs) People(ctx context.Context, siteID string) ([]organ.Person, error) {
	return s.reader().People(ctx, siteID)
}

// Account implements organ.Reader.
func (s Organs) Account(ctx context.Context, siteID, login string) (organ.Account, error) {
	return s.reader().Account(ctx, siteID, login)
}

func (r organReader) Account(ctx context.Context, siteID, login string) (organ.Account, error) {
	var a organ.Account
	var until string
	p := &a.Person
	err := r.q.QueryRowContext(ctx, personByLogin, siteID, login).
		Scan(&p.SiteID, &p.ID, &p.OrganID, &p.Login, &p.Name, &p.Post, &p.Disabled, &a.PasswordHash, &a.Failures, &until)
	if err != nil {
		return a, err
	}
	if until != "" {
		a.LockedUntil, err = DecodeInstant(until)
		if err != nil {
			return a, err
		}
	}
	p.Grants, err = r.grants(ctx, siteID, p.ID)
	return a, err
}

func (r organReader) Person(ctx context.Context, siteID, id string) (organ.Person, error) {
	p, err := scanPerson(r.q.QueryRowContext(ctx, personByID, siteID, id).Scan)
	if err != nil {
		return p, err
	}
	p.Grants, err = r.grants(ctx, siteID, id)
	return p, err
}

func scanPerson(scan func(...any) error) (organ.Person, error) {
	var p organ.Person
	err := scan(&p.SiteID, &p.ID, &p.OrganID, &p.Login, &p.Name, &p.Post, &p.Disabled)
	return p, err
}

func (r organReader) grants(ctx context.Context, siteID, personID string) ([]organ.Grant, error) {
	rows, err := r.q.QueryContext(ctx, grantsOf, siteID, personID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var grants []organ.Grant
	for rows.Next() {
		var g organ.Grant
		err = rows.Scan(&g.Role, &g.OrganID)
		if err != nil {
			return nil, err
		}
		grants = append(grants, g)
	}
	return grants, rows.Err()
}

func (r organReader) People(ctx context.Context, siteID string) ([]organ.Person, error) {
	people, err := r.withoutGrants(ctx, siteID)
	if err != nil {
		return nil, err
	}
	place := make(map[[2]string]int, len(people))
	for i, p := range people {
		place[[2]string{p.SiteID, p.ID}] = i
	}
	rows, err := r.q.QueryContext(ctx, grantsAll, siteID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var site, person string
		var g organ.Grant
		err = rows.Scan(&site, &person, &g.Role, &g.OrganID)
		if err != nil {
			return nil, err
		}
		i, listed := place[[2]string{site, person}]
		if listed { // not somebody added since the people were read
			people[i].Grants = append(people[i].Grants, g)
		}
	}
	return people, rows.Err()
}

func (r organReader) withoutGrants(ctx context.Context, siteID string) ([]organ.Person, error) {
	rows, err := r.q.QueryContext(ctx, personAll, siteID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var people []organ.Person
	for rows.Next() {
		p, err := scanPerson(rows.Scan)
		if err != nil {
			return nil, fmt.Errorf("read person: %w", err)
		}
		people = append(people, p)
	}
	return people, rows.Err()
}

func (tx organTx) AddPerson(ctx context.Context, p organ.Person, passwordHash string) error {
	_, err := tx.ExecContext(ctx, personInsert, p.SiteID, p.ID, p.OrganID, p.Login, p.Name, p.Post, p.Disabled, passwordHash)
	if err != nil {
		return err
	}
	return tx.saveGrants(ctx, p)
}

func (tx organTx) SavePerson(ctx context.Context, p organ.Person) error {
	err := tx.changeOne(ctx, personUpdate, p.OrganID, p.Name, p.Post, p.Disabled, p.SiteID, p.ID)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, grantsDelete, p.SiteID, p.ID)
	if err != nil {
		return err
	}
	return tx.saveGrants(ctx, p)
}

func (tx organTx) saveGrants(ctx context.Context, p organ.Person) error {
	for _, g := range p.Grants {
		_, err := tx.ExecContext(ctx, grantInsert, p.SiteID, p.ID, g.Role, g.OrganID)
		if err != nil {
			return err
		}
	}
	return nil
}

func (tx organTx) SetPassword(ctx context.Context, siteID, personID, hash string) error {
	return tx.changeOne(ctx, personPassword, hash, siteID, personID)
}

func (tx organTx) RecordAttempt(ctx context.Context, a organ.Account) error {
	until := ""
	if !a.LockedUntil.IsZero() {
		until = EncodeInstant(a.LockedUntil)
	}
	return tx.changeOne(ctx, personAttempt, a.Failures, until, a.Person.SiteID, a.Person.ID)
}
