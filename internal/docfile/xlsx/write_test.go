package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongkai/internal/docfile/docx/reporttest"
	"gongkai/internal/document"
)

// opened writes with f and reads the file back.
func opened(t *testing.T, write func(io.Writer) error) (*excelize.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	err := write(&b)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, b.Bytes()
}

func report(w io.Writer) error { return Write(w, reporttest.Report()) }

func value(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestOneSheetForEachTable(t *testing.T) {
	f, _ := opened(t, report)
	if got, want := f.GetSheetList(), []string{"正文", "主动公开", "申请办理", "复议诉讼"}; !slices.Equal(got, want) {
		t.Fatalf("sheets = %q, want %q", got, want)
	}
	for _, tt := range []struct {
		sheet, cell, want string
		kind              excelize.CellType
	}{
		{"申请办理", "A1", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", excelize.CellTypeSharedString},
		{"申请办理", "D4", "11", excelize.CellTypeUnset},
		{"申请办理", "J27", "11", excelize.CellTypeUnset},
		{"申请办理", "A6", "三、本年度办理结果", excelize.CellTypeSharedString},
		{"申请办理", "C12", "5.属于三类内部事务信息", excelize.CellTypeSharedString},
		{"主动公开", "B14", "12.35", excelize.CellTypeUnset},
		{"复议诉讼", "F3", "结果\n维持", excelize.CellTypeSharedString},
	} {
		if got := value(t, f, tt.sheet, tt.cell); got != tt.want {
			t.Errorf("%s!%s = %q, want %q", tt.sheet, tt.cell, got, tt.want)
		}
		kind, err := f.GetCellType(tt.sheet, tt.cell)
		if err != nil || kind != tt.kind {
			t.Errorf("type of %s!%s = %v, %v, want %v", tt.sheet, tt.cell, kind, err, tt.kind)
		}
	}
}

func TestSpansAreMerged(t *testing.T) {
	f, _ := opened(t, report)
	merged, err := f.GetMergeCells("申请办理")
	if err != nil {
		t.Fatal(err)
	}
	ranges := map[string]bool{}
	for _, m := range merged {
		ranges[m.GetStartAxis()+":"+m.GetEndAxis()] = true
	}
	for _, want := range []string{"A1:C3", "D1:J1", "E2:I2", "A6:A27", "B8:B15", "B16:B18", "B19:B23", "B24:B26", "B27:C27", "A28:C28"} {
		if !ranges[want] {
			t.Errorf("%s is not merged; merged are %v", want, ranges)
		}
	}
}

func TestSheetsAreSetUpForPrint(t *testing.T) {
	f, _ := opened(t, report)
	layout, err := f.GetPageLayout("申请办理")
	if err != nil {
		t.Fatal(err)
	}
	if *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.Size != paperA4 {
		t.Errorf("page = %s, %d wide, paper %d, want landscape, 1, A4", *layout.Orientation, *layout.FitToWidth, *layout.Size)
	}
	panes, err := f.GetPanes("申请办理")
	if err != nil || !panes.Freeze || panes.YSplit != 3 {
		t.Errorf("panes = %+v, %v, want three frozen rows", panes, err)
	}
	titles := ""
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" && name.Scope == "申请办理" {
			titles = name.RefersTo
		}
	}
	if titles != "'申请办理'!$1:$3" {
		t.Errorf("print titles = %q, want the three head rows", titles)
	}
	props, err := f.GetDocProps()
	if err != nil || props.Created != "2025-01-16T00:00:00Z" || props.Creator != "云溪县青石镇人民政府" {
		t.Errorf("properties = %+v, %v", props, err)
	}
}

func TestProseIsComplete(t *testing.T) {
	doc := reporttest.Report()
	long := strings.Repeat("本年度工作有序开展。", 300) + "完"
	doc.Blocks = append(doc.Blocks, document.Text(long))
	f, _ := opened(t, func(w io.Writer) error { return Write(w, doc) })
	rows, err := f.GetRows(proseSheet)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, row := range rows {
		got.WriteString(strings.TrimPrefix(strings.Join(row, ""), proseIndent))
	}
	var want strings.Builder
	want.WriteString(doc.Title)
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case document.Heading:
			want.WriteString(b.Text)
		case document.Paragraph:
			want.WriteString(b.String())
		case *document.Table:
			want.WriteString("（见工作表“" + b.Caption + "”）")
		case document.Signature:
			want.WriteString(b.Organ + b.Date)
		}
	}
	if got.String() != want.String() {
		t.Errorf("prose = %q, want %q", got.String(), want.String())
	}
}

// parts lists a file's entries in order and by content.
func parts(t *testing.T, file []byte) ([]string, map[string]string) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	content := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		content[f.Name] = string(text)
	}
	return names, content
}

