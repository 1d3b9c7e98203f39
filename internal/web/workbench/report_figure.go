package workbench

import (
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// figureTitle names a figure, a group of results or a sum of figures in Chinese;
// a figure of the year before says so.
func figureTitle(format tally.Format, name string) string {
	e, ok := narrate.ParseExpression(name)
	if !ok {
		return name
	}
	var b strings.Builder
	for i, term := range e {
		switch {
		case term.Minus:
			b.WriteString(" − ")
		case i > 0:
			b.WriteString(" ＋ ")
		}
		b.WriteString(termTitle(format, term.Name))
	}
	return b.String()
}

func termTitle(format tally.Format, name string) string {
	plain, before := strings.CutPrefix(name, narrate.LastYear)
	var title string
	cell, isCell := format.Cell(plain)
	figure, isFigure := annualreport.FigureByName(plain)
	switch {
	case isCell:
		title = cell.Label
	case isFigure:
		title = figure.Title
	default:
		title = groupTitle(format, plain)
	}
	if before {
		return "上年" + title
	}
	return title
}

// groupTitle names a group of results that is no cell, such as req.denied.total.
func groupTitle(format tally.Format, name string) string {
	row, column, ok := strings.Cut(strings.TrimPrefix(name, "req."), ".")
	if !ok || !strings.HasPrefix(name, "req.") {
		return name
	}
	for _, r := range format.RequestRows {
		if r.Group != row {
			continue
		}
		for _, c := range tally.RequestColumns {
			if c.Key == column {
				return r.GroupLabel + " " + c.Label
			}
		}
	}
	return name
}

// figureText writes a figure as a page shows it: “未知” where nothing is known,
// never 0.
func figureText(facts annualreport.Facts, name string) string {
	if cell, isCell := facts.Format.Cell(name); isCell {
		return shownCell(facts.Cells[name], cell)
	}
	n, figure, known, exists := facts.Figure(name)
	if !exists || !known {
		return tally.UnknownValue.Shown(tally.Pieces)
	}
	return countText(figure, n)
}

// countText writes the number of a figure; money is held in fen.
func countText(f annualreport.Figure, n int64) string {
	switch {
	case !f.Money:
		return tally.Count(n).Shown(tally.Pieces)
	case f.Unit == "元":
		return ui.Yuan(n)
	}
	return tally.Amount(n).Shown(tally.TenThousandYuan)
}

// shownCell is what a table shows, with a word for a blank.
func shownCell(v tally.Value, cell tally.Cell) string {
	if v.State == tally.Blank {
		return "空白"
	}
	return v.Shown(cell.Unit)
}
