package reading

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// strip is one row of the file from left to right: a line of running text, a line
// that is a row of a table, or a row of a grid.
type strip struct {
	text    folded // the whole line; of a grid row, its cells one after another
	cells   []piece
	grid    int // number of the grid the row belongs to, from 1; 0 for a line
	heading int
	picture bool
	// gathered says that the strip was put together from lines, a bar behind each cell.
	gathered bool
	place    Place
}

// piece is one cell of a strip.
type piece struct {
	text   folded
	column int // slot in the grid, or position in the row, counted from 0
	width  int // slots it covers
	place  Place
}

// at is the place of a stretch of the piece's text.
func (p piece) at(f folded) Place {
	place := p.place
	place.Start, place.End = f.span()
	return place
}

// longestCell is the number of characters from which a cell of a grid is taken for
// running text: pages lay out whole articles in tables.
const longestCell = 160

// lay puts what stands in a source into strips in reading order.
func lay(src Source) []strip {
	var strips []strip
	var lines []barLine
	grids := 0
	for _, block := range src.Blocks {
		if block.Table != nil || block.Picture {
			strips = append(strips, gatherBars(lines)...)
			lines = nil
		}
		switch {
		case block.Table != nil:
			grids++
			strips = append(strips, layGrid(*block.Table, grids)...)
		case block.Picture:
			strips = append(strips, strip{picture: true, text: fold(""), place: block.Place})
		}
		if block.Text == "" {
			continue
		}
		ownLines := src.Kind == Text || src.Kind == Markdown
		lines = append(lines, layText(block.Text, block.Place, block.Heading, ownLines)...)
	}
	return append(strips, gatherBars(lines)...)
}

// layText takes a text apart into its lines. ownLines says that line ends of
// the text are those of the file.
func layText(text string, place Place, heading int, ownLines bool) []barLine {
	var lines []barLine
	start := 0
	for number, line := range strings.Split(text, "\n") {
		f := fold(line)
		at := place
		at.Start, at.End = 0, 0
		if ownLines && at.Line > 0 {
			at.Line += number
		} else if start > 0 {
			shift(f, int32(start))
		}
		start += utf8.RuneCountInString(line) + 1
		switch strings.Trim(f.text, " \t") {
		case "":
			continue
		case "|":
			lines = append(lines, barLine{text: f, place: at, strip: strip{text: f, place: at}})
			continue
		}
		if strings.Trim(f.text, " \t|") == "" && len(f.text) > longestBarRun {
			continue
		}
		s := strip{text: f, heading: heading, place: at}
		s.cells = splitLine(f, at)
		lines = append(lines, barLine{text: f, place: at, strip: s})
	}
	return lines
}

// shift moves the way back by so many characters.
func shift(f folded, by int32) {
	for i := range f.at {
		f.at[i] += by
	}
}

// layGrid makes a strip of each row of a grid. A cell that holds running text is
// laid out as lines of its own.
func layGrid(grid Grid, number int) []strip {
	rows := make(map[int][]GridCell)
	for _, cell := range grid.Cells {
		if cell.Row < 0 || cell.Column < 0 {
			continue
		}
		rows[cell.Row] = append(rows[cell.Row], cell)
	}
	var strips []strip
	for _, r := range slices.Sorted(maps.Keys(rows)) {
		row := strip{grid: number}
		for _, cell := range rows[r] {
			long := utf8.RuneCountInString(cell.Text) > longestCell
			if long {
				strips = append(strips, gatherBars(layText(cell.Text, cell.Place, 0, false))...)
				continue
			}
			place := cell.Place
			place.Start, place.End = 0, 0
			row.cells = append(row.cells, piece{fold(cell.Text), cell.Column, max(1, cell.Colspan), place})
		}
		if len(row.cells) == 0 {
			continue
		}
		row.place = row.cells[0].place
		row.text = joined(row.cells)
		strips = append(strips, row)
	}
	return strips
}

// joined is the text of cells one after another, with tabs between. Its way back
// leads into the cells, so it serves for reading, not for places.
func joined(cells []piece) folded {
	var f folding
	for i, cell := range cells {
		if i > 0 {
			f.add('\t', 0)
		}
		f.text = append(f.text, cell.text.text...)
		f.at = append(f.at, cell.text.at[:len(cell.text.text)]...)
	}
	return f.done(0)
}

// filled are the cells of the strip that hold something.
func (s strip) filled() []piece {
	var filled []piece
	for _, cell := range s.cells {
		if strings.TrimSpace(cell.text.text) != "" {
			filled = append(filled, cell)
		}
	}
	return filled
}

// alone reports whether the strip holds one text only, with that text.
func (s strip) alone() (piece, bool) {
	filled := s.filled()
	if len(filled) != 1 {
		return piece{}, false
	}
	return filled[0], true
}
