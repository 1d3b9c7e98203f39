package reportfile

import (
	"os"
	"runtime"
	"testing"
)

// TestKeptRecordsLeaveNothingBehind: a program that is killed while it reads thousands
// of reports must not fill the disk, file by file.
func TestKeptRecordsLeaveNothingBehind(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	k, err := newKept()
	if err != nil {
		t.Fatal(err)
	}
	first, err := k.add([]byte("一"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := k.add([]byte("二"))
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS == "linux" && there(t) != 0 {
		t.Errorf("%d files while it is open, want none that a kill would leave", there(t))
	}
	for _, c := range []struct {
		r    record
		want string
	}{{second, "二"}, {first, "一"}} {
		got, err := k.fetch(c.r)
		if err != nil || string(got) != c.want {
			t.Errorf("fetch(%v) = %q, %v, want %q", c.r, got, err, c.want)
		}
	}
	err = k.close()
	if err != nil || there(t) != 0 {
		t.Errorf("close() = %v with %d files left, want none", err, there(t))
	}
}

func there(t *testing.T) int {
	t.Helper()
	files, err := os.ReadDir(os.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return len(files)
}
