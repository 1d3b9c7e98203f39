package pdf

import (
	"fmt"
	"io"
	"time"

	"gongkai/internal/docfile/font"
	"gongkai/internal/docfile/page"
	"gongkai/internal/document"
)

// Write lays the document out with the given fonts, the embedded ones if nil, and
// writes it as PDF. It fails with a *font.MissingError, and writes nothing, when the
// document holds a character that no font draws.
func Write(w io.Writer, doc *document.Document, fonts *font.Set) error {
	if fonts == nil {
		fonts = font.Embedded()
	}
	day, err := time.Parse(time.DateOnly, doc.Date)
	if err != nil {
		return fmt.Errorf("write PDF of %q: read its date: %w", doc.Title, err)
	}
	book, err := page.Lay(doc, fonts)
	if err != nil {
		return fmt.Errorf("write PDF of %q: %w", doc.Title, err)
	}
	_, err = w.Write(encode(doc, book, day))
	if err != nil {
		return fmt.Errorf("write PDF of %q: %w", doc.Title, err)
	}
	return nil
}

// encode writes the whole file. Objects are numbered in the order they are asked for.
func encode(doc *document.Document, book *page.Book, day time.Time) []byte {
	f := &file{}
	catalog, pages := f.reserve(), f.reserve()
	fonts := collectFonts(book)
	resources := f.reserve()
	f.put(resources, "<</Font<<%s>>>>", fonts.write(f))

	pageObjects := make([]object, len(book.Pages))
	for i := range pageObjects {
		pageObjects[i] = f.reserve()
	}
	tree := newTree(book.Root)
	for i := range book.Pages {
		content := drawPage(&book.Pages[i], i, fonts, tree)
		stream := f.stream("", content)
		f.put(pageObjects[i], "<</Type/Page/Parent %v/MediaBox[0 0 %s %s]/Resources %v/Contents %v/StructParents %d/Tabs/S>>",
			pages, points(page.Width), points(page.Height), resources, stream, i)
	}
	f.put(pages, "<</Type/Pages/Count %d/Kids%s>>", len(pageObjects), list(pageObjects))

	structure := tree.write(f, pageObjects)
	entries := ""
	if outline, ok := writeOutline(f, book.Outline, pageObjects); ok {
		entries = fmt.Sprintf("/Outlines %v", outline)
	}
	metadata := f.plainStream("/Type/Metadata/Subtype/XML", xmp(doc, day))
	f.put(catalog, "<</Type/Catalog/Pages %v/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot %v"+
		"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %v%s>>", pages, structure, metadata, entries)
	info := f.add("%s", information(doc, day))
	return f.finish(catalog, info, identity(doc))
}
