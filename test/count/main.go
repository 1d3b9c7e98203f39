package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	os.Exit(run(os.Stdin, os.Stdout, os.Args[1:], os.Getenv("CI") == "true"))
}

// run reports on the events of in, and on the steps that failed before them, and
// returns the exit status.
func run(in io.Reader, out io.Writer, before []string, strict bool) int {
	r := newReport(out)
	err := r.read(in)
	if err != nil {
		fmt.Fprintf(out, "read the events of go test: %v\n", err)
		r.failed++
	}
	for _, step := range before {
		fmt.Fprintf(out, "FAIL  %s\n", step)
		r.failed++
	}
	r.close()
	nothing := r.passed+r.failed+r.skipped == 0
	if r.failed > 0 || nothing || strict && r.skipped > 0 {
		return 1
	}
	return 0
}
