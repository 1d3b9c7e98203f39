package sitecode

import "fmt"

// Police is a public-security record number (公安备案号): fourteen digits that
// begin with the region code of the police that keeps the record.
type Police string

// ParsePolice reads the fourteen digits.
func ParsePolice(s string) (Police, error) {
	err := digits(s, 14)
	if err != nil {
		return "", fmt.Errorf("read public-security record number %q: %w", s, err)
	}
	_, err = ParseRegion(s[:6])
	if err != nil {
		return "", fmt.Errorf("read public-security record number %q: %w", s, err)
	}
	return Police(s), nil
}

// Region reports the region of the police that keeps the record, empty for a
// number that was not parsed.
func (p Police) Region() Region {
	if len(p) < 6 {
		return ""
	}
	return Region(p[:6])
}

// Shown writes the number as the foot of a page shows it, such as
// 浙公网安备33068302000392号. A number that was not parsed is shown bare.
func (p Police) Shown() string {
	short := p.Region().Abbreviation()
	if short == "" {
		return string(p)
	}
	return short + "公网安备" + string(p) + "号"
}
