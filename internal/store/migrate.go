package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// Migrate brings the schema up to this program's, each migration in a
// transaction of its own. Two processes may migrate at once: on PostgreSQL the
// second waits; on SQLite the one that comes too late to a step finds it done, and
// goes on with the next.
func (db *DB) Migrate(ctx context.Context) error {
	const triesWithoutHeadway = 5
	left := -1
	for tries := 0; ; tries++ {
		err := db.up(ctx)
		if err == nil {
			return nil
		}
		pending, pendingErr := db.Pending(ctx)
		if pendingErr == nil && left >= 0 && len(pending) < left {
			tries = 0
		}
		if pendingErr == nil {
			left = len(pending)
		}
		if tries >= triesWithoutHeadway {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (db *DB) up(ctx context.Context) error {
	steps, err := db.steps()
	if err != nil {
		return err
	}
	_, err = steps.Up(ctx)
	if err != nil {
		return fmt.Errorf("migrate %s: %w", db.engine.name(), err)
	}
	return nil
}

// Pending names the migrations that have not been applied yet, oldest first.
func (db *DB) Pending(ctx context.Context) ([]string, error) {
	steps, err := db.steps()
	if err != nil {
		return nil, err
	}
	all, err := steps.Status(ctx)
	if err != nil {
		return nil, fmt.Errorf("list migrations of %s: %w", db.engine.name(), err)
	}
	var pending []string
	for _, s := range all {
		if s.State == goose.StatePending {
			pending = append(pending, path.Base(s.Source.Path))
		}
	}
	return pending, nil
}

func (db *DB) steps() (*goose.Provider, error) {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return nil, fmt.Errorf("open embedded migrations: %w", err)
	}
	others, err := filesOfOtherEngines(files, db.engine.name())
	if err != nil {
		return nil, err
	}
	options := []goose.ProviderOption{
		goose.WithExcludeNames(others),
		goose.WithDisableGlobalRegistry(true),
		goose.WithTableName("schema_version"),
		goose.WithLogger(goose.NopLogger()),
	}
	dialect := database.DialectSQLite3
	if _, ok := db.engine.(postgresEngine); ok {
		dialect = database.DialectPostgres
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300)) // every second, five minutes
		if err != nil {
			return nil, fmt.Errorf("make migration lock: %w", err)
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	steps, err := goose.NewProvider(dialect, db.write.db, files, options...)
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	return steps, nil
}

// filesOfOtherEngines lists the files NNNN_name.ENGINE.sql that are not for the
// named engine. A file without an engine in its name is for all.
func filesOfOtherEngines(files fs.FS, engine string) ([]string, error) {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return nil, fmt.Errorf("list migrations: %w", err)
	}
	var others []string
	for _, name := range names {
		parts := strings.Split(name, ".")
		if len(parts) == 3 && parts[1] != engine {
			others = append(others, name)
		}
	}
	return others, nil
}
