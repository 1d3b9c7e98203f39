package house

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ringRule is one row of the table “Who may know whom” of ARCHITECTURE.md.
type ringRule struct {
	ring     string
	packages []string // patterns: internal/organ, law/...
	knows    []string // patterns and names of rings
	standard bool     // of libraries only the standard one
	line     string   // as it stands in the document
	number   int      // of the line
}

// rings is the whole table, in order: the first row that names a package decides.
type rings []ringRule

var codeSpan = regexp.MustCompile("`([^`]+)`")

// readRings reads the table under the heading “Who may know whom”.
func readRings(doc file) (rings, error) {
	var table rings
	inside := false
	for i, line := range strings.Split(doc.text, "\n") {
		if strings.HasPrefix(line, "## ") {
			inside = line == "## Who may know whom"
		}
		cells := strings.Split(strings.Trim(line, "| "), "|")
		if !inside || !strings.HasPrefix(line, "|") || len(cells) != 3 || !strings.Contains(cells[1], "`") {
			continue
		}
		rule := ringRule{
			ring: strings.TrimSpace(cells[0]), line: line, number: i + 1,
			standard: strings.Contains(cells[2], "standard library only"),
		}
		for _, span := range codeSpan.FindAllStringSubmatch(cells[1], -1) {
			rule.packages = append(rule.packages, span[1])
		}
		known, _, _ := strings.Cut(cells[2], ";")
		for name := range strings.SplitSeq(known, ",") {
			rule.knows = append(rule.knows, strings.Trim(name, " `"))
		}
		table = append(table, rule)
	}
	if len(table) == 0 {
		return nil, fmt.Errorf("%s has no table under “Who may know whom”", doc.path)
	}
	for _, rule := range table {
		for _, name := range rule.knows {
			pattern := strings.Contains(name, "/")
			if !pattern && name != "everything" && name != "nothing" && !table.hasRing(name) {
				return nil, fmt.Errorf("%s:%d: %q is no ring and no package", doc.path, rule.number, name)
			}
		}
	}
	return table, nil
}

func (r rings) hasRing(name string) bool {
	return slices.ContainsFunc(r, func(rule ringRule) bool { return rule.ring == name })
}

// ruleOf returns the row that decides about a package.
func (r rings) ruleOf(pkg string) (ringRule, bool) {
	for _, rule := range r {
		if slices.ContainsFunc(rule.packages, func(p string) bool { return matches(p, pkg) }) {
			return rule, true
		}
	}
	return ringRule{}, false
}

// allows reports whether a row lets a package know another one.
func (r rings) allows(rule ringRule, from, to string) bool {
	for _, p := range rule.packages { // the rooms of one package know each other
		if strings.HasSuffix(p, "/...") && matches(p, from) && matches(p, to) {
			return true
		}
	}
	target, _ := r.ruleOf(to)
	return slices.ContainsFunc(rule.knows, func(name string) bool {
		return name == "everything" || name == target.ring || matches(name, to)
	})
}

// matches reports whether a pattern names a package, as the go command means it.
func matches(pattern, pkg string) bool {
	stem, below := strings.CutSuffix(pattern, "/...")
	return pkg == stem || below && strings.HasPrefix(pkg, stem+"/")
}

// stray says why a package may not import another, "" when it may. Both are
// written as imported: gongkai/law/fee, strings, modernc.org/sqlite.
func (r rings) stray(from, imported string) string {
	from = strings.TrimPrefix(from, module+"/")
	rule, found := r.ruleOf(from)
	if !found {
		return fmt.Sprintf("no line of ARCHITECTURE.md names %s", from)
	}
	to, ours := strings.CutPrefix(imported, module+"/")
	switch {
	case ours && r.allows(rule, from, to):
		return ""
	case !ours && !(rule.standard && strings.Contains(strings.Split(imported, "/")[0], ".")):
		return ""
	}
	return fmt.Sprintf("%s imports %s, but ARCHITECTURE.md:%d says\n\t%s", from, to, rule.number, rule.line)
}

// TestImportsKeepToTheRings leaves tests alone: they may start what they examine
// against a real database. Not those of law, which others run without us.
func TestImportsKeepToTheRings(t *testing.T) {
	table, err := readRings(document(t, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test() && !strings.HasPrefix(f.path, "law/") {
			continue
		}
		for _, spec := range f.Imports {
			why := table.stray(module+"/"+f.dir(), strings.Trim(spec.Path.Value, "\"`"))
			if why != "" && !told[why] {
				told[why] = true
				t.Errorf("%s: %s", f.path, why)
			}
		}
	}
}

func TestStray(t *testing.T) {
	table, err := readRings(document(t, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from, to string
		allowed  bool
	}{
		{"law/clock", "law/workday", true},
		{"law/clock", "encoding/json", true},
		{"law/clock", "internal/fault", false},
		{"law/clock", "golang.org/x/text/width", false},
		{"internal/document", "internal/fault", false},
		{"internal/message", "internal/fault", true},
		{"internal/fault", "internal/message", false},
		{"internal/organ", "internal/audit", true},
		{"internal/organ", "internal/register", false},
		{"internal/register", "internal/organ", true},
		{"internal/register", "internal/annualreport", false},
		{"internal/annualreport", "internal/register", true},
		{"internal/annualreport/checks", "internal/annualreport/prose", true},
		{"internal/annualreport", "internal/store", false},
		{"internal/store", "internal/annualreport", true},
		{"internal/store", "internal/job", true},
		{"internal/store", "internal/web/ui", false},
		{"internal/job", "internal/store", false},
		{"internal/docfile/pdf", "internal/docfile/page", true},
		{"internal/docfile/pdf", "internal/store", false},
		{"internal/web/portal", "internal/web/ui", true},
		{"internal/web/portal", "internal/web/workbench", false},
		{"internal/web/workbench", "internal/store", false},
		{"internal/web/workbench", "internal/docfile/pdf", false},
		{"internal/web/ui", "internal/organ", false},
		{"internal/web", "internal/web/portal", true},
		{"internal/web", "internal/store", false},
		{"internal/api", "internal/annualreport", true},
		{"internal/api", "internal/web/ui", false},
		{"internal/demo", "internal/register", true},
		{"internal/demo", "internal/store", false},
		{"cmd/gongkai", "internal/store", true},
		{"internal/unheard", "internal/fault", false},
	} {
		imported := c.to
		if strings.HasPrefix(c.to, "law/") || strings.HasPrefix(c.to, "internal/") {
			imported = module + "/" + c.to
		}
		why := table.stray(module+"/"+c.from, imported)
		if (why == "") != c.allowed {
			t.Errorf("stray(%s, %s) = %q, want allowed %v", c.from, c.to, why, c.allowed)
		}
	}
}

func TestStrayQuotesTheLine(t *testing.T) {
	doc := file{"ARCHITECTURE.md", "## Who may know whom\n\n| Ring | Packages | May know |\n| --- | --- | --- |\n" +
		"| law | `law/...` | law; standard library only |\n| features | `internal/organ` | law |\n"}
	table, err := readRings(doc)
	if err != nil {
		t.Fatal(err)
	}
	got := table.stray("gongkai/law/fee", "gongkai/internal/organ")
	want := "law/fee imports internal/organ, but ARCHITECTURE.md:5 says\n\t| law | `law/...` | law; standard library only |"
	if got != want {
		t.Errorf("stray = %q, want %q", got, want)
	}
	doc.text = strings.Replace(doc.text, "| law |\n", "| lore |\n", 1)
	_, err = readRings(doc)
	if err == nil {
		t.Error("readRings took the unknown ring lore")
	}
}
