package annualreport

import (
	"strings"

	"gongkai/internal/annualreport/narrate"
	"gongkai/law/tally"
)

// bindings answers what the prose of a report is bound to: figures of its year, of
// the year before under narrate.LastYear, and words about the organ.
type bindings struct {
	facts, last Facts
	words       map[string]string
}

// Values answers what the prose of the report is bound to, so that a text can be
// tried before it is saved.
func (v View) Values() narrate.Values {
	return bindings{v.Facts, v.Last, narrate.Facts(v.Content.Organ, v.Report.Year)}
}

// Figure implements narrate.Values.
func (b bindings) Figure(name string) (narrate.Figure, bool) {
	from := b.facts
	rest, before := strings.CutPrefix(name, narrate.LastYear)
	if before {
		name, from = rest, b.last
		if from.Format.ID == "" { // no year before: the figure exists and is unknown
			from.Format = b.facts.Format
		}
	}
	n, figure, known, exists := from.Figure(name)
	return narrate.Figure{N: n, Unit: figure.Unit, Money: figure.Money, Known: known}, exists
}

// Fact implements narrate.Values.
func (b bindings) Fact(name string) (string, bool) {
	word, ok := b.words[name]
	return word, ok
}

// Figure returns a figure of the prose: a cell, a sum of cells such as
// req.denied.total, or a number beside the tables.
func (f Facts) Figure(name string) (n int64, figure Figure, known, exists bool) {
	if n, ok := f.Counts[name]; ok {
		return n, figures[name], true, true
	}
	cell, isCell := f.Format.Cell(name)
	_, isSum := f.Format.Sum(name)
	if isCell || isSum {
		value := f.Format.Value(f.Cells, name)
		return value.N, figureOf(name, cell, isCell), value.Known(), true
	}
	if parts, isSum := tally.Formats[0].Sum(name); isSum { // of a narrative form
		known = true
		for _, part := range parts {
			m, counted := f.Counts[part]
			n, known = n+m, known && counted
		}
		return n, figureOf(name, cell, false), known, true
	}
	figure, exists = figures[name]
	return 0, figure, false, exists
}

func figureOf(name string, cell tally.Cell, isCell bool) Figure {
	if f, ok := figures[name]; ok {
		return f
	}
	if !isCell {
		return Figure{Name: name, Title: name, Unit: "件"}
	}
	return Figure{Name: name, Title: cell.Label, Unit: cell.Measure, Money: cell.Unit == tally.TenThousandYuan}
}
