package xlsx

import (
	"fmt"
	"io"
	"strings"

	"gongkai/internal/document"
)

// proseSheet is the sheet that holds the title and the running text.
const proseSheet = "正文"

// Write writes doc to w as a workbook: the prose on the first sheet, in order,
// and one sheet for each table, named by its caption or else its name. It fails
// where a table's spans do not meet, on a date that is none and on text that is
// not UTF-8.
func Write(w io.Writer, doc *document.Document) error {
	b, err := newBook(proseSheet, about{
		title: doc.Title, subject: doc.Subject, organ: doc.Organ, keywords: strings.Join(doc.Keywords, "；"), id: doc.ID, date: doc.Date,
	})
	if err != nil {
		return fmt.Errorf("compose XLSX: %w", err)
	}
	err = b.fill(doc)
	if err != nil {
		b.Close()
		return fmt.Errorf("compose XLSX: %w", err)
	}
	return b.finish(w)
}

func (b *book) fill(doc *document.Document) error {
	p := &prose{book: b}
	err := p.opening(doc)
	if err != nil {
		return err
	}
	for i, block := range doc.Blocks {
		table, ok := block.(*document.Table)
		if ok && table != nil {
			name, err := b.addTable(table, doc.Title)
			if err != nil {
				return fmt.Errorf("block %d: %w", i+1, err)
			}
			err = p.pointer(name)
			if err != nil {
				return fmt.Errorf("block %d: %w", i+1, err)
			}
			continue
		}
		err := p.block(block)
		if err != nil {
			return fmt.Errorf("block %d: %w", i+1, err)
		}
	}
	return b.page(proseSheet, doc.Title, "portrait", 0, false)
}
