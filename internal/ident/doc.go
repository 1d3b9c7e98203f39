// Package ident makes the identifiers of records: 26 lower-case characters that
// sort as text in the order they were made. The first ten say when, to the
// millisecond; the rest are random. They are ULIDs in small letters.
//
// An identifier tells its time and the next one can be guessed, so it is no
// secret: query codes and session tokens are made elsewhere.
package ident
