package tally

import (
	"strconv"
	"strings"
)

// maxDigits is the length of MaxN.
const maxDigits = 15

// thousands is how many digits stand between two separators.
const thousands = 3

// decimal is an unsigned figure as written, before it is scaled to a unit.
type decimal struct {
	whole, part string // digits before and after the point
	hasPart     bool
}

// readDecimal reads digits with optional thousands separators and at most one
// point that has digits on both sides.
func readDecimal(text string) (decimal, CellErrorCode) {
	whole, part, hasPart := strings.Cut(text, ".")
	if hasPart && !isDigits(part) {
		return decimal{}, CellNotNumber
	}
	if strings.Contains(whole, ",") {
		groups := strings.Split(whole, ",")
		for i, group := range groups {
			leading := i == 0 && len(group) > 0 && len(group) <= thousands
			if !leading && len(group) != thousands {
				return decimal{}, CellBadSeparator
			}
		}
		whole = strings.Join(groups, "")
	}
	if !isDigits(whole) {
		return decimal{}, CellNotNumber
	}
	return decimal{whole: whole, part: part, hasPart: hasPart}, ""
}

// scaled is the figure times ten to the given number of places, which must come
// out whole and no larger than MaxN.
func (d decimal) scaled(places int) (int64, CellErrorCode) {
	part := strings.TrimRight(d.part, "0")
	if len(part) > places {
		return 0, CellTooPrecise
	}
	digits := strings.TrimLeft(d.whole+part, "0")
	if digits == "" {
		return 0, ""
	}
	padding := places - len(part)
	if len(digits)+padding > maxDigits {
		return 0, CellTooLarge
	}
	n, err := strconv.ParseInt(digits+strings.Repeat("0", padding), 10, 64)
	if err != nil {
		return 0, CellNotNumber
	}
	return n, ""
}

func isDigits(text string) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return text != ""
}
