package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/ident"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
	"gongkai/law/workday"
)

// app is the product wired together over one database.
type app struct {
	db          *store.DB
	data        string // directory for files beside the database
	calendar    workday.Calendar
	organs      *organ.Service
	registers   *register.Service
	reports     *annualreport.Service
	collections *collection.Service
	now         func() time.Time
	dev         bool // read templates and assets from the source tree
}

// open opens the database that the command names. A database that has not been
// migrated is refused, unless migrate is set.
func (c *console) open(migrate bool) (*app, error) {
	url := c.db
	if url == "" && !migrate && !fileExists(filepath.Join(c.data, "gongkai.db")) {
		return nil, usage("%s 里没有数据。请用 --data 指明数据目录；新安装请先运行 gongkai init 或者 gongkai demo。", c.data)
	}
	if url == "" {
		err := os.MkdirAll(c.data, 0o750)
		if err != nil {
			return nil, fmt.Errorf("make the data directory: %w", err)
		}
		url = c.data
	}
	return openApp(c.ctx, url, c.data, migrate, time.Now)
}

func openApp(ctx context.Context, url, data string, migrate bool, now func() time.Time) (*app, error) {
	ids := ident.System()
	db, err := store.Open(ctx, url, store.Options{Now: now, IDs: ids})
	if err != nil {
		return nil, err
	}
	if migrate {
		err = db.Migrate(ctx)
	} else {
		err = upToDate(ctx, db)
	}
	if err != nil {
		closeErr := db.Close()
		if closeErr != nil {
			return nil, fmt.Errorf("%w (and closing failed: %w)", err, closeErr)
		}
		return nil, err
	}
	calendar, err := loadCalendar(data)
	if err != nil {
		return nil, err
	}
	a := &app{db: db, data: data, calendar: calendar, now: now}
	a.organs = organ.NewService(store.NewOrgans(db), now, ids.Next)
	a.registers = register.NewService(store.NewRegisters(db), annualreport.Touches, now)
	a.reports = annualreport.NewService(store.NewReports(db), calendar, now)
	a.collections = collection.NewService(store.NewCollections(db), now)
	return a, nil
}

func fileExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func upToDate(ctx context.Context, db *store.DB) error {
	pending, err := db.Pending(ctx)
	if err != nil {
		return fmt.Errorf("look at the schema: %w", err)
	}
	if len(pending) > 0 {
		return usage("数据库结构还不是本版本的（差 %d 步）。请先运行 gongkai migrate；新安装请运行 gongkai init 或 gongkai demo。", len(pending))
	}
	return nil
}

// loadCalendar adds the year files that the operator put into the folder calendar
// of the data directory to the national calendar.
func loadCalendar(data string) (workday.Calendar, error) {
	calendar := workday.National()
	files, err := filepath.Glob(filepath.Join(data, "calendar", "*.json"))
	if err != nil {
		return calendar, fmt.Errorf("list calendar files: %w", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return calendar, fmt.Errorf("read calendar file: %w", err)
		}
		year, err := workday.Parse(text)
		if err != nil {
			return calendar, fmt.Errorf("calendar file %s: %w", filepath.Base(file), err)
		}
		calendar = calendar.With(year)
	}
	return calendar, nil
}

func (a *app) close() error { return a.db.Close() }
