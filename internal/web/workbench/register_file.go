package workbench

import (
	"fmt"
	"io"
	"mime"
	"net/http"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

var exportTypes = map[string]string{
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"csv":  "text/csv; charset=utf-8",
}

func (v visit) exportLinks(d register.Definition, q register.Query) []ui.Link {
	path := func(format string) string { return withQuery(v.ledgerPath(d.Name, "export", format), filterValues(q)) }
	return []ui.Link{{Title: "导出XLSX", Href: path("xlsx")}, {Title: "导出CSV", Href: path("csv")}}
}

// exportPage is how many records are read at a time.
const exportPage = 500

// export serves GET …/export/{format}: every record that the list's filter selects.
func (b *Workbench) export(w http.ResponseWriter, r *http.Request, v visit) error {
	d, err := definition(r)
	if err != nil {
		return err
	}
	format := r.PathValue("format")
	media, known := exportTypes[format]
	if !known {
		return errNoPage
	}
	q := v.listQuery(d, r.URL.Query())
	q.After, q.Limit = "", exportPage
	out := attachment{w: w, name: v.Organ.ShortName + d.Title + v.Today + "." + format, media: media}
	err = b.Ledgers.Export(&out, format, d, v.Organ, v.Today, b.records(r, v, d, q))
	return out.ended(b, r, err)
}

// records gives the records of a query one by one, page after page.
func (b *Workbench) records(r *http.Request, v visit, d register.Definition, q register.Query) func() (register.Record, error) {
	var page []register.Record
	last := false
	return func() (register.Record, error) {
		if len(page) == 0 && !last {
			var err error
			_, page, q.After, err = b.Registers.List(r.Context(), v.Person, d.Name, q)
			if err != nil {
				return register.Record{}, err
			}
			last = q.After == ""
		}
		if len(page) == 0 {
			return register.Record{}, io.EOF
		}
		next := page[0]
		page = page[1:]
		return next, nil
	}
}

// template serves GET …/template.
func (b *Workbench) template(w http.ResponseWriter, r *http.Request, v visit) error {
	d, err := definition(r)
	if err != nil {
		return err
	}
	out := attachment{w: w, name: d.Title + "导入模板.xlsx", media: exportTypes["xlsx"]}
	return out.ended(b, r, b.Ledgers.Template(&out, d))
}

// attachment sends a file to be saved. Its head goes out with the first byte, so
// that a failure before it can still be a page.
type attachment struct {
	w           http.ResponseWriter
	name, media string
	begun       bool
}

// Write implements io.Writer.
func (a *attachment) Write(p []byte) (int, error) {
	if !a.begun {
		a.begun = true
		ui.SecureHeaders(a.w.Header())
		a.w.Header().Set("Content-Type", a.media)
		a.w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": a.name}))
	}
	return a.w.Write(p)
}

// ended returns an error that can still be shown. One that came later breaks the
// connection off: half a file must not look like a whole one.
func (a *attachment) ended(b *Workbench, r *http.Request, err error) error {
	if err == nil || !a.begun {
		return err
	}
	b.Log.ErrorContext(r.Context(), "file broken off", "path", r.URL.Path, "err", fmt.Errorf("write %s: %w", a.name, err))
	panic(http.ErrAbortHandler)
}
