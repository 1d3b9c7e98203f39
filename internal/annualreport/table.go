package annualreport

import (
	"gongkai/internal/document"
	"gongkai/law/tally"
)

// Table draws one of the format's tables with the values of cells. The same value
// goes to the page, the PDF, the DOCX and the workbook.
func Table(layout tally.Layout, format tally.Format, cells tally.Cells) *document.Table {
	table := &document.Table{
		Name: tableName(layout.Table), Caption: layout.Title, Columns: layout.Fractions,
		HeadRows: layout.HeadRows, Whole: true,
	}
	for _, row := range layout.Rows() {
		out := document.Row{}
		for _, c := range row {
			out.Cells = append(out.Cells, drawn(c, format, cells))
		}
		table.Rows = append(table.Rows, out)
	}
	if layout.Table == 4 {
		table.FontSize = 9 // fifteen columns
	}
	return table
}

func drawn(c tally.LayoutCell, format tally.Format, cells tally.Cells) document.Cell {
	out := document.Cell{Text: c.Text, Colspan: c.Colspan, Rowspan: c.Rowspan, Head: c.Head, Ref: c.Ref}
	if c.Ref == "" {
		return out
	}
	cell, _ := format.Cell(c.Ref)
	value := cells[c.Ref]
	out.Text = value.Shown(cell.Unit)
	out.Number = value.State == tally.Number
	return out
}

func tableName(table int) string {
	switch table {
	case 2:
		return "proactive"
	case 3:
		return "requests"
	case 4:
		return "remedies"
	}
	return "statistics"
}
