package annualreport

import (
	"context"
	"time"

	"gongkai/internal/audit"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

// Reader is what the report asks of the storage. A missing thing is fault.NotFound.
type Reader interface {
	Site(ctx context.Context, siteID string) (organ.Site, error)
	Organs(ctx context.Context, siteID string) ([]organ.Organ, error)
	// Totals answers every count of an organ's year, in the order given.
	Totals(ctx context.Context, siteID, organID string, year int, counts []register.Count) ([]int64, error)
	// Behind lists the records behind one count of the query's year, newest first.
	Behind(ctx context.Context, d register.Definition, q register.Query) ([]register.Record, string, error)
	// EachCounted walks the records of a register that any figure of the year looks
	// at, by number, with the fields that figures read.
	EachCounted(ctx context.Context, siteID, organID, ledger string, year int, visit func(register.Record) error) error
	// Holdings counts all the organ's records of the year by register.
	Holdings(ctx context.Context, siteID, organID string, year int) (map[string]int64, error)
	// LastChanged is when a record that any figure of the year looks at was last added,
	// changed or voided; zero when there is none.
	LastChanged(ctx context.Context, siteID, organID, ledger string, year int) (time.Time, error)
	// OpenRequests lists up to limit requests that were open on 31 December, with
	// their extensions, clarifications, consultations and fee notices.
	OpenRequests(ctx context.Context, siteID, organID string, year, limit int) ([]OpenRequest, error)

	Report(ctx context.Context, siteID, id string) (Report, error)
	// Latest is the newest edition of an organ's report for a year.
	Latest(ctx context.Context, siteID, organID string, year int) (Report, error)
	// Headers lists reports without text: of one organ (any year) or of one year (any organ).
	Headers(ctx context.Context, f HeaderFilter) ([]Report, error)
	Steps(ctx context.Context, siteID, reportID string) ([]Taken, error)
	Seal(ctx context.Context, siteID, reportID string) (Seal, error)
	Seals(ctx context.Context, siteID string, year int) (map[string]Seal, error)
	Evidence(ctx context.Context, siteID, reportID, ledger string) (Evidence, error)
	// Corrections lists the trail of one record since an instant, oldest first.
	Corrections(ctx context.Context, siteID, organID, ledger, number string, since time.Time) ([]audit.Entry, error)
	Templates(ctx context.Context, siteID, organID, format string) (map[string]string, error)
	Adjustments(ctx context.Context, siteID, organID string, year int) ([]Adjustment, error)
	Lock(ctx context.Context, siteID, organID string, year int) (Lock, error)
	// Stored is the content of a kept file by its digest.
	Stored(ctx context.Context, siteID, digest string) ([]byte, error)
}

// HeaderFilter selects reports; an empty field is any.
type HeaderFilter struct {
	SiteID  string
	OrganID string
	Year    int
	States  []State
}

// Tx is a transaction in which reports change.
type Tx interface {
	Reader
	audit.Trail
	AddReport(ctx context.Context, r Report) error
	// SaveReport writes the header when the stored version is still r.Version, and
	// raises it; fault.Conflict when someone else changed the report first.
	SaveReport(ctx context.Context, r Report) error
	SaveSection(ctx context.Context, r Report, key, body string) error
	SaveEntry(ctx context.Context, r Report, e Entry) error
	DropEntry(ctx context.Context, r Report, cell string) error
	SaveAttestation(ctx context.Context, r Report, a Attestation) error
	DropAttestations(ctx context.Context, r Report) error
	AddStep(ctx context.Context, siteID string, t Taken) error
	SaveSeal(ctx context.Context, siteID, reportID string, s Seal) error
	SaveEvidence(ctx context.Context, siteID, reportID string, e Evidence) error
	// Unseal drops seal and evidence of a report taken back before it was submitted.
	Unseal(ctx context.Context, siteID, reportID string) error
	SaveTemplate(ctx context.Context, siteID, organID, format, key, body string) error
	SaveAdjustment(ctx context.Context, siteID, organID string, year int, a Adjustment) error
	DropAdjustment(ctx context.Context, siteID, organID string, year int, cell string) error
	SaveLock(ctx context.Context, siteID, organID string, l Lock) error
	// Store keeps a file by its digest; one that is kept already stays as it is.
	Store(ctx context.Context, siteID, digest string, content []byte, at time.Time) error
	NewID() string
}

// Store is the storage of annual reports.
type Store interface {
	Reader
	InTx(ctx context.Context, do func(Tx) error) error
	// AtOnce runs do over one unchanging state of the storage.
	AtOnce(ctx context.Context, do func(Reader) error) error
}

// OpenRequest is a request open at the year's end with what moves its deadline.
type OpenRequest struct {
	Number     string
	ReceivedOn string
	Extension  int
	Corrected  string      // day of the corrected text, starting the term anew
	FeePaid    string      // day of payment, starting the term anew
	Pauses     [][2]string // consultations: issued on, answered on ("" while open)
	Waiting    bool        // a clarification or fee notice was open
}
