package pdfsource

import (
	"strings"

	"gongkai/internal/annualreport/reading"
)

// writer turns laid pages into blocks: it joins lines to paragraphs and tables
// across pages.
type writer struct {
	source *reading.Source
	body   body
	limits Limits
	err    error
	tables int
	cells  int

	paragraph string
	place     reading.Place
	last      *line // of the paragraph under way
	lastPage  int

	table *table // under way
	from  reading.Place
}

func (w *writer) sheet(s *sheet) {
	first := true
	for i := range s.items {
		it := &s.items[i]
		if it.furniture {
			continue
		}
		place := reading.Place{Page: s.number, Line: it.number}
		switch {
		case it.line != nil:
			w.endTable()
			w.line(it.line, place)
		case it.table != nil:
			w.endParagraph()
			if first && w.table != nil && w.from.Page < s.number && w.table.continues(it.table) {
				w.table.join(it.table)
			} else {
				w.endTable()
				w.table, w.from = it.table, place
			}
		default:
			w.flush()
			w.source.Blocks = append(w.source.Blocks, reading.Block{Picture: true, Place: place})
		}
		first = false
	}
}

func (w *writer) line(l *line, place reading.Place) {
	if w.last != nil && w.body.goesOn(w.last, l, w.lastPage == place.Page) {
		w.paragraph = joinLines(w.paragraph, l.text)
	} else {
		w.endParagraph()
		w.paragraph, w.place = l.text, place
	}
	w.last, w.lastPage = l, place.Page
}

func (w *writer) flush() {
	w.endParagraph()
	w.endTable()
}

func (w *writer) endParagraph() {
	text := strings.Trim(w.paragraph, " \n")
	if text != "" {
		w.source.Blocks = append(w.source.Blocks, reading.Block{Text: text, Place: w.place})
	}
	w.paragraph, w.last = "", nil
}

func (w *writer) endTable() {
	t := w.table
	w.table = nil
	if t == nil {
		return
	}
	grid := t.grid()
	w.cells += len(grid.Cells)
	if w.cells > w.limits.Cells {
		w.err = ErrTooMuch
		return
	}
	w.tables++
	w.from.Table = w.tables
	for i := range grid.Cells {
		c := &grid.Cells[i]
		c.Place.Table, c.Place.Row, c.Place.Column = w.tables, c.Row+1, c.Column+1
	}
	w.source.Blocks = append(w.source.Blocks, reading.Block{Table: grid, Place: w.from})
}
