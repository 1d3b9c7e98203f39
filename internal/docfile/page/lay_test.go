package page

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"

	"gongkai/internal/docfile/font"
	"gongkai/internal/docfile/page/pagetest"
	"gongkai/internal/document"
)

func lay(t testing.TB, doc *document.Document) *Book {
	t.Helper()
	book, err := Lay(doc, font.Embedded())
	if err != nil {
		t.Fatalf("Lay(%s): %v", doc.Title, err)
	}
	return book
}

// spoken collects the text of the structure in tree order, one line for each node
// with text of its own.
func spoken(book *Book) string {
	texts := map[*Node]string{}
	for _, p := range book.Pages {
		for _, r := range p.Runs {
			if r.Node != nil {
				texts[r.Node] += r.text()
			}
		}
	}
	var b strings.Builder
	var walk func(*Node)
	walk = func(n *Node) {
		if texts[n] != "" {
			b.WriteString(texts[n] + "\n")
		}
		for _, kid := range n.Kids {
			walk(kid)
		}
	}
	walk(book.Root)
	return b.String()
}

func (r Run) text() string {
	var b strings.Builder
	for _, g := range r.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

// written is what a document says, in the form of spoken.
func written(doc *document.Document) string {
	texts := append([]string{doc.Title}, doc.Notes...)
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case document.Heading:
			texts = append(texts, b.Text)
		case document.Paragraph:
			texts = append(texts, b.String())
		case document.Signature:
			texts = append(texts, b.Organ, b.Date)
		case *document.Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					texts = append(texts, strings.ReplaceAll(cell.Text, "\n", ""))
				}
			}
		}
	}
	texts = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	return strings.Join(texts, "\n") + "\n"
}

var samples = []*document.Document{pagetest.Report(), pagetest.Letter(), pagetest.Register(4, 11)}

func TestEveryWordIsSpokenOnceInOrder(t *testing.T) {
	for _, doc := range samples {
		got := strings.ReplaceAll(spoken(lay(t, doc)), " ", "")
		want := strings.ReplaceAll(written(doc), " ", "")
		if got != want {
			t.Errorf("text of %s =\n%s\nwant\n%s", doc.Title, got, want)
		}
	}
}

func TestNothingLeavesTheTextArea(t *testing.T) {
	for _, doc := range samples {
		for i, p := range lay(t, doc).Pages {
			for _, r := range p.Runs {
				end := r.X
				for _, g := range r.Glyphs {
					end += g.Advance
				}
				if r.Y == numberLine {
					continue
				}
				if r.X < left || end > left+measure+r.Size/2 || r.Y < top || r.Y > bottom {
					t.Errorf("%s page %d: %q stands at %d–%d, line %d, outside the text area", doc.Title, i+1, r.text(), r.X, end, r.Y)
				}
			}
			for _, l := range p.Lines {
				if l.X1 < left || l.X2 > left+measure || l.Y1 < top || l.Y2 > bottom {
					t.Errorf("%s page %d: rule %+v leaves the text area", doc.Title, i+1, l)
				}
			}
		}
	}
}

func TestFullPageHolds22LinesOf28Characters(t *testing.T) {
	book := lay(t, &document.Document{Blocks: []document.Block{document.Text(strings.Repeat("政府信息公开工作", 28*6))}})
	if len(book.Pages) != 3 {
		t.Fatalf("%d pages, want 3", len(book.Pages))
	}
	lines := map[Length]int{}
	for _, r := range book.Pages[0].Runs {
		lines[r.Y] += len(r.Glyphs)
	}
	delete(lines, numberLine)
	if len(lines) != 22 {
		t.Errorf("first page has %d lines, want 22", len(lines))
	}
	short := 0
	for _, n := range lines {
		if n == 26 {
			short++
		} else if n != 28 {
			t.Errorf("a line has %d characters, want 28", n)
		}
	}
	if short != 1 {
		t.Errorf("%d lines are indented, want 1", short)
	}
}

func TestHeadingStaysWithItsText(t *testing.T) {
	for n := range 26 {
		doc := &document.Document{}
		for range n {
			doc.Blocks = append(doc.Blocks, document.Text("本年度无。"))
		}
		doc.Blocks = append(doc.Blocks, document.Heading{Level: 1, Text: "一、标题"}, document.Heading{Level: 2, Text: "（一）小标题"},
			document.Text(strings.Repeat("正文", 40)))
		book := lay(t, doc)
		page := map[*Node][]int{}
		for i, p := range book.Pages {
			for _, r := range p.Runs {
				page[r.Node] = append(page[r.Node], i)
			}
		}
		kids := book.Root.Kids
		heading, section, text := page[kids[n]][0], page[kids[n+1]][0], page[kids[n+2]]
		if heading != section || section != text[0] || text[0] != text[1] {
			t.Errorf("after %d lines: headings on pages %d and %d, text on %v", n, heading, section, text)
		}
		if book.Outline[0].Page != heading || book.Outline[1].Page != section {
			t.Errorf("after %d lines: outline %+v, want pages %d and %d", n, book.Outline, heading, section)
		}
	}
}

