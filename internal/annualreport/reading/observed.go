package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// observed is a row of a table as it was found: the pieces of its label and its
// figures.
type observed struct {
	fragments []piece
	runes     [][]rune // the fragments as labels
	own       int      // how many of the fragments, the last ones, stand beside the figures
	behind    [][]rune // labels that follow and end before the next figures
	forth     bool     // the label goes on behind the figures, not before them
	figures   []piece  // may hold text that is no figure, and empty cells of a grid
	strips    []int    // the strips it was taken from
	chapter   string   // key of the chapter it stands in; "" when there are no chapters
	grid      int
	tabular   bool // all figures stand in one strip whose cells keep their positions
	width     int  // cells of that strip, empty ones included
	labelled  int  // cells of that strip up to its last word
	counted   bool // the strip is a line between bars, which keeps its empty cells
	gathered  bool // from several lines
	doubtful  bool // figures that follow without a label may belong to it
}

// written are the figures that are not empty.
func (o observed) written() []piece {
	var written []piece
	for _, f := range o.figures {
		if strings.TrimSpace(f.text.text) != "" {
			written = append(written, f)
		}
	}
	return written
}

// observer gathers rows from strips.
type observer struct {
	rows    []observed
	pending []piece // pieces of labels not yet followed by figures
	from    []int   // their strips
	open    bool    // figures alone still belong to the last row
	broken  bool    // something that is no label stood behind the last row
}

// pageNumber is the foot of a page in the middle of a table.
var pageNumber = regexp.MustCompile(`^\s*(?:[-—–]+\s*\d{1,3}\s*[-—–]+|第\s*\d{1,3}\s*页.*|\d{1,3}\s*/\s*\d{1,3})\s*$`)

// observe gathers the rows of all tables in the strips. chapterOf gives the chapter
// of a strip; a row never reaches from one chapter into another.
func observe(strips []strip, chapterOf func(int) string, skip func(int) bool) []observed {
	var o observer
	last := ""
	for i, s := range strips {
		chapter := chapterOf(i)
		if chapter != last || skip(i) {
			o.breakOff()
			last = chapter
		}
		if skip(i) || s.picture || pageNumber.MatchString(s.text.text) {
			continue
		}
		o.read(i, s, chapter)
	}
	settleSevens(o.rows)
	return o.rows
}

// settleSevens takes the doubt off rows that lost their labels one after another:
// when figures set one to a line come out in sevens, none of them was lost.
func settleSevens(rows []observed) {
	for i := 0; i < len(rows); i++ {
		end := i
		for end < len(rows) && rows[end].doubtful && len(rows[end].written()) == fullRow {
			end++
		}
		if end > i && end < len(rows) && len(rows[end].fragments) == 0 && len(rows[end].written()) == fullRow {
			for k := i; k < end; k++ {
				rows[k].doubtful = false
			}
		}
		i = max(i, end-1)
	}
}

func (o *observer) breakOff() { o.pending, o.from, o.open, o.broken = nil, nil, false, true }

// read takes one strip.
func (o *observer) read(number int, s strip, chapter string) {
	label, figures := divide(s)
	switch {
	case len(label) == 0 && len(figures) == 0:
		return
	case len(figures) == 0:
		if tooLong(label) {
			o.breakOff()
			return
		}
		o.pending = append(o.pending, label...)
		if len(o.rows) > 0 && !o.broken {
			last := &o.rows[len(o.rows)-1]
			for _, l := range label {
				last.behind = append(last.behind, labelRunes(l.text.text))
			}
		}
		o.from = append(o.from, number)
		o.open = false
		return
	case len(label) == 0 && len(o.pending) == 0 && o.open && o.continues(figures):
		last := &o.rows[len(o.rows)-1]
		last.figures = append(last.figures, figures...)
		last.strips = append(last.strips, number)
		last.tabular = false
		return
	}
	if tooLong(label) {
		o.breakOff()
		return
	}
	row := observed{
		fragments: append(o.pending, label...), own: len(label), figures: figures,
		strips: append(o.from, number), chapter: chapter, grid: s.grid,
		tabular: s.grid > 0 || len(s.cells) > 1, width: len(s.cells), labelled: labelledCells(s), counted: s.counted(), gathered: s.gathered,
	}
	// Figures set one to a line that are left over show that one before was lost.
	if len(row.fragments) == 0 && len(o.rows) > 0 && o.open && !o.rows[len(o.rows)-1].tabular && len(figures) < fullRow {
		o.rows[len(o.rows)-1].doubtful = true
	}
	for _, part := range split(row) {
		for k, f := range part.fragments {
			if k > 0 && unitWords[f.text.text] {
				continue // a column of its own in the statistics table
			}
			part.runes = append(part.runes, labelRunes(withoutNote(f.text.text)))
		}
		o.rows = append(o.rows, part)
	}
	o.pending, o.from, o.open, o.broken = nil, nil, true, false
}

// unitWords are the units that the statistics table prints beside its labels.
var unitWords = map[string]bool{"条": true, "件": true, "次": true, "个": true, "人": true, "人次": true, "篇": true, "万元": true}

// fullRow is the number of figures in a row of table three.
const fullRow = 7

// continues reports whether figures that stand alone go on with the last row: not
// when there is no room for them, as for a row that lost its label.
func (o *observer) continues(figures []piece) bool {
	last := o.rows[len(o.rows)-1]
	return len(last.written())+len(figures) <= fullRow
}

