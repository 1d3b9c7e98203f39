package house

import (
	"fmt"
	"go/ast"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

var (
	link = regexp.MustCompile(`\[[^\]\n]*\]\(([^)\s]+)\)`)
	// pathSpan is a code span that names a file or folder of ours. One with a
	// pattern or a placeholder in it (law/..., x.go) names none.
	pathSpan = regexp.MustCompile("`((?:law|internal|cmd|docs|test|tools)/[\\w./-]*\\w)`")
	heading  = regexp.MustCompile(`(?m)^#+ (.+)$`)
	// command is a call of one of our commands, in a block or a code span.
	command = regexp.MustCompile("(?m)(?:^|[`$ ])(make|gongkai|go run \\./cmd/gongkai)((?: +[a-z][a-z0-9-]*)+)")
)

// prose are the documents for people.
func prose(t testing.TB) []file {
	t.Helper()
	var documents []file
	for _, f := range files(t, ".md") {
		if !strings.Contains(f.path, "testdata/") {
			documents = append(documents, f)
		}
	}
	return documents
}

func TestLinksInDocumentsResolve(t *testing.T) {
	for _, f := range prose(t) {
		for _, m := range link.FindAllStringSubmatchIndex(f.text, -1) {
			why := brokenLink(f, f.text[m[2]:m[3]])
			if why != "" {
				t.Errorf("%s:%d: %s", f.path, f.lineAt(m[0]), why)
			}
		}
		for _, m := range pathSpan.FindAllStringSubmatchIndex(f.text, -1) {
			name := f.text[m[2]:m[3]]
			if !strings.Contains(name, "...") && !placeholder(name) && !exists(name) {
				t.Errorf("%s:%d: there is no %s", f.path, f.lineAt(m[0]), name)
			}
		}
	}
}

// placeholder reports whether a path stands for any of its kind: checks/x.go.
func placeholder(name string) bool {
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	return base == "x" || strings.HasSuffix(base, "_x")
}

// brokenLink says what is wrong with the target of a link; other sites are not asked.
func brokenLink(from file, target string) string {
	address, err := url.Parse(target)
	if err != nil {
		return fmt.Sprintf("the link %s cannot be read: %v", target, err)
	}
	if address.Scheme != "" {
		return ""
	}
	name := from.path
	if address.Path != "" {
		name = path.Join(path.Dir(from.path), address.Path)
	}
	if !exists(name) {
		return fmt.Sprintf("the link %s leads nowhere: there is no %s", target, name)
	}
	if address.Fragment == "" || name != from.path {
		return ""
	}
	for _, m := range heading.FindAllStringSubmatch(from.text, -1) {
		if anchor(m[1]) == address.Fragment {
			return ""
		}
	}
	return fmt.Sprintf("the link %s leads to no heading", target)
}

// anchor is the fragment that forges make of a heading.
func anchor(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(heading))
}

func TestCommandsInDocumentsExist(t *testing.T) {
	verbs := makeVerbs(document(t, "Makefile"))
	commands := map[string]bool{}
	for _, f := range goFiles(t) {
		if strings.HasPrefix(f.path, "cmd/gongkai/") {
			addCommands(commands, f.File)
		}
	}
	for _, f := range prose(t) {
		if strings.Contains(f.path, "/adr/") {
			continue // an ADR tells what was so when it was written
		}
		for _, c := range calls(f) {
			known := commands
			if c.program == "make" {
				known = verbs
			}
			if !known[c.word] {
				t.Errorf("%s:%d: there is no command %s %s", f.path, c.line, c.program, c.word)
			}
		}
	}
}

// call is a command that a document tells the reader to type.
type call struct {
	program, word string
	line          int
}

// calls finds the commands in the blocks and code spans of a document. Further
// words are arguments, except after make, which takes several verbs.
func calls(doc file) []call {
	var found []call
	for _, span := range codeOf(doc.text) {
		for _, m := range command.FindAllStringSubmatchIndex(span.text, -1) {
			line := doc.lineAt(span.at + m[0])
			program := span.text[m[2]:m[3]]
			words := strings.Fields(span.text[m[4]:m[5]])
			if program != "make" {
				words = words[:1]
			}
			for _, w := range words {
				found = append(found, call{program, w, line})
			}
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

var tagName = regexp.MustCompile(`\bname:"([^"]+)"`)

// addCommands collects the fields that kong takes for commands: those with a cmd
// tag, under their name in lower case with hyphens unless the tag gives another.
func addCommands(commands map[string]bool, source *ast.File) {
	ast.Inspect(source, func(n ast.Node) bool {
		field, ok := n.(*ast.Field)
		if !ok || field.Tag == nil || !regexp.MustCompile(`\bcmd:?`).MatchString(field.Tag.Value) {
			return true
		}
		if m := tagName.FindStringSubmatch(field.Tag.Value); m != nil {
			commands[m[1]] = true
			return true
		}
		for _, id := range field.Names {
			commands[hyphened(id.Name)] = true
		}
		return true
	})
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

func TestCalls(t *testing.T) {
	doc := file{"x.md", "Type `make test check` or make tea.\n\n```\n$ make run\ngo run ./cmd/gongkai demo now\n```\n`gongkai report --format json`\n"}
	got := fmt.Sprint(calls(doc))
	want := "[{make test 1} {make check 1} {make run 4} {go run ./cmd/gongkai demo 5} {gongkai report 7}]"
	if got != want {
		t.Errorf("calls = %s, want %s", got, want)
	}
}

func TestBrokenLink(t *testing.T) {
	doc := file{"docs/glossary.md", "# Words of the trade\n"}
	for target, broken := range map[string]bool{
		"law/articles.md":      false,
		"law":                  false,
		"../go.mod":            false,
		"https://example.cn/x": false,
		"#words-of-the-trade":  false,
		"#words":               true,
		"law/absent.md":        true,
		"go.mod":               true,
	} {
		if got := brokenLink(doc, target); (got != "") != broken {
			t.Errorf("brokenLink(%s) = %q, want broken %v", target, got, broken)
		}
	}
}

func TestAddCommands(t *testing.T) {
	syntax, err := parse("package main\ntype cli struct {\n\tDemo demo `cmd:\"\" help:\"x\"`\n\tUserAdd add `cmd:\"\"`\n\tQ q `cmd:\"\" name:\"query\"`\n\tQuiet bool `help:\"no command\"`\n}\n")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	addCommands(got, syntax)
	for _, want := range []string{"demo", "user-add", "query"} {
		if !got[want] {
			t.Errorf("addCommands lacks %s: %v", want, got)
		}
	}
	if len(got) != 3 {
		t.Errorf("addCommands = %v, want 3 commands", got)
	}
}
