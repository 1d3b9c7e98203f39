package e2e

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"gongkai/internal/demo"
)

// axeFile is where test/prepare put axe-core. A machine for which it is given has
// been prepared: doing without a browser there is a failure.
var axeFile = os.Getenv("GONGKAI_AXE")

// scratch holds the program, the sample data and the browser's profile.
var scratch string

// closeBrowser ends the browser, if one was started.
var closeBrowser = func() {}

func TestMain(m *testing.M) {
	var err error
	scratch, err = os.MkdirTemp("", "gongkai-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, "make a folder for the journeys:", err)
		os.Exit(1)
	}
	code := m.Run()
	closeBrowser()
	os.RemoveAll(scratch)
	os.Exit(code)
}

// needBrowser skips a journey where there is no browser to make it in.
func needBrowser(t *testing.T) {
	t.Helper()
	_, err := exec.LookPath("chromium")
	switch {
	case err == nil:
	case axeFile != "":
		t.Fatalf("this machine was prepared, and yet: %v", err)
	default:
		t.Skipf("NOT TESTED: no journey in a browser: %v", err)
	}
}

// browser starts the one browser of all tests. Each visitor gets cookies of their
// own in it.
var browser = sync.OnceValues(func() (context.Context, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.UserDataDir(filepath.Join(scratch, "profile")),
		chromedp.WindowSize(1280, 900), chromedp.Flag("lang", "zh-CN"), chromedp.Flag("disable-dev-shm-usage", true))
	allocator, endAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, end := chromedp.NewContext(allocator)
	closeBrowser = func() {
		end()
		endAllocator()
	}
	return ctx, chromedp.Do(ctx)
})

// built compiles the program that every test starts.
var built = sync.OnceValues(func() (string, error) {
	program := filepath.Join(scratch, "gongkai")
	compile := exec.Command("go", "build", "-o", program, "gongkai/cmd/gongkai")
	said, err := compile.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, said)
	}
	return program, nil
})

// sample makes the sample data once; every test works on a copy.
var sample = sync.OnceValues(func() (string, error) {
	program, err := built()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(scratch, "sample")
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	said, err := exec.CommandContext(ctx, program, "demo", "--data", dir, "--prepare-only").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("make the sample data: %w\n%s", err, said)
	}
	return dir, nil
})

// password opens every sample account.
const password = demo.Password