func tooLong(label []piece) bool {
	for _, l := range label {
		if utf8.RuneCountInString(withoutNote(l.text.text)) > longestLabel || strings.Contains(l.text.text, "。") {
			return true
		}
	}
	return false
}

// divide parts the cells of a strip into label and figures. In a grid the empty
// cells behind the label count as figures; in a line they keep their positions but
// only between figures.
func divide(s strip) (label, figures []piece) {
	cells := s.closed()
	counted := s.counted()
	first := len(cells)
	lastWord := -1
	for i, cell := range cells {
		if hasHan(cell.text.text) && !figureLike(cell.text.text) {
			lastWord = i
		}
	}
	for i := lastWord + 1; i < len(cells); i++ {
		if figureLike(cells[i].text.text) || len(figuresIn(cells[i])) > 1 || (s.grid > 0 || counted) && lastWord >= 0 && strings.TrimSpace(cells[i].text.text) == "" {
			first = i
			break
		}
	}
	for _, cell := range cells[:min(first, len(cells))] {
		if strings.TrimSpace(cell.text.text) != "" {
			label = append(label, cell)
		}
	}
	figures = cells[first:]
	// A line that ends in blanks has no more figures; a grid has, and a row between bars.
	for s.grid == 0 && !counted && len(figures) > 0 && strings.TrimSpace(figures[len(figures)-1].text.text) == "" {
		figures = figures[:len(figures)-1]
	}
	if counted && !s.gathered && !anyFigure(figures) && len(figures) != fullRow {
		figures = nil // what stands behind the heads of a block
	}
	if s.grid > 0 && !anyFigure(figures) && len(figures) < fullRow {
		// Empty cells without a figure say nothing unless they are a row of them.
		if !(len(figures) > 0 && len(label) > 0) {
			return label, nil
		}
	}
	return unglue(label, slices.Clip(figures)) // rows grow; the strip must not
}

// labelledCells is how many cells of a strip there are up to the last that holds words.
func labelledCells(s strip) int {
	last := 0
	for i, cell := range s.cells {
		if hasHan(cell.text.text) && !figureLike(cell.text.text) {
			last = i + 1
		}
	}
	return last
}

func anyFigure(figures []piece) bool {
	for _, f := range figures {
		if figureLike(f.text.text) || len(figuresIn(f)) > 1 {
			return true
		}
	}
	return false
}

// itemNumber is the number of a label whose words stand elsewhere: “8.”.
var itemNumber = regexp.MustCompile(`^\d{1,2}[.、]$`)

// unglue takes figures off the end of a label they were run into: “（一）予以公开 0”.
func unglue(label, figures []piece) ([]piece, []piece) {
	if len(label) == 0 {
		return label, figures
	}
	last := label[len(label)-1]
	parts := splitFigures(last.text, last.place)
	if len(parts) < 2 || !hasHan(parts[0].text.text) && !itemNumber.MatchString(parts[0].text.text) {
		return label, figures
	}
	for i := range parts {
		parts[i].column = last.column // run into one cell, they have no columns of their own
	}
	label = append(label[:len(label)-1:len(label)-1], parts[0])
	return label, append(parts[1:len(parts):len(parts)], figures...)
}

// split takes a row apart whose cells hold several figures each: seven in one cell,
// or the figures of several rows one under another.
func split(row observed) []observed {
	lists := make([][]piece, len(row.figures))
	most, least := 0, -1
	for i, f := range row.figures {
		lists[i] = figuresIn(f)
		most = max(most, len(lists[i]))
		if least < 0 || len(lists[i]) < least {
			least = len(lists[i])
		}
	}
	if most <= 1 {
		return []observed{row}
	}
	if len(row.figures) == 1 || least != most {
		row.figures = nil
		for _, list := range lists {
			row.figures = append(row.figures, list...)
		}
		row.tabular = false
		return []observed{row}
	}
	labels := splitLabels(row.fragments, most)
	rows := make([]observed, most)
	for k := range rows {
		rows[k] = row
		rows[k].fragments = labels[k]
		rows[k].figures = nil
		for _, list := range lists {
			rows[k].figures = append(rows[k].figures, list[k])
		}
	}
	return rows
}

// figuresIn are the figures in one cell; the cell itself unless it holds several.
func figuresIn(cell piece) []piece {
	words := strings.Fields(cell.text.text)
	if len(words) < 2 {
		return []piece{cell}
	}
	for _, w := range words {
		if !plainFigure(w) {
			return []piece{cell}
		}
	}
	var figures []piece
	from := 0
	for _, w := range words {
		at := from + strings.Index(cell.text.text[from:], w)
		one := cell
		one.text = cell.text.cut(at, at+len(w))
		figures = append(figures, one)
		from = at + len(w)
	}
	return figures
}

// splitLabels gives each of n rows its label when one cell holds them line by line;
// otherwise the rows go without.
func splitLabels(fragments []piece, n int) [][]piece {
	labels := make([][]piece, n)
	if len(fragments) == 0 {
		return labels
	}
	last := fragments[len(fragments)-1]
	lines := strings.Split(last.text.text, "\n")
	if len(lines) != n {
		return labels
	}
	from := 0
	for k, line := range lines {
		one := last
		one.text = last.text.cut(from, from+len(line))
		labels[k] = []piece{one}
		from += len(line) + 1
	}
	return labels
}
