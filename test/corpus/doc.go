// Package corpus is a collection of annual reports that were made for the purpose:
// invented organs, known figures, and the kinds of damage that published reports
// are met in. Its tests read every one of them and count what was read right, what
// was left open and, above all, what was invented.
//
// A fixture says for every cell what a careful person can know from the damaged
// file alone. Where the damage destroyed a figure, the cell is unknown, and a
// reader that states it has invented it. Expectations are never softened to make
// a reader pass.
//
// Most fixtures are generated, the same bytes at every run, from three lists: the
// organs (organ.go), the wordings (voice*.go) and the forms of damage (form*.go).
// Those under testdata were written by hand. Slips (slip.go) put known errors into
// sound reports, which the checks have to find.
package corpus
