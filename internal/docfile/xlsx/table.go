package xlsx

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkai/internal/document"
)

const (
	tableWidth = 130 // units that the columns of a table share
	tableSize  = 11  // points
	lineHeight = 15  // points
	cellMargin = 1   // units
)

// addTable writes t on a sheet of its own and returns the sheet's name.
func (b *book) addTable(t *document.Table, title string) (string, error) {
	grid, err := t.Grid()
	if err != nil {
		return "", err
	}
	wish := t.Caption
	if wish == "" {
		wish = t.Name
	}
	sheet := b.sheetName(wish)
	_, err = b.NewSheet(sheet)
	if err != nil {
		return "", fmt.Errorf("add sheet %s: %w", sheet, err)
	}
	widths, err := columnWidths(t, grid)
	if err != nil {
		return "", err
	}
	for column, width := range widths {
		name, err := excelize.ColumnNumberToName(column + 1)
		if err != nil {
			return "", fmt.Errorf("table %s: %w", t.Name, err)
		}
		err = b.SetColWidth(sheet, name, name, width)
		if err != nil {
			return "", fmt.Errorf("set width of column %s: %w", name, err)
		}
	}
	for r, height := range rowHeights(grid, widths) {
		err := b.SetRowHeight(sheet, r+1, height)
		if err != nil {
			return "", fmt.Errorf("set height of row %d: %w", r+1, err)
		}
		for c, slot := range grid[r] {
			if !slot.Origin || slot.Column != c {
				continue
			}
			err := b.addCell(sheet, slot)
			if err != nil {
				return "", fmt.Errorf("table %s cell %s: %w", t.Name, address(r, c), err)
			}
		}
	}
	return sheet, b.page(sheet, title, "landscape", min(t.HeadRows, len(t.Rows)), t.Whole)
}

func (b *book) addCell(sheet string, s document.Slot) error {
	first := address(s.Row, s.Column)
	last := address(s.Row+max(s.Cell.Rowspan, 1)-1, s.Column+max(s.Cell.Colspan, 1)-1)
	text, err := plain(s.Cell.Text)
	if err != nil {
		return err
	}
	l := look{size: tableSize, border: true, horizontal: horizontal[s.Cell.Align]}
	if s.Cell.Head {
		l.fill = headFill
	}
	value, decimals, isFigure := figure(text)
	switch {
	case s.Cell.Number && isFigure:
		l.decimals = decimals
		err = b.SetCellValue(sheet, first, value)
	case text != "":
		err = b.SetCellStr(sheet, first, text)
	}
	if err != nil {
		return err
	}
	style, err := b.style(l)
	if err != nil {
		return err
	}
	err = b.SetCellStyle(sheet, first, last, style)
	if err != nil || first == last {
		return err
	}
	return b.MergeCell(sheet, first, last)
}

// columnWidths shares tableWidth out by the table's fractions. A column in which
// a short head would break just before its end is widened to hold it.
func columnWidths(t *document.Table, grid [][]document.Slot) ([]float64, error) {
	total := 0.0
	for i, fraction := range t.Columns {
		if !(fraction > 0) || math.IsInf(fraction, 1) {
			return nil, fmt.Errorf("table %s: column %d has width %v", t.Name, i+1, fraction)
		}
		total += fraction
	}
	widths := make([]float64, len(t.Columns))
	for i, fraction := range t.Columns {
		widths[i] = min(max(fraction/total*tableWidth, 4), 250)
		for r := range grid {
			s := grid[r][i]
			need := measure(s.Cell.Text) + cellMargin
			if s.Cell.Head && s.Cell.Colspan <= 1 && need <= 16 && need <= widths[i]*1.25 {
				widths[i] = max(widths[i], need)
			}
		}
	}
	return widths, nil
}

// rowHeights makes rows high enough for their text: cells of one row first, then
// spanning ones, small spans first, which stretch their last row.
func rowHeights(grid [][]document.Slot, widths []float64) []float64 {
	heights := make([]float64, len(grid))
	for r := range heights {
		heights[r] = lineHeight + 5
	}
	for span := 1; span <= len(grid); span++ {
		for r := range grid {
			for c, s := range grid[r] {
				if !s.Origin || s.Column != c || max(s.Cell.Rowspan, 1) != span {
					continue
				}
				room, have := -float64(cellMargin), 0.0
				for _, w := range widths[c : c+max(s.Cell.Colspan, 1)] {
					room += w
				}
				for _, h := range heights[r : r+span] {
					have += h
				}
				lines := 0.0
				for line := range strings.SplitSeq(s.Cell.Text, "\n") {
					lines += math.Ceil(max(measure(line), 1) / max(room-1, 1))
				}
				heights[r+span-1] += max(0, lines*lineHeight+5-have)
			}
		}
	}
	for r := range heights {
		heights[r] = min(heights[r], tallestRow)
	}
	return heights
}
