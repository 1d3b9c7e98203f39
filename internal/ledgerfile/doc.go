// Package ledgerfile is where registers meet files: a workbook or CSV file becomes
// rows for an import, a definition becomes a template to be filled in, a register
// becomes a file to be taken away, and an uploaded file is carried through
// examination, confirmation and import.
//
// The package leaves reading and writing of formats to docfile, what a row means
// to register, and the order of work to the queue of job. An uploaded file is kept
// in a folder until its import is done; nodes that share a queue share the folder.
package ledgerfile
