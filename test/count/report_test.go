package main

import (
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	for _, c := range []struct {
		name   string
		events string
		before []string
		strict bool
		status int
		shown  []string // in this order
		last   string
	}{
		{
			name: "a package passes",
			events: `{"Action":"run","Package":"p","Test":"TestA"}
{"Action":"output","Package":"p","Test":"TestA","Output":"=== RUN   TestA\n"}
{"Action":"output","Package":"p","Test":"TestA","Output":"    a_test.go:3: chatter\n"}
{"Action":"pass","Package":"p","Test":"TestA/sub","Elapsed":0}
{"Action":"pass","Package":"p","Test":"TestA","Elapsed":0.1}
{"Action":"pass","Package":"p","Elapsed":0.25}
`,
			shown: []string{"ok    p  2 tests, 0.2 s"},
			last:  "2 passed, 0 failed, 0 skipped",
		},
		{
			name: "a failing test is shown with its output, its package once",
			events: `{"Action":"output","Package":"p","Test":"TestA","Output":"    a_test.go:3: Due(2026-03-02) = x, want y\n"}
{"Action":"fail","Package":"p","Test":"TestA","Elapsed":0.1}
{"Action":"fail","Package":"p","Elapsed":0.25}
`,
			status: 1,
			shown:  []string{"FAIL  p TestA\n", "a_test.go:3: Due(2026-03-02) = x, want y\n", "FAIL  p  "},
			last:   "0 passed, 1 failed, 0 skipped",
		},
		{
			name: "a package that does not build is a failure",
			events: `{"ImportPath":"p [p.test]","Action":"build-output","Output":"p/a.go:3:1: undefined: x\n"}
{"ImportPath":"p [p.test]","Action":"build-fail"}
{"Action":"fail","Package":"p","Elapsed":0,"FailedBuild":"p [p.test]"}
`,
			status: 1,
			shown:  []string{"FAIL  p  ", "p/a.go:3:1: undefined: x\n"},
			last:   "0 passed, 1 failed, 0 skipped",
		},
		{
			name: "a package that fails after its tests passed is a failure",
			events: `{"Action":"pass","Package":"p","Test":"TestA"}
{"Action":"output","Package":"p","Output":"stop PostgreSQL: it had ended by itself\n"}
{"Action":"fail","Package":"p"}
`,
			status: 1,
			shown:  []string{"FAIL  p  ", "stop PostgreSQL: it had ended by itself\n"},
			last:   "1 passed, 1 failed, 0 skipped",
		},
		{
			name:   "a skip is told with its reason",
			events: skipped,
			shown:  []string{"SKIP  p TestA\n", "a_test.go:3: no browser\n", "1 tests were SKIPPED"},
			last:   "1 passed, 0 failed, 1 skipped",
		},
		{
			name:   "a skip is a failure where CI is true",
			events: skipped,
			strict: true,
			status: 1,
			shown:  []string{"1 tests were SKIPPED"},
			last:   "1 passed, 0 failed, 1 skipped",
		},
		{
			name: "what a passing test could not examine is told once",
			events: `{"Action":"output","Package":"p","Test":"TestA","Output":"=== NOT TESTED ON POSTGRESQL: none ===\n"}
{"Action":"output","Package":"p","Test":"TestB","Output":"=== NOT TESTED ON POSTGRESQL: none ===\n"}
{"Action":"pass","Package":"p","Test":"TestA"}
`,
			shown: []string{"p: === NOT TESTED ON POSTGRESQL: none ===\n", "1 passed"},
			last:  "1 passed, 0 failed, 0 skipped",
		},
		{
			name: "what a passing test measured is told",
			events: `{"Action":"output","Package":"p","Test":"TestA","Output":"MEASURED form   reports\n"}
{"Action":"pass","Package":"p","Test":"TestA"}
`,
			shown: []string{"form   reports\n", "1 passed"},
			last:  "1 passed, 0 failed, 0 skipped",
		},
		{
			name:   "a package without tests is no skip",
			events: `{"Action":"pass","Package":"p","Test":"TestA"}` + "\n" + `{"Action":"skip","Package":"q"}` + "\n",
			last:   "1 passed, 0 failed, 0 skipped",
		},
		{
			name:   "a step that failed before counts",
			events: `{"Action":"pass","Package":"p","Test":"TestA"}` + "\n",
			before: []string{"go vet"},
			status: 1,
			shown:  []string{"FAIL  go vet\n"},
			last:   "1 passed, 1 failed, 0 skipped",
		},
		{
			name:   "no events at all is a failure",
			status: 1,
			last:   "0 passed, 0 failed, 0 skipped",
		},
		{
			name:   "a line that is no event is shown and counts",
			events: "go: cannot find main module\n",
			status: 1,
			shown:  []string{"go: cannot find main module\n"},
			last:   "0 passed, 1 failed, 0 skipped",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			status := run(strings.NewReader(c.events), &out, c.before, c.strict)
			if status != c.status {
				t.Errorf("run = %d, want %d", status, c.status)
			}
			rest := out.String()
			for _, want := range c.shown {
				_, after, found := strings.Cut(rest, want)
				if !found {
					t.Fatalf("run printed\n%s\nwant %q after what was found before", out.String(), want)
				}
				rest = after
			}
			if !strings.HasSuffix("\n"+out.String(), "\n"+c.last+"\n") {
				t.Errorf("run printed\n%s\nwant the last line %q", out.String(), c.last)
			}
		})
	}
}

const skipped = `{"Action":"pass","Package":"p","Test":"TestB"}
{"Action":"output","Package":"p","Test":"TestA","Output":"    a_test.go:3: no browser\n"}
{"Action":"output","Package":"p","Test":"TestA","Output":"--- SKIP: TestA (0.00s)\n"}
{"Action":"skip","Package":"p","Test":"TestA"}
`
