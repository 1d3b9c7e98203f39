package sheet

import "io"

// Limit bounds what a file may cost. A zero field stands for its default.
type Limit struct {
	File     int64 // bytes of the file; 50 MiB
	Unpacked int64 // bytes of a workbook's parts once unpacked; 200 MiB
	Rows     int   // rows of a sheet; 1,048,576, as Excel has
	Columns  int   // columns with content; 512
}

func (l Limit) orDefault() Limit {
	if l.File <= 0 {
		l.File = 50 << 20
	}
	if l.Unpacked <= 0 {
		l.Unpacked = 200 << 20
	}
	if l.Rows <= 0 {
		l.Rows = 1 << 20
	}
	if l.Columns <= 0 {
		l.Columns = 512
	}
	return l
}

// Book is an opened file. It reads from the file it was opened on, which must
// stay open.
type Book struct {
	Format    string // "xlsx" or "csv"
	Charset   string // of a CSV file, such as "GB18030"
	Separator rune   // of a CSV file
	Sheets    []Sheet
}

// Sheet is one table of a book.
type Sheet struct {
	Name   string
	Hidden bool
	rows   func(each func(Row) error) error
}

// Rows calls each for every row that has cells, in order, and stops at its first
// error, which it returns as it is. No more than one row is held at a time; a
// row belongs to the callee. Rows may be called again.
func (s Sheet) Rows(each func(Row) error) error { return s.rows(each) }

// Row is one row. Cells[i] is in column i+1; cells after the last one with
// content are left out.
type Row struct {
	Number int // counted from 1, as the spreadsheet shows it
	Cells  []Cell
}

// Text is the text in a column counted from 0, empty beyond the last cell.
func (r Row) Text(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column].Text
}

// Cell is a value as text: dates YYYY-MM-DD, numbers in plain decimals.
type Cell struct {
	Text       string
	Merged     string // range of the merged cell that this one belongs to, such as "A1:B3"
	Formula    bool   // the text is a formula's last result
	Fault      bool   // the text is an error value such as #N/A
	LostDigits bool   // a number too long for Excel, such as an identity number: its last digits are not to be trusted
}

// Read opens the file of the given name and size. What the file is, is told from
// its content; the name serves for old formats and as the name of a CSV sheet.
// It fails with an *Error.
func Read(name string, r io.ReaderAt, size int64, limit Limit) (*Book, error) {
	limit = limit.orDefault()
	if size > limit.File {
		return nil, &Error{Code: TooLarge}
	}
	switch kind := sniff(name, r, size); kind {
	case workbook:
		return openWorkbook(r, size, limit)
	case plainText:
		return openCSV(name, r, size, limit)
	default:
		return nil, &Error{Code: refusals[kind]}
	}
}
