package ledgerfile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"gongkai/internal/docfile/xlsx"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

// Export writes records as "xlsx" or "csv", one row each in the columns of the
// template, so that the file can be imported again. next gives io.EOF after the
// last record; date is the civil date of the export.
func (Files) Export(w io.Writer, format string, d register.Definition, o organ.Organ, date string, next func() (register.Record, error)) error {
	var err error
	switch format {
	case "xlsx":
		err = exportBook(w, d, o, date, next)
	case "csv":
		err = exportText(w, d, next)
	default:
		return fmt.Errorf("export %s: no format %q", d.Name, format)
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", d.Name, err)
	}
	return nil
}

func labels(d register.Definition) []string {
	names := make([]string, len(d.Fields))
	for i, f := range d.Fields {
		names[i] = f.Label
	}
	return names
}

func exportBook(w io.Writer, d register.Definition, o organ.Organ, date string, next func() (register.Record, error)) error {
	reg := xlsx.Register{Sheet: d.Title, Title: d.Title, Organ: o.Name, Date: date, Header: labels(d)}
	for _, f := range d.Fields {
		width := 16.0
		if f.Kind == register.LongText || f.Name == register.NumberField {
			width = 32
		}
		reg.Widths = append(reg.Widths, width)
	}
	return xlsx.Stream(w, reg, func() ([]any, error) {
		r, err := next()
		if err != nil {
			return nil, err
		}
		row := make([]any, len(d.Fields))
		for i, f := range d.Fields {
			row[i] = cell(f, r.Value(f.Name))
		}
		return row, nil
	})
}

// cell is a value as a workbook holds it: figures as numbers, all else as text.
func cell(f register.Field, value string) any {
	switch f.Kind {
	case register.Integer, register.Year:
		n, err := strconv.ParseInt(value, 10, 64)
		if err == nil {
			return n
		}
	case register.Money:
		n, err := strconv.ParseInt(value, 10, 64)
		if err == nil {
			return float64(n) / 100 // amounts have at most 12 digits of yuan: exact to the fen
		}
	}
	if value == "" {
		return nil
	}
	return f.Format(value)
}

// formulaStarts are the characters with which a spreadsheet begins a formula.
const formulaStarts = "=+-@"

// exportText writes UTF-8 with the mark by which spreadsheets know it, and sets a
// quote before what they would run as a formula.
func exportText(w io.Writer, d register.Definition, next func() (register.Record, error)) error {
	_, err := io.WriteString(w, "\ufeff")
	if err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	err = out.Write(labels(d))
	if err != nil {
		return err
	}
	for {
		r, err := next()
		if errors.Is(err, io.EOF) {
			out.Flush()
			return out.Error()
		}
		if err != nil {
			return err
		}
		row := make([]string, len(d.Fields))
		for i, f := range d.Fields {
			row[i] = guarded(f.Format(r.Value(f.Name)))
		}
		err = out.Write(row)
		if err != nil {
			return err
		}
	}
}

func guarded(text string) string {
	if text != "" && strings.IndexByte(formulaStarts, text[0]) >= 0 {
		return "'" + text
	}
	return text
}
