package organ

import (
	"slices"
	"strings"
)

// GoesBy reports whether a name that a report gives its organ may be this organ's:
// one of its names, with the county in front or left out. No name is nobody's.
func (o Organ) GoesBy(name string) bool {
	return name != "" && slices.ContainsFunc(o.Names(), func(own string) bool {
		return strings.HasSuffix(own, name) || strings.HasSuffix(name, own) || strings.HasPrefix(own, name) || strings.HasPrefix(name, own)
	})
}

// How one of an organ's names and a name it is given agree, each surer than those
// before; of two that agree in one way the longer is surer.
const (
	// 青石镇人民政府, 禾岭县青石镇
	bare = (iota + 1) * 1000
	// 禾岭县青石镇人民政府, 青石镇人民政府
	ends
	// word for word
	equal
)

// Recognise finds the organ that a report of the year names: the one whose name is
// nearest, so that 禾岭县青石镇人民政府 is 青石镇 and not its county, and not the
// 青石镇 of another county. Where two are as near, or none is near, the id is empty.
// A year of 0 is any.
func Recognise(organs []Organ, name string, year int) string {
	var counties []string
	for _, o := range organs {
		if o.Kind == CountyGovernment {
			counties = append(counties, untitled(o.Name)) // with or without its city
		}
	}
	most := 0
	var nearest []string
	for _, o := range organs {
		near := 0
		for _, own := range o.Names() {
			near = max(near, nearness(own, name, counties))
		}
		if near == 0 || near < most || year != 0 && !o.ExistedIn(year) {
			continue
		}
		if near > most {
			nearest = nil
		}
		most, nearest = near, append(nearest, o.ID)
	}
	if len(nearest) != 1 {
		return ""
	}
	return nearest[0]
}

// nearness is how surely a name that was given is meant by an organ's own; 0 is not
// at all. What one of them has in front has to name the county: 禾岭县教育局 begins
// with 禾岭县 and is another organ, as 永安县教育局 is.
func nearness(own, name string, counties []string) int {
	agreed := min(len(own), len(name), bare-1)
	switch {
	case name == "" || own == "":
		return 0
	case own == name:
		return equal + agreed
	case behindCounty(own, name, counties) || behindCounty(name, own, counties):
		return ends + agreed
	}
	own, name = untitled(own), untitled(name)
	if own == name || behindCounty(own, name, counties) || behindCounty(name, own, counties) {
		return bare + agreed
	}
	return 0
}

// behindCounty reports whether one name is the other with the county in front. On a
// site without a county anything may stand there.
func behindCounty(long, short string, counties []string) bool {
	front, found := strings.CutSuffix(long, short)
	return found && (len(counties) == 0 || slices.ContainsFunc(counties, func(county string) bool {
		return strings.HasSuffix(front, county) || front != "" && strings.HasSuffix(county, front)
	}))
}

// untitled is an organ's name as reports shorten it.
func untitled(name string) string {
	for _, title := range []string{"人民政府", "政府", "办事处"} {
		rest, found := strings.CutSuffix(name, title)
		if found && rest != "" {
			return rest
		}
	}
	return name
}
