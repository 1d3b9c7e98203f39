package narrate_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/annualreport/prose"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

var update = flag.Bool("update", false, "rewrite the golden reports")

var kinds = []organ.Kind{organ.Town, organ.Street, organ.Department, organ.CountyGovernment, organ.Office}

// everyReport runs a test for each format, kind of organ and sort of year.
func everyReport(t *testing.T, do func(t *testing.T, sections []narrate.SectionSpec, y year, name string)) {
	for _, f := range tally.Formats {
		for _, kind := range kinds {
			for _, sort := range []string{"busy", "quiet", "unknown"} {
				name := f.ID + "_" + string(kind) + "_" + sort
				t.Run(name, func(t *testing.T) {
					y := quiet(t, f.ID, kind)
					if sort == "busy" {
						y = busy(t, f.ID, kind)
					}
					y.blank = sort == "unknown"
					do(t, narrate.Sections(f, kind), y, name)
				})
			}
		}
	}
}

// TestTemplates compares every report with the text a person has read aloud.
func TestTemplates(t *testing.T) {
	everyReport(t, func(t *testing.T, sections []narrate.SectionSpec, y year, name string) {
		var b strings.Builder
		for _, s := range sections {
			fmt.Fprintf(&b, "== %s %s\n%s\n", s.Key, s.Heading, narrate.Render(s.Template, y).Text)
		}
		path := filepath.Join("testdata", "reports", name+".txt")
		if *update {
			err := os.MkdirAll(filepath.Dir(path), 0o755)
			if err != nil {
				t.Fatal(err)
			}
			err = os.WriteFile(path, []byte(b.String()), 0o644)
			if err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s reads\n%s\nwant\n%s", name, b.String(), want)
		}
	})
}

// TestTemplatesAreBound holds every template to what the editor demands of a clerk:
// no typed number, nothing unreadable, no binding without a figure.
func TestTemplatesAreBound(t *testing.T) {
	everyReport(t, func(t *testing.T, sections []narrate.SectionSpec, y year, name string) {
		for _, s := range sections {
			r := narrate.Render(s.Template, y)
			for _, p := range r.Problems {
				if p.Code == narrate.UnknownFigure && y.blank || p.Code == narrate.UnknownFact {
					continue
				}
				t.Errorf("%s: %s", s.Key, p.Sentence())
			}
			for _, n := range narrate.Unbound(r.Text, r.Spans) {
				t.Errorf("%s: %q was typed in %q", s.Key, n.Text, r.Text)
			}
			if strings.Contains(r.Text, "{{") || strings.Contains(r.Text, "，。") || strings.Contains(r.Text, "（）") ||
				strings.Contains(r.Text, "。。") || strings.Contains(r.Text, "其中。") || strings.Contains(r.Text, "｜") {
				t.Errorf("%s reads %q", s.Key, r.Text)
			}
		}
	})
}

// TestTemplatesMeanWhatTheyState reads the templates back: what a reader takes from
// the words must be what the figures are (checks N-01, N-05).
func TestTemplatesMeanWhatTheyState(t *testing.T) {
	stated := 0
	everyReport(t, func(t *testing.T, sections []narrate.SectionSpec, y year, name string) {
		for _, s := range sections {
			r := narrate.Render(s.Template, y)
			reading := prose.Read(r.Text, 0)
			for _, statement := range reading.Statements {
				if statement.Means == nil || statement.Scope != prose.Own {
					continue
				}
				want, known := int64(0), true
				for _, name := range statement.Means {
					f, exists := y.Figure(name)
					want, known = want+f.N, known && exists && f.Known
				}
				if !known {
					continue
				}
				stated++
				if statement.Value != want || !statement.Exact() {
					t.Errorf("%s: %q is read as %v = %d, want %d", s.Key, statement.Text, statement.Means, statement.Value, want)
				}
			}
			for _, b := range reading.Breakdowns {
				if b.Sum() != b.Total.Value {
					t.Errorf("%s: %q breaks %d down to %d", s.Key, b.Total.Text, b.Total.Value, b.Sum())
				}
			}
			for _, c := range reading.Clashes {
				t.Errorf("%s: clash %+v in %q", s.Key, c, r.Text)
			}
		}
	})
	if stated < 500 {
		t.Errorf("the templates state %d figures, want at least 500", stated)
	}
}

func TestSections(t *testing.T) {
	for _, f := range tally.Formats {
		for _, kind := range kinds {
			seen := map[string]bool{}
			for _, s := range narrate.Sections(f, kind) {
				_, hasChapter := f.Chapter(s.Chapter)
				if seen[s.Key] || s.Title == "" || s.Hint == "" || s.Topic == "" || s.Chapter != "" && !hasChapter {
					t.Errorf("format %s, %s: section %+v is not complete", f.ID, kind, s)
				}
				seen[s.Key] = true
			}
			for _, chapter := range f.Chapters {
				has := false
				for _, s := range narrate.Sections(f, kind) {
					has = has || s.Chapter == chapter.Key
				}
				if !has {
					t.Errorf("format %s, %s: chapter %s has no section", f.ID, kind, chapter.Key)
				}
			}
			got := seen["overview.results"]
			if want := kind.IsGovernment() && len(f.RequestRows) > 0; got != want {
				t.Errorf("format %s, %s: section on appraisal %t, want %t", f.ID, kind, got, want)
			}
		}
	}
}
