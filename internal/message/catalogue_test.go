package message

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// raise is one place of the source that raises a code.
type raise struct {
	where string
	keys  map[string]bool // the args given; nil when they are not written out there
}

// raised reads the whole module for codes: fault.Refuse(kind, code, article, …),
// Problems.Add(field, code, article, …), Rule{Code: …}, Problem{Code: …} and the registers' field.problem(code, value, …), which adds label and value. A
// call whose code is no literal is left out: the literal it came from is one of these.
func raised(t *testing.T) map[string][]raise {
	t.Helper()
	found := map[string][]raise{}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != root || path == filepath.Join("..", "fault")) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			code, args, ok := raising(n)
			if ok {
				found[code] = append(found[code], raise{files.Position(n.Pos()).String(), args})
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// raising reports whether a node raises a code, with the keys of its args.
func raising(n ast.Node) (string, map[string]bool, bool) {
	switch n := n.(type) {
	case *ast.ValueSpec: // tally's codes, which annualreport passes on with the cell and what was typed
		kind, ok := n.Type.(*ast.Ident)
		if !ok || kind.Name != "CellErrorCode" || len(n.Values) != 1 {
			return "", nil, false
		}
		code, isText := text(n.Values[0])
		return code, map[string]bool{"cell": true, "value": true}, isText
	case *ast.CallExpr:
		f, ok := n.Fun.(*ast.SelectorExpr)
		if !ok || len(n.Args) < 2 {
			return "", nil, false
		}
		switch {
		case f.Sel.Name == "problem":
			code, isText := text(n.Args[0])
			return code, keys(n, 2, "label", "value"), isText
		case f.Sel.Name == "Refuse" || f.Sel.Name == "Add" && len(n.Args) >= 3:
			code, isText := text(n.Args[1])
			return code, keys(n, 3), isText && kebab.MatchString(code)
		}
	case *ast.CompositeLit:
		name := ""
		switch f := n.Type.(type) {
		case *ast.SelectorExpr:
			name = f.Sel.Name
		case *ast.Ident:
			name = f.Name
		}
		if name != "Rule" && name != "Problem" {
			return "", nil, false
		}
		for _, e := range n.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			key, ok := kv.Key.(*ast.Ident)
			if code, isText := text(kv.Value); ok && isText && key.Name == "Code" {
				return code, nil, true
			}
		}
	}
	return "", nil, false
}

var kebab = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

func text(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// keys lists the literal keys of a call's args from the given place on, and the
// given ones; nil when a slice is passed on.
func keys(call *ast.CallExpr, from int, given ...string) map[string]bool {
	if call.Ellipsis.IsValid() {
		return nil
	}
	out := map[string]bool{}
	for _, key := range given {
		out[key] = true
	}
	for i := from; i < len(call.Args); i += 2 {
		if key, ok := text(call.Args[i]); ok {
			out[key] = true
		}
	}
	return out
}

func TestEveryRaisedCodeHasItsSentence(t *testing.T) {
	for code, places := range raised(t) {
		e, ok := find(code)
		if !ok {
			t.Errorf("%s raises %q, want a sentence for it in this package", places[0].where, code)
			continue
		}
		for _, p := range places {
			for _, m := range placeholder.FindAllStringSubmatch(e.text+e.do, -1) {
				if p.keys != nil && !p.keys[m[1]] {
					t.Errorf("%s raises %q without the value {%s} of its sentence", p.where, code, m[1])
				}
			}
		}
	}
}

// awaited are codes that the source does not show being raised; see the file.
func awaited(t *testing.T) map[string]bool {
	t.Helper()
	list, err := os.ReadFile(filepath.Join("testdata", "awaited.txt"))
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	for line := range strings.Lines(string(list)) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			codes[line] = true
		}
	}
	return codes
}

func TestNoSentenceIsOrphaned(t *testing.T) {
	raised, awaited := raised(t), awaited(t)
	seen := map[string]bool{"too-large-file": true} // raised by Of itself
	for _, topic := range topics {
		for code := range topic {
			if seen[code] && code != "too-large-file" {
				t.Errorf("code %q stands in two topics, want one", code)
			}
			seen[code] = true
			used := len(raised[code]) > 0 || code == "too-large-file"
			switch {
			case !used && !awaited[code]:
				t.Errorf("sentence %q is raised nowhere, want it removed", code)
			case used && awaited[code]:
				t.Errorf("code %q is raised now, want it removed from testdata/awaited.txt", code)
			}
		}
	}
	for code := range awaited {
		if !seen[code] {
			t.Errorf("testdata/awaited.txt names %q, want only codes with a sentence", code)
		}
	}
}

func TestSentencesAreWholeSentences(t *testing.T) {
	for _, topic := range topics {
		for code, e := range topic {
			if !kebab.MatchString(code) {
				t.Errorf("code %q, want lower-case words joined by hyphens", code)
			}
			for _, s := range []string{e.text, e.do} {
				if !strings.HasSuffix(s, "。") {
					t.Errorf("%s: %q, want a sentence that ends with 。", code, s)
				}
			}
		}
	}
}
