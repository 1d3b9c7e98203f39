package portal_test

import (
	"net/http"
	"testing"
	"time"
)

// BenchmarkPages draws pages over a real database, and answers from memory.
func BenchmarkPages(b *testing.B) {
	for _, bench := range []struct {
		name string
		step time.Duration // of the clock at each look: a minute makes everything stale
	}{{"drawn", time.Minute}, {"remembered", 0}} {
		w := newWorldAt(b, bench.step)
		for name, target := range map[string]string{"home": "/s/tx/", "platform": zq + "/", "items": zq + "/items", "report": zq + "/reports/2024/"} {
			b.Run(bench.name+"/"+name, func(b *testing.B) {
				for b.Loop() {
					if code := w.get(target, "Accept-Encoding", "gzip").Code; code != http.StatusOK {
						b.Fatalf("GET %s = %d", target, code)
					}
				}
			})
		}
	}
}
