// Command count reads the events of `go test -json` on standard input and prints
// what a person needs: a line per package, the output of what failed, every skip
// aloud, and at the very end the plain line
//
//	12 passed, 0 failed, 0 skipped
//
// It counts tests and subtests alike, as the go command reports them. A package
// that fails without a failing test (it does not build, its TestMain gave up)
// counts as one failure. The exit status is 1 when anything failed, when nothing
// was counted, and, with CI=true, when anything was skipped.
//
// Its arguments name steps that failed before the tests; each counts as a failure.
//
// A test that cannot examine something on this machine says NOT TESTED and why;
// count repeats such a line even when the test passes. So it does with lines that
// begin with MEASURED, which tests print of what they measured.
package main
