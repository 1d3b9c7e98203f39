// Package xlsx writes workbooks: a document value with one sheet for each of its
// tables, a register of any length as a stream of rows, and the template that a
// clerk fills in for an import.
//
// Figures are stored as numbers and everything else as text, so that no text is
// ever run as a formula. The same input gives the same bytes. Reading workbooks
// is left to package sheet.
package xlsx
