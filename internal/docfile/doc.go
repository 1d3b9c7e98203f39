// Package docfile lists the forms in which a document of the product can be taken
// away. Each form is a writer of its own below this folder and a line in Exports;
// pages and commands offer what the list holds.
package docfile
