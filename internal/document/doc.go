// Package document holds what a report or a letter says as a plain value:
// headings, paragraphs, tables and a signature, in reading order. Features
// compose it; the web page and the PDF, DOCX and XLSX writers draw it. Because
// all of them draw the same value, a number cannot differ between them.
//
// The package leaves fonts, page geometry and markup to its writers. Its one
// rule is the table grid: every slot of a table is owned by exactly one cell.
package document
