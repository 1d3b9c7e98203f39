package source

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/sheet"
)

// sheetCodes says the refusals of workbooks in this package's terms.
var sheetCodes = map[sheet.Code]Code{
	sheet.TooLarge: TooLarge, sheet.UnpacksLarge: UnpacksLarge, sheet.Empty: Empty, sheet.LegacyFormat: LegacyFormat,
	sheet.Protected: Protected, sheet.UnknownFormat: UnknownFormat, sheet.TooManyRows: TooMuch, sheet.TooManyColumns: TooMuch,
}

// readWorkbook reads the sheets that are shown, each as tables between blank rows.
func readWorkbook(b *builder, name string, r io.ReaderAt, size int64) error {
	book, err := sheet.Read(name, r, size, sheet.Limit{File: b.limits.File, Unpacked: b.limits.Unpacked, Rows: 100_000})
	if err != nil {
		return refusal(err)
	}
	for _, s := range book.Sheets {
		if s.Hidden {
			b.lose(fmt.Sprintf("工作表“%s”是隐藏的，未读取。", s.Name))
			continue
		}
		err := readSheet(b, s)
		if err != nil {
			return err
		}
	}
	return nil
}

// refusal turns an error of package sheet into this package's.
func refusal(err error) error {
	code := Damaged
	var refused *sheet.Error
	if errors.As(err, &refused) {
		mapped, ok := sheetCodes[refused.Code]
		if ok {
			code = mapped
		}
	}
	return &Error{Code: code, Err: err}
}

func readSheet(b *builder, s sheet.Sheet) error {
	var group []sheet.Row
	end := func() {
		if len(group) > 0 {
			sheetTable(b, group)
		}
		group = nil
	}
	err := s.Rows(func(row sheet.Row) error {
		if len(group) > 0 && row.Number != group[len(group)-1].Number+1 || blankRow(row) {
			end()
		}
		if !blankRow(row) {
			group = append(group, row)
		}
		if b.full() || len(group) > b.limits.Blocks {
			return &Error{Code: TooMuch}
		}
		return nil
	})
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	if err != nil {
		return refusal(err)
	}
	end()
	return nil
}

// blankRow reports a row without text of its own and without a merged cell.
func blankRow(row sheet.Row) bool {
	for _, c := range row.Cells {
		if strings.TrimSpace(c.Text) != "" || c.Merged != "" {
			return false
		}
	}
	return true
}

// longRow is the length from which a row of one cell is running text.
const longRow = 120

// sheetTable hands over rows that follow one another. Where no row has two cells
// with text they are lines; running text above or below a table is, too.
func sheetTable(b *builder, rows []sheet.Row) {
	lines := true
	for _, r := range rows {
		lines = lines && filled(r) <= 1
	}
	prose := func(r sheet.Row) bool { return lines || filled(r) == 1 && utf8.RuneCountInString(joined(r)) >= longRow }
	for len(rows) > 0 && prose(rows[0]) {
		sheetLine(b, rows[0])
		rows = rows[1:]
	}
	last := len(rows)
	for last > 0 && prose(rows[last-1]) {
		last--
	}
	if last > 0 {
		b.table(sheetGrid(rows[:last]), reading.Place{Line: rows[0].Number})
	}
	for _, r := range rows[last:] {
		sheetLine(b, r)
	}
}

func sheetLine(b *builder, r sheet.Row) {
	for line := range strings.SplitSeq(joined(r), "\n") {
		b.line(line, 0, reading.Place{Line: r.Number})
	}
}

func filled(r sheet.Row) int {
	n := 0
	for _, c := range r.Cells {
		if strings.TrimSpace(c.Text) != "" {
			n++
		}
	}
	return n
}

func joined(r sheet.Row) string {
	s := ""
	for _, c := range r.Cells {
		s += c.Text
	}
	return s
}

// sheetGrid lays rows out. A merged range is one cell; what else the file stores
// under it, nobody sees.
func sheetGrid(rows []sheet.Row) *reading.Grid {
	g := &reading.Grid{Rows: len(rows)}
	for _, r := range rows {
		g.Columns = max(g.Columns, len(r.Cells))
	}
	merged := map[string]int{}
	left := g.Columns
	for i, r := range rows {
		for c, cell := range r.Cells {
			if cell.Merged != "" {
				owner, ok := merged[cell.Merged]
				if ok {
					o := &g.Cells[owner]
					o.Rowspan, o.Colspan = i-o.Row+1, max(o.Colspan, c-o.Column+1)
					continue
				}
				merged[cell.Merged] = len(g.Cells)
			}
			if cell.Text != "" || cell.Merged != "" {
				left = min(left, c)
			}
			g.Cells = append(g.Cells, reading.GridCell{
				Row: i, Column: c, Rowspan: 1, Colspan: 1, Text: tidy(cell.Text), Place: reading.Place{Line: r.Number},
			})
		}
	}
	return shifted(g, left)
}

// shifted drops the blank columns before a table that begins further right.
func shifted(g *reading.Grid, left int) *reading.Grid {
	kept := g.Cells[:0]
	for _, c := range g.Cells {
		if c.Column >= left {
			c.Column -= left
			kept = append(kept, c)
		}
	}
	g.Cells = kept
	g.Columns -= left
	return g
}
