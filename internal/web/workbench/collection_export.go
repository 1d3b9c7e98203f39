package workbench

import (
	"archive/zip"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/document"
	"gongkai/internal/fault"
)

// noticeForm is the export that writes notices.
const noticeForm = "docx"

// collectionBook serves GET …/reports.xlsx: every report and every finding.
func (b *Workbench) collectionBook(w http.ResponseWriter, r *http.Request, v visit) error {
	key := collectionKey(r, v)
	c, err := b.Collections.Get(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	out := attachment{w: w, name: fileName(c.Title) + "检查结果.xlsx", media: exportTypes["xlsx"]}
	return out.ended(b, r, b.Originals.WriteBook(r.Context(), v.Person, key, &out))
}

// collectedNotice serves GET …/files/{number}/notice.docx.
func (b *Workbench) collectedNotice(w http.ResponseWriter, r *http.Request, v visit) error {
	number, err := collectedNumber(r)
	if err != nil {
		return err
	}
	key := collectionKey(r, v)
	f, err := b.Collections.File(r.Context(), v.Person, key, number)
	if err != nil {
		return err
	}
	doc, err := b.notice(r, v, key, f)
	if err != nil {
		return err
	}
	export, err := b.exportOf(noticeForm, "")
	if err != nil {
		return err
	}
	return sendFile(w, export, noticeName(f), doc, nil)
}

// notice is the letter with which a report goes back: what was marked to be
// corrected. Without any there is no letter.
func (b *Workbench) notice(r *http.Request, v visit, k collection.Key, f collection.File) (*document.Document, error) {
	returned := collection.Returned
	findings, err := b.Collections.Findings(r.Context(), v.Person, k, collection.Filter{File: f.Number, Mark: &returned}, collection.Finding{}, collection.MostFiles)
	if err != nil {
		return nil, err
	}
	if len(findings) == 0 {
		return nil, fault.Refuse(fault.Conflict, "collection-nothing-returned", "")
	}
	return b.Originals.NoticeOf(f, findings, v.Organ.Name, v.Today), nil
}

func noticeName(f collection.File) string {
	name := nameOfCollected(f)
	if f.Outline.Year > 0 {
		name += strconv.Itoa(f.Outline.Year)
	}
	return fileName(name + "年度报告退回修改通知")
}

// fileName takes out of a name what separates folders.
func fileName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '_'
		}
		return r
	}, name)
}

// collectionNotices serves GET …/notices.zip: a letter for every report of which
// something was returned, written one after another.
func (b *Workbench) collectionNotices(w http.ResponseWriter, r *http.Request, v visit) error {
	key := collectionKey(r, v)
	c, err := b.Collections.Get(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	export, err := b.exportOf(noticeForm, "")
	if err != nil {
		return err
	}
	out := attachment{w: w, name: fileName(c.Title) + "退回修改通知.zip", media: "application/zip"}
	return out.ended(b, r, b.writeNotices(&out, r, v, key, export))
}

func (b *Workbench) writeNotices(w io.Writer, r *http.Request, v visit, k collection.Key, export document.Export) error {
	returned := collection.Returned
	archive := zip.NewWriter(w)
	n := 0
	err := b.eachCollected(r.Context(), v, k, collection.Filter{Mark: &returned}, func(f collection.File) error {
		doc, err := b.notice(r, v, k, f)
		if err != nil {
			return err
		}
		n++
		entry, err := archive.Create(fmt.Sprintf("%04d %s.%s", f.Number, noticeName(f), noticeForm))
		if err != nil {
			return fmt.Errorf("add the notice on %s: %w", f.Name, err)
		}
		err = export.Write(entry, doc, nil)
		if err != nil {
			return fmt.Errorf("write the notice on %s: %w", f.Name, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if n == 0 {
		return fault.Refuse(fault.Conflict, "collection-nothing-returned", "")
	}
	err = archive.Close()
	if err != nil {
		return fmt.Errorf("end the notices: %w", err)
	}
	return nil
}
