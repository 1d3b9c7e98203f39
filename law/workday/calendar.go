package workday

import (
	"cmp"
	"slices"
	"strings"
)

// Calendar knows which days are working days. It is a value and never changes;
// the zero Calendar has no year loaded, so all its days are provisional.
type Calendar struct {
	arrangements []Arrangement // ascending, one per year
	overrides    []Override    // as given
	loaded       map[int]bool  // the years of arrangements
	marks        map[int]mark  // by day number: every day a notice or override names
}

// mark is what a notice or an override says of a day.
type mark struct {
	kind         Kind
	name, source string
}

// With is the calendar with further years loaded. An arrangement replaces an
// earlier one of the same year; where the notices of two years speak of the same
// December day, the later year prevails. An arrangement that fails Check is left
// out, so that its year stays provisional instead of half known.
func (c Calendar) With(arrangements ...Arrangement) Calendar {
	all := slices.Clone(c.arrangements)
	for _, a := range arrangements {
		err := a.Check()
		if err != nil {
			continue
		}
		sameYear := func(b Arrangement) bool { return b.Year == a.Year }
		all = append(slices.DeleteFunc(all, sameYear), a.clone())
	}
	byYear := func(a, b Arrangement) int { return cmp.Compare(a.Year, b.Year) }
	slices.SortFunc(all, byYear)
	return build(all, c.overrides)
}

// build draws up the table of marks: years ascending, then overrides from the
// widest layer to the narrowest, each writing over what came before.
func build(arrangements []Arrangement, overrides []Override) Calendar {
	c := Calendar{
		arrangements: arrangements,
		overrides:    overrides,
		loaded:       make(map[int]bool),
		marks:        make(map[int]mark),
	}
	for _, a := range arrangements {
		c.loaded[a.Year] = true
		for _, s := range a.Holidays {
			from, _ := s.From.number()
			through, _ := s.Through.number()
			for n := from; n <= through; n++ {
				c.marks[n] = mark{Holiday, s.Name, a.source(s.Notice)}
			}
		}
		for _, e := range a.Workdays {
			n, _ := e.Date.number()
			c.marks[n] = mark{Makeup, "", a.source(e.Notice)}
		}
	}
	byLayer := func(a, b Override) int { return cmp.Compare(a.Layer, b.Layer) }
	for _, o := range slices.SortedStableFunc(slices.Values(overrides), byLayer) {
		n, ok := o.Date.number()
		if ok {
			c.marks[n] = o.mark(n)
		}
	}
	return c
}

// Day is what the calendar knows about d; the zero Day if d is not Valid.
//
// In a year that is not loaded, weekends and the days off fixed by the Measures
// on Public Holidays are known and everything is provisional. The Spring
// Festival, Qingming, Dragon Boat and Mid-Autumn days, whose dates move, are
// known for 2027 to 2032; in other unloaded years only 1 January, 1 May (and 2
// May from 2025) and 1 to 3 October are.
func (c Calendar) Day(d Date) Day {
	n, ok := d.number()
	if !ok {
		return Day{}
	}
	m, provisional := c.look(n)
	return Day{Date: d, Kind: m.kind, Name: m.name, Source: m.source, Provisional: provisional}
}

// IsWorkday reports whether work is done on d.
func (c Calendar) IsWorkday(d Date) bool {
	n, ok := d.number()
	return ok && c.working(n)
}

// Provisional reports whether what the calendar says of d is provisional: the
// arrangement of its year is not loaded and no override names the day. A date
// that is not Valid is not provisional.
func (c Calendar) Provisional(d Date) bool {
	n, ok := d.number()
	if !ok {
		return false
	}
	_, provisional := c.look(n)
	return provisional
}

// FirstYear is the earliest year loaded, 0 if there is none.
func (c Calendar) FirstYear() int {
	if len(c.arrangements) == 0 {
		return 0
	}
	return c.arrangements[0].Year
}

// LastYear is the latest year loaded, 0 if there is none.
func (c Calendar) LastYear() int {
	if len(c.arrangements) == 0 {
		return 0
	}
	return c.arrangements[len(c.arrangements)-1].Year
}

// Arrangement is the arrangement loaded for a year; false if there is none.
func (c Calendar) Arrangement(year int) (Arrangement, bool) {
	for _, a := range c.arrangements {
		if a.Year == year {
			return a.clone(), true
		}
	}
	return Arrangement{}, false
}

// Notice is the number of the notice behind a year's arrangement, several joined
// by 、 in the order they came; empty if the year is not loaded.
func (c Calendar) Notice(year int) string {
	a, _ := c.Arrangement(year)
	var numbers []string
	for _, n := range a.Notices {
		numbers = append(numbers, n.Number)
	}
	return strings.Join(numbers, "、")
}

// look is what a day is, and whether that is provisional.
func (c Calendar) look(n int) (mark, bool) {
	m, ok := c.marks[n]
	if ok {
		return m, false
	}
	year, _, _ := ymd(n)
	loaded := c.loaded[year]
	if !loaded {
		name := statutoryName(n)
		if name != "" {
			return mark{kind: Holiday, name: name}, true
		}
	}
	if weekend(n) {
		return mark{kind: Weekend}, !loaded
	}
	return mark{kind: Workday}, !loaded
}

func (c Calendar) working(n int) bool {
	m, _ := c.look(n)
	return m.kind.Working()
}
