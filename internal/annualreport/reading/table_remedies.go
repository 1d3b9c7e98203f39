package reading

import (
	"slices"
	"strings"

	"gongkai/law/tally"
)

// readRemedies reads table four among the strips of its chapter, or of the whole
// file when that chapter has no heading. It returns how many blocks were read.
func (r *cellReader) readRemedies(strips []strip, inChapter func(int) bool) int {
	_, ok := r.format.Layout(4)
	if !ok {
		return 0
	}
	names := remedyNames()
	area := remedyArea(strips, inChapter)
	if len(area) == 0 {
		return 0
	}
	for _, i := range area {
		r.taken[i] = true
	}
	// One row that has a cell for each figure needs no heads.
	for _, i := range area {
		row := lastFigures(strips[i], len(names))
		if row == nil {
			continue
		}
		r.remedyCells(names, row, "fifteen figures in one row", 1)
		return len(tally.RemedyBlocks)
	}
	blocks := r.labelledBlocks(strips, area)
	if blocks > 0 {
		return blocks
	}
	return r.remedyPieces(strips, area, names)
}

func remedyNames() []string {
	var names []string
	for _, block := range tally.RemedyBlocks {
		for _, column := range tally.RemedyColumns {
			names = append(names, tally.RemedyCell(block.Key, column.Key))
		}
	}
	return names
}

// remedyArea are the strips from the first head of table four to the last figures.
func remedyArea(strips []strip, inChapter func(int) bool) []int {
	var area []int
	headed, last := false, 0
	for i, s := range strips {
		if !inChapter(i) {
			if headed {
				break
			}
			continue
		}
		if pageNumber.MatchString(s.text.text) {
			continue
		}
		text := squeezed(s.text.text)
		if strings.Contains(text, "。") {
			if last > 0 {
				break
			}
			area, headed = nil, false
			continue
		}
		headed = headed || strings.Contains(text, "复议后起诉") || strings.Contains(text, "尚未审结") ||
			strings.Contains(text, "结果维持") || strings.Contains(text, "未经复议")
		if !headed && len(area) == 0 && !strings.HasPrefix(text, "行政复议") && !figuresOnly(s) {
			continue
		}
		area = append(area, i)
		if len(remedyFigures(s)) > 0 {
			last = len(area)
		}
	}
	if !headed {
		return nil
	}
	return area[:last]
}

func figuresOnly(s strip) bool {
	label, figures := divide(s)
	return len(label) == 0 && len(figures) > 0
}

// remedyFigures are the figures of a strip of table four.
func remedyFigures(s strip) []piece {
	_, figures := divide(s)
	var found []piece
	for _, f := range figures {
		for _, one := range figuresIn(f) {
			if figureLike(one.text.text) {
				found = append(found, one)
			}
		}
	}
	return found
}

// lastFigures are the n cells of a row that holds the figures of the whole table.
// Empty ones count where the file keeps cells apart.
func lastFigures(s strip, n int) []piece {
	figures := remedyFigures(s)
	if len(figures) == n {
		return figures
	}
	_, cells := divide(s)
	if len(figures) > 0 && s.counted() && len(cells) == n {
		if !blocksAddUp(cells) {
			return nil
		}
		return cells
	}
	if len(figures) == 0 || s.grid == 0 || len(s.cells) != n {
		return nil
	}
	for _, cell := range s.cells {
		if hasHan(cell.text.text) && !figureLike(cell.text.text) {
			return nil
		}
	}
	return s.cells
}

// blocksAddUp reports whether the total of every block is the sum of its results.
func blocksAddUp(cells []piece) bool {
	for block := range slices.Chunk(cells, len(tally.RemedyColumns)) {
		if !addsUp(block) {
			return false
		}
	}
	return true
}

// labelledBlocks reads table four set as rows that each begin with the name of a
// block and have its five figures.
func (r *cellReader) labelledBlocks(strips []strip, area []int) int {
	found := 0
	for _, i := range area {
		label, _ := divide(strips[i])
		figures := remedyFigures(strips[i])
		if len(label) == 0 || len(figures) != len(tally.RemedyColumns) {
			continue
		}
		runes := labelRunes(label[len(label)-1].text.text)
		for _, block := range tally.RemedyBlocks {
			if likeness(runes, labelRunes(block.Label)) < 0.8 {
				continue
			}
			var names []string
			for _, column := range tally.RemedyColumns {
				names = append(names, tally.RemedyCell(block.Key, column.Key))
			}
			r.remedyCells(names, figures, "label, five figures", 0.95)
			found++
			break
		}
	}
	return found
}

// remedyPieces puts together a table four whose figures stand in several rows, one
// to a line or block by block: all fifteen, in statutory order.
func (r *cellReader) remedyPieces(strips []strip, area []int, names []string) int {
	var figures []piece
	for _, i := range area {
		figures = append(figures, remedyFigures(strips[i])...)
	}
	if len(figures) == len(names) && headsInOrder(strips, area) && (!r.set || blocksAddUp(figures)) {
		r.remedyCells(names, figures, "fifteen figures in order", 0.85)
		return len(tally.RemedyBlocks)
	}
	for i, name := range names {
		missing := len(names) - len(figures)
		if missing < 0 {
			break
		}
		var possible []piece
		for k := max(0, i-missing); k <= i && k < len(figures); k++ {
			possible = append(possible, figures[k])
		}
		r.undecided(name, possible, "table four has not fifteen figures")
	}
	return 0
}

// headsInOrder reports whether the names of the blocks stand in statutory order
// and no row is named for a result, as in a table turned on its side.
func headsInOrder(strips []strip, area []int) bool {
	text := ""
	for _, i := range area {
		label, figures := divide(strips[i])
		text += squeezed(strips[i].text.text)
		if len(label) == 0 || len(figures) == 0 {
			continue
		}
		runes := labelRunes(label[len(label)-1].text.text)
		for _, column := range tally.RemedyColumns {
			if likeness(runes, labelRunes(column.Label)) >= 0.8 {
				return false
			}
		}
	}
	direct, after := strings.Index(text, "未经复议"), strings.LastIndex(text, "复议后起诉")
	return direct < 0 || after < 0 || direct < after
}

func (r *cellReader) remedyCells(names []string, figures []piece, evidence string, confidence float64) {
	whole := aligned{closeness: 1}
	for i, name := range names {
		r.put(name, figures[i], whole, evidence, confidence)
	}
}
