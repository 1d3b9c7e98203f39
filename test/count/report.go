package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// event is one line of go test -json (see go doc test2json). Events of a build
// carry ImportPath instead of Package.
type event struct {
	Action, Package, Test, Output, ImportPath, FailedBuild string
	Elapsed                                                float64 // seconds
}

// place is a test, or a package where Test is empty.
type place struct{ pkg, test string }

// report collects events and prints what matters as soon as it is known.
type report struct {
	out                     io.Writer
	passed, failed, skipped int
	output                  map[place][]string // lines not printed yet
	built                   map[string][]string
	tests                   map[string]int  // passed tests by package
	broken                  map[string]bool // packages with a failing test
	said                    map[string]bool // NOT TESTED lines already printed
	skips                   []string
}

func newReport(out io.Writer) *report {
	return &report{
		out: out, output: map[place][]string{}, built: map[string][]string{},
		tests: map[string]int{}, broken: map[string]bool{}, said: map[string]bool{},
	}
}

// read takes events to the end. A line that is no event, as a crashing go command
// prints, is shown as it is and counts as a failure.
func (r *report) read(in io.Reader) error {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			r.line(line)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (r *report) line(line []byte) {
	var e event
	err := json.Unmarshal(line, &e)
	if err != nil {
		fmt.Fprintf(r.out, "%s\n", strings.TrimRight(string(line), "\n"))
		r.failed++
		return
	}
	at := place{e.Package, e.Test}
	switch e.Action {
	case "output":
		r.aloud(e)
		r.output[at] = append(r.output[at], e.Output)
	case "build-output":
		r.built[e.ImportPath] = append(r.built[e.ImportPath], e.Output)
	case "pass":
		r.pass(at, e)
	case "skip":
		r.skip(at)
	case "fail":
		r.fail(at, e)
	}
}

func (r *report) aloud(e event) {
	text := strings.TrimSpace(e.Output)
	measured, found := strings.CutPrefix(text, "MEASURED ")
	if found {
		fmt.Fprintln(r.out, measured)
		return
	}
	if !strings.Contains(text, "NOT TESTED") || r.said[text] {
		return
	}
	r.said[text] = true
	fmt.Fprintf(r.out, "%s: %s\n", e.Package, text)
}

func (r *report) pass(at place, e event) {
	if at.test == "" {
		fmt.Fprintf(r.out, "ok    %s  %d tests, %.1f s\n", at.pkg, r.tests[at.pkg], e.Elapsed)
	} else {
		r.passed++
		r.tests[at.pkg]++
	}
	delete(r.output, at)
}

// skip counts a skipped test. A package is "skipped" when it has no tests.
func (r *report) skip(at place) {
	if at.test != "" {
		r.skipped++
		r.skips = append(r.skips, fmt.Sprintf("SKIP  %s %s\n%s", at.pkg, at.test, indent(r.output[at])))
	}
	delete(r.output, at)
}

func (r *report) fail(at place, e event) {
	lines := r.output[at]
	delete(r.output, at)
	if at.test != "" {
		r.failed++
		r.broken[at.pkg] = true
		fmt.Fprintf(r.out, "FAIL  %s %s\n%s", at.pkg, at.test, indent(lines))
		return
	}
	fmt.Fprintf(r.out, "FAIL  %s  %.1f s\n", at.pkg, e.Elapsed)
	if r.broken[at.pkg] {
		return
	}
	r.failed++
	fmt.Fprint(r.out, indent(r.built[e.FailedBuild]), indent(lines))
}

// indent drops what the go command says about the run itself and moves the rest
// under its heading.
func indent(lines []string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.Join(lines, "")) {
		text := strings.TrimSpace(line)
		if text == "" || strings.HasPrefix(text, "=== ") && !strings.Contains(text, "NOT TESTED") || strings.HasPrefix(text, "--- ") {
			continue
		}
		b.WriteString("      " + strings.TrimRight(line, "\n") + "\n")
	}
	return b.String()
}

// close prints the skips and the closing line.
func (r *report) close() {
	for _, s := range r.skips {
		fmt.Fprint(r.out, s)
	}
	if len(r.skips) > 0 {
		fmt.Fprintf(r.out, "!!!   %d tests were SKIPPED: what they examine is not known to work\n", len(r.skips))
	}
	fmt.Fprintf(r.out, "%d passed, %d failed, %d skipped\n", r.passed, r.failed, r.skipped)
}
