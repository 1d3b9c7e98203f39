package xlsx

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// Register describes a list to be written row by row.
type Register struct {
	Sheet  string    // name of the sheet
	Title  string    // title and organ go into the file's properties
	Organ  string    //
	Date   string    // YYYY-MM-DD, the day of the export
	Header []string  // the names of the columns
	Widths []float64 // of the columns, two for a Chinese character; missing ones are 16
}

// Stream writes a register of any length to w without holding its rows in
// memory. next returns the values of one row and io.EOF after the last. A value
// is a string, an integer, a float, a bool (是 or 否) or nil for an empty cell. A
// register longer than a sheet goes on on a further one, under the same header.
func Stream(w io.Writer, reg Register, next func() ([]any, error)) error {
	b, err := newBook(reg.Sheet, about{title: reg.Title, organ: reg.Organ, date: reg.Date})
	if err != nil {
		return fmt.Errorf("compose register: %w", err)
	}
	err = b.stream(reg, next, maxRows)
	if err != nil {
		b.Close()
		return fmt.Errorf("compose register %s: %w", reg.Sheet, err)
	}
	return b.finish(w)
}

// stream fills sheets of at most limit rows, from the first on.
func (b *book) stream(reg Register, next func() ([]any, error), limit int) error {
	return b.streamTo(b.GetSheetName(0), reg, next, limit)
}

// streamTo fills the named sheet, and further ones behind it.
func (b *book) streamTo(sheet string, reg Register, next func() ([]any, error), limit int) error {
	out, err := b.startSheet(sheet, reg)
	if err != nil {
		return err
	}
	used := 1
	for n := 1; ; n++ {
		values, err := next()
		if errors.Is(err, io.EOF) {
			return out.Flush()
		}
		if err != nil {
			return fmt.Errorf("read row %d: %w", n, err)
		}
		if used == limit {
			err := out.Flush()
			if err != nil {
				return fmt.Errorf("finish sheet %s: %w", sheet, err)
			}
			sheet = b.sheetName(reg.Sheet)
			_, err = b.NewSheet(sheet)
			if err != nil {
				return fmt.Errorf("add sheet %s: %w", sheet, err)
			}
			out, err = b.startSheet(sheet, reg)
			if err != nil {
				return err
			}
			used = 1
		}
		row, err := storable(values)
		if err != nil {
			return fmt.Errorf("row %d: %w", n, err)
		}
		err = out.SetRow(address(used, 0), row)
		if err != nil {
			return fmt.Errorf("write row %d: %w", n, err)
		}
		used++
	}
}

// startSheet sets up an empty sheet and writes its header.
func (b *book) startSheet(sheet string, reg Register) (*excelize.StreamWriter, error) {
	err := b.page(sheet, reg.Title, "landscape", 0, false)
	if err != nil {
		return nil, err
	}
	err = b.repeatHead(sheet, 1)
	if err != nil {
		return nil, err
	}
	style, err := b.style(look{size: tableSize, bold: true, fill: headFill, border: true, horizontal: "center"})
	if err != nil {
		return nil, err
	}
	out, err := b.NewStreamWriter(sheet)
	if err != nil {
		return nil, fmt.Errorf("stream sheet %s: %w", sheet, err)
	}
	err = out.SetPanes(frozen(1))
	if err != nil {
		return nil, fmt.Errorf("freeze header: %w", err)
	}
	header := make([]any, len(reg.Header))
	for i, name := range reg.Header {
		width := 16.0
		if i < len(reg.Widths) && reg.Widths[i] > 0 {
			width = min(reg.Widths[i], 250)
		}
		err := out.SetColWidth(i+1, i+1, width)
		if err != nil {
			return nil, fmt.Errorf("set width of column %d: %w", i+1, err)
		}
		text, err := plain(name)
		if err != nil {
			return nil, fmt.Errorf("header %d: %w", i+1, err)
		}
		header[i] = excelize.Cell{StyleID: style, Value: text}
	}
	err = out.SetRow("A1", header)
	if err != nil {
		return nil, fmt.Errorf("write header: %w", err)
	}
	return out, nil
}

// storable turns values into what a cell holds exactly.
func storable(values []any) ([]any, error) {
	row := make([]any, len(values))
	for i, value := range values {
		switch v := value.(type) {
		case nil:
		case string:
			text, err := plain(v)
			if err != nil {
				return nil, fmt.Errorf("column %d: %w", i+1, err)
			}
			row[i] = text
		case bool:
			row[i] = "否"
			if v {
				row[i] = "是"
			}
		case int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64:
			row[i] = v
			text := fmt.Sprint(v)
			if _, _, ok := figure(text); !ok {
				row[i] = text // more digits than Excel keeps
			}
		case float32, float64:
			row[i] = v
			if text := fmt.Sprint(v); text == "NaN" || text == "+Inf" || text == "-Inf" {
				return nil, fmt.Errorf("column %d: %s is no number", i+1, text)
			}
		default:
			return nil, fmt.Errorf("column %d: no way to store a %T", i+1, value)
		}
	}
	return row, nil
}
