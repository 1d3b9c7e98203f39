package portal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/document"
)

// The sealed data itself is always offered: whoever has these bytes can compute
// the hash that the page states.
const (
	dataFile  = "json"
	dataLabel = "JSON 机器可读数据"
	dataType  = "application/json"
)

// download serves GET /organs/{organ}/reports/{year}/report.{name}?edition=.
func (p *Portal) download(w http.ResponseWriter, r *http.Request, v visit) error {
	name, ok := strings.CutPrefix(r.PathValue("file"), "report.")
	export, known := p.export(name)
	if !ok || !known {
		return v.notFound("file " + r.PathValue("file"))
	}
	published, _, err := p.published(r, v)
	if err != nil {
		return err
	}
	tag := `"` + published.Seal.Hash[:min(32, len(published.Seal.Hash))] + "-" + export.Name + `"`
	content := bytes.NewReader(nil)
	if !unchanged(r, tag) {
		content, err = write(export, published)
		if err != nil {
			return fmt.Errorf("write report %d of %s as %s: %w", published.Report.Year, v.organ.ID, export.Name, err)
		}
	}
	h := w.Header()
	if published.Report.State == annualreport.Superseded {
		h.Set("X-Robots-Tag", "noindex")
	}
	h.Set("ETag", tag)
	h.Set("Cache-Control", "public, no-cache")
	h.Set("Content-Type", export.MediaType)
	h.Set("Content-Disposition", attachment(published.Content.Title, published.Report, export.Name))
	h.Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(w, r, "", time.Time{}, content)
	return nil
}

// originalType makes browsers save a file instead of showing it: it came from outside.
const originalType = "application/octet-stream"

// original serves GET /organs/{organ}/reports/{year}/original?edition=: the file as it
// was published elsewhere, from which an adopted report was read.
func (p *Portal) original(w http.ResponseWriter, r *http.Request, v visit) error {
	published, _, err := p.published(r, v)
	if err != nil {
		return err
	}
	tag := `"` + published.Report.Original + `"`
	original := annualreport.Original{Digest: published.Report.Original}
	if original.Digest == "" || !unchanged(r, tag) {
		original, err = p.reports.PublicOriginal(r.Context(), published)
		if err != nil {
			return err
		}
	}
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "public, no-cache")
	h.Set("X-Robots-Tag", "noindex")
	h.Set("Content-Type", originalType)
	h.Set("Content-Disposition", attachment(published.Content.Title, published.Report, endingOf(published.Report.OriginalName)))
	h.Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(original.Content))
	return nil
}

// endingOf is a file's ending where it is a plain one, else that of any file.
func endingOf(name string) string {
	ending := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	plain := strings.Trim(ending, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
	if ending == "" || len(ending) > 5 || !plain {
		return "bin"
	}
	return ending
}

// export finds a form by its name. The sealed data is served as it was sealed,
// byte by byte.
func (p *Portal) export(name string) (document.Export, bool) {
	if name == dataFile {
		return document.Export{Name: dataFile, Label: dataLabel, MediaType: dataType, Write: writeData}, true
	}
	for _, x := range p.exports {
		if x.Name == name {
			return x, true
		}
	}
	return document.Export{}, false
}

func writeData(w io.Writer, _ *document.Document, data any) error {
	sealed, ok := data.(json.RawMessage)
	if !ok {
		return fmt.Errorf("sealed data is a %T", data)
	}
	_, err := w.Write(sealed)
	return err
}

// write makes the whole file first, so that a failure can still be answered as one.
func write(x document.Export, e annualreport.Edition) (*bytes.Reader, error) {
	var buf bytes.Buffer
	err := x.Write(&buf, e.Content.Document(), json.RawMessage(e.Seal.Canonical))
	if err != nil {
		return nil, err
	}
	return bytes.NewReader(buf.Bytes()), nil
}

// unchanged reports whether the reader already has what the tag names: then the
// file need not be made at all.
func unchanged(r *http.Request, tag string) bool {
	for _, have := range strings.Split(r.Header.Get("If-None-Match"), ",") {
		if strings.TrimPrefix(strings.TrimSpace(have), "W/") == tag {
			return true
		}
	}
	return false
}

// attachment names the file in Chinese, with a plain name for readers that know no
// better (RFC 6266, RFC 8187).
func attachment(title string, r annualreport.Report, ending string) string {
	name := title
	if r.Edition > 1 {
		name += fmt.Sprintf("（第%d版）", r.Edition)
	}
	encoded := strings.ReplaceAll(url.QueryEscape(name+"."+ending), "+", "%20")
	return fmt.Sprintf(`attachment; filename="report-%d.%s"; filename*=UTF-8''%s`, r.Year, ending, encoded)
}
