// Package sheet reads tables that offices hand in, XLSX workbooks and CSV files,
// as rows of text with their positions. It is for foreign files: every limit is
// checked while reading, damage and old formats are refused with a typed error,
// and what Excel may have done to a value is reported with it.
//
// The package leaves the meaning of columns to the import that calls it, and
// writing to package xlsx.
package sheet
