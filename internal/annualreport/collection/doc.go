// Package collection holds the published reports that a supervising office collects
// every January, or that an organ brings along from its old site: the original
// files, what was found in each, and what a person decided about every finding —
// accepted, or to be returned to the organ (Art. 49, Art. 50).
//
// Reading a file is the business of package reading and of the adapters that take
// files apart; this package keeps their outcome. A report that is wanted in the
// organ's own history is adopted by package annualreport.
package collection
