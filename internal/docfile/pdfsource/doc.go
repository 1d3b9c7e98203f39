// Package pdfsource takes a PDF with a text layer apart into lines and tables: it
// decodes each character's Unicode value and position, turns drawn lines into the
// cells of tables, joins tables across pages and leaves page numbers out.
//
// It reads objects with a small parser of its own. The files are foreign: the
// libraries that can be had overflow the stack on objects that refer to themselves,
// which ends the whole program and cannot be caught. Here every reference is
// followed with a guard, a damaged cross-reference table is rebuilt, and size,
// pages, cells and time are bounded.
//
// What the text means is left to package reading; pictures of pages are only noted.
package pdfsource
