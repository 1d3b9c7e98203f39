package page

import (
	"strings"

	"gongkai/internal/docfile/font"
	"gongkai/internal/document"
)

// Sizes beside the body's.
const (
	titleSize    = 22 * Point // 2 号
	titleLeading = 36 * Point
	noteSize     = 12 * Point
	noteLeading  = 20 * Point
)

// title sets the title, centred in even lines, and the notes below it.
func (l *layout) title(doc *document.Document) {
	units := l.measure(doc.Title, font.SongBold, titleSize, 0)
	if len(trim(units)) > 0 {
		node := l.book.Root.add(Heading1)
		lines, _ := balance(units, measure, doc.Organ)
		for _, line := range lines {
			l.line(line, centred(line, left, measure), titleLeading, titleSize, node, true)
		}
		if len(doc.Notes) == 0 {
			l.space(leading/2, true)
		}
	}
	for _, note := range doc.Notes {
		node := l.book.Root.add(Paragraph)
		lines, _ := balance(l.measure(note, font.Kai, noteSize, 0), measure)
		for _, line := range lines {
			l.line(line, centred(line, left, measure), noteLeading, noteSize, node, true)
		}
	}
	if len(doc.Notes) > 0 {
		l.space(leading/2, true)
	}
}

// centred returns where a line begins that stands in the middle of a room. Empty
// halves of punctuation at its ends do not count, so that what is seen is centred.
func centred(line []unit, x, width Length) Length {
	at := x + (width-extent(line))/2
	if len(line) == 0 {
		return at
	}
	first, last := line[0], line[len(line)-1]
	if strings.ContainsRune(opening, first.r) {
		at -= first.size / 4
	}
	if strings.ContainsRune(closing, last.r) {
		at += last.size / 4
	}
	return at
}

// heading sets a heading, indented like a paragraph, and keeps it with what follows.
func (l *layout) heading(h document.Heading) {
	level := min(max(h.Level, 1), 3)
	style := [...]font.Style{font.Hei, font.Kai, font.Song}[level-1]
	node := l.book.Root.add([...]Kind{Heading2, Heading3, Heading4}[level-1])
	first := len(l.boxes)
	l.text(l.measure(h.Text, style, body, pitch), indent, node)
	for i := first; i < len(l.boxes); i++ {
		l.boxes[i].keep = true
	}
	if first < len(l.boxes) {
		l.boxes[first].entry = &Entry{Level: level, Text: h.Text}
	}
}

// paragraph sets running text. Its first two and its last two lines stay together;
// before a signature, the last ones also stay with it, so that no page holds a
// signature alone.
func (l *layout) paragraph(p document.Paragraph, signed bool) {
	var units []unit
	for _, run := range p.Runs {
		style := font.Song
		if run.Strong {
			style = font.SongBold
		}
		units = append(units, l.measure(run.Text, style, body, pitch)...)
	}
	shift := indent
	if p.NoIndent {
		shift = 0
	}
	first := len(l.boxes)
	l.text(units, shift, l.book.Root.add(Paragraph))
	last := len(l.boxes) - 1
	if last > first {
		l.boxes[first].keep, l.boxes[last-1].keep = true, true
	}
	if last >= first {
		l.boxes[last].keep = signed
	}
}

func (l *layout) text(units []unit, shift Length, node *Node) {
	for i, line := range fill(units, measure, shift) {
		x := left
		if i == 0 {
			x += shift
		}
		l.line(line, x, leading, body, node, false)
	}
}

// signature sets the organ above the date as GB/T 9704, 7.3.5.1 asks of a sealed
// document: the date ends four characters from the right, the organ is centred on
// the date. Two lines above leave room for the seal.
func (l *layout) signature(s document.Signature) {
	l.space(leading, true)
	l.space(leading, true)
	date := trim(l.measure(s.Date, font.Song, body, pitch))
	dateX := left + measure - 4*pitch - extent(date)
	if s.Organ != "" {
		node := l.book.Root.add(Paragraph)
		lines, _ := balance(l.measure(s.Organ, font.Song, body, pitch), measure-2*pitch)
		for _, line := range lines {
			x := centred(line, dateX, extent(date))
			x = min(x, left+measure-extent(line)-pitch)
			l.line(line, max(x, left), leading, body, node, true)
		}
	}
	l.line(date, max(dateX, left), leading, body, l.book.Root.add(Paragraph), false)
}
