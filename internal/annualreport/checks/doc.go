// Package checks holds the cross-checks of an annual report, one file per check
// (Art. 50 and the 2021 format notice). A Check is data with one pure function:
// it can be listed, printed and cited, and carries an example that it must refuse
// and one that it must pass.
//
// Ledger is everything a check may look at. It is filled in by package
// annualreport from the registers and the report's text; a reader of published
// reports can fill it in as well. A cell that is unknown never breaks a check.
package checks
