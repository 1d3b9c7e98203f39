package gallery

import (
	"embed"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"

	"gongkai/internal/fault"
	"gongkai/internal/web/ui"
)

//go:embed templates
var templates embed.FS

// Sample is one page in one state.
type Sample struct {
	Name     string // its address below the gallery
	Template string // the page's template
	Page     ui.Page
}

// Templates holds the page templates of this package's own samples.
func Templates() (fs.FS, error) {
	pages, err := fs.Sub(templates, "templates")
	if err != nil {
		return nil, fmt.Errorf("open gallery templates: %w", err)
	}
	return pages, nil
}

// New serves samples at GET /{name}, and the first of them at GET /; any other
// address shows how a page that is not there looks. The samples are made for each
// request with the visitor's view, so the view switches work.
func New(rd *ui.Renderer, assets *ui.Assets, samples func(ui.View) []Sample) http.Handler {
	h := ui.Handler{Renderer: rd, Log: slog.Default(), Frame: func(r *http.Request) ui.Page {
		return samples(ui.ReadView(r))[0].Page
	}}
	mux := http.NewServeMux()
	mux.Handle("GET "+ui.AssetPrefix, assets)
	mux.HandleFunc("GET "+ui.ViewPath, ui.ChangeView)
	mux.HandleFunc("POST "+ui.ViewPath, ui.ChangeView)
	mux.HandleFunc("GET /{name...}", h.Handle(func(w http.ResponseWriter, r *http.Request) error {
		name := r.PathValue("name")
		for i, s := range samples(ui.ReadView(r)) {
			if s.Name == name || name == "" && i == 0 {
				return rd.Page(w, http.StatusOK, s.Template, s.Page)
			}
		}
		return fmt.Errorf("sample %q: %w", name, fault.NotFound)
	}))
	return mux
}
