package organ

import (
	"slices"
	"strings"
)

// GoesBy reports whether a name that a report gives its organ may be this organ's:
// one of its names, with the county in front or left out. No name is nobody's.
func (o Organ) GoesBy(name string) bool {
	if name == "" {
		return false
	}
	return slices.ContainsFunc(o.Names(), func(own string) bool {
		return strings.HasSuffix(own, name) || strings.HasSuffix(name, own) || strings.HasPrefix(own, name) || strings.HasPrefix(name, own)
	})
}

// Recognise finds the organ that a report of the year names. An organ of exactly
// that name goes before those that GoesBy allows; where several remain it is none,
// and the id is empty. A year of 0 is any.
func Recognise(organs []Organ, name string, year int) string {
	exact, near := []Organ{}, []Organ{}
	for _, o := range organs {
		if year != 0 && !o.ExistedIn(year) || !o.GoesBy(name) {
			continue
		}
		near = append(near, o)
		if slices.Contains(o.Names(), name) {
			exact = append(exact, o)
		}
	}
	for _, candidates := range [][]Organ{exact, near} {
		if len(candidates) == 1 {
			return candidates[0].ID
		}
		if len(candidates) > 1 {
			return ""
		}
	}
	return ""
}
