package pdfsource

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

const hello = "BT /F1 10 Tf 50 700 Td (hello) Tj ET"

// TestDamagedFiles are files that viewers open all the same.
func TestDamagedFiles(t *testing.T) {
	whole := string(onePage(hello, unicodeMap))
	for name, file := range map[string]string{
		"whole":              whole,
		"junk before":        "junk junk\n" + whole,
		"end cut off":        whole[:strings.Index(whole, "xref\n")],
		"table moved":        strings.Replace(whole, "%PDF-1.7\n", "%PDF-1.7\n%%%%%%%%%%\n", 1),
		"table points wrong": strings.Replace(whole, "0000000009 00000 n", "0000000012 00000 n", 1),
		"length missing":     strings.Replace(whole, "/Length 36", "/Length 99999", 1),
		"trailer lost":       strings.Replace(whole, "trailer\n", "lost\n", 1),
		"Windows lines":      strings.ReplaceAll(whole, "\n", "\r\n"),
		"turned page":        strings.Replace(whole, "/Type/Page/", "/Rotate 90/Type/Page/", 1),
	} {
		s, err := read(t, []byte(file))
		if err != nil || outline(s) != "hello\n" {
			t.Errorf("%s: %q, %v, want hello", name, outline(s), err)
		}
	}
}

// TestHostileFiles lead in circles or grow without end; each is refused or ends soon.
func TestHostileFiles(t *testing.T) {
	font := "<</Type/Font/Subtype/Type1>>"
	for name, file := range map[string][]byte{
		"page tree in a circle": made("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 3 0 R]>>", "<</Type/Pages/Kids[2 0 R]>>"),
		"object is itself":      made("<</Type/Catalog/Pages 2 0 R>>", "2 0 R"),
		"length is itself":      made("<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Contents 4 0 R>>", "<</Length 4 0 R>>\nstream\nx\nendstream"),
		"packed in itself":      made("<</Type/Catalog/Pages 9 0 R>>", streamOf("/Type/ObjStm/N 5/First 10", "9 0 2 0 5 0 <<>>")),
		"forms in a circle": made("<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Contents 4 0 R/Resources<</XObject<</X 5 0 R/Y 5 0 R>>>>>>",
			streamOf("", "/X Do /Y Do"), streamOf("/Subtype/Form/Resources<</XObject<</X 5 0 R/Y 5 0 R>>>>", strings.Repeat("/X Do /Y Do ", 20))),
		"deep arrays":    made("<</Type/Catalog/Pages "+strings.Repeat("[", 200_000)+">>", "<<>>"),
		"deep in a page": onePage(strings.Repeat("[", 500_000), ""),
		"states saved":   onePage(strings.Repeat("q ", 500_000), ""),
		"endless marks":  onePage(strings.Repeat("/Artifact BMC ", 300_000), ""),
		"wide ranges":    onePage("BT /F2 1 Tf <"+strings.Repeat("00ff", 100_000)+"> Tj ET", "1 begincodespacerange <0000> <FFFF> endcodespacerange "+strings.Repeat("1 beginbfrange <0000> <FFFF> <4E00> endbfrange ", 1000)),
		"many lines":     onePage(strings.Repeat("0 0 m 500 0 l S 0 0 m 0 500 l S ", 90_000), ""),
		"a grid of hairs": onePage(func() string {
			var b strings.Builder
			for i := range 5000 {
				fmt.Fprintf(&b, "0 %d m 500 %d l S %d 0 m %d 500 l S ", i*6, i*6, i*6, i*6)
			}
			return b.String() + hello
		}(), ""),
		"huge numbers": onePage("1e308 0 0 1e308 0 0 cm 99999999999999999999999 0 0 1 0 0 cm "+hello+" 1 1 1e300 1e300 re S", ""),
		"font in a circle": made("<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
			streamOf("", hello), "<</Subtype/Type0/DescendantFonts[5 0 R]/Encoding 5 0 R/ToUnicode 5 0 R>>", font),
	} {
		began := time.Now()
		_, err := read(t, file)
		if took := time.Since(began); took > 12*time.Second {
			t.Errorf("%s took %v (%v)", name, took, err)
		} else if took > 3*time.Second {
			t.Logf("%s took %v", name, took)
		}
	}
}

