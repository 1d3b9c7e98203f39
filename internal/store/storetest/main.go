package storetest

import (
	"fmt"
	"os"
	"testing"
)

// Main runs the tests of a package and then stops the PostgreSQL they may have
// started, whether they passed or not.
func Main(m *testing.M) {
	shared.main = true
	code := m.Run()
	err := shared.stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "stop PostgreSQL:", err)
		code = max(code, 1)
	}
	os.Exit(code)
}
