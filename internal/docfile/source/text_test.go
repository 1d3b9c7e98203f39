package source

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/container"
)

const sample = "柳溪街道2023年政府信息公开工作年度报告\n\n一、总体情况\n\t规章\t0\t0\n| 行政许可 | 38 ||||\n受理申请17件。\n"

const traditional = "柳溪鎮2023年政府信息公開工作年度報告\n\n一、總體情況\n\t規章\t0\t0\n| 行政許可 | 38 ||||\n受理申請17件，均已答覆。\n"

func TestTextInEveryCharset(t *testing.T) {
	encoded := func(s string, e interface{ Bytes([]byte) ([]byte, error) }) []byte {
		b, err := e.Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for name, c := range map[string]struct {
		data    []byte
		charset string
		text    string
	}{
		"UTF-8":            {[]byte(sample), "UTF-8", sample},
		"UTF-8 with mark":  {[]byte("\ufeff" + sample), "UTF-8", sample},
		"GB18030":          {encoded(sample, simplifiedchinese.GB18030.NewEncoder()), "GB18030", sample},
		"Big5":             {encoded(traditional, traditionalchinese.Big5.NewEncoder()), "Big5", traditional},
		"GBK, traditional": {encoded(traditional, simplifiedchinese.GBK.NewEncoder()), "GB18030", traditional},
		"UTF-16 marked":    {encoded(sample, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()), "UTF-16LE", sample},
		"UTF-16 big":       {encoded(sample, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()), "UTF-16BE", sample},
		"UTF-16 unmarked":  {encoded(sample, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder()), "UTF-16LE", sample},
		"UTF-16 big bare":  {encoded(sample, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()), "UTF-16BE", sample},
		"Windows lines":    {[]byte(strings.ReplaceAll(sample, "\n", "\r\n")), "UTF-8", sample},
	} {
		s := open(t, "report.txt", c.data)
		if s.Kind != reading.Text || s.Charset != c.charset {
			t.Errorf("%s: %s in %s, want text in %s", name, s.Kind, s.Charset, c.charset)
		}
		lines := strings.Split(c.text, "\n")
		for _, b := range s.Blocks {
			if b.Text != lines[b.Place.Line-1] {
				t.Errorf("%s: line %d = %q, want %q", name, b.Place.Line, b.Text, lines[b.Place.Line-1])
			}
		}
		if len(s.Blocks) != 5 || len(s.Lost) != 0 {
			t.Errorf("%s: %d lines, lost %q, want 5 and nothing", name, len(s.Blocks), s.Lost)
		}
	}
}

// TestTextWithTablesOfAPage reads what converters leave: lines, and tables in HTML.
func TestTextWithTablesOfAPage(t *testing.T) {
	s := open(t, "a.txt", []byte("柳溪街道年度报告\n"+strings.Repeat("说明文字，", 200)+"\n<table><tr><td>规章</td><td>0</td></tr><tr><td>文件</td><td>3</td></tr></table>\n完"))
	if got, want := outline(s), "[2x2 0,0=规章 0,1=0 1,0=文件 1,1=3]\n4 完\n"; !strings.HasSuffix(got, want) || s.Kind != reading.Text {
		t.Errorf("%s: %q, want it to end %q", s.Kind, got, want)
	}
}

func TestDamagedTextIsNoted(t *testing.T) {
	s := open(t, "a.txt", []byte(strings.Repeat("政府信息公开", 30)+"\xff\xfe\xe6"+"年度报告"))
	if s.Charset != "UTF-8" || len(s.Lost) != 1 {
		t.Errorf("charset %s, lost %q, want UTF-8 and a note", s.Charset, s.Lost)
	}
}

func TestPagesInEveryCharset(t *testing.T) {
	page := func(charset, s string) string {
		return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"></head><body><p>` + strings.ReplaceAll(s, "\n", "</p><p>") + `</p></body></html>`
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(page("gb2312", sample))
	if err != nil {
		t.Fatal(err)
	}
	big5, err := traditionalchinese.Big5.NewEncoder().String(page("big5", traditional))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ page, charset, first string }{
		"declared GBK":            {gbk, "GB18030", "柳溪街道2023年政府信息公开工作年度报告"},
		"declared Big5":           {big5, "Big5", "柳溪鎮2023年政府信息公開工作年度報告"},
		"saved as UTF-8 from GBK": {page("gb2312", sample), "UTF-8", "柳溪街道2023年政府信息公开工作年度报告"},
		"declared UTF-8, is GBK":  {strings.Replace(gbk, "gb2312", "utf-8", 1), "GB18030", "柳溪街道2023年政府信息公开工作年度报告"},
	} {
		s := open(t, "report.html", []byte(c.page))
		if s.Kind != reading.HTML || s.Charset != c.charset || s.Blocks[0].Text != c.first {
			t.Errorf("%s: %s in %s begins %q, want html in %s, %q", name, s.Kind, s.Charset, s.Blocks[0].Text, c.charset, c.first)
		}
	}
}

func TestMarkdown(t *testing.T) {
	s := open(t, "report.md", []byte("# 年度报告\n\n**受理** 17 件，见[附件](a.pdf)。\n\n| 信息内容 | 本年制发 |\n|:---|---:|\n| 规章 | **0** |\n| 甲\\|乙 | 3<br>（修订1） |\n\n"+
		"<table>\n<tr><td rowspan=2>丙</td><td>1</td></tr>\n<tr><td>2</td></tr>\n</table>\n\n## 二、附图 ##\n![](t.png)\n"))
	want := "1 #年度报告\n3 受理 17 件，见附件。\n[3x2 0,0=信息内容 0,1=本年制发 1,0=规章 1,1=0 2,0=甲|乙 2,1=3/（修订1）]\n[2x2 0,0(2x1)=丙 0,1=1 1,1=2]\n15 ##二、附图\n16 picture\n"
	if got := outline(s); got != want || s.Kind != reading.Markdown {
		t.Errorf("%s:\n%swant\n%s", s.Kind, got, want)
	}
	if place := s.Blocks[3].Table.Cells[2].Place; place != (reading.Place{Line: 12, Table: 2, Row: 2, Column: 2}) {
		t.Errorf("place of a cell in HTML = %s, want table 2 row 2 column 2, line 12", place)
	}
}

func TestWorkbook(t *testing.T) {
	book := excelize.NewFile()
	for at, value := range map[string]any{
		"A1": "2023年统计", "B3": "类别", "C3": "新收", "C4": "自然人", "D4": "总计", "B5": "予以公开", "C5": 7, "D5": 8.5,
		"A8": strings.Repeat("说明文字。", 30),
	} {
		err := book.SetCellValue("Sheet1", at, value)
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range [][2]string{{"B3", "B4"}, {"C3", "D3"}} {
		err := book.MergeCell("Sheet1", m[0], m[1])
		if err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	err := book.Write(&b)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, "a.xlsx", b.Bytes())
	want := "1 2023年统计\n[3x3 0,0(2x1)=类别 0,1(1x2)=新收 1,1=自然人 1,2=总计 2,0=予以公开 2,1=7 2,2=8.5]\n8 " + strings.Repeat("说明文字。", 30) + "\n"
	if got := outline(s); got != want || s.Kind != reading.XLSX {
		t.Errorf("%s:\n%swant\n%s", s.Kind, got, want)
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want Code
	}{
		"empty":             {"", Empty},
		"blank":             {" \n\n ", Empty},
		"page without text": {"<html><body></body></html>", Empty},
		"picture":           {"\x89PNG\r\n\x1a\n0000", PictureFile},
		"photo":             {"\xff\xd8\xff\xe0\x00\x10JFIF", PictureFile},
		"old Word":          {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), LegacyFormat},
		"rich text":         {"{\\rtf1 a}", LegacyFormat},
		"with password":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + string(container.EncryptedMark), Protected},
		"program":           {"\x7fELF\x02\x01\x01\x00", UnknownFormat},
		"bytes":             {strings.Repeat("\x00\x01\x93\x02", 100), Charset},
		"no PDF inside":     {"%PDF-1.7\nnothing", Damaged},
	} {
		_, err := Open(name, strings.NewReader(c.data), int64(len(c.data)), Limits{})
		var refused *Error
		if !errors.As(err, &refused) || refused.Code != c.want || refused.Sentence() == "" {
			t.Errorf("%s: Open = %v, want %s", name, err, c.want)
		}
	}
	_, err := Open("large", strings.NewReader("x"), 300<<20, Limits{})
	var refused *Error
	if !errors.As(err, &refused) || refused.Code != TooLarge {
		t.Errorf("300 MiB: Open = %v, want %s", err, TooLarge)
	}
	for code, sentence := range sentences {
		if !strings.HasSuffix(sentence, "。") {
			t.Errorf("sentence of %s = %q", code, sentence)
		}
	}
}
