package source

import (
	"errors"
	"fmt"
	"strings"

	"gongkai/internal/annualreport/reading"
)

// builder gathers a file's blocks and keeps them within the limits.
type builder struct {
	source   reading.Source
	limits   Limits
	tables   int
	cells    int
	pictures int
	overflow error
}

func newBuilder(name string, limits Limits) *builder {
	return &builder{source: reading.Source{File: name, Meta: map[string]string{}}, limits: limits}
}

// lose notes what could not be read.
func (b *builder) lose(sentence string) {
	b.source.Lost = append(b.source.Lost, sentence)
}

// full reports whether a limit is passed, so that readers may stop early.
func (b *builder) full() bool { return b.overflow != nil }

func (b *builder) add(block reading.Block) {
	if len(b.source.Blocks) >= b.limits.Blocks {
		b.overflow = errors.New("too many blocks")
		return
	}
	b.source.Blocks = append(b.source.Blocks, block)
}

// line adds a line or paragraph; one without text is left out.
func (b *builder) line(text string, heading int, place reading.Place) {
	text = strings.TrimSpace(text)
	if text != "" {
		b.add(reading.Block{Text: text, Heading: heading, Place: place})
	}
}

func (b *builder) picture(place reading.Place) {
	b.pictures++
	b.add(reading.Block{Picture: true, Place: place})
}

// table adds a grid, numbers it and its cells; a grid without text is left out.
func (b *builder) table(g *reading.Grid, place reading.Place) {
	b.cells += len(g.Cells)
	if b.cells > b.limits.Cells {
		b.overflow = errors.New("too many cells")
		return
	}
	blank := true
	for i := range g.Cells {
		blank = blank && strings.TrimSpace(g.Cells[i].Text) == ""
	}
	if blank {
		return
	}
	b.tables++
	place.Table = b.tables
	for i := range g.Cells {
		c := &g.Cells[i]
		c.Place.Table, c.Place.Row, c.Place.Column = b.tables, c.Row+1, c.Column+1
	}
	b.add(reading.Block{Table: g, Place: place})
}

// finish hands the source over.
func (b *builder) finish() (reading.Source, error) {
	if b.overflow != nil {
		return reading.Source{}, &Error{Code: TooMuch, Err: b.overflow}
	}
	if b.pictures > 0 {
		b.lose(fmt.Sprintf("文件中有 %d 幅图片，图片里的文字和表格不能读取。", b.pictures))
	}
	if len(b.source.Blocks) == 0 {
		return reading.Source{}, &Error{Code: Empty}
	}
	return b.source, nil
}
