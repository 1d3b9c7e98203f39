package lawdocs

import (
	"fmt"
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// module is the root of the module as seen from this folder.
const module = "../.."

// goFiles calls visit with every Go file of the module outside this folder. The
// strings of tests are blanked: they are samples, and some cite on purpose what
// must be refused. Comments in tests count like any other.
func goFiles(t *testing.T, visit func(path, source string)) {
	t.Helper()
	count := 0
	err := filepath.WalkDir(module, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && path != module && (strings.HasPrefix(name, ".") || name == "node_modules") {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		shown, err := filepath.Rel(module, path)
		if err != nil {
			return fmt.Errorf("place of %s in the module: %w", path, err)
		}
		if filepath.ToSlash(filepath.Dir(shown)) == "docs/law" {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("read %s: %w", shown, err)
		}
		if strings.HasSuffix(name, "_test.go") {
			source = withoutStrings(source)
		}
		count++
		visit(filepath.ToSlash(shown), string(source))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if count == 0 {
		t.Fatal("no Go file of the module was read")
	}
}

// withoutStrings blanks the string literals of a Go source; lines stay in place.
func withoutStrings(source []byte) []byte {
	blanked := append([]byte(nil), source...)
	files := token.NewFileSet()
	file := files.AddFile("", files.Base(), len(source))
	var s scanner.Scanner
	s.Init(file, source, func(token.Position, string) {}, scanner.ScanComments)
	for {
		at, kind, literal := s.Scan()
		if kind == token.EOF {
			return blanked
		}
		if kind != token.STRING {
			continue
		}
		from := file.Offset(at)
		for i := from; i < min(from+len(literal), len(blanked)); i++ {
			if blanked[i] != '\n' {
				blanked[i] = ' '
			}
		}
	}
}

func TestWithoutStrings(t *testing.T) {
	const source = "package p // Art. 1\nvar s = \"Art. 99\" + `Art.\n98` /* Art. 2 */\n// \"Art. 3\"\n"
	got := string(withoutStrings([]byte(source)))
	if strings.Contains(got, "99") || strings.Contains(got, "98") {
		t.Errorf("withoutStrings kept a string: %q", got)
	}
	for _, kept := range []string{"Art. 1", "Art. 2", "Art. 3"} {
		if !strings.Contains(got, kept) {
			t.Errorf("withoutStrings lost %s: %q", kept, got)
		}
	}
	if len(got) != len(source) || strings.Count(got, "\n") != strings.Count(source, "\n") {
		t.Errorf("withoutStrings moved lines: %q", got)
	}
}
