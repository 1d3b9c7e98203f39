package store_test

import (
	"encoding/json"
	"testing"

	"gongkai/internal/audit"
	"gongkai/internal/job"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

func BenchmarkMigrate(b *testing.B) {
	for b.Loop() {
		db, err := store.Open(b.Context(), b.TempDir(), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		err = db.Migrate(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		err = db.Close()
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkChange is a transaction that queues a job and writes the trail.
func BenchmarkChange(b *testing.B) {
	for _, engine := range storetest.Engines(b) {
		b.Run(engine.Name, func(b *testing.B) {
			for b.Loop() {
				err := engine.DB.InTx(b.Context(), func(tx *store.Tx) error {
					err := tx.Enqueue(b.Context(), job.Task{SiteID: "s", Kind: "letter"})
					if err != nil {
						return err
					}
					return tx.Audit(b.Context(), audit.Entry{
						SiteID: "s", Action: "a", ObjectKind: "k", ObjectID: "1", After: json.RawMessage(`{"state":"replied"}`),
					})
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPointRead reads one row by its key from several goroutines.
func BenchmarkPointRead(b *testing.B) {
	for _, engine := range storetest.Engines(b) {
		b.Run(engine.Name, func(b *testing.B) {
			err := engine.DB.InTx(b.Context(), func(tx *store.Tx) error {
				return tx.Enqueue(b.Context(), job.Task{SiteID: "s", ID: "a", Kind: "letter"})
			})
			if err != nil {
				b.Fatal(err)
			}
			jobs := store.NewJobs(engine.DB)
			b.RunParallel(func(p *testing.PB) {
				for p.Next() {
					_, err := jobs.Job(b.Context(), "s", "a")
					if err != nil {
						b.Error(err)
						return
					}
				}
			})
		})
	}
}
