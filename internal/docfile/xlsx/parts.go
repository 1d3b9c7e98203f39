package xlsx

import (
	"errors"
	"fmt"
	"io"
)

// Part is one list of a workbook that holds several.
type Part struct {
	Register
	Next func() ([]any, error) // as for Stream
}

// StreamParts writes lists to w as one workbook, each on its own sheet, none of
// them held in memory. The file's properties are those of the first list.
func StreamParts(w io.Writer, parts ...Part) error {
	if len(parts) == 0 {
		return errors.New("compose workbook: it has no list")
	}
	first := parts[0].Register
	b, err := newBook(first.Sheet, about{title: first.Title, organ: first.Organ, date: first.Date})
	if err != nil {
		return fmt.Errorf("compose workbook: %w", err)
	}
	for i, part := range parts {
		sheet := b.GetSheetName(0)
		if i > 0 {
			sheet = b.sheetName(part.Sheet)
			_, err = b.NewSheet(sheet)
		}
		if err == nil {
			err = b.streamTo(sheet, part.Register, part.Next, maxRows)
		}
		if err != nil {
			b.Close()
			return fmt.Errorf("compose list %s: %w", part.Sheet, err)
		}
	}
	return b.finish(w)
}
