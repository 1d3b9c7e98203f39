package reportfile

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/source"
	"gongkai/law/tally"
)

// atOnce is how many files are read at the same time; ahead is how many more may
// wait, read, for one before them that takes long.
const (
	atOnce = 2
	ahead  = 8
)

// Batch is what was read of many files.
type Batch struct {
	Entries []Entry // in the order of the files

	kept *kept // whole readings, places and texts
}

// ReadAll reads the files, two at a time, compares the reports of one organ across
// years and the wording of all. done is called after each file with how many are through. It fails
// only when ctx ends or the temporary file cannot be written; the batch has to be
// closed.
func ReadAll(ctx context.Context, files []File, limits source.Limits, done func(n int)) (*Batch, error) {
	store, err := newKept()
	if err != nil {
		return nil, err
	}
	b := &Batch{kept: store}
	n := 0
	err = each(ctx, files, limits, func(r reading.Result) error {
		err := b.add(r)
		if err != nil {
			return err
		}
		n++
		done(n)
		return nil
	})
	if err == nil {
		err = b.compareYears()
	}
	if err == nil {
		err = b.compareWording()
	}
	if err != nil {
		_ = b.Close() // the first failure is the one to tell
		return nil, err
	}
	return b, nil
}

// each reads the files at once but hands the results over in their order.
func each(ctx context.Context, files []File, limits source.Limits, visit func(reading.Result) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	free := make(chan struct{}, atOnce)
	queue := make(chan chan reading.Result, ahead)
	go func() {
		defer close(queue)
		for _, f := range files {
			result := make(chan reading.Result, 1)
			select {
			case queue <- result:
			case <-ctx.Done():
				return
			}
			select {
			case free <- struct{}{}:
			case <-ctx.Done():
				return
			}
			go func() {
				result <- Read(f, limits)
				<-free
			}()
		}
	}()
	for result := range queue {
		select {
		case r := <-result:
			err := visit(r)
			if err != nil {
				return err
			}
		case <-ctx.Done():
			return fmt.Errorf("read files: %w", ctx.Err())
		}
	}
	if ctx.Err() != nil {
		return fmt.Errorf("read files: %w", ctx.Err())
	}
	return nil
}

// add keeps the outline of a reading in memory and the rest in the temporary file.
func (b *Batch) add(r reading.Result) error {
	e := newEntry(r)
	whole, err := json.Marshal(withoutItsFindings(r))
	if err != nil { // a value that cells cannot hold: one file's fault, not the folder's
		r = unreadable(r.File, fmt.Errorf("encode what was read of %s: %w", r.File, err))
		e = newEntry(r)
		whole, err = json.Marshal(withoutItsFindings(r))
	}
	if err != nil {
		return fmt.Errorf("encode what was read of %s: %w", r.File, err)
	}
	spots := make(map[string]*checks.Spot)
	for name, read := range r.Read {
		if read.Value.State == tally.Number {
			spots[name] = read.Place.Spot()
		}
	}
	places, err := json.Marshal(spots)
	if err != nil {
		return fmt.Errorf("encode the places in %s: %w", r.File, err)
	}
	e.whole, err = b.kept.add(whole)
	if err == nil {
		e.spots, err = b.kept.add(places)
	}
	if err == nil {
		err = b.keepChapters(&e, r)
	}
	if err != nil {
		return fmt.Errorf("keep what was read of %s: %w", r.File, err)
	}
	b.Entries = append(b.Entries, e)
	return nil
}

// withoutItsFindings is a reading as it is kept: findings may become more when other
// years are known.
func withoutItsFindings(r reading.Result) reading.Result {
	r.Findings = nil
	return r
}

// Close lets go of the temporary file.
func (b *Batch) Close() error { return b.kept.close() }

// Blocking reports whether any report has a finding of severity E.
func (b *Batch) Blocking() bool {
	for _, e := range b.Entries {
		if checks.Blocking(e.Findings) {
			return true
		}
	}
	return false
}

// withoutFindings is how the JSON of a reading says that it has none. These bytes
// stand nowhere else in it: inside a text the quotes would be escaped.
var withoutFindings = []byte(`"findings":[]`)

// WriteJSON writes an array with one object for each file, one on a line.
func (b *Batch) WriteJSON(w io.Writer) error {
	start := "["
	for _, e := range b.Entries {
		data, err := b.kept.fetch(e.whole)
		if err != nil {
			return fmt.Errorf("fetch what was read of %s: %w", e.File, err)
		}
		before, after, found := bytes.Cut(data, withoutFindings)
		if !found {
			return fmt.Errorf("put together what was read of %s: no place for findings", e.File)
		}
		list := e.Findings
		if list == nil {
			list = []checks.Finding{}
		}
		findings, err := json.Marshal(list)
		if err != nil {
			return fmt.Errorf("encode the findings on %s: %w", e.File, err)
		}
		for _, piece := range [][]byte{[]byte(start), before, []byte(`"findings":`), findings, after} {
			_, err = w.Write(piece)
			if err != nil {
				return fmt.Errorf("write results: %w", err)
			}
		}
		start = ",\n"
	}
	_, err := io.WriteString(w, "]\n")
	if err != nil {
		return fmt.Errorf("write results: %w", err)
	}
	return nil
}
