package workbench

import (
	"context"
	"io"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/document"
	"gongkai/internal/organ"
)

// Originals takes the files of collected reports apart and writes what goes back.
type Originals interface {
	// Open takes a file apart and reads the report in it. It always answers: a file
	// that cannot be read gives a finding that says why.
	Open(name string, content []byte) (reading.Source, reading.Result)
	// Unpack visits the files in a ZIP, with their folders. It refuses what is no ZIP
	// and what unpacks to too much, and stops at an error of visit.
	Unpack(name string, content io.ReaderAt, size int64, visit func(name string, content io.Reader) error) error
	// LeftOver tells of a file that was sent with its folder whether it is none of the
	// reports, such as the pictures of a saved page.
	LeftOver(name string) bool
	// NoticeOf is the letter with which a report goes back to its organ for the
	// findings given; from is the organ that returns it, on the date of the letter.
	NoticeOf(f collection.File, findings []collection.Finding, from, date string) *document.Document
	// WriteBook writes a workbook with every report and every finding.
	WriteBook(ctx context.Context, actor organ.Person, k collection.Key, w io.Writer) error
	// Progress tells how many files of a reading are done, and of how many (0: not
	// known).
	Progress(ctx context.Context, siteID, collectionID string) (int64, int64, error)
}
