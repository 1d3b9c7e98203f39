package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// worksheetTable reads the rows of one sheet of a workbook.
type worksheetTable struct {
	*xlsx
	name, part string
}

func (w worksheetTable) rows(each func(Row) error) error {
	merged, err := w.merges(w.part)
	if err != nil {
		return w.located(err)
	}
	t, err := w.parts.open(w.part)
	if err != nil {
		return w.located(err)
	}
	defer t.close()
	number, count := 0, 0
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return w.located(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "row" {
			continue
		}
		number, err = following(number, attr(start, "r"))
		if err != nil {
			return &Error{Code: Damaged, Sheet: w.name, Row: number, Err: err}
		}
		count++
		if count > w.limit.Rows {
			return &Error{Code: TooManyRows, Sheet: w.name, Row: number}
		}
		row := Row{Number: number}
		err = w.cells(t, &row)
		if err != nil {
			return w.located(err)
		}
		merged.enter(number)
		merged.mark(&row)
		if len(row.Cells) == 0 {
			continue
		}
		err = each(row)
		if err != nil {
			return err
		}
	}
}

// located adds the sheet's name to a refusal.
func (w worksheetTable) located(err error) error {
	var refusal *Error
	if errors.As(err, &refusal) && refusal.Sheet == "" {
		refusal.Sheet = w.name
	}
	return err
}

// following is the number of a row: the one it gives, else one more than the
// last. Rows must not go back.
func following(last int, given string) (int, error) {
	if given == "" {
		return last + 1, nil
	}
	n, err := strconv.Atoi(given)
	if err != nil || n <= last || n > 1<<20 {
		return last + 1, fmt.Errorf("row number %q after %d", given, last)
	}
	return n, nil
}

// cells reads the cells of a row up to the row's end.
func (w worksheetTable) cells(t *tokens, row *Row) error {
	outside := t.depth - 1
	column := 0
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return &Error{Code: Damaged, Row: row.Number, Err: io.ErrUnexpectedEOF}
		}
		if err != nil {
			return err
		}
		if t.depth <= outside {
			return nil
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "c" {
			continue
		}
		column++
		if name := attr(start, "r"); name != "" {
			_, given, ok := reference(name)
			if !ok {
				return &Error{Code: Damaged, Row: row.Number, Column: column, Err: fmt.Errorf("cell name %q", name)}
			}
			column = given
		}
		cell, err := w.cell(t, start)
		var refusal *Error
		if errors.As(err, &refusal) {
			refusal.Row, refusal.Column = row.Number, column
		}
		if err != nil {
			return err
		}
		if cell == (Cell{}) {
			continue
		}
		if column > w.limit.Columns {
			return &Error{Code: TooManyColumns, Row: row.Number, Column: column}
		}
		for len(row.Cells) < column {
			row.Cells = append(row.Cells, Cell{})
		}
		row.Cells[column-1] = cell
	}
}

// cell reads one cell up to its end.
func (w worksheetTable) cell(t *tokens, start xml.StartElement) (Cell, error) {
	outside := t.depth - 1
	var cell Cell
	var stored, inline strings.Builder
	inside, guides := "", 0
	for t.depth > outside {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return Cell{}, &Error{Code: Damaged, Err: io.ErrUnexpectedEOF}
		}
		if err != nil {
			return Cell{}, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local
			switch inside {
			case "f":
				cell.Formula = true
			case "rPh":
				guides++
			}
		case xml.EndElement:
			inside = ""
			if token.Name.Local == "rPh" {
				guides--
			}
		case xml.CharData:
			switch {
			case inside == "v":
				stored.Write(token)
			case inside == "t" && guides == 0:
				inline.Write(token)
			}
		}
	}
	style, err := strconv.Atoi(attr(start, "s"))
	if err != nil || style < 0 || style >= len(w.formats) {
		style = -1
	}
	return w.value(cell, attr(start, "t"), stored.String(), inline.String(), style)
}

// value turns what a cell stores into text, by the cell's type.
func (w worksheetTable) value(cell Cell, kind, stored, inline string, style int) (Cell, error) {
	switch kind {
	case "inlineStr":
		cell.Text = inline
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(stored))
		if stored != "" && (err != nil || n < 0 || n >= len(w.strings)) {
			return Cell{}, &Error{Code: Damaged, Err: fmt.Errorf("shared string %q of %d", stored, len(w.strings))}
		}
		if stored != "" {
			cell.Text = w.strings[n]
		}
	case "b":
		cell.Text = "FALSE"
		if stored == "1" || stored == "true" {
			cell.Text = "TRUE"
		}
	case "e":
		cell.Text, cell.Fault = stored, true
	case "str":
		cell.Text = stored
	case "d":
		cell.Text = strings.TrimSuffix(strings.TrimSuffix(strings.Replace(stored, "T", " ", 1), "Z"), " 00:00:00")
	default:
		stored = strings.TrimSpace(stored)
		if stored == "" {
			break
		}
		if style >= 0 && w.formats[style] != general {
			text, ok := date(stored, w.formats[style], w.from)
			if ok {
				cell.Text = text
				break
			}
		}
		cell.Text, cell.LostDigits = plain(stored)
	}
	return cell, nil
}
