package indexno

import (
	"errors"
	"fmt"
)

// What a pattern refuses.
var (
	ErrPattern = errors.New("the number does not follow the pattern of the site")
	ErrFull    = errors.New("the serials of the period are used up")
)

// Pattern is the way one site writes its index numbers.
type Pattern struct {
	Front  Kind       // what stands before the slash
	Period PeriodKind // how long serials count up before they begin at 1 again
	Width  int        // digits of the serial, 1 to 9
}

// National is the pattern of the national guide to the catalogue system: an
// organisation code, the year and five digits, twenty characters with the slash
// and the hyphen.
var National = Pattern{Front: OrgCode, Period: ByYear, Width: 5}

// Compose makes the number of a serial for a front on a day written YYYY-MM-DD.
// It refuses a front whose own check fails and a serial that does not fit.
func (p Pattern) Compose(front, date string, serial int) (Number, error) {
	if p.Width < 1 || p.Width > maxWidth {
		return Number{}, fmt.Errorf("compose with a serial of %d digits: %w", p.Width, ErrSerial)
	}
	f := Front{Text: front, Kind: p.Front}
	if !f.Valid() {
		return Number{}, fmt.Errorf("compose with %q as %s: %w", front, p.Front, ErrFront)
	}
	period, err := PeriodOn(p.Period, date)
	if err != nil {
		return Number{}, fmt.Errorf("compose for %s: %w", front, err)
	}
	if serial < 1 {
		return Number{}, fmt.Errorf("compose serial %d: %w", serial, ErrSerial)
	}
	if serial > largest(p.Width) {
		return Number{}, fmt.Errorf("compose serial %d in %d digits: %w", serial, p.Width, ErrFull)
	}
	return Number{Front: f, Period: period, Serial: serial, Width: p.Width}, nil
}

// Next makes the number after last for its front on a day written YYYY-MM-DD. In
// the period of last it counts on, in a later one it begins at 1; a day in an
// earlier period is refused, since its numbers may have been given out.
func (p Pattern) Next(last Number, date string) (Number, error) {
	err := p.Match(last)
	if err != nil {
		return Number{}, fmt.Errorf("number after %s: %w", last, err)
	}
	period, err := PeriodOn(p.Period, date)
	if err != nil {
		return Number{}, fmt.Errorf("number after %s: %w", last, err)
	}
	switch {
	case period == last.Period:
		return p.Compose(last.Front.Text, date, last.Serial+1)
	case period.String() < last.Period.String():
		return Number{}, fmt.Errorf("number after %s for the earlier %s: %w", last, date, ErrPeriod)
	}
	return p.Compose(last.Front.Text, date, 1)
}

// Match reports why a number is not one of this pattern, nil if it is. The kind
// that reading guessed does not count, only whether the text can be of the
// pattern's kind.
func (p Pattern) Match(n Number) error {
	switch {
	case !shaped(p.Front, n.Front.Text):
		return fmt.Errorf("%q is no %s: %w", n.Front, p.Front, ErrPattern)
	case n.Period.Kind() != p.Period:
		return fmt.Errorf("%s is not a %s: %w", n.Period, p.Period, ErrPattern)
	case n.Width != p.Width:
		return fmt.Errorf("serial of %d digits, want %d: %w", n.Width, p.Width, ErrPattern)
	}
	return nil
}

// largest reports the greatest serial of a width.
func largest(width int) int {
	most := 1
	for range width {
		most *= 10
	}
	return most - 1
}
