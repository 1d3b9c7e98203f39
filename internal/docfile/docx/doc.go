// Package docx writes a document value as a WordprocessingML file that opens in
// Word and WPS as a public official would lay it out: A4 with the margins, type
// sizes, line grid and page numbers of GB/T 9704-2012, headings that fill the
// navigation pane, statutory tables with true merged cells.
//
// The package leaves the wording to the features that compose the document and
// never embeds fonts: it names those that the standard asks for and lists
// substitutes. The same document always gives the same bytes.
package docx
