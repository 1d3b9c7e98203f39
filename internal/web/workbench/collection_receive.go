package workbench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"time"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/web/ui"
)

const (
	// largestZIP bounds an uploaded ZIP, in bytes: the reports of a whole county.
	largestZIP = 512 << 20
	// collectTime is how long an upload of many files may take.
	collectTime = 30 * time.Minute
	// fieldLength bounds an answer of the form that is no file, in bytes.
	fieldLength = 4 << 10
	// longestName bounds the name of a file, in characters.
	longestName = 150
	// problemsNamed is how many files that are refused are named one by one.
	problemsNamed = 10
)

// received is what a form with reports sent.
type received struct {
	answers  url.Values
	uploads  []collection.Upload
	problems fault.Problems // what is wrong with the answers
	refusals fault.Problems // files that could not be kept, by name
	kept     int
}

// refuse notes that a file could not be kept. The collection names it, so that
// nobody thinks it was read.
func (u *received) refuse(name string, rule *fault.Rule) {
	if len(u.refusals) < problemsNamed {
		u.refusals = append(u.refusals, fault.Problem{Field: "files", Code: rule.Code, Article: rule.Article, Args: rule.Args})
	}
	u.uploads = append(u.uploads, collection.Upload{Name: name, Refused: message.Of(rule).String()})
}

// err is what keeps the form from being taken: a wrong answer, or that no file at
// all could be kept. One file that could not be stops no other.
func (u *received) err() error {
	if u.kept == 0 {
		u.problems = append(u.problems, u.refusals...)
	}
	return u.problems.Err()
}

// receiveReports reads the form part by part: the token first, so that nothing is
// kept of a forged one, then answers and files in their order. Each file is kept as
// it arrives and none stands in memory for long; a ZIP is taken apart.
func (b *Workbench) receiveReports(w http.ResponseWriter, r *http.Request, v visit, k collection.Key) (*received, error) {
	_ = http.NewResponseController(w).SetReadDeadline(b.Now().Add(collectTime)) // without it the server's own limit holds
	r.Body = http.MaxBytesReader(w, r.Body, drained)
	got := &received{answers: url.Values{}}
	parts, err := r.MultipartReader()
	if err != nil {
		return got, b.matchToken(r.Context(), "") // no form of ours
	}
	token, err := parts.NextPart()
	if err != nil || token.FormName() != "token" {
		return got, b.matchToken(r.Context(), "")
	}
	sent, err := io.ReadAll(io.LimitReader(token, tokenLength))
	if err != nil {
		return got, fmt.Errorf("read token: %w", err)
	}
	err = b.matchToken(r.Context(), string(sent))
	if err != nil {
		return got, err
	}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return got, nil
		}
		if err != nil {
			return got, fmt.Errorf("read form: %w", err)
		}
		err = b.receivePart(r.Context(), v, k, part, got)
		if err != nil {
			return got, err
		}
	}
}

func (b *Workbench) receivePart(ctx context.Context, v visit, k collection.Key, part *multipart.Part, got *received) error {
	if part.FormName() != "files" {
		answer, err := io.ReadAll(io.LimitReader(part, fieldLength))
		if err != nil {
			return fmt.Errorf("read answer %s: %w", part.FormName(), err)
		}
		got.answers.Add(part.FormName(), strings.ToValidUTF8(string(answer), "�"))
		return nil
	}
	if part.FileName() == "" {
		return nil // a browser sends this where no file was chosen
	}
	name := pathSent(part)
	if strings.Contains(name, "/") && b.Originals.LeftOver(name) {
		return nil
	}
	if !strings.EqualFold(path.Ext(name), ".zip") {
		return b.keepReport(ctx, v, k, name, part, got)
	}
	return b.unpackReports(ctx, v, k, name, part, got)
}

// keepReport keeps one file, or notes why it is refused.
func (b *Workbench) keepReport(ctx context.Context, v visit, k collection.Key, name string, content io.Reader, got *received) error {
	upload, err := b.Collections.Keep(ctx, v.Person, k, name, content)
	var rule *fault.Rule
	if errors.As(err, &rule) && errors.Is(err, fault.Invalid) {
		got.refuse(name, rule)
		return nil
	}
	if err != nil {
		return err
	}
	got.kept++
	got.uploads = append(got.uploads, upload)
	return nil
}

// unpackReports keeps the files of a ZIP. Its list of contents stands at its end,
// so it goes to a temporary file first.
func (b *Workbench) unpackReports(ctx context.Context, v visit, k collection.Key, name string, part io.Reader, got *received) error {
	file, err := os.CreateTemp("", "gongkai-zip-*")
	if err != nil {
		return fmt.Errorf("make a temporary file: %w", err)
	}
	_ = os.Remove(file.Name())   // where an open file needs no name, a kill leaves nothing behind
	defer os.Remove(file.Name()) // elsewhere it goes now
	defer file.Close()
	size, err := io.Copy(file, io.LimitReader(part, largestZIP+1))
	if err != nil {
		return fmt.Errorf("receive %s: %w", name, err)
	}
	if size > largestZIP {
		got.refuse(name, fault.Refuse(fault.Invalid, "collection-file-too-large", "", "file", name, "limit", fmt.Sprint(largestZIP>>20)))
		return nil
	}
	err = b.Originals.Unpack(name, file, size, func(inner string, content io.Reader) error {
		return b.keepReport(ctx, v, k, sentName(inner), content, got)
	})
	var rule *fault.Rule
	if errors.As(err, &rule) && errors.Is(err, fault.Invalid) {
		got.refuse(name, rule)
		return nil
	}
	return err
}

// pathSent is a file's name with its folders, where a whole folder was chosen: what
// part.FileName would give has lost them.
func pathSent(part *multipart.Part) string {
	_, params, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if err != nil || params["filename"] == "" {
		return sentName(part.FileName())
	}
	return sentName(params["filename"])
}

// sentName is the name of a file as it was sent, folders with slashes. It never
// becomes a path here. One that is too long loses its middle: the ending tells the
// kind of file.
func sentName(name string) string {
	name = strings.TrimLeft(path.Clean("/"+strings.ReplaceAll(strings.ToValidUTF8(name, "�"), "\\", "/")), "/")
	runes := []rune(name)
	if len(runes) > longestName {
		return string(runes[:longestName-40]) + "…" + string(runes[len(runes)-39:])
	}
	return name
}

// collectRefused shows the page of a form of reports again, with what is wrong. An
// upload that is too large as a whole counts as refused too. The page holds the form.
func (b *Workbench) collectRefused(w http.ResponseWriter, err error, form *ui.Form, sent url.Values, template string, page ui.Page) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		err = fault.Problems{{Field: "files", Code: "too-large-file", Args: []fault.Arg{{Key: "limit", Value: ui.Bytes(tooLarge.Limit)}}}}
	}
	var rule *fault.Rule
	if errors.Is(err, fault.Invalid) && errors.As(err, &rule) {
		field := "files"
		if strings.HasPrefix(rule.Code, "collection-title") {
			field = "title"
		}
		err = atField(field, err)
	}
	filled, shown := form.Fill(sent).Refused(err)
	if !shown {
		return err
	}
	*form = filled
	return b.showRefused(w, err, template, page)
}
