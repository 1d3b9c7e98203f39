// Package lawdocs holds the tests of the documents beside it: the table of
// articles (articles.md), the readings taken where a norm leaves a choice
// (readings.md) and the departures from a norm (departures.md). A citation in the
// program that the table does not list, or a reading that is not written down,
// fails here.
//
// The package leaves to the documents what a provision says and to the reader of
// the law whether the summary is right.
package lawdocs
