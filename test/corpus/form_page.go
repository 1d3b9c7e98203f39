package corpus

import (
	"fmt"
	"strings"

	"gongkai/internal/document"
)

// pageForms are reports saved from web sites.
var pageForms = []Form{
	{Key: "page", Title: "an ordinary page", End: ".html", of: []int{3, 0, 10}, write: plainPage},
	{Key: "page-chrome", Title: "a saved page with the chrome of its site", End: ".html", of: []int{4, 5, 0}, write: func(r *report) []byte {
		return markup{before: chromeBefore(r), after: chromeAfter, meta: chromeMeta(r), headTable: true}.page(r)
	}},
	{Key: "page-list", Title: "a list of other reports and the report on one page", End: ".html", of: []int{12, 9}, write: func(r *report) []byte {
		return markup{before: otherReports(r), after: otherReports(r), headTable: true}.page(r)
	}},
	{Key: "word-spans", Title: "pasted from a word processor, a span around every digit", End: ".html", of: []int{3, 8}, write: func(r *report) []byte {
		return markup{cell: spannedCell, text: spanned1, meta: wordMeta}.page(r)
	}},
	{Key: "nested-tables", Title: "tables inside tables that only lay out the page", End: ".html", of: []int{12, 6}, write: func(r *report) []byte {
		m := markup{before: strings.Repeat("<table width=\"100%\"><tr><td>", 5), after: strings.Repeat("</td></tr></table>", 5), cell: nestedCell}
		return m.page(r)
	}},
	{Key: "rowspans-missing", Title: "cells that span rows stand in their first row only", End: ".html", of: []int{3, 9}, write: func(r *report) []byte {
		m := markup{}
		m.table = func(t *document.Table) string {
			m.cell = plainCell
			return m.tableElement(t, func(c document.Cell) string {
				c.Rowspan = 1
				return spans(c)
			})
		}
		return m.page(r)
	}},
	{Key: "spans-wrong", Title: "spans that reach too far or not far enough", End: ".html", of: []int{7, 4}, write: func(r *report) []byte {
		m := markup{}
		m.table = func(t *document.Table) string {
			m.cell = plainCell
			n := 0
			return m.tableElement(t, func(c document.Cell) string {
				n++
				switch {
				case c.Head && c.Rowspan > 4 && c.Rowspan < 20:
					c.Rowspan += n%2*2 - 1
				case c.Head && c.Colspan > 2:
					c.Colspan--
				case !c.Head && c.Colspan > 1:
					c.Colspan += 4
				}
				return spans(c)
			})
		}
		return m.page(r)
	}},
	{Key: "labels-repeated", Title: "merged cells taken apart and filled with the same label", End: ".html", of: []int{3, 2}, write: func(r *report) []byte {
		m := markup{}
		m.table = func(t *document.Table) string {
			var b strings.Builder
			b.WriteString("<table>\n")
			for _, row := range planOf(t).lines(repeated) {
				b.WriteString("<tr><td>" + strings.Join(row, "</td><td>") + "</td></tr>\n")
			}
			return b.String() + "</table>\n"
		}
		return m.page(r)
	}},
	{Key: "page-program", Title: "a page put together in the browser, the article a string of its program", End: ".html", of: []int{7, 6}, write: func(r *report) []byte {
		page := string(plainPage(r))
		from, to := strings.Index(page, "<h1>"), strings.Index(page, "</body>")
		article := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "<", `\u003c`, "/", `\/`).Replace(page[from:to])
		return []byte(page[:from] + "<div id=\"app\"></div>\n<script>window.page = {\"id\": 1286, \"content\": \"" + article + "\"};</script>" + page[to:])
	}},
	{Key: "rows-split", Title: "every row a table of its own", End: ".html", of: []int{4, 2}, write: func(r *report) []byte {
		m := markup{}
		m.table = func(t *document.Table) string {
			var b strings.Builder
			for _, row := range planOf(t).lines(left) {
				b.WriteString("<table><tr><td>" + strings.Join(row, "</td><td>") + "</td></tr></table>\n<p>&nbsp;</p>\n")
			}
			return b.String()
		}
		return m.page(r)
	}},
}

