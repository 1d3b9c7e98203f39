package source

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"gongkai/internal/docfile/docx"
	"gongkai/internal/docfile/page/pagetest"
	"gongkai/internal/docfile/pdf"
	"gongkai/internal/docfile/xlsx"
)

// FuzzOpen opens anything. A file is read or refused with a sentence, never with a
// panic and never late; what is read keeps to the rules of a Source.
func FuzzOpen(f *testing.F) {
	var b bytes.Buffer
	doc := pagetest.Letter()
	for _, write := range []func() error{
		func() error { return docx.Write(&b, doc) }, func() error { return xlsx.Write(&b, doc) }, func() error { return pdf.Write(&b, doc, nil) },
	} {
		b.Reset()
		err := write()
		if err != nil {
			f.Fatal(err)
		}
		if b.Len() < 100_000 {
			f.Add("report", bytes.Clone(b.Bytes()))
		}
	}
	f.Add("a.docx", pack(f, "word/document.xml", word(para("正文")+`<w:tbl><w:tr>`+cell(`<w:gridSpan w:val="3"/><w:vMerge/>`, "1")+`</w:tr></w:tbl>`)))
	f.Add("a.pdf", fixture(f, "chromium-vertical.pdf"))
	f.Add("a.pdf", fixture(f, "chromium-unruled.pdf"))
	f.Add("a.html", fixture(f, "report.html"))
	f.Add("a.html", []byte("<table><tr><td colspan=3 rowspan=2><table><td>1</table><td>2<tr><td style='display:none'>3"))
	f.Add("a.md", []byte("# 标题\n|甲|乙|\n|--|--|\n|1|2|\n<table><tr><td>1\n"))
	f.Add("a.txt", []byte(sample))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		began := time.Now()
		s, err := Open(name, bytes.NewReader(data), int64(len(data)), Limits{Time: 5 * time.Second, Unpacked: 20 << 20})
		if took := time.Since(began); took > 10*time.Second {
			t.Fatalf("Open took %v for %d bytes", took, len(data))
		}
		var refused *Error
		if err != nil {
			if !errors.As(err, &refused) || refused.Sentence() == "" {
				t.Fatalf("Open = %v, want an *Error with a sentence", err)
			}
			return
		}
		for _, block := range s.Blocks {
			g := block.Table
			if g == nil {
				continue
			}
			owned := map[[2]int]bool{}
			for _, c := range g.Cells {
				if c.Row < 0 || c.Column < 0 || c.Rowspan < 1 || c.Colspan < 1 || c.Row+c.Rowspan > g.Rows || c.Column+c.Colspan > g.Columns {
					t.Fatalf("cell %+v reaches out of its table of %d×%d", c, g.Rows, g.Columns)
				}
				if c.Rowspan*c.Colspan > 10_000 {
					continue // too many to list
				}
				for r := c.Row; r < c.Row+c.Rowspan; r++ {
					for column := c.Column; column < c.Column+c.Colspan; column++ {
						if owned[[2]int{r, column}] {
							t.Fatalf("slot %d,%d has two owners", r, column)
						}
						owned[[2]int{r, column}] = true
					}
				}
			}
		}
	})
}
