package fee

import (
	"errors"
	"fmt"
	"time"
)

// ErrNotInForce says that no fee schedule was in force on the day asked for.
var ErrNotInForce = errors.New("no fee schedule in force")

// Tier is a stretch of positions with a price for each. Positions count from 1:
// the applicant's requests of a month, or the pages of one request.
type Tier struct {
	From     int64 // first position of the tier
	Through  int64 // last position; 0 when the tier has no end
	UnitYuan int64 // price of each position, in yuan

	// Width makes an endless tier climb: after every Width positions a new step
	// begins, RiseYuan dearer for each position. 0 keeps one price for all.
	Width    int64
	RiseYuan int64
}

// Schedule is a fee schedule: its norm, its first day in force and its tiers.
// A later norm is a further schedule; a published one is never edited.
type Schedule struct {
	Norm  string // the notice that sets the prices
	Since string // first day in force, YYYY-MM-DD
	Items []Tier // for each request of one applicant in one calendar month
	Pages []Tier // for each page of one request
}

// schedules are in order of their first day in force.
//
// The tier of the 31st request takes reading R-01: the norm raises the price by
// 100 yuan for each band of ten from the 31st on, and the first such band is
// already a rise over the 100 yuan of the tier before it.
var schedules = []Schedule{{
	Norm:  "国办函〔2020〕109号",
	Since: "2021-01-01",
	Items: []Tier{ // Fee Measures Art. 4 para. 2
		{From: 1, Through: 10},
		{From: 11, Through: 30, UnitYuan: 100},
		{From: 31, UnitYuan: 200, Width: 10, RiseYuan: 100},
	},
	Pages: []Tier{ // Fee Measures Art. 5
		{From: 1, Through: 30},
		{From: 31, Through: 100, UnitYuan: 10},
		{From: 101, Through: 200, UnitYuan: 20},
		{From: 201, UnitYuan: 40},
	},
}}

// ScheduleOn reports the schedule in force on a day written YYYY-MM-DD. It fails
// with ErrNotInForce before the first schedule: the copying and postage fees of
// the years before have gone, so nothing can be charged for those days.
func ScheduleOn(date string) (Schedule, error) {
	_, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return Schedule{}, fmt.Errorf("read the day %q of a fee schedule: %w", date, err)
	}
	for i := len(schedules) - 1; i >= 0; i-- {
		if schedules[i].Since <= date {
			return schedules[i].clone(), nil
		}
	}
	return Schedule{}, fmt.Errorf("fee schedule on %s: %w", date, ErrNotInForce)
}

// clone keeps callers from changing the published tiers through a shared slice.
func (s Schedule) clone() Schedule {
	s.Items = append([]Tier(nil), s.Items...)
	s.Pages = append([]Tier(nil), s.Pages...)
	return s
}

// check reports why tiers cannot be charged by: they must begin at 1, follow one
// another without gap or overlap, end with an endless tier and never be negative.
func check(tiers []Tier) error {
	if len(tiers) == 0 {
		return errors.New("the schedule has no tiers")
	}
	next := int64(1)
	for i, t := range tiers {
		last := i == len(tiers)-1
		switch {
		case t.From != next:
			return fmt.Errorf("tier %d begins at %d, want %d", i+1, t.From, next)
		case last && t.Through != 0:
			return fmt.Errorf("the last tier ends at %d, want no end", t.Through)
		case !last && t.Through < t.From:
			return fmt.Errorf("tier %d ends at %d, before it begins", i+1, t.Through)
		case !last && t.Width != 0:
			return fmt.Errorf("tier %d climbs but has an end", i+1)
		case t.Width < 0, t.UnitYuan < 0, t.RiseYuan < 0:
			return fmt.Errorf("tier %d holds a negative number", i+1)
		case t.UnitYuan > maxUnitYuan, t.RiseYuan > maxUnitYuan:
			return fmt.Errorf("tier %d is dearer than %d yuan", i+1, int64(maxUnitYuan))
		}
		next = t.Through + 1
	}
	return nil
}
