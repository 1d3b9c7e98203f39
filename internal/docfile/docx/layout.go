package docx

import (
	"fmt"
	"math"
	"strings"

	"gongkai/internal/document"
)

const (
	defaultTableSize = 10.5 // points, 五号
	denseTableSize   = 9    // points, 小五, from ten columns up
	smallestSize     = 7    // points; nobody reads less
	tightening       = 0.35 // points that a character of a label may give up so that a clause stays on its line
	labelIndent      = 20   // twips between the rule and a label that begins at the left
	leading          = 1.25 // line height in a table over its type size
)

// layout says how one table is set: lengths in twips, type size in points.
type layout struct {
	grid     [][]document.Slot
	columns  []int // widths; they sum to the text width
	margin   int   // left and right inside a cell
	size     float64
	pad      float64 // points above and below the text of a row
	heights  []int   // least height of each row
	together bool    // no page break inside
}

// arrange lays t out below lead twips of headings that must stay with it. A
// table to be kept whole gets the roomiest rows, then the largest type, with
// which it fits one page; one that cannot is set in its own size and divided.
func arrange(t *document.Table, lead int) (layout, error) {
	grid, err := t.Grid()
	if err != nil {
		return layout{}, err
	}
	columns, err := columnWidths(t)
	if err != nil {
		return layout{}, err
	}
	size := t.FontSize
	dense := len(columns) >= 10
	if size <= 0 {
		size = defaultTableSize
		if dense {
			size = denseTableSize
		}
	}
	l := layout{grid: grid, columns: columns, margin: 85, size: size, pad: 4}
	if dense {
		l.margin = 34
	}
	l.heights = l.rowHeights()
	if !t.Whole {
		return l, nil
	}
	room := textHeight - lead - 120 // the borders take height too
	for size := l.size; size >= smallestSize; size -= 0.5 {
		for pad := 4.0; pad >= 1; pad -= 0.5 {
			trial := l
			trial.size, trial.pad = size, pad
			trial.heights = trial.rowHeights()
			if trial.height() <= room {
				trial.together = true
				return trial, nil
			}
		}
	}
	return l, nil
}

// columnWidths shares the text width out by the table's fractions; rounding
// carries over, so that the sum is exact.
func columnWidths(t *document.Table) ([]int, error) {
	total := 0.0
	for i, fraction := range t.Columns {
		if !(fraction > 0) || math.IsInf(fraction, 1) {
			return nil, fmt.Errorf("table %s: column %d has width %v", t.Name, i+1, fraction)
		}
		total += fraction
	}
	if total == 0 {
		return nil, fmt.Errorf("table %s has no columns", t.Name)
	}
	widths := make([]int, len(t.Columns))
	edge, done := 0.0, 0
	for i, fraction := range t.Columns {
		edge += fraction / total * textWidth
		widths[i] = int(math.Round(edge)) - done
		done += widths[i]
	}
	return widths, nil
}

func (l *layout) height() int {
	sum := 0
	for _, h := range l.heights {
		sum += h
	}
	return sum
}

// inner is the width that text has in a cell, in points.
func (l *layout) inner(column, span int) float64 {
	width := -2 * l.margin
	for _, w := range l.columns[column : column+span] {
		width += w
	}
	return max(float64(width)/20, 1)
}

// rowHeights finds the height of every row: first the cells of one row, then
// the spanning ones, small spans first, which stretch their last row.
func (l *layout) rowHeights() []int {
	heights := make([]int, len(l.grid))
	for span := 1; span <= len(l.grid); span++ {
		for r, row := range l.grid {
			for _, slot := range row {
				if !slot.Origin || slot.Row != r || max(slot.Cell.Rowspan, 1) != span {
					continue
				}
				have := 0
				for _, h := range heights[r : r+span] {
					have += h
				}
				need := int(math.Ceil((float64(l.lines(slot))*l.size*leading + 2*l.pad) * 20))
				heights[r+span-1] += max(0, need-have)
			}
		}
	}
	return heights
}

// lines estimates how many lines a cell takes. Half a character is held back for
// punctuation that may not begin a line.
func (l *layout) lines(s document.Slot) int {
	if l.upright(s) {
		return int(math.Ceil(measure(s.Cell.Text) * 1.1))
	}
	room := l.inner(s.Column, max(s.Cell.Colspan, 1)) / l.size
	count := 0
	for line := range strings.SplitSeq(l.text(s), "\n") {
		width := measure(line)
		if width <= room || s.Cell.Head && l.tight(s, line) {
			count++
			continue
		}
		count += int(math.Ceil(width / max(room-0.5, 1)))
	}
	return count
}

// text is the cell's text with its breaks.
func (l *layout) text(s document.Slot) string {
	if !s.Cell.Head || l.upright(s) {
		return s.Cell.Text
	}
	width := l.inner(s.Column, max(s.Cell.Colspan, 1))
	if s.Cell.Align == document.Left {
		width -= labelIndent / 20
	}
	loose := fold(s.Cell.Text, width/l.size)
	tight := fold(s.Cell.Text, width/(l.size-tightening))
	if strings.Count(tight, "\n") < strings.Count(loose, "\n") {
		return tight
	}
	return loose
}

// tight says that a line of a head fits only with its characters moved together.
func (l *layout) tight(s document.Slot, line string) bool {
	width := l.inner(s.Column, max(s.Cell.Colspan, 1))
	return measure(line)*l.size > width && measure(line)*(l.size-tightening) <= width
}

// upright says that a head is set downwards: it names many rows in a column too
// narrow for three characters. Set so, “三、” and “（三）” stay one unit and the
// text remains one searchable line.
func (l *layout) upright(s document.Slot) bool {
	return s.Cell.Head && s.Cell.Rowspan > 3 && !strings.Contains(s.Cell.Text, "\n") &&
		measure(s.Cell.Text) > 2 && l.inner(s.Column, max(s.Cell.Colspan, 1)) < 3*l.size
}
