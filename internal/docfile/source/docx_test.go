package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
)

// pack makes an archive of parts, given as path and content by turns.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		entry, err := archive.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		_, err = entry.Write([]byte(parts[i+1]))
		if err != nil {
			t.Fatal(err)
		}
	}
	err := archive.Close()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// word wraps a body as a document's main part.
func word(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:a="a"><w:body>` + body + `</w:body></w:document>`
}

func para(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func cell(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + para(text) + `</w:tc>`
}

func TestDocuments(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"runs join": {`<w:p><w:r><w:t>受理7</w:t></w:r><w:proofErr/><w:r><w:t>1</w:t></w:r><w:r><w:t xml:space="preserve">3 件</w:t></w:r></w:p>`, "1 受理713 件\n"},
		"tracked changes": {
			`<w:p><w:r><w:t>收到</w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>13</w:t></w:r></w:ins><w:r><w:t>件</w:t></w:r></w:p>` +
				`<w:moveFrom><w:p><w:r><w:t>旧处</w:t></w:r></w:p></w:moveFrom><w:tbl><w:tr><w:tc>` + para("甲") + `</w:tc><w:tc>` + para("1") + `</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>` + para("删") + `</w:tc></w:tr></w:tbl>`,
			"1 收到13件\n[1x2 0,0=甲 0,1=1]\n",
		},
		"field results": {
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>42</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>条</w:t></w:r></w:fldSimple></w:p>`,
			"1 42条\n",
		},
		"hidden text": {`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r></w:p>`, "1 明\n"},
		"merged cells": {
			`<w:tbl><w:tr>` + cell(`<w:vMerge w:val="restart"/>`, "甲") + cell(`<w:gridSpan w:val="2"/>`, "乙") + `</w:tr><w:tr>` +
				cell(`<w:vMerge/>`, "") + cell("", "1") + cell("", "2") + `</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + cell("", "3") + cell("", "4") + `</w:tr></w:tbl>`,
			"[3x3 0,0(2x1)=甲 0,1(1x2)=乙 1,1=1 1,2=2 2,1=3 2,2=4]\n",
		},
		"paragraphs and breaks in a cell": {
			`<w:tbl><w:tr><w:tc>` + para("22") + para("（其中修订16件）") + `</w:tc><w:tc><w:p><w:r><w:t>结果</w:t><w:br/><w:t>维持</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
			"[1x2 0,0=22/（其中修订16件） 0,1=结果/维持]\n",
		},
		"table in a cell": {
			`<w:tbl><w:tr>` + cell("", "甲") + `<w:tc>` + para("乙") + `<w:tbl><w:tr>` + cell("", "1") + cell("", "2") + `</w:tr></w:tbl>` + para("") + `</w:tc></w:tr></w:tbl>`,
			"[1x2 0,0=甲 0,1=乙]\n[1x2 0,0=1 0,1=2]\n",
		},
		"text boxes once": {
			`<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + para("框") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + para("框") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			"1 前\n2 框\n",
		},
		"pictures":         {`<w:p><w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>`, "1 picture\n"},
		"content controls": {`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + para("控件") + `</w:sdtContent></w:sdt>`, "1 控件\n"},
		"ruby":             {`<w:p><w:r><w:ruby><w:rt><w:r><w:t>xi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>溪</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "1 溪\n"},
		"headings":         {`<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p><w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>主动公开</w:t></w:r></w:p>`, "1 #总体情况\n2 ##主动公开\n"},
		"lists": {
			strings.Join([]string{"总体情况", "主动公开"}, "") + listItem("1", 0, "总体情况") + listItem("1", 1, "主动公开") + listItem("1", 1, "依申请公开") + listItem("1", 0, "问题") +
				listItem("1", 1, "监督") + listItem("2", 0, "其他") + listItem("3", 0, "要点"),
			"1 一、总体情况\n2 （一）主动公开\n3 （二）依申请公开\n4 二、问题\n5 （一）监督\n6 5. 其他\n7 要点\n",
		},
	} {
		s := open(t, "文件", pack(t, "word/document.xml", word(c.body),
			"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="b"><w:name w:val="heading 1"/></w:style><w:style w:styleId="h"><w:name w:val="章"/><w:basedOn w:val="b"/></w:style></w:styles>`,
			"word/numbering.xml", `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>`+
				`<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>`+
				`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num></w:numbering>`))
		if got := outline(s); got != c.want {
			t.Errorf("%s:\n%swant\n%s", name, got, c.want)
		}
	}
}

