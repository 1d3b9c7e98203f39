package source

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"gongkai/internal/annualreport/reading"
)

// outline lists a source's blocks: lines with their numbers, headings with #, tables
// with their cells, pictures.
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
			fmt.Fprintf(&b, "%d picture\n", block.Place.Line)
		default:
			fmt.Fprintf(&b, "%d %s%s\n", block.Place.Line, strings.Repeat("#", block.Heading), block.Text)
		}
	}
	return b.String()
}

func TestPages(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"digits in spans of their own": {
			"<html><body><p><span lang=EN-US>2</span><span>0</span><b><span>2</span></b><font>3</font>年受理<span>7</span><span>\n13</span>件</p></body></html>",
			"1 2023年受理7 13件\n",
		},
		"lines broken between characters": {"<p>政府\n   信息公开 10\n  件</p>", "1 政府信息公开 10 件\n"},
		"line numbers": {
			"<html>\n<head></head>\n<body>\n<p>第一行</p>\n\n<div>\n  第二行<br>第三行\n</div><h2>标题</h2></body></html>",
			"4 第一行\n7 第二行\n7 第三行\n8 ##标题\n",
		},
		"spans of rows and columns": {
			"<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>1</td><td>2</td></tr><tr><td>丙</td><td>3</td><td>4</td></tr></table>",
			"[3x3 0,0(2x1)=甲 0,1(1x2)=乙 1,1=1 1,2=2 2,0=丙 2,1=3 2,2=4]\n",
		},
		"span beyond the table": {
			"<table><tr><td rowspan=9>甲</td><td>1</td></tr><tr><td rowspan=0>2</td></tr><tr></tr></table>",
			"[3x2 0,0(3x1)=甲 0,1=1 1,1(2x1)=2]\n",
		},
		"row groups end spans": {
			"<table><thead><tr><td rowspan=5>甲</td><td>乙</td></tr></thead><tbody><tr><td>丙</td><td>1</td></tr></tbody></table>",
			"[2x2 0,0=甲 0,1=乙 1,0=丙 1,1=1]\n",
		},
		"breaks and paragraphs in a cell": {
			"<table><tr><td>结果<br>维持</td><td><p>22</p><p>（其中修订16件）</p></td></tr></table>",
			"[1x2 0,0=结果/维持 0,1=22/（其中修订16件）]\n",
		},
		"table in a cell of a table": {
			"<table><tr><td>甲</td><td>乙</td><td>丙<table><tr><td>1</td><td>2</td></tr></table></td></tr><tr><td>这一行是外面的表里的长长的说明</td><td>3</td><td>4</td></tr></table>",
			"[2x3 0,0=甲 0,1=乙 0,2=丙 1,0=这一行是外面的表里的长长的说明 1,1=3 1,2=4]\n[1x2 0,0=1 0,1=2]\n",
		},
		"page laid out by a table": {
			"<table><tr><td><table><tr><td>索引号：</td><td>A-1</td></tr><tr><td>发布机构：</td><td>柳溪街道</td></tr></table></td></tr>" +
				"<tr><td><p>一、总体情况</p><table><tr><td>规章</td><td>0</td></tr><tr><td>文件</td><td>3</td></tr></table><p>结束</p></td></tr></table>",
			"[2x2 0,0=索引号： 0,1=A-1 1,0=发布机构： 1,1=柳溪街道]\n1 一、总体情况\n[2x2 0,0=规章 0,1=0 1,0=文件 1,1=3]\n1 结束\n",
		},
		"table of one cell": {"<table><tr><td><p>一段话</p><p>又一段</p></td></tr></table>", "1 一段话\n1 又一段\n"},
		"hidden things": {
			"<p>收到<span style='display:none'>99</span>3件</p><div hidden>暗</div><p style='visibility: hidden'>暗</p><p>见<!-- 暗 --></p><script>var a='<p>暗</p>'</script><style>p{}</style>",
			"1 收到3件\n1 见\n",
		},
		"hidden and never closed": {"<div><p>前<span style='display:none'>暗</p><p>后</p></div>", "1 前\n1 后\n"},
		"menus": {
			"<nav><a href=/>首页</a></nav><ul><li><a href=a>首页</a></li><li><a href=b>新闻</a></li><li><a href=c>公开</a></li><li><a href=d>互动</a></li></ul><ul><li>一是公开。</li><li>二是解读。</li></ul>",
			"1 一是公开。\n1 二是解读。\n",
		},
		"numbered lists": {"<ol><li>内容更新不及时</li><li>解读少</li></ol>", "1 1. 内容更新不及时\n1 2. 解读少\n"},
		"pictures":       {"<p>三、收到情况</p><img src=t.png><img src=icon.gif width=16 height=16>", "1 三、收到情况\n1 picture\n"},
		"head table in order": {
			"<div class=head><table><tr><th>文号</th><td></td></tr><tr><th>日期</th><td>2024-01-12</td></tr></table></div><p>正文</p><div class=foot>网站标识码1234560001</div>",
			"[2x2 0,0=文号 0,1= 1,0=日期 1,1=2024-01-12]\n1 正文\n1 网站标识码1234560001\n",
		},
		"spans of hundreds": {
			"<table><tr><td colspan=700>甲</td><td colspan=300>1</td></tr><tr><td colspan=700>乙</td><td colspan=300>2</td></tr></table>",
			"[2x2 0,0=甲 0,1=1 1,0=乙 1,1=2]\n",
		},
		"deleted text":       {"<p>收到<del>12</del><ins>13</ins>件</p>", "1 收到13件\n"},
		"cells never closed": {"<table><tr><td>甲<td>1<tr><td>乙<td>2</table>", "[2x2 0,0=甲 0,1=1 1,0=乙 1,1=2]\n"},
		"entities":           {"<p>&#12304;公开&#12305;&nbsp;5&lt;6</p>", "1 【公开】\u00a05<6\n"},
	} {
		s := open(t, "page.html", []byte(c.page))
		if got := outline(s); got != c.want {
			t.Errorf("%s:\n%swant\n%s", name, got, c.want)
		}
	}
}

