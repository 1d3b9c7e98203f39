package ledgerfile

import (
	"io"

	"gongkai/internal/docfile/sheet"
	"gongkai/internal/register"
)

// Open reads a workbook or CSV file as the rows of an import. It fails with a
// *sheet.Error. The file must stay open as long as the rows are walked.
func Open(name string, r io.ReaderAt, size int64) (register.Sheets, error) {
	b, err := sheet.Read(name, r, size, sheet.Limit{})
	if err != nil {
		return nil, err
	}
	return book{b}, nil
}
