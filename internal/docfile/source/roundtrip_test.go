package source

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/docx"
	"gongkai/internal/docfile/docx/reporttest"
	"gongkai/internal/docfile/page/pagetest"
	"gongkai/internal/docfile/pdf"
	"gongkai/internal/docfile/xlsx"
	"gongkai/internal/document"
)

func open(t testing.TB, name string, data []byte) reading.Source {
	t.Helper()
	s, err := Open(name, bytes.NewReader(data), int64(len(data)), Limits{})
	if err != nil {
		t.Fatalf("Open(%s): %v", name, err)
	}
	return s
}

// plain takes white space out and folds the radicals that Chromium's PDF writes for
// characters drawn alike; folding is not the readers' business.
func plain(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
		case r == '⺠':
			b.WriteRune('民')
		case r >= 0x2f00 && r <= 0x2fd5:
			b.WriteString(norm.NFKC.String(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// cellsOf lists a grid's cells without white space, one to a line, in order.
func cellsOf(g *reading.Grid) []string {
	var all []string
	for _, c := range g.Cells {
		all = append(all, fmt.Sprintf("%d,%d %dx%d %s", c.Row, c.Column, c.Rowspan, c.Colspan, plain(c.Text)))
	}
	return all
}

// cellsOfTable lists a document's table the same way.
func cellsOfTable(t testing.TB, table *document.Table) []string {
	t.Helper()
	slots, err := table.Grid()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for r := range slots {
		for c, s := range slots[r] {
			if s.Origin && s.Row == r && s.Column == c {
				all = append(all, fmt.Sprintf("%d,%d %dx%d %s", r, c, max(s.Cell.Rowspan, 1), max(s.Cell.Colspan, 1),
					plain(s.Cell.Text)))
			}
		}
	}
	return all
}

func gridsOf(s reading.Source) []*reading.Grid {
	var grids []*reading.Grid
	for _, b := range s.Blocks {
		if b.Table != nil {
			grids = append(grids, b.Table)
		}
	}
	return grids
}

func compareTables(t *testing.T, s reading.Source, doc *document.Document) {
	t.Helper()
	var tables []*document.Table
	for _, b := range doc.Blocks {
		if table, ok := b.(*document.Table); ok {
			tables = append(tables, table)
		}
	}
	grids := gridsOf(s)
	if len(grids) != len(tables) {
		t.Fatalf("%s of %s: %d tables, want %d", s.Kind, doc.Title, len(grids), len(tables))
	}
	for i, table := range tables {
		got, want := cellsOf(grids[i]), cellsOfTable(t, table)
		for j := range max(len(got), len(want)) {
			g, w := "", ""
			if j < len(got) {
				g = got[j]
			}
			if j < len(want) {
				w = want[j]
			}
			if g != w {
				t.Errorf("%s of %s: table %s cell %d = %q, want %q", s.Kind, doc.Title, table.Name, j, g, w)
				break
			}
		}
	}
}

// TestOwnExportsComeBack reads what the product itself writes: every cell of every
// table, with its spans, and every paragraph.
func TestOwnExportsComeBack(t *testing.T) {
	for _, doc := range []*document.Document{pagetest.Report(), reporttest.Report(), pagetest.Register(4, 11)} {
		for name, write := range map[string]func(io.Writer) error{
			"pdf":  func(w io.Writer) error { return pdf.Write(w, doc, nil) },
			"docx": func(w io.Writer) error { return docx.Write(w, doc) },
			"xlsx": func(w io.Writer) error { return xlsx.Write(w, doc) },
		} {
			var b bytes.Buffer
			err := write(&b)
			if err != nil {
				t.Fatalf("write %s of %s: %v", name, doc.Title, err)
			}
			s := open(t, "report", b.Bytes())
			if string(s.Kind) != name {
				t.Errorf("kind of a %s = %s", name, s.Kind)
			}
			compareTables(t, s, doc)
			if name == "xlsx" {
				continue // its prose is laid out for a sheet
			}
			lines := map[string]bool{}
			for _, block := range s.Blocks {
				lines[plain(block.Text)] = true
			}
			for line := range lines {
				if strings.Trim(line, "0123456789—-") == "" && line != "" {
					t.Errorf("%s of %s: a page number is left: %q", name, doc.Title, line)
				}
			}
			for _, block := range doc.Blocks {
				want := ""
				switch block := block.(type) {
				case document.Paragraph:
					want = block.String()
				case document.Heading:
					want = block.Text
				}
				if want = plain(want); want != "" && !lines[want] {
					t.Errorf("%s of %s: no block reads %q", name, doc.Title, want)
				}
			}
			if name == "docx" || s.Meta["title"] != "" {
				if s.Title != doc.Title {
					t.Errorf("%s: title = %q, want %q", name, s.Title, doc.Title)
				}
			}
		}
	}
}

// TestTurnedPages reads pages that are shown turned, as scanners and printers leave
// them.
func TestTurnedPages(t *testing.T) {
	doc := pagetest.Report()
	var b bytes.Buffer
	err := pdf.Write(&b, doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, degrees := range []int{90, 180, 270} {
		turned := bytes.ReplaceAll(b.Bytes(), []byte("/Type/Page/Parent"), fmt.Appendf(nil, "/Rotate %d/Type/Page/Parent", degrees))
		compareTables(t, open(t, "turned", turned), doc)
	}
}
