package reading

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const seedFolder = "../../../../shared/seeds"

func textSource(name, text string) Source {
	src := Source{File: name, Kind: Text, Charset: "UTF-8"}
	for i, line := range strings.Split(text, "\n") {
		src.Blocks = append(src.Blocks, Block{Text: line, Place: Place{Line: i + 1}})
	}
	return src
}

func seed(t *testing.T, number string) (Result, bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(seedFolder, number+"_*.txt"))
	if err != nil || len(files) != 1 {
		fmt.Fprintf(os.Stderr, "\n*** %s: seed report %s is not in %s; ITS TEST DID NOT RUN ***\n\n", t.Name(), number, seedFolder)
		return Result{}, false
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatalf("read seed %s: %v", number, err)
	}
	return Read(textSource(filepath.Base(files[0]), string(data))), true
}

func TestDump(t *testing.T) {
	for _, n := range []string{"000", "001", "002", "003", "004"} {
		r, _ := seed(t, n)
		known := 0
		for _, v := range r.Cells {
			if v.State != 0 {
				known++
			}
		}
		fmt.Printf("=== %s\ntitle %q organ %q year %d format %s idx %q no %q dates %v head %v cells %d/%d\n", n, r.Title, r.Organ, r.Year, r.Format, r.IndexNumber, r.DocumentNumber, r.Dates, r.Head, known, len(r.Cells))
		for _, c := range r.Chapters {
			fmt.Printf("  [%s] %q (%s) %d bytes: %.90q\n", c.Key, c.Heading, c.Place, len(c.Text), c.Text)
		}
		for _, s := range r.Statements {
			fmt.Printf("    st %d %v=%d %s line %d\n", s.Manner, s.Means, s.Value, s.Unit, s.Line)
		}
		for _, f := range r.Findings {
			fmt.Printf("  %s %s %s | %s\n", f.ID, f.Severity, f.Where, f.Text)
		}
		for name, c := range r.Read {
			if c.Value.State == 0 {
				fmt.Println("   unknown", name, c.Candidates)
			}
		}
	}
}
