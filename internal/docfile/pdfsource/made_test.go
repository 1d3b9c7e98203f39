package pdfsource

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"gongkai/internal/annualreport/reading"
)

// made writes a PDF of the given objects, numbered from 1; object 1 is the catalogue.
func made(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func streamOf(entries, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(content), content)
}

// onePage is a PDF of one page with the content and fonts F1, simple, and F2, of two
// bytes with the map given.
func onePage(content, toUnicode string) []byte {
	return made(
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 600 800]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X 9 0 R>>>>>>",
		streamOf("", content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>",
		"<</Type/Font/Subtype/CIDFontType2/DW 1000/W[1[500 500] 5 9 250]>>",
		streamOf("", toUnicode),
		streamOf("/Type/XObject/Subtype/Form/Matrix[1 0 0 1 0 100]/BBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>/XObject<</X 9 0 R>>>>", "BT /F1 10 Tf 50 200 Td (form) Tj ET /X Do"),
	)
}

var limits = Limits{Unpacked: 20 << 20, Pages: 50, Cells: 10_000, Time: 10 * time.Second}

func read(t testing.TB, data []byte) (reading.Source, error) {
	t.Helper()
	return Read("made.pdf", bytes.NewReader(data), int64(len(data)), limits)
}

// outline lists lines and tables.
func outline(s reading.Source) string {
	var b strings.Builder
	for _, block := range s.Blocks {
		switch {
		case block.Table != nil:
			fmt.Fprintf(&b, "[%dx%d", block.Table.Rows, block.Table.Columns)
			for _, c := range block.Table.Cells {
				span := ""
				if c.Rowspan > 1 || c.Colspan > 1 {
					span = fmt.Sprintf("(%dx%d)", c.Rowspan, c.Colspan)
				}
				fmt.Fprintf(&b, " %d,%d%s=%s", c.Row, c.Column, span, strings.ReplaceAll(c.Text, "\n", "/"))
			}
			b.WriteString("]\n")
		case block.Picture:
			b.WriteString("picture\n")
		default:
			b.WriteString(block.Text + "\n")
		}
	}
	return b.String()
}

const unicodeMap = `/CMapName /x def 1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <516C> <0002> <D842DFB7> endbfchar
3 beginbfrange <0005> <0007> <0031> <0010> <0012> [<5F00> <0066006C> <4EF6>] <0020> <0021> <4E00> endbfrange`

