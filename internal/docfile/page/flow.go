package page

import "strconv"

// flow places the boxes. Boxes that keep together form a chain, which moves to the
// next page where it does not fit, as long as one page can hold it.
func (l *layout) flow() {
	p := placer{book: l.book, y: top}
	p.book.Pages = make([]Page, 1)
	for i := 0; i < len(l.boxes); {
		end, height := i, Length(0)
		for {
			height += l.boxes[end].height
			end++
			if end == len(l.boxes) || !l.boxes[end-1].keep {
				break
			}
		}
		if p.y+height > bottom && p.y > top && height <= bottom-top {
			p.turn()
		}
		for _, b := range l.boxes[i:end] {
			p.put(b)
		}
		i = end
	}
}

// placer is the place where the next box goes.
type placer struct {
	book *Book
	y    Length
}

func (p *placer) page() *Page { return &p.book.Pages[len(p.book.Pages)-1] }

func (p *placer) turn() {
	p.book.Pages = append(p.book.Pages, Page{})
	p.y = top
}

func (p *placer) put(b box) {
	if b.blank && p.y == top && len(p.book.Pages) > 1 {
		return
	}
	if p.y+b.height > bottom && p.y > top {
		p.turn()
		if b.blank {
			return
		}
	}
	if b.table != nil {
		p.divide(b.table)
		return
	}
	if b.entry != nil {
		entry := *b.entry
		entry.Page, entry.Y = len(p.book.Pages)-1, p.y
		p.book.Outline = append(p.book.Outline, entry)
	}
	p.draw(b.runs, b.lines)
	p.y += b.height
}

// draw copies what counts from the box's upper edge to the page.
func (p *placer) draw(runs []Run, lines []Line) {
	page := p.page()
	for _, run := range runs {
		run.Y += p.y
		page.Runs = append(page.Runs, run)
	}
	for _, line := range lines {
		line.Y1 += p.y
		line.Y2 += p.y
		page.Lines = append(page.Lines, line)
	}
}

// divide places a table part by part.
func (p *placer) divide(t *table) {
	for i, part := range t.parts(bottom-p.y, bottom-top) {
		if i > 0 {
			p.turn()
		}
		p.draw(part.runs, part.lines)
		p.y += part.height
	}
}

// numbers sets the page numbers of GB/T 9704, 7.5: — 1 — in 4 号, one character in
// from the outer edge, right on odd pages and left on even ones.
func (l *layout) numbers() {
	const size = 14 * Point
	for i := range l.book.Pages {
		line := l.measure("— "+strconv.Itoa(i+1)+" —", 0, size, 0)
		x := left + size
		if i%2 == 0 {
			x = left + measure - size - extent(line)
		}
		l.book.Pages[i].Runs = append(l.book.Pages[i].Runs, runs(line, x, numberLine, nil)...)
	}
}
