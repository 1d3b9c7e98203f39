package organ

import (
	"context"
	"time"

	"gongkai/internal/audit"
)

// Reader is what pages and services ask of the storage. A missing thing is
// fault.NotFound.
type Reader interface {
	Sites(ctx context.Context) ([]Site, error)
	// Organs lists the organs of a site, or of all sites when siteID is empty.
	Organs(ctx context.Context, siteID string) ([]Organ, error)
	Organ(ctx context.Context, siteID, id string) (Organ, error)
	Changes(ctx context.Context, siteID, id string) ([]Change, error)
	Person(ctx context.Context, siteID, id string) (Person, error)
	// People lists the people of a site, or of all sites when siteID is empty.
	People(ctx context.Context, siteID string) ([]Person, error)
	Account(ctx context.Context, siteID, login string) (Account, error)
}

// Tx is a transaction in which organs and people change.
type Tx interface {
	Reader
	audit.Trail
	AddSite(ctx context.Context, s Site) error
	SaveSite(ctx context.Context, s Site) error
	AddOrgan(ctx context.Context, o Organ) error
	SaveOrgan(ctx context.Context, o Organ) error
	AddChange(ctx context.Context, c Change) error
	AddPerson(ctx context.Context, p Person, passwordHash string) error
	// SavePerson writes everything but login and password, grants included.
	SavePerson(ctx context.Context, p Person) error
	SetPassword(ctx context.Context, siteID, personID, hash string) error
	RecordAttempt(ctx context.Context, a Account) error
}

// Store is the storage of package organ.
type Store interface {
	Reader
	InTx(ctx context.Context, do func(Tx) error) error
}

// Account is a person with what a login needs.
type Account struct {
	Person       Person
	PasswordHash string // argon2id, see package password
	Failures     int    // wrong passwords since the last right one
	LockedUntil  time.Time
}
