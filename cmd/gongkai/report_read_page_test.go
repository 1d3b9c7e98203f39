package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/web/ui/htmltest"
)

// TestPageOfResultsIsAccessible looks at the page beside a workbook as the pages of
// the web are looked at. Its style is inside: the page is a file and needs nothing else.
func TestPageOfResultsIsAccessible(t *testing.T) {
	dir := t.TempDir()
	reports := filepath.Join("..", "..", "internal", "reportfile", "testdata")
	empty := filepath.Join(dir, "empty.txt")
	err := os.WriteFile(empty, nil, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(dir, "page.html")
	var out, errOut strings.Builder
	code := run(t.Context(), []string{"report", "read", reports, empty, "--format", "xlsx", "--out", filepath.Join(dir, "all.xlsx"), "--page", page}, &out, &errOut)
	if code != exitRefused || errOut.Len() > 0 || !strings.Contains(out.String(), "已写出 "+page) {
		t.Fatalf("report read = %d, %q, %q, want findings and the name of the page", code, out.String(), errOut.String())
	}
	file, err := os.Open(page)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() // nothing was written to it
	doc, err := htmltest.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, complaint := range htmltest.Complaints(doc) {
		if !strings.Contains(complaint, "style") {
			t.Errorf("page: %s", complaint)
		}
	}
	for _, head := range htmltest.Find(doc, "th") {
		if scope, _ := htmltest.Attr(head, "scope"); scope == "" {
			t.Errorf("head %q says not what it heads", htmltest.Text(head))
		}
	}
	if n := len(htmltest.Find(doc, "script")) + len(htmltest.Find(doc, "link")) + len(htmltest.Find(doc, "img")); n != 0 {
		t.Errorf("the page has %d scripts, links to files and pictures, want none", n)
	}
	if n := len(htmltest.Find(doc, "details[id]")); n != 1 {
		t.Errorf("findings on %d reports, want one report", n)
	}
}
