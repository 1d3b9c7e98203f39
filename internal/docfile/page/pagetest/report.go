package pagetest

import "gongkai/internal/document"

// Report returns the annual report of an invented town, with figures whose
// equations hold and a name with a character beyond the basic plane.
func Report() *document.Document {
	d := &document.Document{
		Title:    "青山县临江镇人民政府2024年政府信息公开工作年度报告",
		Organ:    "青山县临江镇人民政府",
		Subject:  "临江镇2024年度政府信息公开工作情况",
		Keywords: []string{"政府信息公开", "年度报告", "2024"},
		Date:     "2025-01-16",
		ID:       "sample-report-2024",
	}
	say := func(level int, heading string, paragraphs ...string) {
		d.Blocks = append(d.Blocks, document.Heading{Level: level, Text: heading})
		for _, p := range paragraphs {
			d.Blocks = append(d.Blocks, document.Text(p))
		}
	}
	d.Blocks = append(d.Blocks, document.Text("根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和国务院办公厅政府信息与政务公开办公室《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，现公布临江镇2024年政府信息公开工作年度报告。本报告所列数据的统计期限为2024年1月1日至12月31日。如对报告内容有疑问，请与临江镇党政综合办公室联系（联系人：𠮷䶮，电话：0000-8123456）。"))
	say(1, "一、总体情况", "2024年，临江镇认真贯彻落实《条例》，坚持“以公开为常态、不公开为例外”，围绕群众关心的民生事项，扎实推进政府信息公开工作。")
	say(2, "（一）主动公开情况", "全年通过县政府门户网站临江镇专栏公开政府信息76条，通过“临江发布”微信公众号公开信息35条，通过镇、村公开栏张贴公示272张，召开政策宣讲会、院坝会公开442次，合计825条（次）。其中，制发行政规范性文件2件，均同步发布了文字解读和图解。")
	say(2, "（二）依申请公开情况", "全年收到政府信息公开申请9件，上年结转1件，合计10件；办结9件，结转下年度1件。在办结的申请中，予以公开4件，部分公开1件，本机关不掌握相关政府信息2件，补正后申请内容仍不明确1件，其他处理1件，均在法定期限内答复，未收取信息处理费。")
	say(2, "（三）政府信息管理情况", "严格执行信息发布“三审三校”和保密审查制度，落实公文属性源头认定，全年对不予公开和依申请公开的信息逐条复核，动态调整3条。")
	say(2, "（四）平台建设情况", "对照省、市、县政府信息公开平台建设规范，优化栏目设置，规范页面要素，及时更新政府信息公开指南和目录；在便民服务中心设置政府信息查阅点1处，为群众提供免费查阅、打印服务。")
	say(2, "（五）监督保障情况", "调整镇政府信息公开工作领导小组，配备专职人员1名、兼职人员2名，组织业务培训2次、参训46人次。2024年工作考核结果为良好；社会评议满意率为96.5%；未发生责任追究情形。")
	say(1, "二、主动公开政府信息情况")
	d.Blocks = append(d.Blocks, disclosure())
	say(1, "三、收到和处理政府信息公开申请情况")
	d.Blocks = append(d.Blocks, Requests())
	say(1, "四、政府信息公开行政复议、行政诉讼情况")
	d.Blocks = append(d.Blocks, remedies())
	say(1, "五、存在的主要问题及改进情况",
		"一是公开的及时性有待提高，个别信息从形成到发布间隔较长；二是政策解读形式较为单一，群众看得懂、用得上的解读产品不多；三是村级信息员队伍变动频繁，业务能力参差不齐。",
		"下一步，临江镇将健全信息公开台账和限时办结机制，自信息形成之日起20个工作日内予以公开；丰富图解、短视频等解读形式；每季度开展一次村级信息员培训，切实提升公开质量。")
	say(1, "六、其他需要报告的事项", "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）规定的按件、按量收费标准，本机关2024年没有产生信息处理费。")
	d.Blocks = append(d.Blocks, document.Signature{Organ: d.Organ, Date: "2025年1月16日"})
	return d
}

func head(text string, across, down int) document.Cell {
	return document.Cell{Text: text, Colspan: across, Rowspan: down, Head: true}
}

func label(text string, across, down int) document.Cell {
	return document.Cell{Text: text, Colspan: across, Rowspan: down, Head: true, Align: document.Left}
}

func figures(values ...string) []document.Cell {
	cells := make([]document.Cell, len(values))
	for i, v := range values {
		cells[i] = document.Cell{Text: v, Number: true}
	}
	return cells
}

func row(cells []document.Cell, more ...document.Cell) document.Row {
	return document.Row{Cells: append(cells, more...)}
}

func disclosure() *document.Table {
	heads := func(texts ...string) document.Row {
		cells := []document.Cell{head(texts[0], 1, 1)}
		across := 3 / (len(texts) - 1)
		for _, text := range texts[1:] {
			cells = append(cells, head(text, across, 1))
		}
		return document.Row{Cells: cells}
	}
	block := func(text string) document.Row { return row([]document.Cell{head(text, 4, 1)}) }
	line := func(name string, values ...string) document.Row {
		cells := []document.Cell{head(name, 1, 1)}
		for _, v := range values {
			cells = append(cells, document.Cell{Text: v, Number: true, Colspan: 3 / len(values)})
		}
		return document.Row{Cells: cells}
	}
	return &document.Table{
		Name: "disclosure", Caption: "主动公开政府信息情况", Columns: []float64{1, 1, 1, 1}, Whole: true,
		Rows: []document.Row{
			block("第二十条第（一）项"), heads("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
			line("规章", "0", "0", "0"), line("行政规范性文件", "2", "0", "5"),
			block("第二十条第（五）项"), heads("信息内容", "本年处理决定数量"), line("行政许可", "31"),
			block("第二十条第（六）项"), heads("信息内容", "本年处理决定数量"), line("行政处罚", "4"), line("行政强制", "0"),
			block("第二十条第（八）项"), heads("信息内容", "本年收费金额（单位：万元）"), line("行政事业性收费", "0.36"),
		},
	}
}

func remedies() *document.Table {
	outcomes := []string{"结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"}
	var lowest []document.Cell
	for range 2 {
		for _, text := range outcomes {
			lowest = append(lowest, head(text, 1, 1))
		}
	}
	var second []document.Cell
	for _, text := range outcomes {
		second = append(second, head(text, 1, 2))
	}
	second = append(second, head("未经复议直接起诉", 5, 1), head("复议后起诉", 5, 1))
	columns := make([]float64, 15)
	for i := range columns {
		columns[i] = 1
	}
	return &document.Table{
		Name: "remedies", Caption: "政府信息公开行政复议、行政诉讼情况", Columns: columns, HeadRows: 3, FontSize: 9, Whole: true,
		Rows: []document.Row{
			row([]document.Cell{head("行政复议", 5, 1), head("行政诉讼", 10, 1)}),
			{Cells: second},
			{Cells: lowest},
			{Cells: figures("0", "0", "0", "1", "1", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0")},
		},
	}
}
