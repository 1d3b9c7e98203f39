package tally

import "math"

// State says what is known about a cell.
type State uint8

// The states of a cell. Unknown comes first so that a cell nobody filled in is
// unknown, not zero.
const (
	Unknown       State = iota // nothing is known, such as a table lost in transfer
	Number                     // a figure, possibly 0
	Blank                      // the report leaves the cell explicitly empty
	NotApplicable              // the report crosses the cell out with "/", "-" or "—"
)

// String names the state in the words used by JSON documents.
func (s State) String() string {
	switch s {
	case Number:
		return "number"
	case Blank:
		return blankWord
	case NotApplicable:
		return notApplicableWord
	default:
		return "unknown"
	}
}

// MaxN is the largest figure a cell holds, 15 digits: beyond that an entry is a
// slip, and 200 such cells still add up without overflow.
const MaxN = 999_999_999_999_999

// Value is the content of one cell. N has a meaning only in state Number: it
// counts pieces, or in a cell whose unit is TenThousandYuan it holds fen.
type Value struct {
	State State
	N     int64
}

// Predefined contents that carry no figure.
var (
	// UnknownValue is the zero Value.
	UnknownValue = Value{}
	// BlankValue is an explicitly empty cell.
	BlankValue = Value{State: Blank}
	// NotApplicableValue is a crossed-out cell.
	NotApplicableValue = Value{State: NotApplicable}
)

// Count is a figure in pieces.
func Count(n int64) Value { return Value{State: Number, N: n} }

// Amount is a sum of money in fen, for a cell whose unit is TenThousandYuan.
func Amount(fen int64) Value { return Value{State: Number, N: fen} }

// Known reports whether the value can take part in a sum: a number does, and so
// does a crossed-out cell, which adds nothing.
func (v Value) Known() bool { return v.State == Number || v.State == NotApplicable }

// Add is the sum of two cells of the same unit.
//
// An unknown cell makes the sum unknown. So does a blank one, because a blank is
// not a zero: whoever left it empty has not said how many there were. A
// crossed-out cell adds nothing, and two of them stay crossed out. A sum too
// large to hold is unknown rather than wrong.
func (v Value) Add(w Value) Value {
	if !v.Known() || !w.Known() {
		return UnknownValue
	}
	if v.State == NotApplicable {
		return w
	}
	if w.State == NotApplicable {
		return v
	}
	if w.N > 0 && v.N > math.MaxInt64-w.N || w.N < 0 && v.N < math.MinInt64-w.N {
		return UnknownValue
	}
	return Value{State: Number, N: v.N + w.N}
}

// figure is what a known value counts for in a comparison: a crossed-out cell
// stands for none.
func (v Value) figure() int64 {
	if v.State == NotApplicable {
		return 0
	}
	return v.N
}
