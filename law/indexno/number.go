package indexno

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// What can be wrong with the text of an index number.
var (
	ErrShape  = errors.New("an index number is written front/period-serial")
	ErrFront  = errors.New("the part before the slash is no code of a body")
	ErrPeriod = errors.New("the period is no year and no year with month")
	ErrSerial = errors.New("the serial is not one to nine digits")
)

// maxWidth is the widest serial read; no site counts to a thousand million.
const maxWidth = 9

// Number is an index number (索引号). Two numbers are the same when they write
// alike; the kind of their fronts may have been told or guessed.
type Number struct {
	Front  Front
	Period Period
	Serial int // counts within the front and the period
	Width  int // digits of the serial as written, leading zeros included
}

// Parse reads an index number as it stands. It accepts ASCII only and no spaces;
// Clean first what a person typed or a page showed.
func Parse(s string) (Number, error) {
	front, back, found := strings.Cut(s, "/")
	if !found {
		return Number{}, fmt.Errorf("read index number %q: %w", s, ErrShape)
	}
	period, serial, found := strings.Cut(back, "-")
	if !found {
		return Number{}, fmt.Errorf("read index number %q: %w", s, ErrShape)
	}
	n := Number{Width: len(serial)}
	var err error
	n.Front, err = ParseFront(front)
	if err != nil {
		return Number{}, fmt.Errorf("read index number %q: %w", s, err)
	}
	n.Period, err = ParsePeriod(period)
	if err != nil {
		return Number{}, fmt.Errorf("read index number %q: %w", s, err)
	}
	n.Serial, err = parseSerial(serial)
	if err != nil {
		return Number{}, fmt.Errorf("read index number %q: %w", s, err)
	}
	return n, nil
}

func parseSerial(s string) (int, error) {
	if len(s) == 0 || len(s) > maxWidth || !allDigits(s) {
		return 0, ErrSerial
	}
	serial, err := strconv.Atoi(s)
	if err != nil {
		return 0, ErrSerial
	}
	return serial, nil
}

// String writes the number, such as 113308810026305088/2014-128123. The zero
// Number writes as the empty string.
func (n Number) String() string {
	if n == (Number{}) {
		return ""
	}
	return fmt.Sprintf("%s/%s-%0*d", n.Front, n.Period, n.Width, n.Serial)
}

// MarshalText writes the number for JSON and other text forms.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalText reads a number; empty text is the zero Number.
func (n *Number) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*n = Number{}
		return nil
	}
	read, err := Parse(string(text))
	if err != nil {
		return err
	}
	*n = read
	return nil
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
