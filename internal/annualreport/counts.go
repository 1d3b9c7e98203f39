package annualreport

import (
	"slices"

	"gongkai/internal/register"
	"gongkai/law/tally"
)

// counts holds, by figure name, every count of every format: what the storage
// prepares statements for.
var counts = figureCounts()

// figures holds every figure by name.
var figures = indexFigures()

func figureCounts() map[string][]register.Count {
	all := make(map[string][]register.Count)
	for _, f := range counted {
		all[f.Name] = f.Counts
	}
	for _, format := range slices.Backward(tally.Formats) { // a shared cell counts as its newest format says
		for name, c := range cellCounts(format) {
			all[name] = c
		}
	}
	return all
}

func indexFigures() map[string]Figure {
	index := make(map[string]Figure)
	for _, f := range counted {
		index[f.Name] = f
	}
	for name, c := range counts {
		cell, ok := tally.CellByName(name)
		if !ok {
			continue
		}
		unit := cell.Measure
		if cell.Unit == tally.TenThousandYuan {
			unit = "万元"
		}
		index[name] = Figure{Name: name, Title: cell.Label, Unit: unit, Money: cell.Unit == tally.TenThousandYuan, Counts: c}
	}
	return index
}

// Counts lists every count of every figure, for the storage to prepare.
func Counts() []register.Count {
	var all []register.Count
	for _, name := range sortedKeys(counts) {
		all = append(all, counts[name]...)
	}
	for _, format := range tally.Formats { // formats that count a shared cell otherwise
		per := cellCounts(format)
		for _, name := range sortedKeys(per) {
			all = append(all, per[name]...)
		}
	}
	return all
}

// FigureByName finds a figure: a cell that registers give, or a number of the prose.
func FigureByName(name string) (Figure, bool) {
	f, ok := figures[name]
	return f, ok
}

// CountsOf returns what a figure counts in a report of the format.
func CountsOf(format tally.Format, name string) []register.Count {
	if c, ok := cellCountsByFormat[format.ID][name]; ok {
		return c
	}
	if _, isCell := format.Cell(name); isCell {
		return nil // a cell of this format that no register gives
	}
	return counts[name]
}

var cellCountsByFormat = func() map[string]map[string][]register.Count {
	byFormat := make(map[string]map[string][]register.Count)
	for _, format := range tally.Formats {
		byFormat[format.ID] = cellCounts(format)
	}
	return byFormat
}()

// Touches reports whether any figure of the year's report counts the record.
func Touches(d register.Definition, r register.Record, year int) bool {
	format, err := tally.FormatFor(year)
	if err != nil {
		return false
	}
	return len(figuresTouched(format, d.Name, r, year)) > 0
}

// figuresTouched names the figures that count the record, sorted.
func figuresTouched(format tally.Format, ledger string, r register.Record, year int) []string {
	var names []string
	for _, name := range figureNames(format) {
		for _, c := range CountsOf(format, name) {
			if c.Register == ledger && c.Matches(r, year) {
				names = append(names, name)
				break
			}
		}
	}
	return names
}

// figureNames lists the figures of a format: its countable cells in table order,
// then the numbers of the prose.
func figureNames(format tally.Format) []string {
	return namesByFormat[format.ID]
}

var namesByFormat = func() map[string][]string {
	byFormat := make(map[string][]string)
	for _, format := range tally.Formats {
		var names []string
		for _, cell := range format.Cells {
			if _, ok := cellCountsByFormat[format.ID][cell.Name]; ok {
				names = append(names, cell.Name)
			}
		}
		if len(format.RequestRows) == 0 { // a narrative form states the same numbers in prose
			for _, cell := range tally.Formats[0].Cells {
				names = append(names, cell.Name)
			}
		}
		for _, f := range counted {
			names = append(names, f.Name)
		}
		byFormat[format.ID] = names
	}
	return byFormat
}()
