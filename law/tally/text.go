package tally

import (
	"strconv"
	"strings"
)

// Unit is what the figure of a cell counts.
type Unit uint8

// The units of report cells.
const (
	Pieces          Unit = iota // whole numbers: 件, 条, 次, 个, 人 …
	TenThousandYuan             // money shown in 万元 and held in fen
)

// FenPerTenThousandYuan converts the unit of money cells: 1 万元 is 1,000,000 fen.
const FenPerTenThousandYuan = 1_000_000

// fenDecimals is how many decimals of 万元 reach down to one fen.
const fenDecimals = 6

// yuanMeasure is the unit word of money cells.
const yuanMeasure = "万元"

// Words for the states without a figure, in text and in JSON.
const (
	unknownWord       = "null"
	blankWord         = "blank"
	notApplicableWord = "n/a"
)

// Text is the plain form of the value in the given unit: "3", "12.34", "null",
// "blank" or "n/a", as in JSON but without quotes. Money is in 万元 with up to six
// decimals and no trailing zeros.
func (v Value) Text(unit Unit) string {
	switch v.State {
	case Number:
		if unit == TenThousandYuan {
			return amountText(v.N)
		}
		return strconv.FormatInt(v.N, 10)
	case Blank:
		return blankWord
	case NotApplicable:
		return notApplicableWord
	default:
		return unknownWord
	}
}

// Shown is what a printed table shows for the value: the figure, nothing for a
// blank, "/" for not applicable, and "未知" for an unknown cell, which must not
// pass for a blank or a zero.
func (v Value) Shown(unit Unit) string {
	switch v.State {
	case Number:
		return v.Text(unit)
	case Blank:
		return ""
	case NotApplicable:
		return "/"
	default:
		return "未知"
	}
}

// amountText writes fen as 万元.
func amountText(fen int64) string {
	sign := ""
	rest := uint64(fen)
	if fen < 0 {
		sign, rest = "-", -rest // unsigned, so that the smallest int64 survives
	}
	whole := strconv.FormatUint(rest/FenPerTenThousandYuan, 10)
	part := strconv.FormatUint(rest%FenPerTenThousandYuan, 10)
	part = strings.Repeat("0", fenDecimals-len(part)) + part
	part = strings.TrimRight(part, "0")
	if part == "" {
		return sign + whole
	}
	return sign + whole + "." + part
}
