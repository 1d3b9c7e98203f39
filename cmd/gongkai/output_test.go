package main

import (
	"errors"
	"strings"
	"testing"
)

// full is standard output on a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// TestLostOutputIsNotDone: a result that nobody got is not reported as done.
func TestLostOutputIsNotDone(t *testing.T) {
	for _, args := range [][]string{
		{"calendar", "add", "2024-01-30", "20"},
		{"calendar", "add", "2024-01-30", "20", "--format", "json"},
		{"calendar", "remedy", "--served", "2025-01-22"},
		{"fee", "--method", "page", "--pages", "250"},
		{"migrate", "--data", t.TempDir()},
	} {
		var errOut strings.Builder
		code := run(t.Context(), args, full{}, &errOut)
		if code != exitRefused || !strings.Contains(errOut.String(), "no space left") || notASentence(errOut.String()) != "" {
			t.Errorf("%s on a full disk = %d: %q, want %d and the reason", strings.Join(args, " "), code, errOut.String(), exitRefused)
		}
	}
}
