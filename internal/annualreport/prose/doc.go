// Package prose reads the running text of an annual report: which numbers it
// states, what they count and which figures of the report it says to be none.
// Its answers use the names of report cells and of the figures beside them, such
// as "req.granted.total" or "item.total", and byte offsets into the text it was
// given.
//
// It never guesses. A number whose meaning the words around it do not decide is
// reported without a meaning.
//
// It leaves to others: cleaning damaged text, the tables, and the comparison of
// what it read with a register.
//
// Provisions carried out: Art. 50 (what a report has to state), read from the
// wording that the format notices of 2019 and 2021 brought into use.
package prose
