package house

import (
	"fmt"
	"go/ast"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// command is a call of one of our commands, in a block or a code span.
var command = regexp.MustCompile("(?m)(?:^|[`$ ])(make|gongkai|go run \\./cmd/gongkai)((?: +[a-z][a-z0-9-]*)+)")

func TestCommandsInDocumentsExist(t *testing.T) {
	verbs := makeVerbs(document(t, "Makefile"))
	tree := commandTree{}
	for _, f := range goFiles(t) {
		if strings.HasPrefix(f.path, "cmd/gongkai/") {
			tree.add(f.File)
		}
	}
	if tree.root() == "" {
		t.Fatal("cmd/gongkai has no struct of commands at the top: it is not read rightly")
	}
	for _, f := range prose(t) {
		if strings.Contains(f.path, "/adr/") {
			continue // an ADR tells what was so when it was written
		}
		for _, c := range calls(f) {
			unknown := tree.unknown(c.words)
			if c.program == "make" {
				unknown = slices.IndexFunc(c.words, func(w string) bool { return !verbs[w] })
			}
			if unknown >= 0 {
				t.Errorf("%s:%d: %s %s: there is no command %s", f.path, c.line, c.program, strings.Join(c.words, " "), c.words[unknown])
			}
		}
	}
}

// call is a command that a document tells the reader to type, with the words that
// follow it.
type call struct {
	program string
	words   []string
	line    int
}

// calls finds the commands in the blocks and code spans of a document.
func calls(doc file) []call {
	var found []call
	for _, span := range codeOf(doc.text) {
		for _, m := range command.FindAllStringSubmatchIndex(span.text, -1) {
			found = append(found, call{
				span.text[m[2]:m[3]], strings.Fields(span.text[m[4]:m[5]]), doc.lineAt(span.at + m[2]),
			})
		}
	}
	return found
}

type piece struct {
	text string
	at   int
}

var codePiece = regexp.MustCompile("(?s)```.*?```|`[^`\n]+`")

func codeOf(text string) []piece {
	var pieces []piece
	for _, m := range codePiece.FindAllStringIndex(text, -1) {
		pieces = append(pieces, piece{text[m[0]:m[1]], m[0]})
	}
	return pieces
}

var makeTarget = regexp.MustCompile(`(?m)^([a-z][a-z0-9-]*):`)

func makeVerbs(makefile file) map[string]bool {
	verbs := map[string]bool{}
	for _, m := range makeTarget.FindAllStringSubmatch(makefile.text, -1) {
		verbs[m[1]] = true
	}
	return verbs
}

// commandTree holds the structs that kong makes commands of: by the name of the
// type, the type of each command under it.
type commandTree map[string]map[string]string

var (
	tagName = regexp.MustCompile(`\bname:"([^"]+)"`)
	tagCmd  = regexp.MustCompile(`\bcmd(:|\b)`)
)

// add collects the fields with a cmd tag. A command has the field's name in lower
// case with hyphens, unless the tag gives another.
func (tree commandTree) add(source *ast.File) {
	ast.Inspect(source, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok {
			return true
		}
		of, ok := spec.Type.(*ast.StructType)
		if !ok {
			return true
		}
		for _, field := range of.Fields.List {
			if field.Tag == nil || !tagCmd.MatchString(field.Tag.Value) {
				continue
			}
			if tree[spec.Name.Name] == nil {
				tree[spec.Name.Name] = map[string]string{}
			}
			for _, id := range field.Names {
				name := hyphened(id.Name)
				if m := tagName.FindStringSubmatch(field.Tag.Value); m != nil {
					name = m[1]
				}
				tree[spec.Name.Name][name] = receiver(field.Type)
			}
		}
		return true
	})
}

// root is the type with commands that is no command itself.
func (tree commandTree) root() string {
	under := map[string]bool{}
	for _, commands := range tree {
		for _, of := range commands {
			under[of] = true
		}
	}
	for name := range tree {
		if !under[name] {
			return name
		}
	}
	return ""
}

// unknown returns the place of the first word that is no command where a command
// is due, -1 when there is none. What follows the last command are arguments.
func (tree commandTree) unknown(words []string) int {
	at := tree.root()
	for i, w := range words {
		commands := tree[at]
		if len(commands) == 0 {
			return -1
		}
		of, known := commands[w]
		if !known {
			return i
		}
		at = of
	}
	return -1
}

func hyphened(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func TestCommandTree(t *testing.T) {
	syntax, err := parse("package main\ntype cli struct {\n\tDemo demoCmd `cmd:\"\" help:\"x\"`\n\tUserAdd addCmd `cmd:\"\"`\n" +
		"\tReport reportCmd `cmd:\"\" name:\"report\"`\n\tQuiet bool `help:\"no command\"`\n}\n" +
		"type reportCmd struct {\n\tShow showCmd `cmd:\"\"`\n}\ntype showCmd struct{ Year int `arg:\"\"` }\n")
	if err != nil {
		t.Fatal(err)
	}
	tree := commandTree{}
	tree.add(syntax)
	if tree.root() != "cli" {
		t.Errorf("root = %q, want cli", tree.root())
	}
	for words, want := range map[string]int{
		"demo":                 -1,
		"demo now":             -1,
		"user-add":             -1,
		"report":               -1,
		"report show":          -1,
		"report show the-town": -1,
		"report dance":         1,
		"show":                 0,
		"quiet":                0,
	} {
		if got := tree.unknown(strings.Fields(words)); got != want {
			t.Errorf("unknown(%s) = %d, want %d", words, got, want)
		}
	}
}

func TestCalls(t *testing.T) {
	doc := file{"x.md", "Type `make test check` or make tea.\n\n```\n$ make run\ngo run ./cmd/gongkai demo now\n```\n`gongkai report --format json`\n"}
	got := fmt.Sprint(calls(doc))
	want := "[{make [test check] 1} {make [run] 4} {go run ./cmd/gongkai [demo now] 5} {gongkai [report] 7}]"
	if got != want {
		t.Errorf("calls = %s, want %s", got, want)
	}
}
