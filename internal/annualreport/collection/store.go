package collection

import (
	"context"
	"time"

	"gongkai/internal/audit"
	"gongkai/internal/organ"
)

// Order is what a queued reading is asked to do. The job that carries it has the
// run as its id, so that its progress can be looked up by Collection.Run.
type Order struct {
	Collection string `json:"collection"`
	Run        string `json:"run"`
}

// ReadingKind is the kind of the queued readings.
const ReadingKind = "collection_read"

// Reader is what collections ask of the storage. A missing thing is fault.NotFound.
type Reader interface {
	Organs(ctx context.Context, siteID string) ([]organ.Organ, error)
	// Collections lists those of an organ, newest first.
	Collections(ctx context.Context, siteID, organID string) ([]Collection, error)
	Collection(ctx context.Context, siteID, id string) (Collection, error)
	// AllFiles lists every file of a collection by number.
	AllFiles(ctx context.Context, siteID, id string) ([]File, error)
	// Files lists up to limit files after one, by Rank and number; a zero File is
	// before all.
	Files(ctx context.Context, siteID, id string, f Filter, after File, limit int) ([]File, error)
	File(ctx context.Context, siteID, id string, number int) (File, error)
	// Findings lists up to limit findings after one, by Grade, file and position; a
	// zero Finding is before all.
	Findings(ctx context.Context, siteID, id string, f Filter, after Finding, limit int) ([]Finding, error)
	// Finding loads one by its place; fault.NotFound when the file has fewer.
	Finding(ctx context.Context, siteID, id string, at Target) (Finding, error)
	// Marked lists every finding that is not Undecided, by file and position.
	Marked(ctx context.Context, siteID, id string) ([]Finding, error)
	// Checks counts by check and severity, in no order.
	Checks(ctx context.Context, siteID, id string) ([]CheckCount, error)
	// Matrix counts by file, check and severity for the files given, in no order.
	Matrix(ctx context.Context, siteID, id string, files []int) ([]Cell, error)
	// HandedIn lists the organs whose report of the year was handed in or published
	// through the system itself, in no order.
	HandedIn(ctx context.Context, siteID string, year int) ([]string, error)
	// StoredSize is how many bytes a kept original has.
	StoredSize(ctx context.Context, siteID, digest string) (int64, error)
	Stored(ctx context.Context, siteID, digest string) ([]byte, error)
}

// Tx is a transaction in which collections change.
type Tx interface {
	Reader
	audit.Trail
	// Store keeps an original. One that is kept already counts as kept at the
	// instant given.
	Store(ctx context.Context, siteID, digest string, content []byte, at time.Time) error
	AddCollection(ctx context.Context, c Collection) error
	// SaveCollection writes state, run and time of reading.
	SaveCollection(ctx context.Context, c Collection) error
	// DropCollection removes a collection with its files and findings.
	DropCollection(ctx context.Context, siteID, id string) error
	// Numbers takes n numbers for files and returns the first. None is given twice.
	Numbers(ctx context.Context, siteID, id string, n int) (int, error)
	AddFile(ctx context.Context, siteID, id string, f File) error
	// DropFile removes a file with its findings.
	DropFile(ctx context.Context, siteID, id string, number int) error
	// SaveFile writes outline and tally.
	SaveFile(ctx context.Context, siteID, id string, f File) error
	DropFindings(ctx context.Context, siteID, id string) error
	AddFinding(ctx context.Context, siteID, id string, f Finding) error
	// SaveMark writes the decision on the finding at f.File and f.Position.
	SaveMark(ctx context.Context, siteID, id string, f Finding) error
	// SaveMarks gives every finding of the filter the decision of one, and returns
	// how many changed.
	SaveMarks(ctx context.Context, siteID, id string, f Filter, as Finding) (int, error)
	// CountMarks brings the tally of a file in line with its findings, of every file
	// when number is 0.
	CountMarks(ctx context.Context, siteID, id string, number int) error
	// QueueReading has the order carried out after the commit.
	QueueReading(ctx context.Context, siteID string, o Order) error
	NewID() string
}

// Store is the storage of collections.
type Store interface {
	Reader
	InTx(ctx context.Context, do func(Tx) error) error
	// AtOnce runs do over one unchanging state of the storage.
	AtOnce(ctx context.Context, do func(Reader) error) error
}
