package house

import (
	"regexp"
	"strings"
	"testing"
)

// started is a call that starts or looks for a program by a literal name.
var started = regexp.MustCompile(`exec\.(?:CommandContext\([^,]+, ?|Command\(|LookPath\()"([^"]+)"`)

// TestProgramsOfTestsAreInstalled holds test/prepare to what tests start: one that
// is missing there fails on a clean machine only.
func TestProgramsOfTestsAreInstalled(t *testing.T) {
	installed := map[string]bool{"go": true, "git": true}
	_, list, found := strings.Cut(document(t, "test/prepare").text, "needs='\n")
	list, _, closed := strings.Cut(list, "'")
	if !found || !closed {
		t.Fatal("test/prepare has no list of needs")
	}
	for line := range strings.Lines(list) {
		fields := strings.Fields(line)
		if len(fields) != 2 {
			t.Errorf("test/prepare: %q is not a program and its package", line)
			continue
		}
		installed[fields[0]] = true
	}
	for _, f := range goFiles(t) {
		if !f.test() && !strings.HasPrefix(f.path, "test/") {
			continue
		}
		for _, m := range started.FindAllStringSubmatchIndex(f.text, -1) {
			program := f.text[m[2]:m[3]]
			if !installed[program] {
				t.Errorf("%s:%d starts %s, which test/prepare does not install", f.path, f.lineAt(m[0]), program)
			}
		}
	}
}
