// Package pagetest makes sample documents for the tests of the writers: an annual
// report of an invented town in the 2021 format with its three statutory tables.
// No program imports it.
package pagetest
