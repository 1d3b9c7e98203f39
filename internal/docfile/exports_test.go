package docfile_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"gongkai/internal/docfile"
	"gongkai/internal/docfile/page/pagetest"
	"gongkai/internal/document"
	"gongkai/internal/fault"
	"gongkai/internal/message"
)

// data is what goes along as the report's value.
var data = map[string]any{"organ": "云溪县青石镇人民政府", "year": 2024, "note": "a<b&c"}

func written(t *testing.T, e document.Export, d *document.Document, data any) []byte {
	t.Helper()
	var b bytes.Buffer
	err := e.Write(&b, d, data)
	if err != nil {
		t.Fatalf("%s: %v", e.Name, err)
	}
	return b.Bytes()
}

// parts are the names and the text of a zip's files; nil when it is none.
func parts(t *testing.T, file []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		all[f.Name] = string(text)
	}
	return all
}

func TestEveryExportIsWhatItSays(t *testing.T) {
	begins := map[string]string{"pdf": "%PDF-", "docx": "PK\x03\x04", "xlsx": "PK\x03\x04", "json": "{"}
	seen := map[string]bool{}
	for _, e := range docfile.Exports(nil) {
		if seen[e.Name] || e.Label == "" || !strings.Contains(e.MediaType, "/") {
			t.Errorf("export %q: label %q, media type %q, want all three and the name once", e.Name, e.Label, e.MediaType)
		}
		seen[e.Name] = true
		file := written(t, e, pagetest.Report(), data)
		if want, known := begins[e.Name]; !known || !bytes.HasPrefix(file, []byte(want)) || len(file) < len(want)+10 {
			t.Errorf("%s begins with %.8q in %d bytes, want %q", e.Name, file, len(file), want)
		}
	}
	for name := range begins {
		if !seen[name] {
			t.Errorf("there is no export %s", name)
		}
	}
}

func TestPartsHoldTheReport(t *testing.T) {
	for _, e := range docfile.Exports(nil) {
		var text string
		switch e.Name {
		case "docx":
			text = parts(t, written(t, e, pagetest.Report(), data))["word/document.xml"]
		case "xlsx":
			for _, part := range parts(t, written(t, e, pagetest.Report(), data)) {
				text += part
			}
		case "json":
			var back map[string]any
			file := written(t, e, pagetest.Report(), data)
			err := json.Unmarshal(file, &back)
			if err != nil || back["note"] != "a<b&c" || strings.Contains(string(file), `\u003c`) {
				t.Errorf("json = %s, %v, want the value as it was", file, err)
			}
			continue
		default:
			continue // the text of a PDF is examined beside its writer
		}
		for _, want := range []string{"总体情况", "勾稽关系", "其他需要报告的事项"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %s", e.Name, want)
			}
		}
	}
}

func TestSameReportSameBytes(t *testing.T) {
	for _, e := range docfile.Exports(nil) {
		doc := pagetest.Report()
		first := written(t, e, doc, data)
		if !reflect.DeepEqual(doc, pagetest.Report()) {
			t.Errorf("%s changed the document it wrote", e.Name)
		}
		if second := written(t, e, doc, data); !bytes.Equal(first, second) {
			t.Errorf("%s of the same report twice gives %d and %d different bytes", e.Name, len(first), len(second))
		}
	}
}

func TestSealedBytesGoOutAsTheyAre(t *testing.T) {
	sealed := json.RawMessage("{ \"b\":1,\"a\" : 2 }")
	for _, e := range docfile.Exports(nil) {
		if e.Name != "json" {
			continue
		}
		if got := written(t, e, nil, sealed); string(got) != string(sealed) {
			t.Errorf("json of sealed bytes = %q, want %q to the letter", got, sealed)
		}
		err := e.Write(io.Discard, nil, make(chan int))
		if err == nil {
			t.Error("json of what cannot be written = no error")
		}
	}
}

