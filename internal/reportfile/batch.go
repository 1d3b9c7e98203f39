package reportfile

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/source"
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

	whole *os.File // the readings as JSON, one after another, without findings
	sizes []int64
}

// ReadAll reads the files, two at a time, and compares the reports of one organ
// across years. done is called after each file with how many are through. It fails
// only when ctx ends or the temporary file cannot be written; the batch has to be
// closed.
func ReadAll(ctx context.Context, files []File, limits source.Limits, done func(n int)) (*Batch, error) {
	whole, err := os.CreateTemp("", "gongkai-read-*")
	if err != nil {
		return nil, fmt.Errorf("make a temporary file: %w", err)
	}
	b := &Batch{whole: whole}
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
	if err != nil {
		_ = b.Close() // the first failure is the one to tell
		return nil, err
	}
	b.compareYears()
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

func (b *Batch) add(r reading.Result) error {
	b.Entries = append(b.Entries, newEntry(r))
	r.Findings = nil // they may become more when other years are known
	data, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("encode what was read of %s: %w", r.File, err)
	}
	_, err = b.whole.Write(data)
	if err != nil {
		return fmt.Errorf("keep what was read of %s: %w", r.File, err)
	}
	b.sizes = append(b.sizes, int64(len(data)))
	return nil
}

// Close lets go of the temporary file.
func (b *Batch) Close() error {
	err := b.whole.Close()
	removing := os.Remove(b.whole.Name())
	if err == nil {
		err = removing
	}
	if err != nil {
		return fmt.Errorf("remove the temporary file: %w", err)
	}
	return nil
}

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
	_, err := b.whole.Seek(0, io.SeekStart)
	if err != nil {
		return fmt.Errorf("go back in the temporary file: %w", err)
	}
	start := "["
	for i, e := range b.Entries {
		data := make([]byte, b.sizes[i])
		_, err := io.ReadFull(b.whole, data)
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
	_, err = io.WriteString(w, "]\n")
	if err != nil {
		return fmt.Errorf("write results: %w", err)
	}
	return nil
}
