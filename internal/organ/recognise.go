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
	begins = (iota + 1) * 1000 // 青石镇人民政府, 青石镇
	ends                       // 禾岭县青石镇人民政府, 青石镇人民政府
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
			counties = append(counties, strings.TrimSuffix(o.Name, "人民政府"))
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
// at all. What stands in front of the own name has to name the county.
func nearness(own, name string, counties []string) int {
	agreed := min(len(own), len(name), begins-1)
	front, longer := strings.CutSuffix(name, own)
	switch {
	case name == "":
		return 0
	case own == name:
		return equal + agreed
	case longer && (len(counties) == 0 || slices.ContainsFunc(counties, func(c string) bool { return strings.Contains(front, c) })):
		return ends + agreed
	case strings.HasSuffix(own, name):
		return ends + agreed
	case onlyTitled(own, name), onlyTitled(name, own):
		return begins + agreed
	}
	return 0
}

// onlyTitled reports whether one name is the other with the title of an organ behind
// it. 禾岭县教育局 begins with 禾岭县 and is another organ.
func onlyTitled(long, short string) bool {
	rest, found := strings.CutPrefix(long, short)
	return found && slices.Contains([]string{"人民政府", "政府", "办事处"}, rest)
}
