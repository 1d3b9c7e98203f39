package docx

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/docfile/docx/reporttest"
	"gongkai/internal/document"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// small is a document with one of everything.
func small() *document.Document {
	return &document.Document{
		Title: "关于申请公开信息的答复", Organ: "示例县人民政府办公室", Date: "2026-03-02",
		Notes: []string{"本件系2026年3月2日更正后的版本"},
		Blocks: []document.Block{
			document.Heading{Level: 1, Text: "一、答复"},
			document.Paragraph{Runs: []document.Run{{Text: "𠮷䶮：你申请的"}, {Text: "“预算<表>&说明”", Strong: true}, {Text: "予以公开。"}}},
			document.Paragraph{NoIndent: true, Runs: []document.Run{{Text: "附表"}}},
			&document.Table{Name: "t", Caption: "附表", Columns: []float64{1, 2, 2}, HeadRows: 1, Whole: true, Rows: []document.Row{
				{Cells: []document.Cell{{Text: "项目", Head: true, Colspan: 2}, {Text: "金额", Head: true}}},
				{Cells: []document.Cell{{Text: "收入", Head: true, Rowspan: 2}, {Text: "税收", Align: document.Left}, {Text: "12.5", Number: true, Align: document.Right}}},
				{Cells: []document.Cell{{Text: "其他", Align: document.Left}, {Text: "0", Number: true, Align: document.Right}}},
			}},
			document.Signature{Organ: "示例县人民政府办公室", Date: "2026年3月2日"},
		},
	}
}

func TestGoldenDocument(t *testing.T) {
	got, err := body(small())
	if err != nil {
		t.Fatal(err)
	}
	got = strings.NewReplacer("<w:p>", "\n<w:p>", "<w:tbl>", "\n<w:tbl>", "<w:tr>", "\n<w:tr>", "<w:tc>", "\n<w:tc>", "<w:sectPr>", "\n<w:sectPr>").Replace(got) + "\n"
	golden := filepath.Join("testdata", "small.xml")
	if *update {
		err := os.MkdirAll("testdata", 0o755)
		if err != nil {
			t.Fatal(err)
		}
		err = os.WriteFile(golden, []byte(got), 0o644)
		if err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("document.xml differs from %s; run with -update and read the change\n%s", golden, got)
	}
}

// spoken lists what a document says, in order, without the breaks of lines.
func spoken(doc *document.Document) string {
	var b strings.Builder
	b.WriteString(doc.Title + strings.Join(doc.Notes, ""))
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case document.Heading:
			b.WriteString(block.Text)
		case document.Paragraph:
			b.WriteString(block.String())
		case *document.Table:
			for _, row := range block.Rows {
				for _, cell := range row.Cells {
					b.WriteString(cell.Text)
				}
			}
		case document.Signature:
			b.WriteString(block.Organ + block.Date)
		}
	}
	return strings.ReplaceAll(b.String(), "\n", "")
}

func TestNothingSaidIsLost(t *testing.T) {
	for _, doc := range []*document.Document{small(), reporttest.Report()} {
		got := strings.ReplaceAll(unpack(t, written(t, doc))["word/document.xml"].text(), "\n", "")
		if want := spoken(doc); got != want {
			t.Errorf("%s: text = %q, want %q", doc.Title, got, want)
		}
	}
}

func TestControlCharactersAreLeftOut(t *testing.T) {
	tests := []struct{ text, want string }{
		{"上\x00年\x1b结\x08转\x7f", "上年结转"},
		{"第一行\r\n第二行\v第三行", "第一行\n第二行\n第三行"},
		{"甲\t乙", "甲\t乙"},
		{"非字符\ufffe\uffff", "非字符"},
		{"㛃𬭎堃", "㛃𬭎堃"},
		{`<w:t>&amp;"`, `<w:t>&amp;"`},
	}
	for _, tt := range tests {
		doc := &document.Document{Blocks: []document.Block{document.Text(tt.text)}}
		got := strings.TrimSuffix(unpack(t, written(t, doc))["word/document.xml"].text(), "\n")
		if got != tt.want {
			t.Errorf("text of %q = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		name, want string
		doc        document.Document
	}{
		{"text in another charset", "not UTF-8", document.Document{Blocks: []document.Block{document.Text("\xd5\xfe\xb8\xae")}}},
		{"a title in another charset", "not UTF-8", document.Document{Title: "\xd5\xfe"}},
		{"a date that is none", "document date", document.Document{Date: "2025-02-30"}},
		{"a heading without a style", "level 4", document.Document{Blocks: []document.Block{document.Heading{Level: 4}}}},
		{"a block that is none", "no way to draw", document.Document{Blocks: []document.Block{nil}}},
	}
	for _, tt := range tests {
		err := Write(&strings.Builder{}, &tt.doc)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: Write error = %v, want one that says %q", tt.name, err, tt.want)
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("年度报告", "一、总体情况", "（三）不予公开", 3)
	f.Add("", "\x00", "1.a\v", 1)
	f.Fuzz(func(t *testing.T, title, text, label string, level int) {
		table := &document.Table{Columns: []float64{1, 5, 1}, Whole: true, Rows: []document.Row{
			{Cells: []document.Cell{{Text: label, Head: true, Rowspan: 2}, {Text: text, Head: true}, {Text: title, Head: true, Align: document.Left}}},
			{Cells: []document.Cell{{Text: text, Number: true}, {Text: label, Head: true}}},
		}}
		var b strings.Builder
		err := Write(&b, &document.Document{Title: title, Blocks: []document.Block{
			document.Heading{Level: level, Text: label}, document.Text(text), table, document.Signature{Organ: text, Date: label},
		}})
		if err == nil {
			unpack(t, []byte(b.String()))
		}
	})
}
