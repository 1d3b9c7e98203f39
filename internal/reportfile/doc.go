// Package reportfile is where published annual reports meet files: folders are
// walked, each file is taken apart and read, what was read of many files is brought
// together, compared across years and written as JSON or as a workbook.
//
// Taking files apart is docfile's, understanding them annualreport/reading's, and
// what two years owe each other stands in annualreport/checks. The files are
// foreign: one that cannot be read becomes an entry that says why and stops no
// other. Whole readings are kept in a temporary file, so that memory holds an
// outline of each report and no text.
//
// Collections does the same as a job over the originals of package collection,
// which keeps what comes of it; Unpack takes a ZIP of reports apart.
package reportfile
