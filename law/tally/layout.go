package tally

// Layout describes a printed table. Its spans follow from the lists of rows and
// columns; none is written down, because a wrong one looks plausible.
type Layout struct {
	// Table is the number of the table, or StatisticsTable.
	Table int
	// Title is the heading of the chapter or table.
	Title string
	// Fractions are the relative widths of the columns.
	Fractions []float64
	// HeadRows is how many rows at the top repeat on every page.
	HeadRows int

	rows func() [][]LayoutCell
}

// LayoutCell is one cell of a printed table, placed left to right into the next
// free slot of the grid, as HTML does.
type LayoutCell struct {
	// Text is a label; "\n" is a line break the format prescribes. Empty for a figure.
	Text string
	// Ref is the name of the cell whose figure stands here, or empty.
	Ref string
	// Colspan and Rowspan are at least 1.
	Colspan, Rowspan int
	// Head marks labels, as against figures.
	Head bool
}

// Rows are the rows of the table, made afresh for every caller.
func (l Layout) Rows() [][]LayoutCell {
	if l.rows == nil {
		return nil
	}
	return l.rows()
}

func label(text string, colspan, rowspan int) LayoutCell {
	return LayoutCell{Text: text, Colspan: colspan, Rowspan: rowspan, Head: true}
}

func figure(name string, colspan int) LayoutCell {
	return LayoutCell{Ref: name, Colspan: colspan, Rowspan: 1}
}

// equalWidths are the fractions of n columns of the same width.
func equalWidths(n int) []float64 {
	fractions := make([]float64, n)
	for i := range fractions {
		fractions[i] = 1
	}
	return fractions
}
