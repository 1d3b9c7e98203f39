package tally

import "fmt"

// CellErrorCode names why an entry is refused; pages choose the sentence by it.
type CellErrorCode string

// Why an entry for a cell is refused.
const (
	CellHasUnit       CellErrorCode = "cell-has-unit"        // "3件": the figure goes without its unit
	CellNegative      CellErrorCode = "cell-negative"        // below zero where only a change may be
	CellNotInteger    CellErrorCode = "cell-not-integer"     // decimals in a count
	CellNotNumber     CellErrorCode = "cell-not-number"      // no figure at all
	CellBadSeparator  CellErrorCode = "cell-bad-separator"   // "1,23": separators that part no thousands
	CellTooPrecise    CellErrorCode = "cell-too-precise"     // money below one fen
	CellTooLarge      CellErrorCode = "cell-too-large"       // beyond MaxN
	CellUnknownName   CellErrorCode = "cell-unknown-name"    // no format has such a cell
	CellNotInFormat   CellErrorCode = "cell-not-in-format"   // another format's cell
	CellRepeated      CellErrorCode = "cell-repeated"        // the name stands twice
	CellWrongJSONType CellErrorCode = "cell-wrong-json-type" // a string where a number belongs, or the like
)

// CellError refuses the content of one cell.
type CellError struct {
	Code CellErrorCode
	Cell string // the cell's name
	Text string // the offending text as it was given
}

// Error names the cell, the code and the text.
func (e *CellError) Error() string {
	return fmt.Sprintf("cell %s: %s: %q", e.Cell, e.Code, e.Text)
}
