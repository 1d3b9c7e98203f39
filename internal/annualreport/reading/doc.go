// Package reading turns a published annual report, however damaged, into cells,
// statements and findings (Art. 47, Art. 49): what a supervising office reads by
// hand every January. It aligns what stands in a file with the statutory skeleton
// of its format generation — labels, order, spans, with the equations as evidence.
// It never guesses: a cell that cannot be decided is unknown, with its candidates,
// and a reading is never changed to make an equation true.
//
// Taking a file apart into lines and tables is left to the readers below docfile;
// they hand over a Source. The package is pure and deterministic and needs neither
// network nor model.
package reading
