package tally

import (
	"strings"
	"unicode"
)

// writtenUnits are the units that may follow a figure where the format prints
// none, with the decimal places between them and fen.
var writtenUnits = map[string]int{"元": 2, "万元": fenDecimals, "亿元": 10}

// plain maps the characters people type in a Chinese input method, and the
// signs other programs write, to ASCII.
var plain = strings.NewReplacer(
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4",
	"５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"，", ",", "．", ".", "／", "/", "－", "-", "−", "-", "＋", "+",
)

// ParseCell reads what a person typed into a cell or a file shows in it: digits,
// full-width or not, with or without thousands separators; nothing (blank); or
// one of "/", "-", "—" (not applicable). Money is in 万元. A cell that holds a change
// takes a sign, also written 增 or 减. It refuses everything else with a *CellError,
// above all a figure with its unit, which elsewhere may hide a different unit.
func ParseCell(cell Cell, text string) (Value, error) {
	entry := strings.TrimSpace(plain.Replace(text))
	switch entry {
	case "":
		return BlankValue, nil
	case "/", "-", "–", "—", "——":
		return NotApplicableValue, nil
	}
	n, code := readEntry(cell, entry)
	if code != "" {
		return UnknownValue, &CellError{Code: code, Cell: cell.Name, Text: text}
	}
	return Value{State: Number, N: n}, nil
}

// readEntry reads a figure: sign, digits and, where the cell has room for it, unit.
func readEntry(cell Cell, entry string) (int64, CellErrorCode) {
	negative, unsigned := cutSign(cell, entry)
	end := strings.IndexFunc(unsigned, func(r rune) bool { return !strings.ContainsRune("0123456789,.", r) })
	if end < 0 {
		end = len(unsigned)
	}
	digits, unit := unsigned[:end], strings.TrimSpace(unsigned[end:])
	places := 0
	if cell.Unit == TenThousandYuan {
		places = fenDecimals
	}
	if unit != "" {
		written, known := writtenUnits[unit]
		switch {
		case digits == "" || !isUnitWord(unit):
			return 0, CellNotNumber
		case !cell.UnitInCell || !known:
			return 0, CellHasUnit
		}
		places = written
	}
	figure, code := readDecimal(digits)
	switch {
	case code != "":
		return 0, code
	case negative && !cell.Signed:
		return 0, CellNegative
	case figure.hasPart && cell.Unit == Pieces:
		return 0, CellNotInteger
	}
	n, code := figure.scaled(places)
	if negative {
		n = -n
	}
	return n, code
}

// cutSign takes the sign off an entry. A minus is read everywhere, so that it can
// be refused as what it is; the other signs only where a change is asked for.
func cutSign(cell Cell, entry string) (bool, string) {
	unsigned, negative := strings.CutPrefix(entry, "-")
	if negative || !cell.Signed {
		return negative, unsigned
	}
	unsigned, negative = strings.CutPrefix(entry, "减")
	if negative {
		return true, unsigned
	}
	for _, plus := range []string{"+", "增"} {
		rest, found := strings.CutPrefix(entry, plus)
		if found {
			return false, rest
		}
	}
	return false, entry
}

// isUnitWord reports whether what follows the digits is a word, such as 件 or （件）,
// rather than more of a garbled figure.
func isUnitWord(rest string) bool {
	for _, r := range rest {
		if !unicode.IsLetter(r) && !strings.ContainsRune("%％（）()", r) {
			return false
		}
	}
	return true
}
