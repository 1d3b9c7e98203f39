package sitecode

import (
	"errors"
	"fmt"
)

// What can be wrong with a number. Errors wrap one of these.
var (
	ErrShape    = errors.New("wrong number of characters")
	ErrDigit    = errors.New("a character that does not belong there")
	ErrProvince = errors.New("no such province")
	ErrLevel    = errors.New("a county code below no prefecture")
)

// Region is a region code (行政区划代码): two digits each for the province, the
// prefecture and the county.
type Region string

// ParseRegion reads a region code of six digits. It knows the provinces and the
// levels, not every county: counties come and go each year.
func ParseRegion(s string) (Region, error) {
	err := digits(s, 6)
	if err != nil {
		return "", fmt.Errorf("read region code %q: %w", s, err)
	}
	_, known := provinces[s[:2]]
	if !known {
		return "", fmt.Errorf("read region code %q: %w", s, ErrProvince)
	}
	if s[2:4] == "00" && s[4:] != "00" {
		return "", fmt.Errorf("read region code %q: %w", s, ErrLevel)
	}
	return Region(s), nil
}

// Level is the height of a region in the hierarchy.
type Level string

// The three levels that a code of six digits can name.
const (
	ProvinceLevel   Level = "province"
	PrefectureLevel Level = "prefecture"
	CountyLevel     Level = "county"
)

// Level reports the level of a region, empty for a code of wrong length.
func (r Region) Level() Level {
	switch {
	case len(r) != 6:
		return ""
	case r[4:] != "00":
		return CountyLevel
	case r[2:4] != "00":
		return PrefectureLevel
	}
	return ProvinceLevel
}

// Province reports the name of the province, empty when there is none.
func (r Region) Province() string {
	if len(r) < 2 {
		return ""
	}
	return provinces[string(r[:2])].name
}

// Abbreviation reports the one-character name of the province, as record numbers
// begin with it; empty when there is none.
func (r Region) Abbreviation() string {
	if r.Province() == "" {
		return ""
	}
	return provinces[string(r[:2])].short[0]
}

// digits reports why a text is not a run of n ASCII digits.
func digits(s string, n int) error {
	if len([]rune(s)) != n {
		return fmt.Errorf("%w: %d, want %d", ErrShape, len([]rune(s)), n)
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return fmt.Errorf("%w: %q", ErrDigit, r)
		}
	}
	return nil
}
