package main

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/alexedwards/scs/v2"

	"gongkai/internal/docfile"
	"gongkai/internal/docfile/font"
	"gongkai/internal/ident"
	"gongkai/internal/job"
	"gongkai/internal/ledgerfile"
	"gongkai/internal/reportfile"
	"gongkai/internal/store"
	"gongkai/internal/web/portal"
	"gongkai/internal/web/ui"
	"gongkai/internal/web/workbench"
)

// Sessions end after half an hour without a page and at the latest after a day.
const (
	sessionIdle = 30 * time.Minute
	sessionLife = 12 * time.Hour
)

// jobLease is how long a job waits after its program was killed until it is taken
// up again; a running program keeps renewing it.
const jobLease = 30 * time.Second

// Where a developer's pages and assets lie, seen from the repository's root.
const (
	sourceOfUI        = "internal/web/ui"
	sourceOfPortal    = "internal/web/portal/templates"
	sourceOfWorkbench = "internal/web/workbench/templates"
)

// handler wires the faces together. The second value works off jobs until its
// context ends.
func (a *app) handler(log *slog.Logger) (http.Handler, func(context.Context), error) {
	var directory string
	var portalPages, deskPages fs.FS // nil: the embedded ones
	if a.dev {
		directory, portalPages, deskPages = sourceOfUI, os.DirFS(sourceOfPortal), os.DirFS(sourceOfWorkbench)
	}
	assets, err := ui.NewAssets(directory)
	if err != nil {
		return nil, nil, fmt.Errorf("open assets: %w", err)
	}
	fonts, err := a.fonts()
	if err != nil {
		return nil, nil, err
	}
	exports := docfile.Exports(fonts)
	front, err := portal.New(portal.Config{
		Organs: a.organs, Registers: a.registers, Reports: a.reports, Exports: exports, Assets: assets,
		Templates: portalPages, Log: log, Now: a.now,
	})
	if err != nil {
		return nil, nil, err
	}
	queue := store.NewJobs(a.db)
	imports, err := ledgerfile.NewImports(filepath.Join(a.data, "imports"), queue, a.registers, a.organs.Reader(), ident.System().Next, a.now)
	if err != nil {
		return nil, nil, err
	}
	collected := reportfile.NewCollections(a.collections, queue, a.reports.SealedCells, "")
	runner := job.New(queue, map[string]job.Handler{
		ledgerfile.Kind: imports.Run, reportfile.CollectionKind: collected.Run,
	}, job.Options{Lease: jobLease, Log: log, Now: a.now})
	imports.SetRunning(runner.Progress)
	collected.SetRunning(runner.Progress)
	a.db.OnEnqueue(runner.Wake)
	kept := store.NewSessions(a.db, "installation")
	sessions := scs.New()
	sessions.Store, sessions.IdleTimeout, sessions.Lifetime = kept, sessionIdle, sessionLife
	desk, err := workbench.New(workbench.Config{
		Organs: a.organs, Registers: a.registers, Reports: a.reports, Desk: store.NewReports(a.db), Trail: trail{a.db},
		Ledgers: ledgerfile.Files{}, Imports: imports, Sessions: sessions, Exports: exports, Assets: assets, Log: log, Now: a.now,
		Calendar: a.calendar, Templates: deskPages, Collections: a.collections, Originals: originals{collected},
	})
	if err != nil {
		return nil, nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", assets)
	mux.HandleFunc("GET /view", ui.ChangeView)
	mux.HandleFunc("POST /view", ui.ChangeView)
	front.Routes(mux)
	desk.Routes(mux)
	return mux, func(ctx context.Context) {
		go keepHouse(ctx, imports, kept, store.NewCollections(a.db), a.now, log)
		runner.Run(ctx)
	}, nil
}

// fonts are the embedded ones with those that the operator put into the folder
// fonts of the data directory.
func (a *app) fonts() (*font.Set, error) {
	embedded := font.Embedded()
	extra := filepath.Join(a.data, "fonts")
	found, err := filepath.Glob(filepath.Join(extra, "*.ttf"))
	if err != nil || len(found) == 0 {
		return embedded, err
	}
	with, err := embedded.Extra(extra)
	if err != nil {
		return nil, fmt.Errorf("fonts of the operator: %w", err)
	}
	return with, nil
}
