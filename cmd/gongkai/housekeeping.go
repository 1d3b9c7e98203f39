package main

import (
	"context"
	"log/slog"
	"time"

	"gongkai/internal/ledgerfile"
	"gongkai/internal/store"
)

// sweepEvery is how often what nobody needs any more is removed.
const sweepEvery = 6 * time.Hour

// keepHouse removes finished imports, ended sessions and originals that joined no
// collection, at once and then at every turn, until the context ends. What fails is
// logged; the next turn tries again.
func keepHouse(ctx context.Context, imports *ledgerfile.Imports, sessions store.Sessions, originals store.Collections, now func() time.Time, log *slog.Logger) {
	turn := time.NewTicker(sweepEvery)
	defer turn.Stop()
	for {
		_, err := imports.Sweep(ctx, now())
		if err != nil {
			log.WarnContext(ctx, "remove finished imports", "err", err)
		}
		_, err = sessions.Sweep(ctx, now())
		if err != nil {
			log.WarnContext(ctx, "remove ended sessions", "err", err)
		}
		_, err = originals.SweepStored(ctx, now())
		if err != nil {
			log.WarnContext(ctx, "remove originals", "err", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-turn.C:
		}
	}
}