// spannedCell is a cell as word processors paste it.
func spannedCell(c document.Cell) string {
	return "<p class=MsoNormal align=center style='text-align:center'>" + spanned1(flat(c.Text)) + "<o:p></o:p></p>"
}

// spanned1 puts a span around every character of a number and, now and then, an
// empty one between them.
func spanned1(text string) string {
	var b strings.Builder
	for i, c := range []rune(text) {
		switch {
		case c >= '0' && c <= '9':
			fmt.Fprintf(&b, "<span lang=EN-US style='font-size:10.5pt;font-family:\"Times New Roman\"'>%c</span>", c)
		case i%9 == 4:
			fmt.Fprintf(&b, "<span style='mso-spacerun:yes'></span><font face=\"宋体\">%s</font>", escaped(string(c)))
		default:
			b.WriteString(escaped(string(c)))
		}
	}
	return b.String()
}

const wordMeta = "<meta name=Generator content=\"Microsoft Word 15\">\n<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->\n" +
	"<style><!-- p.MsoNormal {margin:0cm; mso-pagination:widow-orphan; font-size:10.5pt;} @page Section1 {size:595.3pt 841.9pt;} --></style>\n"

// nestedCell is a cell whose content is laid out by a table of its own.
func nestedCell(c document.Cell) string {
	return "<table border=0><tr><td>" + plainCell(c) + "</td></tr></table>"
}

// chromeMeta are the tags that sites of governments carry.
func chromeMeta(r *report) string {
	return fmt.Sprintf("<meta name=\"SiteName\" content=\"%s\">\n<meta name=\"SiteIDCode\" content=\"3399980012\">\n<meta name=\"ColumnName\" content=\"政府信息公开年报\">\n"+
		"<meta name=\"ArticleTitle\" content=\"%s\">\n<meta name=\"PubDate\" content=\"%s 10:24\">\n<meta name=\"ContentSource\" content=\"%s\">\n"+
		"<script>var hits = 3417; window.total = 12;</script>\n<style>.nav{width:1200px} td{padding:4px}</style>\n",
		r.Name, r.title, r.signed.Date, r.Name)
}

// chromeBefore is what stands above a report on its site.
func chromeBefore(r *report) string {
	return "<div class=\"top\"><a href=\"/\">网站首页</a> | <a href=\"/col/col1\">政务公开</a> | <a href=\"/col/col2\">政务服务</a> | <a href=\"/col/col3\">互动交流</a></div>\n" +
		"<form action=\"/search\"><input name=\"q\" value=\"请输入关键字\"><button>搜索</button></form>\n<div class=\"crumb\">当前位置：首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div>\n" +
		"<div class=\"side\"><ul><li>政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li><li>政府信息公开年报</li><li>依申请公开</li></ul></div>\n" +
		"<div class=\"tool\">浏览次数：1286 字号：[ 大 中 小 ] 发布时间：" + r.signed.Date + " 10:24</div>\n"
}

const chromeAfter = "<div class=\"tool\"><a href=\"javascript:window.print()\">【打印本页】</a> <a href=\"javascript:window.close()\">【关闭窗口】</a></div>\n" +
	"<div class=\"links\">友情链接：<select><option>上级政府网站</option><option>部门网站</option></select></div>\n" +
	"<div class=\"foot\">网站标识码3399980012 浙公网安备33999802000117号 浙ICP备09999123号-2 <br>联系电话：0570-6601234 访问量：20387751</div>\n"

// otherReports is a column of reports of other years and organs, as a page shows it
// beside the one that was opened.
func otherReports(r *report) string {
	var b strings.Builder
	b.WriteString("<div class=\"list\"><h3>政府信息公开年报</h3><ul>\n")
	for _, other := range bases {
		if other.Name == r.Name {
			continue
		}
		fmt.Fprintf(&b, "<li><a href=\"/art/%d.html\">%s%d年政府信息公开工作年度报告</a><span>%s</span></li>\n", len(other.Name), other.Name, other.year, other.signed)
	}
	b.WriteString("</ul><div class=\"pages\">共 47 条 第 1 页 / 共 4 页</div></div>\n")
	return b.String()
}
