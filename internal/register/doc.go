// Package register says what each statutory ledger (登记簿) of an organ records:
// its fields, the key that makes a record unique, and which of its dates place
// it in a year. A Definition is data. The storage statements, the form, the list,
// the import template, the import itself and the drill-down of a report cell are
// all made from it, so a new ledger is one file here and one line in All.
//
// A Count says which records of a ledger a figure of the annual report counts
// (Art. 50). The number and the list behind it come from the same Count.
//
// The package leaves workflows (who may change a record when) to the features
// and SQL to the store. It is pure: dates and records are arguments.
package register
