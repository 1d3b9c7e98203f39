package sheet

import (
	"encoding/csv"
	"errors"
	"io"
	"path"
	"strings"
)

// sampleSize is how much of a CSV file decides on its separator.
const sampleSize = 64 << 10

func openCSV(name string, r io.ReaderAt, size int64, limit Limit) (*Book, error) {
	c, err := detect(r, size)
	if err != nil {
		return nil, err
	}
	sample, err := io.ReadAll(io.LimitReader(c.text(r, size), sampleSize))
	if err != nil {
		return nil, &Error{Code: Damaged, Err: err}
	}
	if strings.TrimSpace(string(sample)) == "" {
		return nil, &Error{Code: Empty}
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	table := csvTable{
		open:      func() io.Reader { return c.text(r, size) },
		separator: separator(string(sample)), limit: limit,
	}
	return &Book{
		Format: "csv", Charset: c.name, Separator: table.separator,
		Sheets: []Sheet{{Name: strings.TrimSuffix(base, path.Ext(base)), rows: table.rows}},
	}, nil
}

// separator picks the one of comma, tab and semicolon that divides most lines of
// a sample like the first; a sample without any is one column.
func separator(sample string) rune {
	best, most := ',', 0
	for _, s := range []rune{',', '\t', ';'} {
		counts := separators(sample, s)
		if counts[0] == 0 {
			continue
		}
		score := 0
		for _, n := range counts {
			if n == counts[0] {
				score++
			}
		}
		if score > most {
			best, most = s, score
		}
	}
	return best
}

// separators counts s outside quotation marks in each line, at most 50 lines.
func separators(sample string, s rune) []int {
	counts := []int{0}
	quoted := false
	for _, r := range sample {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == s:
			counts[len(counts)-1]++
		case r == '\n':
			if len(counts) == 50 {
				return counts
			}
			counts = append(counts, 0)
		}
	}
	if len(counts) > 1 {
		counts = counts[:len(counts)-1] // the last line of a sample may be cut
	}
	return counts
}

type csvTable struct {
	open      func() io.Reader
	separator rune
	limit     Limit
}

func (t csvTable) rows(each func(Row) error) error {
	in := csv.NewReader(t.open())
	in.Comma = t.separator
	in.FieldsPerRecord = -1
	in.ReuseRecord = true
	inner := 0 // line breaks inside cells so far: a spreadsheet does not count them as rows
	for count := 1; ; count++ {
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var syntax *csv.ParseError
		if errors.As(err, &syntax) {
			return &Error{Code: Quote, Row: max(syntax.StartLine-inner, 1), Err: err}
		}
		if err != nil {
			return &Error{Code: Damaged, Err: err}
		}
		line, _ := in.FieldPos(0)
		row := Row{Number: line - inner}
		if count > t.limit.Rows {
			return &Error{Code: TooManyRows, Row: row.Number}
		}
		for i, field := range fields {
			inner += strings.Count(field, "\n")
			if field == "" {
				continue
			}
			if i >= t.limit.Columns {
				return &Error{Code: TooManyColumns, Row: row.Number, Column: i + 1}
			}
			for len(row.Cells) <= i {
				row.Cells = append(row.Cells, Cell{})
			}
			row.Cells[i] = Cell{Text: unguard(field)}
		}
		if len(row.Cells) == 0 {
			continue
		}
		err = each(row)
		if err != nil {
			return err
		}
	}
}

// unguard takes off the apostrophe that exports put before text which a
// spreadsheet would run as a formula.
func unguard(text string) string {
	if len(text) > 1 && text[0] == '\'' && strings.IndexByte("=+-@", text[1]) >= 0 {
		return text[1:]
	}
	return text
}
