package storetest_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

func TestEnginesAreMigratedAndApart(t *testing.T) {
	first, second := storetest.Engines(t), storetest.Engines(t)
	for i, engine := range first {
		if engine.URL == second[i].URL {
			t.Errorf("two tests share %s", engine.URL)
		}
		if engine.DB.Engine() != engine.Name {
			t.Errorf("Engine() = %s, want %s", engine.DB.Engine(), engine.Name)
		}
		pending, err := engine.DB.Pending(t.Context())
		if err != nil || len(pending) != 0 {
			t.Errorf("%s: Pending() = %v, %v, want none", engine.Name, pending, err)
		}
	}
	if required() && len(first) != 2 {
		t.Errorf("Engines() = %d engines, want 2", len(first))
	}
}

func required() bool {
	return os.Getenv("CI") == "true" || os.Getenv("GONGKAI_REQUIRE_POSTGRES") == "1"
}

// TestHelperHangs is run by TestKilledTestsLeaveNoServer in a process of its own.
func TestHelperHangs(t *testing.T) {
	ready := os.Getenv("GONGKAI_HANG")
	if ready == "" {
		return
	}
	storetest.Engines(t)
	err := os.WriteFile(ready, nil, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	select {}
}

func TestKilledTestsLeaveNoServer(t *testing.T) {
	if os.Getenv("GONGKAI_TEST_POSTGRES") != "" || len(storetest.Engines(t)) == 1 {
		t.Log("no cluster of our own to leave behind")
		return
	}
	temp, err := os.MkdirTemp("", "killed-") // not t.TempDir: the server's user must get in
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(temp)
	err = os.Chmod(temp, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	ready := filepath.Join(t.TempDir(), "ready")
	child := exec.Command(os.Args[0], "-test.run=^TestHelperHangs$")
	child.Env = append(os.Environ(), "GONGKAI_HANG="+ready, "TMPDIR="+temp)
	err = child.Start()
	if err != nil {
		t.Fatal(err)
	}
	started := within(time.Minute, func() bool {
		_, err := os.Stat(ready)
		return err == nil
	})
	err = child.Process.Kill()
	if err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // it was killed
	if !started {
		t.Fatal("the child did not start its server within a minute")
	}
	gone := within(20*time.Second, func() bool { return len(servers(t, temp)) == 0 })
	if !gone {
		t.Errorf("servers after the test process was killed = %v, want none", servers(t, temp))
	}
}

// servers lists the processes whose command line names the directory.
func servers(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(found, func(path string) bool {
		line, err := os.ReadFile(path)
		return err != nil || !strings.Contains(string(line), dir)
	})
}

func within(limit time.Duration, done func() bool) bool {
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if done() {
			return true
		}
	}
	return false
}