func TestPageHead(t *testing.T) {
	s := open(t, "saved", []byte(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>柳溪街道 2023年
	年度报告</title><meta name="ArticleTitle" content="年度报告"><meta name="PubDate" content="2024-01-12 10:00"><meta property="og:site" content="白石县"></head><body><p>正文</p></body></html>`))
	if s.Title != "柳溪街道 2023年 年度报告" || s.Meta["articletitle"] != "年度报告" || s.Meta["pubdate"] != "2024-01-12 10:00" || s.Meta["og:site"] != "白石县" {
		t.Errorf("title %q, meta %v", s.Title, s.Meta)
	}
	if s.Kind != reading.HTML || s.Charset != "UTF-8" {
		t.Errorf("kind %s charset %s, want html in UTF-8", s.Kind, s.Charset)
	}
}

// TestPageSavedAsOneFile reads what browsers save with the pictures inside.
func TestPageSavedAsOneFile(t *testing.T) {
	for name, part := range map[string]string{
		"quoted": "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>=E5=85=AC=E5=BC=80 5=\r\n2</p></body></html>\r\n",
		"base64": "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+5YWs5byAIDUy\r\nPC9wPg==\r\n",
	} {
		file := "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b\"\r\n\r\n" +
			"------b\r\nContent-Type: image/png\r\n\r\nx\r\n------b\r\n" + part + "------b--\r\n"
		s := open(t, "a.mhtml", []byte(file))
		if got := outline(s); got != "1 公开 52\n" || s.Kind != reading.HTML {
			t.Errorf("%s: %s %q, want the page's text", name, s.Kind, got)
		}
	}
	file := "From: x\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n"
	_, err := Open("a.mhtml", strings.NewReader(file), int64(len(file)), Limits{})
	var refused *Error
	if !errors.As(err, &refused) || refused.Code != Damaged {
		t.Errorf("saved page without a page: %v, want %s", err, Damaged)
	}
}

// TestHostilePages are pages made to cost time or memory; each ends soon, as blocks
// or as a refusal.
func TestHostilePages(t *testing.T) {
	deep := 10_000
	for name, page := range map[string]string{
		"blocks in blocks":    "<html>" + strings.Repeat("<div>", deep) + "内容" + strings.Repeat("</div>", deep),
		"never closed":        strings.Repeat("<div><b><i><a href=x>", deep) + "内容",
		"tables in tables":    strings.Repeat("<table><tr><td>", deep) + "内容",
		"ten thousand cells":  "<table><tr>" + strings.Repeat("<td colspan=1000>1</td>", deep) + "</tr></table>内容",
		"rows of wide spans":  "<table>" + strings.Repeat("<tr><td rowspan=60000 colspan=1000>1", 3000) + "</table>内容",
		"misnested":           "<html>" + strings.Repeat("<b><p><i></b><table><a>", deep/2) + "内容",
		"a tag without end":   "<html><p>内容</p><" + strings.Repeat("a", 1<<20),
		"attributes in bulk":  "<html><p " + strings.Repeat("a=1 ", 1<<18) + ">内容</p>",
		"hidden in hidden":    "<html><p>内容</p>" + strings.Repeat("<div style=display:none>", deep),
		"endings without end": "<html><p>内容</p>" + strings.Repeat("</div></td></table>", deep),
	} {
		began := time.Now()
		s, err := Open(name, strings.NewReader(page), int64(len(page)), Limits{})
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if err == nil && !strings.Contains(outline(s), "内容") {
			t.Errorf("%s: the text is lost", name)
		}
	}
}
