package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"gongkai": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestStories runs the stories of the command line in test/script, one file each.
// They are run from here because only this package can start main.
//
// Beside the commands of testscript they have:
//
//	status N gongkai …   runs with that exit status; a refusal must be one sentence
//	demo                 puts a prepared demonstration into $GONGKAI_DATA
//	json PATH [VALUE]    looks into the JSON on standard output
//	begins FILE TEXT     the file begins so
//	hashed FILE JSON     the SHA-256 of the file is the “hash” of the JSON file
//	gb18030 FILE         turns the file from UTF-8 into GB18030
//	workbook CSV XLSX [RANGE…]   makes a workbook, with merged cells
func TestStories(t *testing.T) {
	prepared := filepath.Join(t.TempDir(), "demo")
	var out, errOut strings.Builder
	code := run(t.Context(), []string{"demo", "--prepare-only", "--data", prepared}, &out, &errOut)
	if code != exitDone {
		t.Fatalf("demo --prepare-only = %d: %s", code, errOut.String())
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("..", "..", "test", "script"), RequireUniqueNames: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": statusCommand, "json": jsonCommand, "begins": beginsCommand, "hashed": hashedCommand,
			"gb18030": gb18030Command, "workbook": workbookCommand,
			"demo": func(ts *testscript.TestScript, _ bool, _ []string) {
				data := ts.MkAbs("demo-data")
				ts.Check(os.CopyFS(data, os.DirFS(prepared)))
				ts.Setenv("GONGKAI_DATA", data)
			},
		},
	})
}

// statusCommand runs a command that must end with a status. One that is refused
// says why: in one line of Chinese, without the innards of the program.
func statusCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command …")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	err = ts.Exec(args[1], args[2:]...)
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("status of %s = %d, want %d", strings.Join(args[1:], " "), got, want)
	}
	said := ts.ReadFile("stderr")
	if got != 0 && said == "" && ts.ReadFile("stdout") == "" {
		ts.Fatalf("%s fails without a word", strings.Join(args[1:], " "))
	}
	if fault := notASentence(said); fault != "" {
		ts.Fatalf("%s says %q: %s", strings.Join(args[1:], " "), said, fault)
	}
}

var innards = regexp.MustCompile(`goroutine \d|panic|\.go:\d|0x[0-9a-f]{6}|%!|SQLITE|SQL logic|sql: `)

// notASentence says what is wrong with what a command said on standard error.
func notASentence(said string) string {
	said = strings.TrimRight(said, "\n")
	switch {
	case said == "":
		return ""
	case strings.Contains(said, "\n"):
		return "want one line"
	case innards.MatchString(said):
		return "want none of the program's innards"
	case !strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Han, r) }):
		return "want Chinese"
	case !strings.HasSuffix(said, "。") && !strings.HasSuffix(said, "）"):
		return "want the end of a sentence"
	}
	return ""
}

func TestNotASentence(t *testing.T) {
	for said, want := range map[string]bool{
		"":           true,
		"“x”不是日期。\n": true,
		"请核对年度。（依据：《条例》）\n": true,
		"no such file\n":   false,
		"没有\n做成。\n":        false,
		"没有做成：panic: nil。": false,
		"没有做成":             false,
		"没有做成：a.go:12 错误。": false,
	} {
		if got := notASentence(said) == ""; got != want {
			t.Errorf("notASentence(%q) = %q, want a sentence: %v", said, notASentence(said), want)
		}
	}
}
