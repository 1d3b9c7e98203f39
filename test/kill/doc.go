// Package kill ends the program by force in the middle of its longest changes, an
// import, a signing, a publication, and looks at what is left: all of the change
// or none of it, with a line in the trail if and only if it happened, in a
// database that opens and in which the work can be finished.
package kill
