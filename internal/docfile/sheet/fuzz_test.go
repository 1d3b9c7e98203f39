package sheet

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/xuri/excelize/v2"
)

// small keeps a fuzzed file cheap.
var small = Limit{File: 1 << 20, Unpacked: 4 << 20, Rows: 10_000, Columns: 64}

// exercise reads everything and checks what holds for any file.
func exercise(t *testing.T, name string, content []byte) {
	book, err := read(name, content, small)
	var refused *Error
	if err != nil {
		if !errors.As(err, &refused) {
			t.Errorf("error is a %T: %v", err, err)
		}
		return
	}
	for _, s := range book.Sheets {
		last := 0
		err := s.Rows(func(r Row) error {
			if r.Number <= last || len(r.Cells) == 0 || len(r.Cells) > small.Columns {
				t.Errorf("row %d after %d with %d cells", r.Number, last, len(r.Cells))
			}
			last = r.Number
			return nil
		})
		if err != nil && !errors.As(err, &refused) {
			t.Errorf("error is a %T: %v", err, err)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", utf8BOM + "a;b", "\"a\nb\",c\r\n\r\n\"", "\xff\xfea\x00", "\xb1\xea\xcc\xe2,\xc8\xd5", "a\tb\n\"\"\"\t\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) { exercise(t, "a.csv", content) })
}

func FuzzWorkbookBytes(f *testing.F) {
	f.Add(excel(f, func(x *excelize.File) error {
		return errors.Join(x.SetSheetRow("Sheet1", "A1", &[]any{"一", 2, true, 45673}), x.MergeCell("Sheet1", "A1", "B2"))
	}))
	f.Add(packed(f, minimal(`<row><c><v>1</v></c></row>`)))
	f.Fuzz(func(t *testing.T, content []byte) { exercise(t, "a.xlsx", content) })
}

// TestDamagedWorkbookIsRefusedOrRead changes single bytes of a sound file, the
// same ones on every run.
func TestDamagedWorkbookIsRefusedOrRead(t *testing.T) {
	sound := excel(t, func(x *excelize.File) error { return x.SetSheetRow("Sheet1", "A1", &[]any{"一", 2, true, 45673}) })
	random := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 500 {
		damaged := bytes.Clone(sound)
		for range 1 + random.IntN(4) {
			damaged[random.IntN(len(damaged))] = byte(random.Uint32())
		}
		exercise(t, "a.xlsx", damaged)
		if refusal(t, "a.xlsx", damaged, small) != nil {
			refused++
		}
	}
	if refused == 0 || refused == 500 {
		t.Errorf("refused %d of 500 damaged files, want some", refused)
	}
}

// FuzzWorksheet changes the XML inside a sound zip file, where byte changes of
// the whole would only break checksums.
func FuzzWorksheet(f *testing.F) {
	f.Add(`<row r="1"><c r="B1" t="s" s="1"><v>0</v></c></row>`, "[h]:mm", `<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B1:XFD9"/></mergeCells>`)
	f.Add(`<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1E+300</v></c><c t="d"><v>2025</v></c></row>`, `"`, "")
	f.Fuzz(func(t *testing.T, data, code, tail string) {
		parts := minimal(data + tail)
		const rel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
		parts["xl/_rels/workbook.xml.rels"] = `<Relationships><Relationship Id="a" Type="` + rel + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="b" Type="` + rel + `/styles" Target="styles.xml"/><Relationship Id="c" Type="` + rel + `/sharedStrings" Target="s.xml"/></Relationships>`
		parts["xl/styles.xml"] = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="` + code + `"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`
		parts["xl/s.xml"] = `<sst><si><t>` + tail + `</t></si></sst>`
		exercise(t, "a.xlsx", packed(t, parts))
	})
}
