package organ

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"gongkai/internal/audit"
	"gongkai/internal/fault"
)

// Wrong passwords before an account is locked, and for how long.
const (
	triesBeforeLock = 5
	lockedFor       = 15 * time.Minute
)

// Login returns the person with that login and password. It never says which of
// the two was wrong, and locks an account for a while after several failures.
func (s *Service) Login(ctx context.Context, siteID, login, password string) (Person, error) {
	account, err := s.store.Account(ctx, siteID, strings.TrimSpace(login))
	if errors.Is(err, fault.NotFound) {
		_, _ = MatchPassword(dummyHash, password) // take as long as for a login that exists
		return Person{}, fault.Refuse(fault.Forbidden, "login-failed", "")
	}
	if err != nil {
		return Person{}, fmt.Errorf("load account: %w", err)
	}
	now := s.now()
	if account.Person.Disabled || now.Before(account.LockedUntil) {
		_, _ = MatchPassword(dummyHash, password)
		return Person{}, s.loginRefused(account, now)
	}
	right, err := MatchPassword(account.PasswordHash, password)
	if err != nil {
		return Person{}, fmt.Errorf("check password of %s: %w", account.Person.ID, err)
	}
	return account.Person, s.recordLogin(ctx, account, right, now)
}

// dummyHash is the hash of nothing anyone knows.
const dummyHash = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

func (s *Service) loginRefused(a Account, now time.Time) error {
	if now.Before(a.LockedUntil) {
		minutes := int(a.LockedUntil.Sub(now)/time.Minute) + 1
		return fault.Refuse(fault.Forbidden, "login-locked", "", "minutes", fmt.Sprint(minutes))
	}
	return fault.Refuse(fault.Forbidden, "login-failed", "")
}

func (s *Service) recordLogin(ctx context.Context, a Account, right bool, now time.Time) error {
	p := a.Person
	err := s.store.InTx(ctx, func(tx Tx) error {
		// While the password was examined others may have tried: they count as well.
		current, err := tx.Account(ctx, p.SiteID, p.Login)
		if err != nil {
			return fmt.Errorf("load account: %w", err)
		}
		if now.Before(current.LockedUntil) {
			return s.loginRefused(current, now)
		}
		action := "person.login_failed"
		if right {
			action = "person.login"
		}
		err = tx.RecordAttempt(ctx, current.attempted(right, now))
		if err != nil {
			return err
		}
		return tx.Audit(ctx, audit.Entry{
			SiteID: p.SiteID, OrganID: p.OrganID, At: now, ActorID: p.ID, ActorName: p.Name,
			Action: action, ObjectKind: "person", ObjectID: p.ID,
		})
	})
	if err != nil {
		return fmt.Errorf("record login of %s: %w", p.ID, err)
	}
	if !right {
		return fault.Refuse(fault.Forbidden, "login-failed", "")
	}
	return nil
}

// attempted is the account after one more try.
func (a Account) attempted(right bool, now time.Time) Account {
	a.Failures++
	a.LockedUntil = time.Time{}
	if right {
		a.Failures = 0
	}
	if a.Failures >= triesBeforeLock {
		a.Failures, a.LockedUntil = 0, now.Add(lockedFor)
	}
	return a
}
