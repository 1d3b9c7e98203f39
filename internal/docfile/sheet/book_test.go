package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func read(name string, content []byte, limit Limit) (*Book, error) {
	return Read(name, bytes.NewReader(content), int64(len(content)), limit)
}

// rowsOf collects a sheet's rows.
func rowsOf(t *testing.T, s Sheet) []Row {
	t.Helper()
	var rows []Row
	err := s.Rows(func(r Row) error {
		rows = append(rows, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// texts writes rows as “number: a|b”, one to a line.
func texts(rows []Row) string {
	var lines []string
	for _, r := range rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, c.Text)
		}
		lines = append(lines, fmt.Sprintf("%d: %s", r.Number, strings.Join(cells, "|")))
	}
	return strings.Join(lines, "\n")
}

// code reads everything and returns the refusal.
func refusal(t *testing.T, name string, content []byte, limit Limit) *Error {
	t.Helper()
	book, err := read(name, content, limit)
	if err == nil {
		for _, s := range book.Sheets {
			err = s.Rows(func(Row) error { return nil })
			if err != nil {
				break
			}
		}
	}
	var e *Error
	if err != nil && !errors.As(err, &e) {
		t.Errorf("error of %s is a %T: %v", name, err, err)
	}
	return e
}

// excel makes a workbook with the help of another library.
func excel(t testing.TB, fill func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	err := fill(f)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	err = f.Write(&b)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// packed makes a zip file of the given parts.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range parts {
		entry, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, err = io.WriteString(entry, content)
		if err != nil {
			t.Fatal(err)
		}
	}
	err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// minimal is a workbook of one sheet with the given sheetData, written as other
// programs do: with prefixes and absolute targets.
func minimal(data string) map[string]string {
	const rel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	return map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="r" Type="` + rel + `/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="表一" sheetId="1" r:id="a"/></x:sheets></x:workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="` + rel + `/worksheet" Target="/xl/worksheets/Sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<x:worksheet xmlns:x="m"><x:sheetData>` + data + `</x:sheetData></x:worksheet>`,
	}
}

func TestReadWorkbook(t *testing.T) {
	content := excel(t, func(f *excelize.File) error {
		day := 14
		code := `yyyy"年"m"月"d"日"`
		short, err := f.NewStyle(&excelize.Style{NumFmt: day})
		if err != nil {
			return err
		}
		long, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			return err
		}
		_, err = f.NewSheet("第二张")
		if err != nil {
			return err
		}
		return errors.Join(
			f.SetSheetRow("Sheet1", "A1", &[]any{"标题", "日期", "证件号码", "金额"}),
			f.SetSheetRow("Sheet1", "A3", &[]any{"㛃𬭎堃\n第二行", 45673, 410101199001011234.0, 0.1 + 0.2}),
			f.SetCellStyle("Sheet1", "B3", "B3", short),
			f.SetSheetRow("Sheet1", "A4", &[]any{true, 45673.75, "410101199001011234", -1234567.5}),
			f.SetCellStyle("Sheet1", "B4", "B4", long),
			f.MergeCell("Sheet1", "A5", "B6"), f.SetCellStr("Sheet1", "A5", "合并"), f.SetCellStr("Sheet1", "C6", "旁"),
			f.SetCellRichText("Sheet1", "E1", []excelize.RichTextRun{{Text: "富"}, {Text: "文本", Font: &excelize.Font{Bold: true}}}),
			f.SetCellStr("第二张", "B2", "=1+1"), f.SetSheetVisible("第二张", false),
		)
	})
	book, err := read("登记.xlsx", content, Limit{})
	if err != nil {
		t.Fatal(err)
	}
	if len(book.Sheets) != 2 || book.Sheets[0].Hidden || book.Sheets[1].Name != "第二张" || !book.Sheets[1].Hidden {
		t.Fatalf("sheets = %+v", book.Sheets)
	}
	rows := rowsOf(t, book.Sheets[0])
	want := `1: 标题|日期|证件号码|金额|富文本
3: 㛃𬭎堃
第二行|2025-01-16|410101199001011260|0.3
4: TRUE|2025-01-16|410101199001011234|-1234567.5
5: 合并|
6: ||旁`
	if got := texts(rows); got != want {
		t.Errorf("rows = %s\nwant %s", got, want)
	}
	if !rows[1].Cells[2].LostDigits || rows[2].Cells[2].LostDigits {
		t.Errorf("lost digits = %v as a number, %v as text, want only the first", rows[1].Cells[2].LostDigits, rows[2].Cells[2].LostDigits)
	}
	for _, at := range [][2]int{{3, 0}, {3, 1}, {4, 0}, {4, 1}} {
		if got := rows[at[0]].Cells[at[1]].Merged; got != "A5:B6" {
			t.Errorf("row %d column %d is merged as %q, want A5:B6", rows[at[0]].Number, at[1]+1, got)
		}
	}
	if rows[4].Cells[2].Merged != "" {
		t.Error("a cell beside the merged range is reported as merged")
	}
	if got := texts(rowsOf(t, book.Sheets[1])); got != "2: |=1+1" {
		t.Errorf("second sheet = %q", got)
	}
}

func TestCellsOfOtherPrograms(t *testing.T) {
	data := `<x:row><x:c t="str"><x:f>A1&amp;"b"</x:f><x:v>结果</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="b"><x:v>0</x:v></x:c></x:row>` +
		`<x:row r="7"><x:c r="C7"><x:v>1.2E+3</x:v></x:c><x:c><x:v> 5 </x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>甲</x:t></x:r><x:rPh><x:t>jia</x:t></x:rPh><x:r><x:t>乙</x:t></x:r></x:is></x:c>` +
		`<x:c t="d"><x:v>2025-01-16T00:00:00</x:v></x:c><x:c s="9"/></x:row>`
	book, err := read("a.xlsx", packed(t, minimal(data)), Limit{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{Number: 1, Cells: []Cell{{Text: "结果", Formula: true}, {Text: "#N/A", Fault: true}, {Text: "FALSE"}}},
		{Number: 7, Cells: []Cell{{}, {}, {Text: "1200"}, {Text: "5"}, {Text: "甲乙"}, {Text: "2025-01-16"}}},
	}
	if got := rowsOf(t, book.Sheets[0]); !reflect.DeepEqual(got, want) {
		t.Errorf("rows = %+v, want %+v", got, want)
	}
}

func TestReadRefuses(t *testing.T) {
	good := excel(t, func(f *excelize.File) error { return f.SetCellStr("Sheet1", "A1", "一") })
	without := func(part string) []byte {
		parts := minimal(`<row><c t="s"><v>9</v></c></row>`)
		delete(parts, part)
		return packed(t, parts)
	}
	secret := excel(t, func(f *excelize.File) error { return f.SetCellStr("Sheet1", "A1", "密") })
	f, err := excelize.OpenReader(bytes.NewReader(secret))
	if err != nil {
		t.Fatal(err)
	}
	var locked bytes.Buffer
	err = f.Write(&locked, excelize.Options{Password: "p"})
	if err != nil {
		t.Fatal(err)
	}
	document := minimal("")
	document["xl/workbook.xml"] = `<w:document xmlns:w="w"/>`
	tests := []struct {
		what, name string
		content    []byte
		limit      Limit
		want       Error
	}{
		{"no bytes", "a.csv", nil, Limit{}, Error{Code: Empty}},
		{"only blanks", "a.csv", []byte(" \n\n"), Limit{}, Error{Code: Empty}},
		{"a file too large", "a.csv", []byte("12345"), Limit{File: 4}, Error{Code: TooLarge}},
		{"an old workbook", "a.xls", append(bytes.Clone(compound), make([]byte, 600)...), Limit{}, Error{Code: LegacyFormat}},
		{"an older one", "a.xls", []byte("\x09\x08\x08\x00"), Limit{}, Error{Code: LegacyFormat}},
		{"a WPS table", "a.et", append(bytes.Clone(compound), make([]byte, 600)...), Limit{}, Error{Code: LegacyFormat}},
		{"a locked workbook", "a.xlsx", locked.Bytes(), Limit{}, Error{Code: Protected}},
		{"a PDF", "a.csv", []byte("%PDF-1.7"), Limit{}, Error{Code: UnknownFormat}},
		{"a web page", "a.csv", []byte("\n<!DOCTYPE html><table>"), Limit{}, Error{Code: UnknownFormat}},
		{"a picture", "a.csv", []byte("\x89PNG\r\n\x1a\n\x00\x00"), Limit{}, Error{Code: UnknownFormat}},
		{"zero bytes", "a.csv", []byte("a\x00b"), Limit{}, Error{Code: UnknownFormat}},
		{"a text document", "a.xlsx", packed(t, document), Limit{}, Error{Code: UnknownFormat}},
		{"any zip file", "a.xlsx", packed(t, map[string]string{"a.txt": "a"}), Limit{}, Error{Code: UnknownFormat}},
		{"half a workbook", "a.xlsx", good[:len(good)/2], Limit{}, Error{Code: Damaged}},
		{"a sheet that is missing", "a.xlsx", without("xl/worksheets/sheet1.xml"), Limit{}, Error{Code: Damaged, Sheet: "表一"}},
		{"a string that is missing", "a.xlsx", without(""), Limit{}, Error{Code: Damaged, Sheet: "表一", Row: 1, Column: 1}},
		{"rows that go back", "a.xlsx", packed(t, minimal(`<row r="5"/><row r="5"/>`)), Limit{}, Error{Code: Damaged, Sheet: "表一", Row: 6}},
		{"a row not closed", "a.xlsx", packed(t, minimal(`<row r="5"><c>`)), Limit{}, Error{Code: Damaged, Sheet: "表一"}},
		{"too many rows", "a.xlsx", packed(t, minimal(`<row/><row/><row/>`)), Limit{Rows: 2}, Error{Code: TooManyRows, Sheet: "表一", Row: 3}},
		{"a column far out", "a.xlsx", packed(t, minimal(`<row><c r="XFD1"><v>1</v></c></row>`)), Limit{}, Error{Code: TooManyColumns, Sheet: "表一", Row: 1, Column: 16384}},
		{"a column beyond Excel", "a.xlsx", packed(t, minimal(`<row><c r="ZZZZ1"><v>1</v></c></row>`)), Limit{}, Error{Code: Damaged, Sheet: "表一", Row: 1, Column: 1}},
		{"a workbook that unpacks large", "a.xlsx", packed(t, minimal(strings.Repeat(" ", 2<<20))), Limit{Unpacked: 1 << 20}, Error{Code: UnpacksLarge}},
		{"an endless text", "a.xlsx", packed(t, minimal(strings.Repeat("a", 2<<20))), Limit{}, Error{Code: Damaged, Sheet: "表一"}},
		{"endless nesting", "a.xlsx", packed(t, minimal(strings.Repeat("<a>", 1000))), Limit{}, Error{Code: Damaged, Sheet: "表一"}},
		{"an entity bomb", "a.xlsx", packed(t, minimal(`<row><c><v>&lol;</v></c></row>`)), Limit{}, Error{Code: Damaged, Sheet: "表一", Row: 1, Column: 1}},
		{"too many CSV rows", "a.csv", []byte("a\nb\nc\n"), Limit{Rows: 2}, Error{Code: TooManyRows, Row: 3}},
		{"too many CSV columns", "a.csv", []byte("a\nb,c,d\n"), Limit{Columns: 2}, Error{Code: TooManyColumns, Row: 2, Column: 3}},
		{"a quote not closed", "a.csv", []byte("a,b\nc,\"d\ne,f\n"), Limit{}, Error{Code: Quote, Row: 2}},
		{"a quote out of place", "a.csv", []byte("\"a\nb\",1\nc\"d,2\n"), Limit{}, Error{Code: Quote, Row: 2}},
		{"UTF-8 cut in a character", "a.csv", []byte("标题,日期\n申请\xe5"), Limit{}, Error{Code: Charset, Row: 2}},
		{"no charset", "a.csv", []byte("标题\n\xff\xff\n"), Limit{}, Error{Code: Charset, Row: 2}},
	}
	for _, tt := range tests {
		got := refusal(t, tt.name, tt.content, tt.limit)
		if got == nil {
			t.Errorf("%s: no refusal, want %s", tt.what, tt.want.Code)
			continue
		}
		place := Error{Code: got.Code, Sheet: got.Sheet, Row: got.Row, Column: got.Column}
		if place != tt.want {
			t.Errorf("%s: refusal = %v, want %v", tt.what, got, &tt.want)
		}
		if sentences[got.Code] == "" {
			t.Errorf("%s: code %s has no sentence", tt.what, got.Code)
		}
	}
}

func TestPartLargerThanDeclaredIsCutOff(t *testing.T) {
	var inner bytes.Buffer
	w := zip.NewWriter(&inner)
	parts := minimal("")
	for name, content := range parts {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if name == "xl/worksheets/sheet1.xml" {
			content = strings.Replace(content, "</x:sheetData>", strings.Repeat("<row/>", 1000)+"</x:sheetData>", 1)
		}
		_, err = io.WriteString(entry, content)
		if err != nil {
			t.Fatal(err)
		}
	}
	err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(inner.Bytes()), int64(inner.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var lying bytes.Buffer
	out := zip.NewWriter(&lying)
	for _, f := range archive.File {
		raw, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		header := f.FileHeader
		header.UncompressedSize64 = min(header.UncompressedSize64, 100)
		entry, err := out.CreateRaw(&header)
		if err != nil {
			t.Fatal(err)
		}
		_, err = io.Copy(entry, raw)
		if err != nil {
			t.Fatal(err)
		}
	}
	err = out.Close()
	if err != nil {
		t.Fatal(err)
	}
	if got := refusal(t, "a.xlsx", lying.Bytes(), Limit{Unpacked: 1000}); got == nil || got.Code != Damaged {
		t.Errorf("refusal = %v, want %s", got, Damaged)
	}
}

func TestRowsStopsAndCanBeReadAgain(t *testing.T) {
	book, err := read("名单.csv", []byte("a\nb\nc\n"), Limit{})
	if err != nil {
		t.Fatal(err)
	}
	stop := errors.New("enough")
	seen := 0
	err = book.Sheets[0].Rows(func(Row) error { seen++; return stop })
	if !errors.Is(err, stop) || seen != 1 {
		t.Errorf("Rows = %v after %d rows, want the callback's error after one", err, seen)
	}
	if got := len(rowsOf(t, book.Sheets[0])); got != 3 {
		t.Errorf("second reading gives %d rows, want 3", got)
	}
}

func TestSentenceSaysWhere(t *testing.T) {
	e := &Error{Code: TooManyColumns, Sheet: "填写", Row: 3, Column: 600}
	if got, want := e.Sentence(), "工作表“填写”第3行第600列：列数过多，请删除多余的列。"; got != want {
		t.Errorf("Sentence() = %q, want %q", got, want)
	}
}
