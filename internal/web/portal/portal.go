package portal

import (
	"embed"
	"fmt"
	"io/fs"
	"log/slog"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/document"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

//go:embed all:templates
var embedded embed.FS

// Config is what the portal needs. Templates, Log and Now may be left out.
type Config struct {
	Organs    *organ.Service
	Registers *register.Service
	Reports   *annualreport.Service
	Exports   []document.Export // forms in which a report can be taken away, in the order offered
	Assets    *ui.Assets
	Templates fs.FS            // page templates on a developer's disk; the embedded ones when nil
	Log       *slog.Logger     // slog.Default() when nil
	Now       func() time.Time // time.Now when nil
}

// Portal serves the public pages of all sites.
type Portal struct {
	registers *register.Service
	reports   *annualreport.Service
	exports   []document.Export
	places    *directory
	stock     *stock
	memory    *memory
	renderer  *ui.Renderer
	handler   ui.Handler
	now       func() time.Time
}

// New parses the templates and returns the portal.
func New(c Config) (*Portal, error) {
	if c.Templates == nil {
		pages, err := fs.Sub(embedded, "templates")
		if err != nil {
			return nil, fmt.Errorf("open portal templates: %w", err)
		}
		c.Templates = pages
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	renderer, err := ui.NewRenderer(c.Assets, c.Templates)
	if err != nil {
		return nil, fmt.Errorf("prepare portal pages: %w", err)
	}
	p := &Portal{
		registers: c.Registers, reports: c.Reports, exports: c.Exports, renderer: renderer, now: c.Now,
		places: &directory{organs: c.Organs.Reader(), now: c.Now}, stock: &stock{now: c.Now, kept: map[stockKey]stockTaken{}},
		memory: &memory{kept: map[string]*answer{}},
	}
	p.handler = ui.Handler{Renderer: renderer, Log: c.Log, Frame: p.problemFrame}
	return p, nil
}
