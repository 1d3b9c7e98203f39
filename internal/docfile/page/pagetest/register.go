package pagetest

import (
	"fmt"

	"gongkai/internal/document"
)

// Register returns a document whose one table is longer than a page: groups of rows
// under a head that spans them, so that pages interrupt spans.
func Register(groups, rows int) *document.Document {
	t := &document.Table{
		Name: "register", Caption: "申请登记簿", Columns: []float64{1.2, 0.8, 4, 2}, HeadRows: 2, Whole: true,
		Rows: []document.Row{
			row([]document.Cell{head("承办机构", 1, 2), head("申请", 3, 1)}),
			row([]document.Cell{head("序号", 1, 1), head("申请内容", 1, 1), head("办理结果", 1, 1)}),
		},
	}
	for g := range groups {
		for i := range rows {
			var cells []document.Cell
			if i == 0 {
				cells = append(cells, head(fmt.Sprintf("第%d办公室", g+1), 1, rows))
			}
			cells = append(cells,
				document.Cell{Text: fmt.Sprint(g*rows + i + 1), Number: true},
				document.Cell{Text: "申请公开本镇2023年农村危房改造补助对象名单、补助标准及资金拨付凭证的有关信息", Align: document.Left},
				document.Cell{Text: "予以公开"})
			t.Rows = append(t.Rows, document.Row{Cells: cells})
		}
	}
	return &document.Document{
		Title: "临江镇政府信息公开申请登记簿", Organ: "青山县临江镇人民政府", Date: "2025-01-16", ID: "register",
		Blocks: []document.Block{
			document.Heading{Level: 1, Text: "一、登记情况"},
			document.Text("登记簿如下。"), t,
			document.Signature{Organ: "青山县临江镇人民政府", Date: "2025年1月16日"},
		},
	}
}

// Letter returns a reply letter with a number under its title, a paragraph without
// indent, emphasis and a level-three heading.
func Letter() *document.Document {
	return &document.Document{
		Title: "青山县临江镇人民政府关于对申请公开农村危房改造补助对象名单的政府信息公开部分公开告知书",
		Organ: "青山县临江镇人民政府党政综合办公室", Date: "2024-03-01", ID: "letter", Notes: []string{"临政公开告〔2024〕3号"},
		Blocks: []document.Block{
			document.Paragraph{NoIndent: true, Runs: []document.Run{{Text: "堃㛃同志："}}},
			document.Paragraph{Runs: []document.Run{{Text: "本机关于2024年2月1日收到您提交的政府信息公开申请，"}, {Text: "经审查，决定部分公开", Strong: true}, {Text: "。根据《中华人民共和国政府信息公开条例》第三十六条、第三十七条的规定，现将有关情况告知如下："}}},
			document.Heading{Level: 3, Text: "1.公开的内容"},
			document.Text("补助标准及资金拨付凭证，见附件，网址 https://www.example.gov.cn/zfxxgk/fdzdgknr/202403/t20240301_1234567.html，共计12.5万元（¥125,000.00）。"),
			document.Heading{Level: 3, Text: "2.不予公开的内容"},
			document.Text("补助对象的身份证号码、银行账号属于个人隐私，公开会对第三方合法权益造成损害——经征求意见，第三方不同意公开……如对本告知不服，可以在收到本告知书之日起60日内向青山县人民政府申请行政复议，或者在6个月内向青山县人民法院提起行政诉讼。"),
			document.Signature{Organ: "青山县临江镇人民政府党政综合办公室", Date: "2024年3月1日"},
		},
	}
}
