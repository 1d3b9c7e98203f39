// Package page lays a document out on A4 pages as GB/T 9704 asks: 22 lines of 28
// characters, indents, line-break taboos, page numbers, statutory tables. Its
// result is a display list, text runs and line segments with absolute places
// beside the tree that says what each run belongs to. File formats are back ends
// that write this list down; none of them decides where anything goes.
//
// All measures are whole thousandths of a point, so that the same document gives
// the same pages on every machine.
//
// The package leaves glyphs to font and file syntax to the back ends.
//
// Provisions: GB/T 9704-2012 (page, sizes, headings, signature, page numbers),
// GB/T 15834-2011 (where punctuation may stand).
package page
