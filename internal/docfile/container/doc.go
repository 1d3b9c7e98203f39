// Package container opens the archives that office programs write, DOCX and XLSX,
// within bounds: the files come from outside, and a small one may unpack to
// gigabytes. What stands in the parts is the business of who reads them.
package container
