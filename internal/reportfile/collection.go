package reportfile

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/docfile/source"
	"gongkai/internal/fault"
	"gongkai/internal/job"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// CollectionKind is the kind of the jobs that Collections.Run handles.
const CollectionKind = collection.ReadingKind

// Jobs is a look at the rows of the queue.
type Jobs interface {
	Job(ctx context.Context, site, id string) (job.Job, error)
}

// Sealed gives the cells of the report that an organ of the site sealed here for a
// year, with the id of their format; false when it has none.
type Sealed func(ctx context.Context, siteID, organID string, year int) (tally.Cells, string, bool, error)

// Collections reads the files of collections. The work is a job; the originals and
// what was found lie in the storage, so that a reading may begin anew at any time.
type Collections struct {
	service *collection.Service
	jobs    Jobs
	sealed  Sealed
	folder  string
	running func(site, id string) (int64, int64, bool)
}

// NewCollections returns what reads collections. sealed is asked for the year
// before where the collection lacks it. folder is where originals lie while they
// are read; empty is the system's own.
func NewCollections(s *collection.Service, jobs Jobs, sealed Sealed, folder string) *Collections {
	none := func(string, string) (int64, int64, bool) { return 0, 0, false }
	if folder == "" {
		folder = os.TempDir()
	}
	return &Collections{service: s, jobs: jobs, sealed: sealed, folder: folder, running: none}
}

// SetRunning gives what tells how far a job of this process is, such as
// job.Runner.Progress. Set it before pages are served.
func (c *Collections) SetRunning(running func(site, id string) (int64, int64, bool)) {
	c.running = running
}

// Progress tells how many files of how many the reading of a collection is through;
// of a total of 0 nothing is known. A reading whose job was given up, as when the
// program was killed in its last attempt, is noted as failed.
func (c *Collections) Progress(ctx context.Context, siteID, collectionID string) (int64, int64, error) {
	set, err := c.service.Collection(ctx, siteID, collectionID)
	if err != nil {
		return 0, 0, err
	}
	if set.State == collection.Read {
		return int64(set.Files), int64(set.Files), nil
	}
	done, total, here := c.running(siteID, set.Run)
	if here {
		return done, total, nil
	}
	j, err := c.jobs.Job(ctx, siteID, set.Run)
	if errors.Is(err, fault.NotFound) {
		return 0, 0, nil // long over, its row is gone
	}
	if err != nil {
		return 0, 0, fmt.Errorf("look at reading %s: %w", set.Run, err)
	}
	if j.State == job.Failed || j.State == job.Cancelled {
		err = c.service.Fail(ctx, siteID, collectionID, set.Run)
	}
	return j.Done, j.Total, err
}

// Run handles jobs of the kind CollectionKind: it reads all files of a collection
// and examines them together. Run again after a kill it begins anew.
func (c *Collections) Run(ctx context.Context, j job.Job, p *job.Progress) error {
	var order collection.Order
	err := json.Unmarshal(j.Payload, &order)
	if err != nil {
		return fmt.Errorf("read job: %w", err)
	}
	set, files, err := c.service.Begin(ctx, j.SiteID, order.Collection, order.Run)
	if over(err) {
		return c.clear(order.Run, j.Attempts) // killed after its end, but before the queue knew
	}
	var found []collection.Examined
	remark := ""
	if err == nil {
		found, remark, err = c.examine(ctx, set, files, j.Attempts, p)
	}
	if err == nil {
		err = c.service.Finish(ctx, j.SiteID, set.ID, order.Run, found, remark)
		if over(err) {
			return nil
		}
	}
	if err != nil && j.Attempts >= j.MaxAttempts && ctx.Err() == nil {
		return errors.Join(err, c.service.Fail(ctx, j.SiteID, order.Collection, order.Run))
	}
	return err
}

// over reports that nobody waits for the reading: the collection was discarded, the
// reading done before, or overtaken by another.
func over(err error) bool { return errors.Is(err, fault.NotFound) || errors.Is(err, fault.Conflict) }

