package reading

import (
	"slices"
	"strings"
)

// counted reports whether the cells of a line can be counted: it is set between bars
// that stand for empty cells too.
func (s strip) counted() bool {
	if s.grid > 0 || len(s.cells) < 2 {
		return false
	}
	return s.gathered || strings.Contains(strings.Trim(s.text.text, " \t|"), "|") || strings.Contains(s.text.text, "||")
}

// closed are the cells of the strip without the one that the bar at the end of a
// line only seems to open.
func (s strip) closed() []piece {
	if !s.counted() || s.gathered || !strings.HasSuffix(strings.TrimRight(s.text.text, " \t"), "|") {
		return s.cells
	}
	last := len(s.cells) - 1
	if last < 0 || strings.TrimSpace(s.cells[last].text.text) != "" {
		return s.cells
	}
	return s.cells[:last]
}

// barLine is a line of a text that may be part of a row whose empty cells stand on
// lines of their own, as bars with nothing between them.
type barLine struct {
	text  folded
	place Place
	strip strip // as it is read alone; without cells when nothing but bars stand in it
}

// gatherBars puts together the rows of which cells stand on lines of their own:
//
//	二、上年结转政府信息公开申请数量 | 25 |
//	|
//	|
//	| 25 |
//
// A cell ends at its bar, so a bar that follows a bar is an empty cell. Only rows
// with empty cells are put together; all others are read line by line.
func gatherBars(lines []barLine) []strip {
	var strips []strip
	for i := 0; i < len(lines); i++ {
		end := rowEnds(lines, i)
		row, ok := gathered(lines[i:end])
		if ok {
			strips = append(strips, row)
			i = end - 1
			continue
		}
		if len(lines[i].strip.cells) > 0 || strings.Trim(lines[i].text.text, " \t|") != "" {
			strips = append(strips, lines[i].strip)
		}
	}
	return strips
}

// mostRowLines is how many lines a row may take; the widest has a label and fifteen
// figures, each with a bar.
const mostRowLines = 40

// rowEnds is the line behind the row that begins with the label in line i.
func rowEnds(lines []barLine, i int) int {
	first := lines[i].text.text
	label := hasHan(first) && !figureLike(first) && !strings.Contains(first, "。") && !strings.HasPrefix(strings.TrimSpace(first), "|")
	if !label || lines[i].strip.grid > 0 || barNoise(first) {
		return i + 1
	}
	end := i + 1
	for end < len(lines) && end-i < mostRowLines {
		text := strings.Trim(lines[end].text.text, " \t")
		before := strings.TrimRight(lines[end-1].text.text, " \t")
		barred := strings.HasSuffix(before, "|") || strings.HasPrefix(text, "|")
		if !barred || !barsAndFigures(text) {
			break
		}
		if barNoise(text) {
			return i + 1
		}
		end++
	}
	return end
}

// barNoise reports whether a line has more bars side by side than a row has cells.
func barNoise(text string) bool { return strings.Contains(text, strings.Repeat("|", longestBarRun)) }

// barsAndFigures reports whether nothing but figures stand between the bars.
func barsAndFigures(text string) bool {
	for cell := range strings.SplitSeq(text, "|") {
		if strings.TrimSpace(cell) != "" && !figureLike(cell) {
			return false
		}
	}
	return true
}

// gathered is one strip of the lines of a row; false when none of its cells is empty.
func gathered(lines []barLine) (strip, bool) {
	if len(lines) < 2 {
		return strip{}, false
	}
	row := lines[0].strip
	row.gathered = true
	row.cells = nil
	empty := false
	var open piece
	written := false
	for k, line := range lines {
		rest := line.text
		for {
			bar := strings.IndexByte(rest.text, '|')
			end := bar
			if bar < 0 {
				end = len(rest.text)
			}
			cell := trimmedBlank(rest.cut(0, end))
			if cell.text != "" {
				if written { // a cell broken over lines is none of these rows
					return strip{}, false
				}
				open, written = piece{text: cell, width: 1, place: line.place}, true
			}
			if bar < 0 {
				break
			}
			if !written {
				open = piece{text: cell, width: 1, place: line.place}
				empty = empty || k > 0
			}
			open.column = len(row.cells)
			row.cells = append(row.cells, open)
			open, written = piece{}, false
			rest = rest.cut(bar+1, len(rest.text))
		}
	}
	if written {
		open.column = len(row.cells)
		row.cells = append(row.cells, open)
	}
	return row, empty
}

// sevenCells are the cells of a row between bars when it has one for every column of
// table three, empty ones included.
func (o observed) sevenCells() ([]piece, bool) {
	cells := o.figures
	for len(cells) > fullRow && strings.TrimSpace(cells[len(cells)-1].text.text) == "" {
		cells = cells[:len(cells)-1]
	}
	return cells, o.counted && len(cells) == fullRow
}

// leavesEmpty reports whether a table three leaves cells empty as its way of saying
// none: at least every second row does. An empty cell in a table that writes its
// zeros is a figure that was lost.
func leavesEmpty(rows []aligned) bool {
	seven, empty := 0, 0
	for _, row := range rows {
		cells, ok := row.row.sevenCells()
		if !ok {
			continue
		}
		seven++
		if slices.ContainsFunc(cells, isEmpty) {
			empty++
		}
	}
	return 2*seven > len(rows) && 2*empty >= seven
}

func isEmpty(p piece) bool { return strings.TrimSpace(p.text.text) == "" }

// byCount reads a row of table three between bars that has a cell for every column,
// empty ones included. That the figures add up to the total shows that none moved.
func byCount(row observed) (slotted, bool) {
	cells, ok := row.sevenCells()
	if !ok || !addsUp(cells) {
		return slotted{}, false
	}
	return slotted{pieces: columnsInOrder(cells), evidence: "seven cells between bars", confidence: 0.8}, true
}

// addsUp reports whether the last of the cells is the sum of the others, where empty
// ones count nothing, or all are empty.
func addsUp(cells []piece) bool {
	if !slices.ContainsFunc(cells, func(p piece) bool { return !isEmpty(p) }) {
		return true
	}
	last := len(cells) - 1
	var sum int64
	for _, cell := range cells[:last] {
		sum += countIn(cell)
	}
	return !isEmpty(cells[last]) && countIn(cells[last]) == sum
}
