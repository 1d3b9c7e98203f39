package lawdocs

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"testing"
)

//go:embed articles.md
var articlesText string

// provision is a place in an instrument; paragraph and item are 0 where the
// citation does not go that far.
type provision struct {
	instrument               string
	article, paragraph, item int
}

func (p provision) String() string {
	text := fmt.Sprintf("Art. %d", p.article)
	if p.instrument != regulation {
		text = p.instrument + " " + text
	}
	if p.paragraph > 0 {
		text += fmt.Sprintf(" para. %d", p.paragraph)
	}
	if p.item > 0 {
		text += fmt.Sprintf(" item %d", p.item)
	}
	return text
}

// regulation is the instrument that a bare citation means.
const regulation = "Regulation"

// articleTable is what articles.md lists.
type articleTable struct {
	names    map[string]string // every way to write an instrument → its name
	listed   map[provision]bool
	holders  map[provision][]int // article with item → the paragraphs that hold such an item
	repeated []provision
}

func readArticles(t testing.TB, text string) articleTable {
	t.Helper()
	table := articleTable{names: map[string]string{}, listed: map[provision]bool{}, holders: map[provision][]int{}}
	for _, row := range rows(t, text, "Instruments", 4) {
		table.names[row[0]] = row[0]
		for alias := range strings.SplitSeq(row[1], ", ") {
			table.names[alias] = row[0]
		}
	}
	for _, row := range rows(t, text, "Articles", 6) {
		p := provision{row[0], number(t, row[1]), number(t, row[2]), number(t, row[3])}
		if table.names[p.instrument] != p.instrument {
			t.Errorf("articles.md: %s: %q is not among the instruments", p, p.instrument)
		}
		if p.article == 0 || row[4] == "" {
			t.Errorf("articles.md: the row %q lacks its article or summary", row)
		}
		if row[5] != "read" && row[5] != "partly read" && row[5] != "known" {
			t.Errorf("articles.md: %s: unknown basis %q", p, row[5])
		}
		if table.listed[p] {
			table.repeated = append(table.repeated, p)
		}
		table.listed[p] = true
		if p.item > 0 {
			place := provision{p.instrument, p.article, 0, p.item}
			table.holders[place] = append(table.holders[place], p.paragraph)
		}
	}
	return table
}

// refuse reports why a provision cannot be cited, empty when it can.
func (a articleTable) refuse(p provision) string {
	if a.listed[p] {
		return ""
	}
	holders := a.holders[provision{p.instrument, p.article, 0, p.item}]
	if p.paragraph == 0 && len(holders) == 1 {
		return ""
	}
	if len(holders) > 0 {
		p.paragraph = holders[0]
		return fmt.Sprintf("not listed in docs/law/articles.md; it lists %s", p)
	}
	return "not listed in docs/law/articles.md"
}

// rows reports the cells of the table under a heading of the second level.
func rows(t testing.TB, text, heading string, width int) [][]string {
	t.Helper()
	_, section, found := strings.Cut(text, "\n## "+heading+"\n")
	if !found {
		t.Fatalf("no heading %q", heading)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	var cellsOf [][]string
	for line := range strings.Lines(section) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if len(cells) != width {
			t.Errorf("%s: the row %q has %d cells, want %d", heading, line, len(cells), width)
			continue
		}
		cellsOf = append(cellsOf, cells)
	}
	const head = 2 // the titles and the line below them
	if len(cellsOf) <= head {
		t.Fatalf("%s: the table is empty", heading)
	}
	return cellsOf[head:]
}

func number(t testing.TB, cell string) int {
	t.Helper()
	if cell == "" {
		return 0
	}
	n, err := strconv.Atoi(cell)
	if err != nil || n < 1 {
		t.Errorf("articles.md: %q is no number of an article, paragraph or item", cell)
	}
	return n
}

func TestTableOfArticles(t *testing.T) {
	table := readArticles(t, articlesText)
	for _, p := range table.repeated {
		t.Errorf("articles.md lists %s twice", p)
	}
	for n := 1; n <= 56; n++ {
		if !table.listed[provision{regulation, n, 0, 0}] {
			t.Errorf("articles.md lacks Art. %d of the Regulation", n)
		}
	}
	for p := range table.listed {
		article := provision{p.instrument, p.article, 0, 0}
		if !table.listed[article] {
			t.Errorf("articles.md lists %s but not %s", p, article)
		}
		paragraph := provision{p.instrument, p.article, p.paragraph, 0}
		if !table.listed[paragraph] {
			t.Errorf("articles.md lists %s but not %s", p, paragraph)
		}
		if before := (provision{p.instrument, p.article, p.paragraph - 1, 0}); p.paragraph > 1 && !table.listed[before] {
			t.Errorf("articles.md lists %s but not %s", p, before)
		}
	}
}