// examine reads all files of a collection and compares them. The text is what there
// is to say about the collection as a whole.
func (c *Collections) examine(ctx context.Context, set collection.Collection, files []collection.File, attempt int, p *job.Progress) ([]collection.Examined, string, error) {
	p.Set(0, int64(len(files)))
	folder, err := c.own(set.Run, attempt)
	if err != nil {
		return nil, "", err
	}
	defer os.RemoveAll(folder) // what stays behind, the next attempt removes
	list, err := c.fetch(ctx, set.SiteID, folder, files)
	if err != nil {
		return nil, "", err
	}
	b, err := ReadAll(ctx, list, source.Limits{}, func(n int) { p.Set(int64(n), int64(len(files))) })
	if err != nil {
		return nil, "", err
	}
	defer b.Close() // its temporary file
	err = stillThere(list)
	if err != nil {
		return nil, "", err
	}
	err = c.compareSealed(ctx, set, b)
	if err != nil {
		return nil, "", err
	}
	remark := ""
	if set.Region != "" {
		there, err := b.CompareRegion(set.Region)
		if err != nil {
			return nil, "", err
		}
		if !there {
			remark = "这一批里没有读到“" + set.Region + "”的报告，没有与各份之和核对。请添加它的报告，或者核对汇总机关的名称。"
		}
	}
	return b.examined(files), remark, nil
}

// own makes the folder of one attempt.
func (c *Collections) own(run string, attempt int) (string, error) {
	err := c.clear(run, attempt)
	if err != nil {
		return "", err
	}
	folder := c.path(run, attempt)
	err = os.MkdirAll(folder, 0o700)
	if err != nil {
		return "", fmt.Errorf("make folder of reading: %w", err)
	}
	return folder, nil
}

func (c *Collections) path(run string, attempt int) string {
	return filepath.Join(c.folder, "gongkai-collection-"+run+"-"+strconv.Itoa(attempt))
}

// clear removes what killed attempts left behind.
func (c *Collections) clear(run string, attempt int) error {
	for before := 1; before <= attempt; before++ {
		err := os.RemoveAll(c.path(run, before))
		if err != nil {
			return fmt.Errorf("remove what an attempt left behind: %w", err)
		}
	}
	return nil
}

// fetch writes the originals where they can be read.
func (c *Collections) fetch(ctx context.Context, siteID, folder string, files []collection.File) ([]File, error) {
	list := make([]File, len(files))
	for i, f := range files {
		content, err := c.service.Content(ctx, siteID, f.Digest)
		if err != nil {
			return nil, fmt.Errorf("fetch file %d: %w", f.Number, err)
		}
		list[i] = File{Path: filepath.Join(folder, strconv.Itoa(f.Number)), Name: f.Name}
		err = os.WriteFile(list[i].Path, content, 0o600)
		if err != nil {
			return nil, fmt.Errorf("write file %d: %w", f.Number, err)
		}
	}
	return list, nil
}

// stillThere makes sure that no file vanished under the reading, as when another
// process took the job over: it would count as one that cannot be read.
func stillThere(list []File) error {
	for _, f := range list {
		_, err := os.Stat(f.Path)
		if err != nil {
			return fmt.Errorf("originals vanished while they were read: %w", err)
		}
	}
	return nil
}

// examined is what the batch holds on each of the files it was made of.
func (b *Batch) examined(files []collection.File) []collection.Examined {
	list := make([]collection.Examined, len(files))
	for i, e := range b.Entries {
		list[i] = collection.Examined{File: files[i].Number, Findings: e.Findings, Outline: collection.Outline{
			Unreadable: !isReport(e), Organ: e.Organ, Year: e.Year, Format: e.Format, Notes: e.Notes,
			Numbers: e.Counted.Numbers, Blank: e.Counted.Blank, Crossed: e.Counted.Crossed, Unknown: e.Counted.Unknown,
		}}
	}
	return list
}

// compareSealed examines reports whose year before is not among the files with the
// report that the organ sealed here.
func (c *Collections) compareSealed(ctx context.Context, set collection.Collection, b *Batch) error {
	organs, err := c.service.Organs(ctx, set.SiteID)
	if err != nil {
		return err
	}
	files := b.byOrganYear()
	for i := range b.Entries {
		e := &b.Entries[i]
		name := bareName(e.Organ)
		id := organ.Recognise(organs, e.Organ, e.Year)
		if id == "" || len(files[organYear{name, e.Year}]) != 1 || len(files[organYear{name, e.Year - 1}]) > 0 {
			continue
		}
		cells, format, found, err := c.sealed(ctx, set.SiteID, id, e.Year-1)
		if err != nil {
			return fmt.Errorf("look for the report %d of %s: %w", e.Year-1, id, err)
		}
		if !found {
			continue
		}
		objections := e.against(sealedEntry(cells, format))
		err = b.locate(e, objections, "，上年数字取自本系统中的上年报告")
		if err != nil {
			return err
		}
		e.Findings = append(e.Findings, objections...)
	}
	return nil
}

func sealedEntry(cells tally.Cells, format string) Entry {
	e := Entry{Format: format}
	f, err := tally.ByID(format)
	if err != nil {
		return e
	}
	for _, cell := range f.Cells {
		e.cells = e.cells.with(cells[cell.Name])
	}
	return e
}
