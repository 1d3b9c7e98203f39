package sitecode

import (
	"fmt"
	"strings"
)

// Site is a site identification code (网站标识码). A local body has ten digits,
// a region code and a serial of four; a central body has "bm" and eight digits.
type Site string

// ParseSite reads a site identification code. The letters of a central code may
// be capitals; they are stored small.
func ParseSite(s string) (Site, error) {
	central := len(s) > 2 && strings.EqualFold(s[:2], "bm")
	if central {
		err := digits(s[2:], 8)
		if err != nil {
			return "", fmt.Errorf("read site code %q after bm: %w", s, err)
		}
		return Site("bm" + s[2:]), nil
	}
	err := digits(s, 10)
	if err != nil {
		return "", fmt.Errorf("read site code %q: %w", s, err)
	}
	_, err = ParseRegion(s[:6])
	if err != nil {
		return "", fmt.Errorf("read site code %q: %w", s, err)
	}
	return Site(s), nil
}

// Central reports whether the site is one of a central body.
func (s Site) Central() bool { return strings.HasPrefix(string(s), "bm") }

// Region reports the region of a local site, empty for a central one.
func (s Site) Region() Region {
	if s.Central() || len(s) < 6 {
		return ""
	}
	return Region(s[:6])
}

// Serial reports the number of the site within its region, or of a central body.
func (s Site) Serial() string {
	switch {
	case s.Central():
		return string(s[2:])
	case len(s) < 6:
		return ""
	}
	return string(s[6:])
}
