package sitecode

import (
	"fmt"
	"regexp"
	"strconv"
)

// ICP is an ICP record number (ICP备案号), such as 浙ICP备11041973号-1: the
// subject's number and, mostly, which of its sites is meant.
type ICP struct {
	Province string // one character, such as 浙
	Record   string // eight digits, ten since years are written in full
	Site     int    // number after the hyphen; 0 when there is none
	Suffix   string // letter that marks an app or a mini program; mostly empty
}

// icpShape wants 备: a licence for paid services (ICP证) is another number.
var icpShape = regexp.MustCompile(`^(\p{Han})ICP备(\d{8}|\d{10})号(?:-([1-9]\d{0,3})([A-Z]?))?$`)

// ParseICP reads an ICP record number as it is written officially.
func ParseICP(s string) (ICP, error) {
	parts := icpShape.FindStringSubmatch(s)
	if parts == nil {
		return ICP{}, fmt.Errorf("read ICP record number %q: %w, want the form 浙ICP备11041973号-1", s, ErrShape)
	}
	if provinceCode(parts[1]) == "" {
		return ICP{}, fmt.Errorf("read ICP record number %q: %w: %s", s, ErrProvince, parts[1])
	}
	n := ICP{Province: parts[1], Record: parts[2], Suffix: parts[4]}
	if parts[3] != "" {
		site, err := strconv.Atoi(parts[3])
		if err != nil {
			return ICP{}, fmt.Errorf("read ICP record number %q: %w", s, err)
		}
		n.Site = site
	}
	return n, nil
}

// String writes the number officially. The zero ICP writes as the empty string.
func (n ICP) String() string {
	if n == (ICP{}) {
		return ""
	}
	text := n.Province + "ICP备" + n.Record + "号"
	if n.Site == 0 {
		return text
	}
	return text + "-" + strconv.Itoa(n.Site) + n.Suffix
}

// In reports whether the number was registered in the province of a region.
func (n ICP) In(r Region) bool {
	return len(r) >= 2 && provinceCode(n.Province) == string(r[:2])
}

// MarshalText writes the number for JSON and other text forms.
func (n ICP) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalText reads a number; empty text is the zero ICP.
func (n *ICP) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*n = ICP{}
		return nil
	}
	read, err := ParseICP(string(text))
	if err != nil {
		return err
	}
	*n = read
	return nil
}