func TestLimits(t *testing.T) {
	var kids strings.Builder
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", ""}
	for i := range 60 {
		fmt.Fprintf(&kids, "%d 0 R ", i+3)
		objects = append(objects, "<</Type/Page>>")
	}
	objects[1] = "<</Kids[" + kids.String() + "]>>"
	_, err := read(t, made(objects...))
	if !errors.Is(err, ErrTooMuch) {
		t.Errorf("60 pages of 50: %v, want %v", err, ErrTooMuch)
	}
	data := onePage(strings.Repeat("0 0 m ", 400_000), "")
	_, err = Read("slow.pdf", bytes.NewReader(data), int64(len(data)), Limits{Unpacked: 1 << 20, Pages: 5, Cells: 5, Time: time.Nanosecond})
	if !errors.Is(err, ErrTooSlow) {
		t.Errorf("one nanosecond: %v, want %v", err, ErrTooSlow)
	}
}

// TestScan is a page that is a picture and nothing else.
func TestScan(t *testing.T) {
	s, err := read(t, made("<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]/MediaBox[0 0 600 800]>>",
		"<</Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>", streamOf("", "q 600 0 0 800 0 0 cm /I Do Q"),
		streamOf("/Subtype/Image/Width 1/Height 1/Filter/DCTDecode", "x")))
	if err != nil || outline(s) != "picture\n" || len(s.Lost) != 1 || !strings.Contains(s.Lost[0], "扫描") {
		t.Errorf("scan: %q, lost %q, %v, want a picture and a note", outline(s), s.Lost, err)
	}
}

func TestUnpacking(t *testing.T) {
	f := &file{room: 1 << 20, entries: map[int]entry{}, cache: map[int]any{}}
	for what, c := range map[string]struct{ filters, data, want string }{
		"hex":       {"ASCIIHexDecode", "68 65 6c6C 6f>", "hello"},
		"base 85":   {"ASCII85Decode", "<~BOu!rDZ~>", "hello"},
		"runs":      {"RunLengthDecode", "\x01he\xffl\x00o\x80junk", "hello"},
		"LZW":       {"LZWDecode", "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B"},
		"unknown":   {"JPXDecode", "x", ""},
		"two after": {"ASCIIHexDecode/RunLengthDecode", "0168 65ff 6c00 6f80>", "hello"},
	} {
		list := array{}
		for filter := range strings.SplitSeq(c.filters, "/") {
			list = append(list, name(filter))
		}
		got := string(f.unpacked(&stream{dict: dict{"Filter": list}, data: []byte(c.data)}))
		if got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
	f.room = 10
	bomb := string(f.unpacked(&stream{dict: dict{"Filter": name("RunLengthDecode")}, data: bytes.Repeat([]byte{0x81, 'x'}, 1000)}))
	if len(bomb) > 200 {
		t.Errorf("a limit of 10 bytes gave %d", len(bomb))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(onePage(hello+grid([]int{50, 150, 250}, []int{700, 680, 660}, "a", "1", "b", "2"), unicodeMap))
	f.Add(onePage("BT /F2 10 Tf 50 700 Td <000100020010> Tj ET /X Do BI ID x EI", unicodeMap))
	f.Add(made("<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", streamOf("/Type/ObjStm/N 1/First 4", "7 0 <</A[(x)<41>/B#20]>>")))
	f.Fuzz(func(t *testing.T, data []byte) {
		began := time.Now()
		s, err := Read("fuzz.pdf", bytes.NewReader(data), int64(len(data)), Limits{Unpacked: 1 << 20, Pages: 5, Cells: 1000, Time: 3 * time.Second})
		if took := time.Since(began); took > 8*time.Second {
			t.Fatalf("Read took %v", took)
		}
		if err == nil && strings.Contains(outline(s), "\x00\x00\x00\x00\x00") {
			t.Fatalf("zero bytes in the text %q", outline(s))
		}
	})
}
