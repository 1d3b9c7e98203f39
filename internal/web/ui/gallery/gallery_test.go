package gallery

import (
	"net/http/httptest"
	"testing"

	"gongkai/internal/web/ui"
)

// server serves this package's samples.
func server(t *testing.T) *httptest.Server {
	t.Helper()
	assets, err := ui.NewAssets("")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := Templates()
	if err != nil {
		t.Fatal(err)
	}
	rd, err := ui.NewRenderer(assets, pages)
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(New(rd, assets, func(v ui.View) []Sample {
		samples, err := Samples(v)
		if err != nil {
			t.Errorf("Samples(%v) = %v, want no error", v, err)
		}
		return samples
	}))
	t.Cleanup(srv.Close)
	return srv
}
