// Package source takes published reports apart: web pages, DOCX, XLSX, Markdown,
// plain text and PDF become a reading.Source, lines and tables in reading order
// with the place of each. What a file is, is told from its content.
//
// The files are foreign and may be damaged or hostile: every reader works in
// bounded time and memory, refuses with a typed error that a clerk can act on, and
// notes in Source.Lost what it had to leave out. The readers add nothing and fold
// nothing: what text means is left to package reading, PDF to package pdfsource.
package source
