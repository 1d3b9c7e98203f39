package house

import (
	"fmt"
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
