package ledgerfile

import (
	"errors"
	"strings"

	"gongkai/internal/docfile/sheet"
	"gongkai/internal/register"
)

// book is a read file as the rows of an import.
type book struct{ *sheet.Book }

// Rows implements register.Sheets: all sheets in order, hidden ones too, because
// nothing that was handed in is left out without a word.
func (b book) Rows(each func(register.SheetRow) error) error {
	for _, s := range b.Sheets {
		err := s.Rows(func(row sheet.Row) error {
			cells := make([]register.SheetCell, len(row.Cells))
			for i, c := range row.Cells {
				cells[i] = register.SheetCell{Text: b.unguarded(c.Text), Fault: spoiled(c)}
			}
			return each(register.SheetRow{Sheet: s.Name, Line: row.Number, Cells: cells})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// spoiled names what the file did to a value.
func spoiled(c sheet.Cell) string {
	switch {
	case c.Merged != "":
		return "sheet-merged-cell"
	case c.Fault:
		return "sheet-error-value"
	case c.LostDigits:
		return "sheet-lost-digits"
	}
	return ""
}

// unguarded takes off the quote that our CSV files set before what a spreadsheet
// would run as a formula.
func (b book) unguarded(text string) string {
	if b.Format == "csv" && len(text) > 1 && text[0] == '\'' && strings.IndexByte(formulaStarts, text[1]) >= 0 {
		return text[1:]
	}
	return text
}

// codes name the refusals of package sheet in the words of package message.
var codes = map[sheet.Code]string{
	sheet.TooLarge: "file-too-large", sheet.UnpacksLarge: "file-unpacks-too-large", sheet.Empty: "file-empty",
	sheet.LegacyFormat: "file-legacy-format", sheet.Protected: "file-password-protected",
	sheet.UnknownFormat: "file-unknown-format", sheet.Damaged: "file-damaged", sheet.Charset: "file-charset",
	sheet.Quote: "file-quote", sheet.TooManyRows: "file-too-many-rows", sheet.TooManyColumns: "file-too-many-columns",
}

// refusal returns what is wrong with a file and where, if err says so.
func refusal(err error, name string) (register.PlacedProblem, bool) {
	var e *sheet.Error
	if !errors.As(err, &e) {
		return register.PlacedProblem{}, false
	}
	return register.PlacedProblem{
		Sheet: e.Sheet, Line: e.Row, Column: e.Column,
		Problem: register.Problem{Label: name, Code: codes[e.Code], Value: name},
	}, true
}