func listItem(id string, level int, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + string(rune('0'+level)) + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestEdgesAndProperties(t *testing.T) {
	s := open(t, "a.docx", pack(t, "word/document.xml", word(para("正文")),
		"word/header1.xml", `<w:hdr>`+para("柳溪街道办事处")+`</w:hdr>`, "word/header2.xml", `<w:hdr>`+para("柳溪街道办事处")+`</w:hdr>`,
		"word/footer1.xml", `<w:ftr>`+para("— 3 —")+`</w:ftr>`, "word/footnotes.xml", `<w:footnotes><w:footnote w:type="separator">`+para("线")+`</w:footnote><w:footnote>`+para("注：含上年结转")+`</w:footnote></w:footnotes>`,
		"docProps/core.xml", `<cp:coreProperties><dc:title>年度报告</dc:title><dc:creator>柳溪街道</dc:creator></cp:coreProperties>`))
	if got, want := outline(s), "1 正文\n2 注：含上年结转\n0 柳溪街道办事处\n"; got != want {
		t.Errorf("blocks =\n%swant\n%s", got, want)
	}
	if s.Title != "年度报告" || s.Meta["creator"] != "柳溪街道" {
		t.Errorf("title %q, meta %v", s.Title, s.Meta)
	}
}

func TestPrintedNumbers(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"chineseCounting", 10, "十"},
		{"chineseCountingThousand", 21, "二十一"},
		{"chineseCounting", 103, "一百零三"},
		{"chineseCounting", 110, "一百一十"},
		{"chineseCounting", 200, "二百"},
		{"chineseLegalSimplified", 3, "叁"},
		{"decimalEnclosedCircle", 2, "②"},
		{"upperRoman", 14, "XIV"},
		{"lowerRoman", 9, "ix"},
		{"upperLetter", 3, "C"},
		{"lowerLetter", 27, "27"},
		{"decimalFullWidth", 12, "１２"},
		{"decimalZero", 7, "07"},
		{"ideographTraditional", 2, "乙"},
		{"cardinalText", 5, "5"},
	} {
		if got := printed(c.format, c.n); got != c.want {
			t.Errorf("printed(%s, %d) = %s, want %s", c.format, c.n, got, c.want)
		}
	}
}

func TestDamagedDocuments(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want Code
	}{
		"no body":         {pack(t, "word/document.xml", `<w:document/>`), Damaged},
		"empty body":      {pack(t, "word/document.xml", word("")), Empty},
		"other archive":   {pack(t, "a.txt", "x"), UnknownFormat},
		"cut archive":     {pack(t, "word/document.xml", word(para("正文")))[:80], Damaged},
		"bomb":            {pack(t, "word/document.xml", word(para("正文")), "word/x.xml", strings.Repeat(" ", 201<<20)), UnpacksLarge},
		"nested too deep": {pack(t, "word/document.xml", strings.Repeat("<w:tbl>", 10_000)), Damaged},
	} {
		_, err := Open(name, bytes.NewReader(c.data), int64(len(c.data)), Limits{})
		var refused *Error
		if !errors.As(err, &refused) || refused.Code != c.want {
			t.Errorf("%s: Open = %v, want %s", name, err, c.want)
		}
	}
	s := open(t, "cut", pack(t, "word/document.xml", strings.TrimSuffix(word(para("前文")+para("后文")), "</w:t></w:r></w:p></w:body></w:document>")))
	if got := outline(s); got != "1 前文\n2 后文\n" || len(s.Lost) != 1 {
		t.Errorf("a document cut short = %q, lost %q", got, s.Lost)
	}
}
