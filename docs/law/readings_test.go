package lawdocs

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

//go:embed readings.md
var readingsText string

//go:embed departures.md
var departuresText string

var (
	// reading R-01, or readings.
	readingCited = regexp.MustCompile(`\breadings? R-\d{2,}(?:(?:, | and | to )R-\d{2,})*`)
	readingID    = regexp.MustCompile(`R-\d{2,}`)
)

// entries reports the rows of every table whose first cell is an id with the
// prefix, in order.
func entries(text, prefix string) [][]string {
	var found [][]string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "| "+prefix+"-") {
			continue
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		found = append(found, cells)
	}
	return found
}

func TestReadingsAndDeparturesAreComplete(t *testing.T) {
	for _, document := range []struct {
		name, text, prefix string
		width              int
	}{
		{"readings.md", readingsText, "R", 5},
		{"departures.md", departuresText, "D", 4},
	} {
		found := entries(document.text, document.prefix)
		if len(found) == 0 {
			t.Errorf("%s lists nothing", document.name)
		}
		for i, row := range found {
			if want := fmt.Sprintf("%s-%02d", document.prefix, i+1); row[0] != want {
				t.Errorf("%s: row %d has the id %s, want %s", document.name, i+1, row[0], want)
			}
			if len(row) != document.width {
				t.Errorf("%s: %s has %d cells, want %d", document.name, row[0], len(row), document.width)
			}
			for _, cell := range row {
				if cell == "" {
					t.Errorf("%s: %s has an empty cell", document.name, row[0])
				}
			}
		}
	}
}

func TestReadingsCitedAreListed(t *testing.T) {
	listed := map[string]bool{}
	for _, row := range entries(readingsText, "R") {
		listed[row[0]] = true
	}
	cited := 0
	goFiles(t, func(path, source string) {
		for _, at := range readingCited.FindAllStringIndex(source, -1) {
			line := 1 + strings.Count(source[:at[0]], "\n")
			for _, id := range readingID.FindAllString(source[at[0]:at[1]], -1) {
				cited++
				if !listed[id] {
					t.Errorf("%s:%d: reading %s is not listed in docs/law/readings.md", path, line, id)
				}
			}
		}
	})
	if cited == 0 {
		t.Error("no reading is cited in the module; the scan is broken")
	}
}

// TestDocumentsCiteWhatIsListed holds the three documents to the table as well.
func TestDocumentsCiteWhatIsListed(t *testing.T) {
	table := readArticles(t, articlesText)
	for name, text := range map[string]string{"readings.md": readingsText, "departures.md": departuresText} {
		for _, c := range table.citations(text) {
			why := c.why
			if why == "" {
				why = table.refuse(c.provision)
			}
			if why != "" {
				t.Errorf("%s:%d: %s: %s", name, c.line, c.provision, why)
			}
		}
	}
}