func TestSameInputGivesSameBytes(t *testing.T) {
	columns := []Column{{Name: "a", Choices: []string{"x"}}, {Name: "b", Choices: []string{"y"}}}
	for name, write := range map[string]func(io.Writer) error{
		"document": report,
		"template": func(w io.Writer) error { return Template(w, "t", columns) },
		"register of several sheets": func(w io.Writer) error {
			b, err := newBook("s", about{})
			if err != nil {
				return err
			}
			err = b.stream(Register{Sheet: "s", Header: []string{"n"}}, count(20), 3)
			if err != nil {
				return err
			}
			return b.finish(w)
		},
	} {
		_, first := opened(t, write)
		for range 5 {
			_, again := opened(t, write)
			if !bytes.Equal(first, again) {
				t.Errorf("%s: two files of one input differ", name)
				break
			}
		}
	}
}

func TestTextIsNeverAFormula(t *testing.T) {
	texts := []string{`=HYPERLINK("http://x")`, "+1+2", "-3", "@SUM(A1)", "12", "\x00=1"}
	doc := &document.Document{Title: "=1+1", Blocks: []document.Block{document.Paragraph{NoIndent: true, Runs: []document.Run{{Text: "=2+2"}}}}}
	table := &document.Table{Name: "t", Columns: []float64{1}}
	for _, text := range texts {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: text}}})
	}
	table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: "=3", Number: true}}})
	doc.Blocks = append(doc.Blocks, table)
	f, file := opened(t, func(w io.Writer) error { return Write(w, doc) })
	_, content := parts(t, file)
	for name, text := range content {
		if strings.HasPrefix(name, "xl/worksheets/") && strings.Contains(text, "<f>") {
			t.Errorf("%s holds a formula", name)
		}
	}
	for i, text := range texts {
		cell := fmt.Sprintf("A%d", i+1)
		kind, err := f.GetCellType("t", cell)
		want := strings.TrimPrefix(text, "\x00")
		if got := value(t, f, "t", cell); err != nil || got != want || kind != excelize.CellTypeSharedString {
			t.Errorf("cell of %q = %q of type %v, want the text", text, got, kind)
		}
	}
}

func TestFigure(t *testing.T) {
	tests := []struct {
		text     string
		want     any
		decimals int
		ok       bool
	}{
		{"0", int64(0), 0, true},
		{"-12", int64(-12), 0, true},
		{"12.350", 12.35, 3, true},
		{"", nil, 0, false},
		{"/", nil, 0, false},
		{"1.", nil, 0, false},
		{"1e9", nil, 0, false},
		{"0x10", nil, 0, false},
		{"123456789012345", int64(123456789012345), 0, true},
		{"410101199001011234", nil, 0, false},
		{"--1", nil, 0, false},
	}
	for _, tt := range tests {
		got, decimals, ok := figure(tt.text)
		if got != tt.want || decimals != tt.decimals || ok != tt.ok {
			t.Errorf("figure(%q) = %v, %d, %v, want %v, %d, %v", tt.text, got, decimals, ok, tt.want, tt.decimals, tt.ok)
		}
	}
}

func TestSheetName(t *testing.T) {
	b := &book{names: map[string]bool{}}
	for _, tt := range []struct{ wish, want string }{
		{"申请办理", "申请办理"},
		{"申请办理", "申请办理（2）"},
		{"a/b:c", "abc"},
		{"", "表"},
		{"'", "表（2）"},
		{strings.Repeat("长", 40), strings.Repeat("长", 31)},
		{strings.Repeat("长", 40), strings.Repeat("长", 28) + "（2）"},
		{"Data", "Data"},
		{"data", "data（2）"},
		{strings.Repeat("𠮷", 20), strings.Repeat("𠮷", 15)},
	} {
		if got := b.sheetName(tt.wish); got != tt.want {
			t.Errorf("sheetName(%q) = %q, want %q", tt.wish, got, tt.want)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, want string
		doc        document.Document
	}{
		{"a span past the table", "reaches past", document.Document{Blocks: []document.Block{&document.Table{Columns: []float64{1}, Rows: []document.Row{{Cells: []document.Cell{{Colspan: 2}}}}}}}},
		{"a date that is none", "date", document.Document{Date: "2025-13-01"}},
		{"text in another charset", "not UTF-8", document.Document{Blocks: []document.Block{document.Text("\xd5\xfe")}}},
		{"a block that is none", "no way to write", document.Document{Blocks: []document.Block{nil}}},
		{"a heading without a style", "level 0", document.Document{Blocks: []document.Block{document.Heading{}}}},
	} {
		err := Write(io.Discard, &tt.doc)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: Write error = %v, want one that says %q", tt.name, err, tt.want)
		}
	}
}