func TestText(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"characters, arrays and ranges": {"BT /F2 10 Tf 50 700 Td <00010002001000110012002000210005000600 07> Tj ET", "公𠮷开fl件一丁123\n"},
		"kerning is no gap, a wide step is": {
			"BT /F1 10 Tf 50 700 Td [(12) -20 (34) -3000 (x)] TJ ET", "1234\tx\n",
		},
		"figures set apart stay apart": {"BT /F1 10 Tf 50 700 Td (12) Tj 25 0 Td (34) Tj ET", "12 34\n"},
		"lines in order of the page":   {"BT /F1 10 Tf 50 600 Td (below) Tj 0 100 Td (above) Tj ET", "above\nbelow\n"},
		"octal, escapes, split strings": {
			`BT /F1 10 Tf 14 TL 50 700 Td (a\(b\)\101) Tj T* (c\
d) ' ET`, "a(b)A\ncd\n",
		},
		"a form in a form in itself":       {"/X Do", "form\nform\nform\nform\nform\nform\n"},
		"bold by printing twice":           {"BT /F1 10 Tf 50 700 Td (77) Tj 0.3 0 Td (77) Tj ET", "77\n"},
		"state is restored":                {"q BT /F1 10 Tf ET Q BT 50 700 Td (x) Tj ET BT /F1 10 Tf 50 650 Td (y) Tj ET", "y\n"},
		"inline picture":                   {"BI /W 1 /H 1 ID \x00(Tj EIx EI BT /F1 10 Tf 50 700 Td (z) Tj ET", "z\n"},
		"page number and running mark":     {"BT /F1 10 Tf 50 700 Td (text) Tj 250 -670 Td (- 3 -) Tj ET /Artifact BMC BT /F1 10 Tf 50 750 Td (1) Tj ET EMC", "text\n"},
		"written upwards on a turned page": {"BT /F1 10 Tf 0 1 -1 0 300 100 Tm (first) Tj ET BT /F1 10 Tf 0 1 -1 0 350 100 Tm (second) Tj ET", "first\nsecond\n"},
	} {
		s, err := read(t, onePage(c.content, unicodeMap))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := outline(s)
		if strings.HasPrefix(name, "a form") {
			if n := strings.Count(got, "form\n"); n < 1 || n > maxForms {
				t.Errorf("%s: drawn %d times", name, n)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// grid draws a table's lines at the given coordinates and says a text in each slot.
func grid(xs, ys []int, texts ...string) string {
	var b strings.Builder
	for _, y := range ys {
		fmt.Fprintf(&b, "%d %d m %d %d l S\n", xs[0], y, xs[len(xs)-1], y)
	}
	for _, x := range xs {
		fmt.Fprintf(&b, "%d %d %d %d re f\n", x, ys[len(ys)-1], 1, ys[0]-ys[len(ys)-1])
	}
	for i, text := range texts {
		column, row := i%(len(xs)-1), i/(len(xs)-1)
		if text != "" {
			fmt.Fprintf(&b, "BT /F1 10 Tf %d %d Td (%s) Tj ET\n", xs[column]+5, ys[row+1]+5, text)
		}
	}
	return b.String()
}

func TestRuledTables(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"lines and strips": {grid([]int{50, 150, 250}, []int{700, 680, 660}, "a", "1", "b", "2"), "[2x2 0,0=a 0,1=1 1,0=b 1,1=2]\n"},
		"spans": {
			"50 640 200 60 re S 50 680 m 250 680 l S 150 680 m 150 640 l S 150 660 m 250 660 l S " +
				"BT /F1 10 Tf 60 685 Td (head) Tj 0 -20 Td (left) Tj 100 0 Td (7) Tj 0 -20 Td (8) Tj ET",
			"[3x2 0,0(1x2)=head 1,0(2x1)=left 1,1=7 2,1=8]\n",
		},
		"no outer lines at the sides": {
			"50 700 m 250 700 l S 50 680 m 250 680 l S 50 660 m 250 660 l S 150 700 m 150 660 l S BT /F1 10 Tf 60 685 Td (a) Tj 100 0 Td (1) Tj -100 -20 Td (b) Tj 100 0 Td (2) Tj ET",
			"[2x2 0,0=a 0,1=1 1,0=b 1,1=2]\n",
		},
		"two lines in a cell": {grid([]int{50, 150, 250}, []int{700, 660, 640}, "", "1", "b", "2") + "BT /F1 10 Tf 60 685 Td (up) Tj 0 -12 Td (down) Tj ET", "[2x2 0,0=up/down 0,1=1 1,0=b 1,1=2]\n"},
		"a figure wider than its cell": {
			grid([]int{50, 100, 125, 200}, []int{700, 680, 660}, "a", "", "1", "b", "2", "3") + "BT /F1 10 Tf 98 685 Td (1234567) Tj ET",
			"[2x3 0,0=a 0,1=1234567 0,2=1 1,0=b 1,1=2 1,2=3]\n",
		},
		"a figure over the edge": {
			grid([]int{50, 100, 125}, []int{700, 680, 660}, "a", "", "b", "2") + "BT /F1 10 Tf 101 685 Td (123456) Tj ET",
			"[2x2 0,0=a 0,1=123456 1,0=b 1,1=2]\n",
		},
		"figures close on both sides of a line": {
			grid([]int{50, 100, 150}, []int{700, 680, 660}, "", "", "b", "2") + "BT /F1 10 Tf 88 685 Td (12) Tj 12 0 Td (34567) Tj ET",
			"[2x2 0,0=12 0,1=34567 1,0=b 1,1=2]\n",
		},
		"a frame is no table":      {"40 40 520 720 re S BT /F1 10 Tf 50 700 Td (text) Tj ET", "text\n"},
		"white lines are no lines": {"1 G 1 g " + grid([]int{50, 150, 250}, []int{700, 680, 660}, "a", "", "b", ""), "a\nb\n"},
	} {
		s, err := read(t, onePage(c.content, unicodeMap))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := outline(s); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestPageAndPlace says where a cell stands.
func TestPageAndPlace(t *testing.T) {
	s, err := read(t, onePage("BT /F1 10 Tf 50 720 Td (title) Tj ET "+grid([]int{50, 150, 250}, []int{700, 680, 660}, "a", "1", "b", "2"), unicodeMap))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := s.Blocks[1].Table.Cells[3].Place, (reading.Place{Page: 1, Table: 1, Row: 2, Column: 2}); got != want {
		t.Errorf("place of the last cell = %s, want %s", got, want)
	}
	if got, want := s.Blocks[1].Place, (reading.Place{Page: 1, Line: 2, Table: 1}); got != want {
		t.Errorf("place of the table = %+v, want %+v", got, want)
	}
}