// TestMissingGlyphIsNamed: a character that no font has is refused in the PDF, with
// its name; the forms that carry text and leave drawing to others keep it.
func TestMissingGlyphIsNamed(t *testing.T) {
	doc := pagetest.Report()
	doc.Blocks = append(doc.Blocks, document.Text("联系人：刘𪚥"))
	for _, e := range docfile.Exports(nil) {
		var b bytes.Buffer
		err := e.Write(&b, doc, data)
		switch e.Name {
		case "pdf":
			var rule *fault.Rule
			if !errors.As(err, &rule) || rule.Code != "glyph-missing" || !errors.Is(err, fault.Invalid) || b.Len() > 0 {
				t.Errorf("pdf with 𪚥: %v and %d bytes, want glyph-missing and none", err, b.Len())
			}
			if sentence := message.Of(err).String(); !strings.Contains(sentence, "𪚥") {
				t.Errorf("pdf with 𪚥 says %q, want it to name the character", sentence)
			}
		case "docx", "xlsx":
			if err != nil {
				t.Errorf("%s with 𪚥: %v", e.Name, err)
				continue
			}
			found := false
			for _, part := range parts(t, b.Bytes()) {
				found = found || strings.Contains(part, "刘𪚥")
			}
			if !found {
				t.Errorf("%s has lost 𪚥", e.Name)
			}
		}
	}
}

// full is a disk that takes so many bytes and no more.
type full struct{ left int }

var errFull = errors.New("no space left on device")

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.left {
		n := f.left
		f.left = 0
		return n, errFull
	}
	f.left -= len(p)
	return len(p), nil
}

func TestAFullDiskIsReported(t *testing.T) {
	for _, e := range docfile.Exports(nil) {
		size := len(written(t, e, pagetest.Report(), data))
		for _, room := range []int{0, 1, size / 2, size - 1} {
			err := e.Write(&full{left: room}, pagetest.Report(), data)
			if !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d of %d bytes = %v, want %v", e.Name, room, size, err, errFull)
			}
		}
	}
}

// TestOddDocumentsDoNotPanic: what cannot be written is an error.
func TestOddDocumentsDoNotPanic(t *testing.T) {
	odd := map[string]*document.Document{
		"nothing":         {},
		"no blocks":       {Title: "报告", Date: "2025-01-01"},
		"an empty table":  {Title: "报告", Date: "2025-01-01", Blocks: []document.Block{&document.Table{Name: "t"}}},
		"a torn table":    {Title: "报告", Date: "2025-01-01", Blocks: []document.Block{&document.Table{Name: "t", Columns: []float64{1, 1}, Rows: []document.Row{{Cells: []document.Cell{{Text: "a", Colspan: 3}}}}}}},
		"an empty row":    {Title: "报告", Date: "2025-01-01", Blocks: []document.Block{&document.Table{Name: "t", Columns: []float64{1}, Rows: []document.Row{{}}}}},
		"no number":       {Title: "报告", Date: "2025-01-01", Blocks: []document.Block{&document.Table{Name: "t", Columns: []float64{1}, Rows: []document.Row{{Cells: []document.Cell{{Text: "未知", Number: true}}}}}}},
		"control letters": {Title: "报\x00告\x1b", Date: "2025-01-01", Blocks: []document.Block{document.Text("\x07响\ufffe铃"), document.Heading{Level: 9, Text: ""}}},
		"broken text":     {Title: "\xd5\xfe", Date: "2025-01-01", Blocks: []document.Block{document.Text("\xff\xfe\xb8\xae"), document.Signature{}}},
		"a long word":     {Title: strings.Repeat("x", 5000), Date: "2025-01-01", Blocks: []document.Block{document.Text(strings.Repeat("9", 20_000))}},
	}
	for what, doc := range odd {
		for _, e := range docfile.Exports(nil) {
			var b bytes.Buffer
			err := e.Write(&b, doc, data)
			if err == nil && b.Len() == 0 {
				t.Errorf("%s of %s wrote nothing and says nothing", e.Name, what)
			}
			if err == nil && (e.Name == "docx" || e.Name == "xlsx") {
				wellFormed(t, e.Name+" of "+what, b.Bytes())
			}
		}
	}
}

// wellFormed reads every XML part to its end.
func wellFormed(t *testing.T, what string, file []byte) {
	t.Helper()
	for name, text := range parts(t, file) {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		decoder := xml.NewDecoder(strings.NewReader(text))
		for {
			_, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Errorf("%s: %s: %v", what, name, err)
				break
			}
		}
	}
}
