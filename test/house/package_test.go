package house

import (
	"go/ast"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// vague names say nothing of what a package is about.
var vague = []string{"util", "utils", "common", "helper", "helpers", "manager", "model", "models", "misc", "base", "shared", "types"}

func TestPackagesSayWhatTheyAreFor(t *testing.T) {
	described := map[string]string{}
	for _, f := range goFiles(t) {
		if _, seen := described[f.dir()]; !seen && !f.test() {
			described[f.dir()] = ""
		}
		if f.named("/doc.go") {
			described[f.dir()] = f.Doc.Text()
		}
	}
	for dir, doc := range described {
		if slices.Contains(vague, path.Base(dir)) {
			t.Errorf("%s: the name of the package says nothing", dir)
		}
		opening := "Package "
		if strings.HasPrefix(dir, "cmd/") || strings.HasPrefix(doc, "Command ") {
			opening = "Command "
		}
		if !strings.HasPrefix(doc, opening) {
			t.Errorf("%s: doc.go does not open with %q: %q", dir, opening+"…", firstLine(doc))
		}
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// longest is how many lines a file may have whose room a reader still knows.
const longest = 500

func TestFilesAreShort(t *testing.T) {
	for _, f := range goFiles(t) {
		if !f.test() && !f.generated() && f.lines() > longest {
			t.Errorf("%s has %d lines, want at most %d: one concept to a file", f.path, f.lines(), longest)
		}
	}
}

var (
	skipCall = regexp.MustCompile(`\b[tbf]\.(Skip|Skipf|SkipNow)\(("[^"]*)?`)
	unmade   = regexp.MustCompile(`\b(` + "TO" + `DO|FIX` + `ME|X` + `XX)\b`)
)

// quietSkips lists the skips in a source that do not say NOT TESTED and why, which
// is what makes the report of the tests repeat them aloud.
func quietSkips(source string) []int {
	var at []int
	for _, m := range skipCall.FindAllStringSubmatchIndex(source, -1) {
		reason := ""
		if m[4] >= 0 {
			reason = source[m[4]:m[5]]
		}
		if !strings.HasPrefix(reason, `"NOT TESTED`) || len(reason) <= len(`"NOT TESTED: `) {
			at = append(at, m[0])
		}
	}
	return at
}

func TestSkipsAreLoud(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.dir() == "test/house" {
			continue
		}
		for _, at := range quietSkips(f.text) {
			t.Errorf("%s:%d: a skip whose reason does not begin with NOT TESTED: what could not be examined, and why",
				f.path, f.lineAt(at))
		}
	}
}

func TestQuietSkips(t *testing.T) {
	for source, want := range map[string]int{
		`t.Skip()`:                   1,
		`t.SkipNow()`:                1,
		`t.Skip("short mode")`:       1,
		`t.Skipf(reason)`:            1,
		`t.Skip("NOT TESTED")`:       1,
		`b.Skipf("NOT TESTED: %v"`:   0,
		`t.Skip("NOT TESTED: no x")`: 0,
		`list.Skip(3)`:               0,
	} {
		if got := len(quietSkips(source)); got != want {
			t.Errorf("quietSkips(%s) found %d, want %d", source, got, want)
		}
	}
}

func TestNothingIsLeftUnmade(t *testing.T) {
	for _, f := range files(t, ".go", ".html", ".css", ".js", ".sql", "Makefile", ".ci/run") {
		for _, at := range unmade.FindAllStringIndex(f.text, -1) {
			t.Errorf("%s:%d: %s", f.path, f.lineAt(at[0]), f.text[at[0]:at[1]])
		}
	}
}

// pinyin are the words of this trade as somebody in a hurry would type them. The
// name of the product is not among them.
var pinyin = strings.Fields(`shenqing shenqingren nianbao niandu jigou bumen xinxi dafu zhengfu fuyi susong shenpi
	lanmu suoyin suoyinhao wenhao gongwen tiaoli shouli jieguo banjie daishen shenhe zhidao zhuanlan feiyong leixing
	mingcheng riqi neirong biaoti zhuangtai dizhi xingming shenfenzheng tongji baogao bianhao`)

var word = regexp.MustCompile(`[A-Z]+[a-z]*|[a-z]+`)

func TestIdentifiersAreEnglish(t *testing.T) {
	for _, f := range goFiles(t) {
		told := map[string]bool{}
		ast.Inspect(f.File, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok || told[id.Name] {
				return true
			}
			told[id.Name] = true
			for _, w := range word.FindAllString(id.Name, -1) {
				if slices.Contains(pinyin, strings.ToLower(w)) {
					t.Errorf("%s: the identifier %s is pinyin", f.path, id.Name)
				}
			}
			return true
		})
	}
}
