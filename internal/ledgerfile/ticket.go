package ledgerfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/ident"
	"gongkai/internal/register"
)

// The steps of an import.
const (
	examining = "examining" // waits for, or is under, examination
	examined  = "examined"  // waits for somebody to confirm or discard it
	importing = "importing" // confirmed: waits for, or is under, import
	imported  = "imported"
	failed    = "failed" // gave up; nothing was written
)

// ticket is what is known of one import. It lies beside the uploaded file.
type ticket struct {
	ID       string
	Import   register.Import
	PersonID string
	Step     string
	JobID    string
	Result   register.Imported
	At       time.Time // of the last step
}

// folder keeps one folder per import: the ticket and, until it is done, the file.
type folder string

const (
	ticketFile = "ticket.json"
	uploaded   = "upload"
)

func (f folder) path(id, name string) string { return filepath.Join(string(f), id, name) }

// ticket loads the ticket of an import of a site; fault.NotFound when it has none.
func (f folder) ticket(siteID, id string) (ticket, error) {
	if !ident.Valid(id) {
		return ticket{}, fmt.Errorf("import %q: %w", id, fault.NotFound)
	}
	data, err := os.ReadFile(f.path(id, ticketFile))
	if errors.Is(err, fs.ErrNotExist) {
		return ticket{}, fmt.Errorf("import %s: %w", id, fault.NotFound)
	}
	if err != nil {
		return ticket{}, fmt.Errorf("read ticket: %w", err)
	}
	var t ticket
	err = json.Unmarshal(data, &t)
	if err != nil {
		return t, fmt.Errorf("read ticket of %s: %w", id, err)
	}
	if t.Import.SiteID != siteID {
		return ticket{}, fmt.Errorf("import %s: %w", id, fault.NotFound)
	}
	return t, nil
}

// save writes a ticket so that a kill leaves the old one or the new one.
func (f folder) save(t ticket) error {
	data, err := json.Marshal(t)
	if err != nil {
		return fmt.Errorf("encode ticket: %w", err)
	}
	next := f.path(t.ID, ticketFile+".next")
	err = os.WriteFile(next, data, 0o600)
	if err != nil {
		return fmt.Errorf("write ticket: %w", err)
	}
	err = os.Rename(next, f.path(t.ID, ticketFile))
	if err != nil {
		return fmt.Errorf("replace ticket: %w", err)
	}
	return nil
}

func (f folder) remove(id string) error {
	err := os.RemoveAll(filepath.Join(string(f), id))
	if err != nil {
		return fmt.Errorf("remove import %s: %w", id, err)
	}
	return nil
}

// dropUpload removes the uploaded file once it is no longer needed.
func (f folder) dropUpload(id string) error {
	err := os.Remove(f.path(id, uploaded))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove uploaded file: %w", err)
	}
	return nil
}

// ids lists the imports there are, newest first.
func (f folder) ids() ([]string, error) {
	entries, err := os.ReadDir(string(f))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list imports: %w", err)
	}
	var ids []string
	for i := len(entries) - 1; i >= 0; i-- {
		if ident.Valid(entries[i].Name()) {
			ids = append(ids, entries[i].Name())
		}
	}
	return ids, nil
}
