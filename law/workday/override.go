package workday

import (
	"fmt"
	"slices"
)

// Layer is how far an override reaches. The narrower layer prevails: organ over
// province over national.
type Layer int

// The layers, from the widest to the narrowest.
const (
	NationalLayer Layer = iota // a national notice that came during the year
	ProvinceLayer              // a local holiday, such as the third day of the third month in Guangxi
	OrganLayer                 // an emergency closure of one organ
)

// String is the layer's name as commands and data files write it.
func (l Layer) String() string {
	switch l {
	case NationalLayer:
		return "national"
	case ProvinceLayer:
		return "province"
	case OrganLayer:
		return "organ"
	}
	return fmt.Sprintf("layer(%d)", int(l))
}

// Override says of one date whether work is done on it, whatever the yearly
// arrangement says.
type Override struct {
	Date    Date
	Workday bool
	Layer   Layer
	// Name is the reason shown to people, such as 壮族三月三.
	Name string
	// Source is the number of the notice or order behind it.
	Source string
	// EnteredOn and EnteredBy say when and by whom it was recorded.
	EnteredOn Date
	EnteredBy string
}

// Check reports what keeps o from being usable as a record: no such date, or no
// source to answer for it.
func (o Override) Check() error {
	if !o.Date.Valid() {
		return fmt.Errorf("override: no date %q", o.Date)
	}
	if o.Layer < NationalLayer || o.Layer > OrganLayer {
		return fmt.Errorf("override of %s: no layer %d", o.Date, o.Layer)
	}
	if o.Source == "" {
		return fmt.Errorf("override of %s: no notice or order is named", o.Date)
	}
	return nil
}

// mark is the day as the override makes it.
func (o Override) mark(n int) mark {
	kind := Holiday
	if o.Workday {
		kind = Workday
		if weekend(n) {
			kind = Makeup
		}
	}
	return mark{kind, o.Name, o.Source}
}

// Override is the calendar with further overrides. Within a layer the one given
// later prevails; one whose date is not Valid has no effect. A day an override
// names is not provisional.
func (c Calendar) Override(overrides ...Override) Calendar {
	return build(c.arrangements, slices.Concat(c.overrides, overrides))
}

// Overrides are the overrides of the calendar in the order they were given.
func (c Calendar) Overrides() []Override {
	return slices.Clone(c.overrides)
}
