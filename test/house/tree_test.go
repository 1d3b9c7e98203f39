package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// root is the module as seen from this folder.
const root = "../.."

// module begins every import path of ours.
const module = "gongkai"

// file is a file of the tree; its path is relative to the root, with slashes.
type file struct {
	path, text string
}

// goFile is a parsed Go file.
type goFile struct {
	file
	*ast.File
}

func (f goFile) dir() string       { return path.Dir(f.path) }
func (f goFile) test() bool        { return strings.HasSuffix(f.path, "_test.go") }
func (f goFile) generated() bool   { return ast.IsGenerated(f.File) }
func (f file) lines() int          { return strings.Count(f.text, "\n") }
func (f file) lineAt(at int) int   { return 1 + strings.Count(f.text[:at], "\n") }
func (f file) named(s string) bool { return strings.HasSuffix(f.path, s) }

// tree reads every text file of the module once. What .gitignore keeps out of the
// repository is not part of it.
var tree = sync.OnceValues(func() ([]file, error) {
	ignored, err := ignoredFolders()
	if err != nil {
		return nil, err
	}
	var files []file
	err = filepath.WalkDir(root, func(at string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		shown, err := filepath.Rel(root, at)
		if err != nil {
			return err
		}
		shown = filepath.ToSlash(shown)
		if entry.IsDir() && (entry.Name() == ".git" || ignored[shown]) {
			return filepath.SkipDir
		}
		if !entry.Type().IsRegular() {
			return nil
		}
		content, err := os.ReadFile(at)
		if err != nil {
			return err
		}
		if !strings.Contains(string(content[:min(len(content), 4096)]), "\x00") {
			files = append(files, file{shown, string(content)})
		}
		return nil
	})
	return files, err
})

// ignoredFolders reads the lines of .gitignore that name a folder, such as /build/.
func ignoredFolders() (map[string]bool, error) {
	content, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		return nil, err
	}
	folders := map[string]bool{}
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "/") && strings.HasSuffix(line, "/") {
			folders[strings.Trim(line, "/")] = true
		}
	}
	return folders, nil
}

// files returns the text files whose path ends in one of the endings; all of them
// when none is given.
func files(t testing.TB, endings ...string) []file {
	t.Helper()
	all, err := tree()
	if err != nil {
		t.Fatalf("read the tree: %v", err)
	}
	if len(endings) == 0 {
		return all
	}
	var found []file
	for _, f := range all {
		for _, ending := range endings {
			if f.named(ending) {
				found = append(found, f)
				break
			}
		}
	}
	return found
}

// goFiles parses every Go file of the module; the tools have a module of their own.
func goFiles(t testing.TB) []goFile {
	t.Helper()
	var parsed []goFile
	for _, f := range files(t, ".go") {
		if strings.HasPrefix(f.path, "tools/") || strings.Contains(f.path, "testdata/") {
			continue
		}
		syntax, err := parse(f.text)
		if err != nil {
			t.Errorf("%s: %v", f.path, err)
			continue
		}
		parsed = append(parsed, goFile{f, syntax})
	}
	if len(parsed) == 0 {
		t.Fatal("no Go file was read: the walk is broken")
	}
	return parsed
}

func parse(source string) (*ast.File, error) {
	return parser.ParseFile(token.NewFileSet(), "", source, parser.ParseComments|parser.SkipObjectResolution)
}

// document reads one file that must be there.
func document(t testing.TB, name string) file {
	t.Helper()
	for _, f := range files(t, name) {
		if f.path == name {
			return f
		}
	}
	t.Fatalf("there is no %s", name)
	return file{}
}

func exists(name string) bool {
	_, err := os.Stat(filepath.Join(root, filepath.FromSlash(name)))
	return err == nil
}
