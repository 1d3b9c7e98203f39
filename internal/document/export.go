package document

import "io"

// Export is one form in which a report can be taken away. Adapters provide a list
// of them; pages and commands offer what the list holds.
type Export struct {
	Name      string // file ending and URL segment: "pdf"
	Label     string // on the page: “PDF 版式文件”
	MediaType string
	// Write writes the document. data is the report's machine-readable value, for
	// forms that carry data and not pages.
	Write func(w io.Writer, d *Document, data any) error
}
