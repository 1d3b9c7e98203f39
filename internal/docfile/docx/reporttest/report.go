package reporttest

import "gongkai/internal/document"

// Report returns the sample report of 云溪县青石镇人民政府 for 2024.
func Report() *document.Document {
	return &document.Document{
		Title:    "云溪县青石镇人民政府2024年政府信息公开工作年度报告",
		Organ:    "云溪县青石镇人民政府",
		Subject:  "2024年1月1日至12月31日政府信息公开工作情况",
		Keywords: []string{"政府信息公开", "年度报告", "2024"},
		Date:     "2025-01-16",
		ID:       "sha256-5f1c7e0a",
		Blocks: []document.Block{
			document.Text("本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制。本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"),
			document.Heading{Level: 1, Text: "一、总体情况"},
			document.Heading{Level: 2, Text: "（一）主动公开"},
			document.Paragraph{Runs: []document.Run{
				{Text: "2024年，我镇通过政府网站、政务新媒体等渠道主动公开政府信息"},
				{Text: "825", Ref: "open.total"},
				{Text: "条，其中网站专栏76条、微信公众号35条、村务公开栏272条、新闻媒体442条。制发行政规范性文件"},
				{Text: "2", Ref: "normdocs_issued"},
				{Text: "件，均在信息形成之日起20个工作日内公开。"},
			}},
			document.Heading{Level: 2, Text: "（二）依申请公开"},
			document.Text("全年新收政府信息公开申请12件，上年结转1件，办结11件，结转下年度继续办理2件。其中“予以公开”5件、“部分公开”2件、“无法提供”3件、“不予处理”1件。"),
			document.Heading{Level: 2, Text: "（三）政府信息管理"},
			document.Text("落实公开属性源头认定和保密审查制度，做到“先审查、后公开，一事一审”。经办人员𠮷䶮、㛃𬭎堃同志完成年度动态调整，逐件复核不予公开、依申请公开的信息31件，转为主动公开4件。"),
			document.Heading{Level: 2, Text: "（四）政府信息公开平台建设"},
			document.Text("规范设置政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报和依申请公开栏目，实行专人管理、按周巡查。"),
			document.Heading{Level: 2, Text: "（五）监督保障"},
			document.Text("镇党政综合办公室明确1名专职、2名兼职工作人员，组织培训2次、48人次。县政府办公室年度考核结果为优秀，社会评议满意率96.4%，全年未发生责任追究情形。"),
			document.Heading{Level: 1, Text: "二、主动公开政府信息情况"},
			proactive(),
			document.Heading{Level: 1, Text: "三、收到和处理政府信息公开申请情况"},
			requests(),
			document.Heading{Level: 1, Text: "四、政府信息公开行政复议、行政诉讼情况"},
			remedies(),
			document.Heading{Level: 1, Text: "五、存在的主要问题及改进情况"},
			document.Text("存在的主要问题：一是个别村（社区）信息报送不够及时；二是政策解读形式较为单一，群众关心的惠农补贴、项目建设等信息解读不够深入。"),
			document.Text("改进情况：一是建立按月提醒、按季通报机制，明确信息公开联络员；二是丰富图解、问答等解读形式，全年发布解读材料9篇，比上年增加6篇。"),
			document.Heading{Level: 1, Text: "六、其他需要报告的事项"},
			document.Text("本年度未发出收费通知，未收取信息处理费。"),
			document.Signature{Organ: "云溪县青石镇人民政府", Date: "2025年1月16日"},
		},
	}
}

func head(text string, across, down int) document.Cell {
	return document.Cell{Text: text, Colspan: across, Rowspan: down, Head: true}
}

func label(text string, across, down int) document.Cell {
	cell := head(text, across, down)
	cell.Align = document.Left
	return cell
}

func number(text string, across int) document.Cell {
	return document.Cell{Text: text, Colspan: across, Number: true}
}

func row(cells ...document.Cell) document.Row { return document.Row{Cells: cells} }

// proactive is table two.
func proactive() *document.Table {
	return &document.Table{
		Name: "proactive", Caption: "主动公开", Columns: []float64{1.6, 1, 1, 1}, Whole: true,
		Rows: []document.Row{
			row(head("第二十条第（一）项", 4, 1)),
			row(head("信息内容", 1, 1), head("本年制发件数", 1, 1), head("本年废止件数", 1, 1), head("现行有效件数", 1, 1)),
			row(head("规章", 1, 1), number("0", 1), number("0", 1), number("0", 1)),
			row(head("行政规范性文件", 1, 1), number("2", 1), number("1", 1), number("7", 1)),
			row(head("第二十条第（五）项", 4, 1)),
			row(head("信息内容", 1, 1), head("本年处理决定数量", 3, 1)),
			row(head("行政许可", 1, 1), number("38", 3)),
			row(head("第二十条第（六）项", 4, 1)),
			row(head("信息内容", 1, 1), head("本年处理决定数量", 3, 1)),
			row(head("行政处罚", 1, 1), number("4", 3)),
			row(head("行政强制", 1, 1), number("0", 3)),
			row(head("第二十条第（八）项", 4, 1)),
			row(head("信息内容", 1, 1), head("本年收费金额（单位：万元）", 3, 1)),
			row(head("行政事业性收费", 1, 1), number("12.35", 3)),
		},
	}
}

// remedies is table four.
func remedies() *document.Table {
	columns := make([]float64, 15)
	var second, third, counts []document.Cell
	for i := range columns {
		columns[i] = 1
		outcome := []string{"结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"}[i%5]
		if i < 5 {
			second = append(second, head(outcome, 1, 2))
		} else {
			third = append(third, head(outcome, 1, 1))
		}
		counts = append(counts, number([]string{"1", "0", "0", "0", "1"}[i%5], 1))
	}
	second = append(second, head("未经复议直接起诉", 5, 1), head("复议后起诉", 5, 1))
	return &document.Table{
		Name: "remedies", Caption: "复议诉讼", Columns: columns, HeadRows: 3, FontSize: 9, Whole: true,
		Rows: []document.Row{row(head("行政复议", 5, 1), head("行政诉讼", 10, 1)), row(second...), row(third...), row(counts...)},
	}
}
