package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// homePath is an absolute path that only exists on somebody's machine. URLs of
// our own that begin alike are none: they have no such first segment.
var homePath = regexp.MustCompile(`(^|[\s"'` + "`" + `(=:])(/(?:tm` + `p|ro` + `ot|ho` + `me|Use` + `rs)(/[\w.-]+)+)`)

// TestNoPathOfAMachine also looks for the place this very tree lies in, and the
// folder beside it, whatever they are called here.
func TestNoPathOfAMachine(t *testing.T) {
	here, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files(t) {
		for _, m := range homePath.FindAllStringSubmatchIndex(f.text, -1) {
			t.Errorf("%s:%d: %s is a path of one machine", f.path, f.lineAt(m[0]), f.text[m[4]:m[5]])
		}
		for _, place := range []string{here, filepath.Join(filepath.Dir(here), "shared")} {
			if at := strings.Index(f.text, place+string(os.PathSeparator)); at >= 0 {
				t.Errorf("%s:%d: %s is where the tree lies on this machine", f.path, f.lineAt(at), place)
			}
		}
	}
}

func TestHomePath(t *testing.T) {
	tmp, home := "/tm"+"p/", "/ho"+"me/"
	for text, want := range map[string]bool{
		"open " + tmp + "x.pdf":     true,
		`"` + home + `li/gongkai"`:  true,
		"GET /work/items":           false,
		"https://example.cn" + home: false,
		"x" + tmp + "y":             false,
	} {
		if got := homePath.MatchString(text); got != want {
			t.Errorf("homePath in %q = %v, want %v", text, got, want)
		}
	}
}