func TestSignatureIsNeverAlone(t *testing.T) {
	for n := range 26 {
		doc := &document.Document{}
		for range n {
			doc.Blocks = append(doc.Blocks, document.Text("本年度无。"))
		}
		doc.Blocks = append(doc.Blocks, document.Text(strings.Repeat("正文", 60)), document.Signature{Organ: "临江镇人民政府", Date: "2025年1月16日"})
		book := lay(t, doc)
		last := book.Pages[len(book.Pages)-1]
		spokenOn := map[*Node]bool{}
		for _, r := range last.Runs {
			spokenOn[r.Node] = true
		}
		if !spokenOn[book.Root.Kids[n]] {
			t.Errorf("after %d lines the signature stands on page %d without text", n, len(book.Pages))
		}
	}
}

func TestSignaturePlace(t *testing.T) {
	book := lay(t, &document.Document{Blocks: []document.Block{document.Signature{Organ: "青山县临江镇人民政府", Date: "2025年1月16日"}}})
	organ, date := book.Pages[0].Runs[0], book.Pages[0].Runs[1]
	if organ.Y >= date.Y {
		t.Errorf("organ stands on line %d, want above the date's %d", organ.Y, date.Y)
	}
	wide := func(r Run) Length {
		sum := Length(0)
		for _, g := range r.Glyphs {
			sum += g.Advance
		}
		return sum
	}
	if got, want := date.X+wide(date), left+measure-4*pitch; got != want {
		t.Errorf("date ends at %d, want four characters from the right, %d", got, want)
	}
	if got, want := organ.X+wide(organ)/2, date.X+wide(date)/2; got < want-1 || got > want+1 {
		t.Errorf("organ is centred on %d, want the date's middle %d", got, want)
	}
}

func TestPageNumbersAlternate(t *testing.T) {
	book := lay(t, pagetest.Report())
	for i, p := range book.Pages {
		r := p.Runs[len(p.Runs)-1]
		if want := "— " + string(rune('1'+i)) + " —"; r.text() != want || r.Node != nil || r.Y != numberLine || r.Size != 14*Point {
			t.Errorf("page %d ends with %q, want the number %q as an artifact in 14 pt", i+1, r.text(), want)
		}
		if onRight := r.X > Width/2; onRight != (i%2 == 0) {
			t.Errorf("page %d has its number at %d, want right on odd pages and left on even ones", i+1, r.X)
		}
	}
}

func TestLayNamesMissingCharacters(t *testing.T) {
	doc := &document.Document{Title: "报告𪚥", Blocks: []document.Block{
		document.Text("一𪚥二"), &document.Table{Columns: []float64{1}, Rows: []document.Row{{Cells: []document.Cell{{Text: "한"}}}}},
	}}
	_, err := Lay(doc, font.Embedded())
	var missing *font.MissingError
	if !errors.As(err, &missing) || string(missing.Runes) != "𪚥한" {
		t.Errorf("Lay error = %v, want a MissingError of 𪚥한", err)
	}
}

func FuzzLay(f *testing.F) {
	f.Add("关于《办法》（试行）的通知", "第一条“公开”，12.5%——不得……，https://a.gov.cn/x/y\n二", 3, 10.5)
	f.Add("", "（（（（（（）））））", 1, -1.0)
	f.Add("\x00\xff", strings.Repeat("a", 3000), 9, 1e300)
	f.Fuzz(func(t *testing.T, title, text string, columns int, size float64) {
		if len(text) > 5000 || len(title) > 300 {
			return
		}
		table := &document.Table{FontSize: size, HeadRows: columns, Whole: columns%2 == 0, Columns: make([]float64, columns&15+1)}
		for i := range table.Columns {
			table.Columns[i] = 1
		}
		table.Rows = []document.Row{{}, {}}
		for r := range table.Rows {
			for range table.Columns {
				table.Rows[r].Cells = append(table.Rows[r].Cells, document.Cell{Text: text, Align: document.Align(columns & 3)})
			}
		}
		doc := &document.Document{Title: title, Organ: title, Blocks: []document.Block{
			document.Heading{Level: columns, Text: title}, document.Text(text), table, nil, document.Signature{Organ: title, Date: text},
		}}
		book, err := Lay(doc, font.Embedded())
		var missing *font.MissingError
		if errors.As(err, &missing) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		visible := func(s string) string {
			return strings.Map(func(r rune) rune {
				if font.Invisible(r) || unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		if want := visible(text); strings.Count(visible(spoken(book)), want) < len(table.Columns)*2 && want != "" {
			t.Errorf("text %q is incomplete on the pages", text)
		}
	})
}
