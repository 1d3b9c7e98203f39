// Package reporttest makes a document of the shape of a whole annual report in
// the 2021 format, for the tests of the writers: six chapters and the three
// statutory tables with figures whose sums hold. The organ is invented.
package reporttest
