package collection

import (
	"time"

	"gongkai/internal/annualreport/checks"
)

// File is one report of a collection.
type File struct {
	Number  int    // counts from 1 in the order of arrival; never given twice
	Name    string // as it was sent, folders with slashes
	Size    int64  // bytes
	Digest  string // SHA-256 of the original in hexadecimal
	AddedAt time.Time
	Outline Outline // zero until it was read
	Tally   Tally
}

// Outline is what was read of a file, in short. The cells, the chapters and the
// figures of the text are read from the original whenever they are wanted.
type Outline struct {
	Unreadable bool   // no report could be read; a finding says why
	Organ      string // as the report names itself; empty when not found
	OrganID    string // the site's organ of that name; empty when there is none, or several
	Year       int    // 0 when not found
	Format     string // tally.Format.ID; empty when it cannot be told
	Numbers    int    // cells that hold a number …
	Blank      int
	Crossed    int // “/” and the like
	Unknown    int
	Notes      []string // what a person should know, in Chinese
}

// Tally counts a file's findings by severity and by what was decided.
type Tally struct {
	Errors, Warnings, Informations int
	Undecided, Accepted, Returned  int
}

// Mark is what a person decided about a finding.
type Mark string

// The marks.
const (
	Undecided Mark = ""
	Accepted  Mark = "accepted" // 认可: nothing has to be done
	Returned  Mark = "returned" // 退回: the organ has to correct it
)

// MarkLabels names the marks in Chinese.
var MarkLabels = map[Mark]string{Undecided: "未处理", Accepted: "认可", Returned: "退回修改"}

// Finding is a finding on a file with what was decided about it.
type Finding struct {
	File     int // File.Number
	Position int // counts from 1 within the file, errors first
	checks.Finding
	Mark     Mark
	Note     string // why, for people; may be empty
	MarkedBy string
	MarkedAt time.Time
}

// Examined is what one reading found in a file.
type Examined struct {
	File     int
	Outline  Outline
	Findings []checks.Finding // errors first
}

// CheckCount is how often one check objected in a collection.
type CheckCount struct {
	ID       string
	Title    string
	Severity checks.Severity
	Files    int
	Findings int
}

// Cell of the table organs × findings: how often one check objected to one file.
type Cell struct {
	File     int
	Check    string
	Severity checks.Severity
	Findings int
}

// Filter selects findings and files; an empty field is any.
type Filter struct {
	Severity checks.Severity
	Check    string
	File     int
	Mark     *Mark
	Text     string // part of the organ's or the file's name
}
