package workbench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/document"
	"gongkai/internal/fault"
)

// draftNote marks every file of a report that is not signed.
const draftNote = "草稿，未签发"

// drafted is an unsigned report as data: it says so itself.
type drafted struct {
	Draft bool `json:"draft"`
	annualreport.Sealed
}

// download serves GET /work/o/{organ}/reports/{year}/report.{form}. A form refuses a
// document it cannot write with a fault.Rule, whose sentence the page shows.
func (b *Workbench) download(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	export, err := b.exportOf(r.PathValue("file"), "report.")
	if err != nil {
		return err
	}
	view, err := b.Reports.View(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	doc, name := view.Content.Document(), view.Content.Title
	if view.Seal != nil { // its own bytes, so that their hash can be checked
		return sendFile(w, export, name, doc, json.RawMessage(view.Seal.Canonical))
	}
	doc.Notes = append(slices.Clone(doc.Notes), draftNote)
	return sendFile(w, export, name+"（草稿）", doc, drafted{true, draftData(view)})
}

// adoptedOriginal serves GET /work/o/{organ}/reports/{year}/original: the file that an
// adopted report was read from, to be saved and not shown.
func (b *Workbench) adoptedOriginal(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	original, err := b.Reports.Original(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	return sendBytes(w, "application/octet-stream", original.Name, original.Content)
}

// exportOf finds the form that a file name ends in.
func (b *Workbench) exportOf(file, prefix string) (document.Export, error) {
	ending, ok := strings.CutPrefix(file, prefix)
	for _, e := range b.Exports {
		if ok && e.Name == ending {
			return e, nil
		}
	}
	return document.Export{}, fmt.Errorf("file %q: %w", file, fault.NotFound)
}

// sendFile writes the file into memory first: a document that cannot be written must
// still become a page that says why.
func sendFile(w http.ResponseWriter, export document.Export, name string, doc *document.Document, data any) error {
	var file bytes.Buffer
	err := export.Write(&file, doc, data)
	if err != nil {
		return fmt.Errorf("write %s as %s: %w", doc.Title, export.Name, err)
	}
	return sendBytes(w, export.MediaType, name+"."+export.Name, file.Bytes())
}

func sendBytes(w http.ResponseWriter, mediaType, name string, content []byte) error {
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Set("Content-Length", strconv.Itoa(len(content)))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	_, err := w.Write(content)
	if err != nil {
		return fmt.Errorf("send %s: %w", name, err)
	}
	return nil
}

// draftData is an unsigned report as data, in the shape of a sealed one.
func draftData(view annualreport.View) annualreport.Sealed {
	s := annualreport.Sealed{
		Organ: view.Content.Organ.Name, Year: view.Report.Year, Edition: view.Report.Edition, Format: view.Report.Format,
		Title: view.Content.Title, Note: view.Report.CorrectionNote, Cells: view.Content.Cells, Counts: view.Facts.Counts,
		Entries: view.Report.Entries,
	}
	for _, p := range view.Content.Sections {
		s.Sections = append(s.Sections, annualreport.SealedSection{Key: p.Spec.Key, Body: p.Body, Text: p.Text})
	}
	return s
}
