package workbench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strings"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

const (
	// largestFile bounds an uploaded file, in bytes; package sheet reads no more.
	largestFile = 50 << 20
	// drained is how much of a file that is too large is read and thrown away: a
	// browser shows an answer only after it has sent everything.
	drained = 1 << 30
	// uploadTime is how long an upload may take, on a line of a few hundred KB a second.
	uploadTime = 10 * time.Minute
	// tokenLength bounds the part of the form before the file, in bytes.
	tokenLength = 200
)

// steps of an import, as a page shows them.
func importSteps(at int) ui.Steps {
	s := ui.Steps{Label: "导入进度"}
	for i, title := range []string{"填写模板", "选择文件", "检查", "确认", "导入"} {
		step := ui.Step{Title: title, State: ui.StepAhead}
		switch {
		case i < at || at == importDone:
			step.State = ui.StepDone
		case i == at:
			step.State = ui.StepCurrent
		}
		s.Items = append(s.Items, step)
	}
	return s
}

// Where on the way an import's page is.
const (
	importChoose = iota + 1
	importExamine
	importConfirm
	importWrite
	importDone
)

type importFormPage struct {
	ui.WorkFrame
	Register register.Definition
	Steps    ui.Steps
	Template string
	Form     ui.Form
}

func (v visit) importFormPage(d register.Definition) importFormPage {
	f := v.frame("导入"+d.Title, v.ledgerPath(d.Name), ui.Link{Title: d.Title, Href: v.ledgerPath(d.Name)})
	return importFormPage{
		WorkFrame: f, Register: d, Steps: importSteps(importChoose), Template: v.ledgerPath(d.Name, "template"),
		Form: ui.Form{
			Action: v.ledgerPath(d.Name, "import"), Token: v.Token, Upload: true, Submit: "上传并检查",
			Cancel: ui.Link{Title: "返回" + d.Title, Href: v.ledgerPath(d.Name)},
			Groups: []ui.Group{{Fields: []ui.Field{{
				Name: "file", Label: "填好的表格", Kind: ui.FileField, Required: true, Accept: ".xlsx,.csv",
				Help: "XLSX或者CSV文件，最大" + ui.Bytes(largestFile) + "。先检查，不会直接写入；检查结果由您确认后才导入。",
			}}}},
		},
	}
}

// importForm serves GET …/import.
func (b *Workbench) importForm(w http.ResponseWriter, r *http.Request, v visit) error {
	d, err := definition(r)
	if err != nil {
		return err
	}
	return b.show(w, "import_form", v.importFormPage(d))
}

// upload serves POST …/import: it keeps the file, has it examined and leads to the
// import's page.
func (b *Workbench) upload(w http.ResponseWriter, r *http.Request, v visit) error {
	d, err := definition(r)
	if err != nil {
		return err
	}
	id, err := b.receive(w, r, v, d)
	if err != nil {
		return b.uploadRefused(w, v, d, err)
	}
	b.waitABit(r.Context(), v, id)
	http.Redirect(w, r, v.At("imports", id), http.StatusSeeOther)
	return nil
}

func (b *Workbench) uploadRefused(w http.ResponseWriter, v visit, d register.Definition, err error) error {
	page := v.importFormPage(d)
	var tooLarge *http.MaxBytesError
	shown := errors.As(err, &tooLarge)
	if shown {
		var problems fault.Problems
		problems.Add("file", "too-large-file", "", "limit", ui.Bytes(tooLarge.Limit))
		page.Form, _ = page.Form.Refused(problems)
	} else {
		page.Form, shown = page.Form.Refused(atFile(err))
	}
	if !shown {
		return err
	}
	return b.showRefused(w, err, "import_form", page)
}

// atFile puts a refusal of the file beside the question for it.
func atFile(err error) error {
	if !errors.Is(err, fault.Invalid) {
		return err
	}
	return atField("file", err)
}

// receive reads the form part by part: the token first, then the file, which goes
// to where imports are kept without being held in memory.
func (b *Workbench) receive(w http.ResponseWriter, r *http.Request, v visit, d register.Definition) (string, error) {
	_ = http.NewResponseController(w).SetReadDeadline(b.Now().Add(uploadTime)) // without it the server's own limit holds
	r.Body = http.MaxBytesReader(w, r.Body, drained)
	parts, err := r.MultipartReader()
	if err != nil {
		return "", b.matchToken(r.Context(), "") // no form of ours
	}
	token, err := parts.NextPart()
	if err != nil || token.FormName() != "token" {
		return "", b.matchToken(r.Context(), "")
	}
	sent, err := io.ReadAll(io.LimitReader(token, tokenLength))
	if err != nil {
		return "", fmt.Errorf("read token: %w", err)
	}
	err = b.matchToken(r.Context(), string(sent))
	if err != nil {
		return "", err
	}
	part, err := parts.NextPart()
	if err != nil || part.FormName() != "file" || part.FileName() == "" {
		return "", fault.Refuse(fault.Invalid, "file-missing", "")
	}
	file := &limited{part: part, left: largestFile}
	im := register.Import{SiteID: v.Site.ID, OrganID: v.Organ.ID, Register: d.Name, File: baseName(part)}
	return b.Imports.Receive(r.Context(), v.Person, im, file)
}

// baseName is the file's name without folders, of either kind of slash, for the
// trail and the page; it never becomes a path.
func baseName(part *multipart.Part) string {
	name := path.Base(strings.ReplaceAll(part.FileName(), "\\", "/"))
	return shortened(strings.ToValidUTF8(name, "�"))
}

// limited reads an uploaded file up to the limit. Beyond it the rest is read and
// thrown away, and the file refused.
type limited struct {
	part io.Reader
	left int64
}

// Read implements io.Reader.
func (l *limited) Read(p []byte) (int, error) {
	n, err := l.part.Read(p)
	l.left -= int64(n)
	if l.left >= 0 {
		return n, err
	}
	_, drainErr := io.Copy(io.Discard, l.part)
	if drainErr != nil {
		return 0, fmt.Errorf("pass over a file that is too large: %w", drainErr)
	}
	return 0, &http.MaxBytesError{Limit: largestFile}
}

// Most files are examined at once; for these the first page already shows the result.
const (
	waitStep  = 50 * time.Millisecond
	waitTimes = 20
)

// waitABit waits up to a second for an examination to end.
func (b *Workbench) waitABit(ctx context.Context, v visit, id string) {
	for range waitTimes {
		step, _, _, err := b.Imports.Progress(ctx, v.Site.ID, id)
		if err != nil || step != "examining" && step != "importing" {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(waitStep):
		}
	}
}
