package storetest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"sync"
	"testing"
	"time"

	"gongkai/internal/ident"
	"gongkai/internal/store"
)

// errAbsent means that this machine has no PostgreSQL to start.
var errAbsent = errors.New("no PostgreSQL found under /usr/lib/postgresql and GONGKAI_TEST_POSTGRES is not set")

// server is the PostgreSQL of this test process. It starts when first asked for.
type server struct {
	main     bool // TestMain calls Main, which stops it
	once     sync.Once
	err      error
	address  *url.URL // of the server; the path is the maintenance database
	admin    *sql.DB
	halt     func() error // stops a cluster of our own; nil for one that was running
	template string       // the name of the migrated database
	mu       sync.Mutex   // one copy of the template at a time
}

var shared server

// postgresDatabase makes a database for the test and returns its address, or
// nothing where PostgreSQL is missing and may be.
func postgresDatabase(t testing.TB) string {
	t.Helper()
	if !shared.main {
		t.Fatal("this package uses storetest without TestMain calling storetest.Main, so PostgreSQL would never be stopped")
	}
	shared.once.Do(func() { shared.err = shared.start() })
	if errors.Is(shared.err, errAbsent) && !required() {
		t.Logf("NOT TESTED ON POSTGRESQL: %v", shared.err)
		return ""
	}
	if shared.err != nil {
		t.Fatalf("start PostgreSQL: %v", shared.err)
	}
	name := databaseName()
	err := shared.create(name)
	if err != nil {
		t.Fatalf("create test database: %v", err)
	}
	t.Cleanup(func() {
		err := shared.drop(name)
		if err != nil {
			t.Errorf("drop test database: %v", err)
		}
	})
	return shared.at(name)
}

func required() bool {
	return os.Getenv("CI") == "true" || os.Getenv("GONGKAI_REQUIRE_POSTGRES") == "1"
}

func databaseName() string { return "gongkai_test_" + names.Next() }

var names = ident.System()

func (s *server) start() error {
	address := os.Getenv("GONGKAI_TEST_POSTGRES")
	if address == "" {
		started, halt, err := startCluster()
		if errors.Is(err, errAbsent) && !required() {
			fmt.Fprintf(os.Stderr, "\n=== NOT TESTED ON POSTGRESQL: %v ===\n\n", err)
		}
		if err != nil {
			return err
		}
		address, s.halt = started, halt
	}
	parsed, err := url.Parse(address)
	if err != nil {
		return fmt.Errorf("read address of PostgreSQL: %w", err)
	}
	s.address = parsed
	s.admin, err = sql.Open("pgx", address)
	if err != nil {
		return fmt.Errorf("reach PostgreSQL: %w", err)
	}
	s.admin.SetMaxOpenConns(2)
	err = s.ready()
	if err != nil {
		return err
	}
	return s.makeTemplate()
}

// ready waits until the server answers.
func (s *server) ready() error {
	deadline := time.Now().Add(60 * time.Second)
	for {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		err := s.admin.PingContext(ctx)
		cancel()
		if err == nil {
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("PostgreSQL does not answer: %w", err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func (s *server) makeTemplate() error {
	ctx := context.Background()
	name := databaseName()
	_, err := s.admin.ExecContext(ctx, `CREATE DATABASE `+name+` TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`)
	if err != nil {
		return fmt.Errorf("create template: %w", err)
	}
	s.template = name
	db, err := store.Open(ctx, s.at(name), store.Options{})
	if err != nil {
		return fmt.Errorf("open template: %w", err)
	}
	err = db.Migrate(ctx)
	return errors.Join(err, db.Close())
}

func (s *server) at(name string) string {
	address := *s.address
	address.Path = "/" + name
	return address.String()
}

func (s *server) create(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := s.admin.ExecContext(context.Background(), `CREATE DATABASE `+name+` TEMPLATE `+s.template)
	return err
}

func (s *server) drop(name string) error {
	_, err := s.admin.ExecContext(context.Background(), `DROP DATABASE IF EXISTS `+name+` WITH (FORCE)`)
	return err
}

// stop removes what start made. It is harmless when nothing was started.
func (s *server) stop() error {
	var errs []error
	if s.template != "" && s.halt == nil {
		errs = append(errs, s.drop(s.template))
	}
	if s.admin != nil {
		errs = append(errs, s.admin.Close())
	}
	if s.halt != nil {
		errs = append(errs, s.halt())
	}
	return errors.Join(errs...)
}
