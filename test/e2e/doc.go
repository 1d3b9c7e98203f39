// Package e2e tries the whole product as its users meet it: the built program, on
// the data of its demonstration, through the pages of a real browser. A journey
// follows a person from signing in to what was wanted; it clicks what can be seen,
// and only where nothing covers it. One test walks every page and looks for what a
// journey passes by: barriers that axe-core finds, pages that scroll sideways.
//
// It needs Chromium and, for the barriers, axe-core; test/prepare brings both. What
// rules say about single dates, figures and checks is left to the packages that
// hold them.
//
// It carries out, as far as a test can, the accessibility that GB/T 37668 asks of
// government sites and Art. 49 and 50 on annual reports.
package e2e
