package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"

	"gongkai/internal/docfile"
	"gongkai/internal/web/portal"
	"gongkai/internal/web/ui"
)

// handler wires the faces together. The second value works off jobs until its
// context ends.
func (a *app) handler(log *slog.Logger) (http.Handler, func(context.Context), error) {
	assets, err := ui.NewAssets("")
	if err != nil {
		return nil, nil, fmt.Errorf("open assets: %w", err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", assets)
	mux.HandleFunc("GET /view", ui.ChangeView)
	mux.HandleFunc("POST /view", ui.ChangeView)
	front, err := portal.New(portal.Config{
		Organs: a.organs, Registers: a.registers, Reports: a.reports, Exports: docfile.Exports(nil), Assets: assets, Log: log, Now: a.now,
	})
	if err != nil {
		return nil, nil, err
	}
	front.Routes(mux)
	return mux, func(ctx context.Context) { <-ctx.Done() }, nil
}
