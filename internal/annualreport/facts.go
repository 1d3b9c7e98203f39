package annualreport

import (
	"context"
	"fmt"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/law/tally"
)

// Facts are the numbers of one organ's year.
type Facts struct {
	Organ    organ.Organ
	Year     int
	Format   tally.Format
	Register tally.Cells      // what the registers give; unknown where they were not kept
	Cells    tally.Cells      // the same with what was typed by hand for unknown cells
	Counts   map[string]int64 // the figures beside the tables; a missing one is unknown
}

// Collect counts every figure of an organ's year from the registers (Art. 50). It
// refuses a year that has not begun and an organ that did not exist in it.
func Collect(ctx context.Context, r Reader, o organ.Organ, year int, today string) (Facts, error) {
	format, err := governing(o, year, today)
	if err != nil {
		return Facts{}, err
	}
	first, _ := register.Bounds(year)
	facts := Facts{Organ: o, Year: year, Format: format, Register: tally.Cells{}, Counts: map[string]int64{}}
	if o.KeptSince == "" || o.KeptSince > first {
		facts.Cells = tally.Cells{}
		return facts, nil // the registers do not cover the year: unknown, not zero
	}
	var asked []register.Count
	for _, name := range figureNames(format) {
		asked = append(asked, CountsOf(format, name)...)
	}
	sums, err := r.Totals(ctx, o.SiteID, o.ID, year, asked)
	if err != nil {
		return facts, fmt.Errorf("count the registers of %s for %d: %w", o.ID, year, err)
	}
	next := 0
	for _, name := range figureNames(format) {
		n := int64(0)
		for range CountsOf(format, name) {
			n += sums[next]
			next++
		}
		if cell, isCell := format.Cell(name); isCell {
			facts.Register[name] = cellValue(cell, n)
		} else {
			facts.Counts[name] = n
		}
	}
	facts.Cells = facts.Register
	return facts, nil
}

// governing is the format of an organ's year. It refuses a year without one, one
// that has not begun, and one in which the organ did not exist.
func governing(o organ.Organ, year int, today string) (tally.Format, error) {
	format, err := tally.FormatFor(year)
	if err != nil {
		return format, fault.Refuse(fault.Invalid, "year-without-format", "Art. 49", "year", fmt.Sprint(year))
	}
	first, _ := register.Bounds(year)
	if today < first {
		return format, fault.Refuse(fault.Invalid, "year-in-future", "Art. 49", "year", fmt.Sprint(year), "today", today)
	}
	if !o.ExistedIn(year) {
		return format, fault.Refuse(fault.Invalid, "organ-not-existing-in-year", "Art. 10", "organ", o.Name, "year", fmt.Sprint(year))
	}
	return format, nil
}

func cellValue(cell tally.Cell, n int64) tally.Value {
	if cell.Unit == tally.TenThousandYuan {
		return tally.Amount(n)
	}
	return tally.Count(n)
}

// WithEntries puts in what was typed by hand. An entry never hides what a register
// gives: check T3-05 compares the two, and Register keeps the register's value.
func (f Facts) WithEntries(entries []Entry) Facts {
	if len(entries) == 0 {
		return f
	}
	cells := tally.Cells{}
	for name, value := range f.Register {
		cells[name] = value
	}
	for _, e := range entries {
		cell, ok := f.Format.Cell(e.Cell)
		if !ok {
			continue
		}
		value, err := tally.ParseCell(cell, e.Value)
		if err == nil {
			cells[e.Cell] = value
		}
	}
	f.Cells = cells
	return f
}
