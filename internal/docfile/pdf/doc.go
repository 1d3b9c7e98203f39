// Package pdf writes a document as PDF 1.7: embedded subsets of its fonts with the
// Unicode text behind every glyph, a structure tree for readers who listen (title,
// headings, paragraphs, tables with head cells and spans), bookmarks, and metadata.
// Everything in the file comes from the document, dates and identifiers too, so that
// the same document written twice by one build gives the same bytes.
//
// Where things stand is decided in page; this package only writes it down. It makes
// no claim of PDF/A or PDF/UA, which would need a validator's word.
//
// Provisions: ISO 32000-1:2008.
package pdf
