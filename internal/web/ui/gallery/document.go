package gallery

import "gongkai/internal/document"

func h(text string, across, down int) document.Cell {
	return document.Cell{Text: text, Head: true, Colspan: across, Rowspan: down}
}

func n(text, ref string) document.Cell { return document.Cell{Text: text, Ref: ref, Number: true} }

// zeros is a run of data cells under the applicant kinds.
func zeros(ref string) []document.Cell {
	kinds := []string{"natural_person", "enterprise", "research", "social_org", "legal_service", "other", "total"}
	cells := make([]document.Cell, len(kinds))
	for i, k := range kinds {
		cells[i] = n("0", ref+"."+k)
	}
	return cells
}

func row(cells ...document.Cell) document.Row { return document.Row{Cells: cells} }

// reportDocument has a table of every shape the annual report has: sections in
// the middle of a table, heads on two sides in three layers, and a simple grid.
func reportDocument() *document.Document {
	proactive := &document.Table{Name: "proactive", Caption: "二、主动公开政府信息情况", Columns: []float64{3, 2, 2, 2}, Rows: []document.Row{
		row(h("第二十条第（一）项", 4, 1)),
		row(h("信息内容", 1, 1), h("本年制发件数", 1, 1), h("本年废止件数", 1, 1), h("现行有效件数", 1, 1)),
		row(h("规章", 1, 1), n("0", "rules_made"), n("0", "rules_repealed"), n("0", "rules_in_force")),
		row(h("行政规范性文件", 1, 1), n("3", "normdocs_made"), n("1", "normdocs_repealed"), n("96", "normdocs_in_force")),
		row(h("第二十条第（八）项", 4, 1)),
		row(h("信息内容", 1, 1), h("本年收费金额（单位：万元）", 3, 1)),
		row(h("行政事业性收费", 1, 1), document.Cell{Text: "12.50", Ref: "admin_fee_amount_wan", Colspan: 3}),
	}}
	requests := &document.Table{
		Name: "requests", Caption: "三、收到和处理政府信息公开申请情况", HeadRows: 3,
		Columns: []float64{3, 4, 6, 2, 2, 2, 2, 2, 2, 2},
		Rows: []document.Row{
			row(h("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), h("申请人情况", 7, 1)),
			row(h("自然人", 1, 2), h("法人或其他组织", 5, 1), h("总计", 1, 2)),
			row(h("商业企业", 1, 1), h("科研机构", 1, 1), h("社会公益组织", 1, 1), h("法律服务机构", 1, 1), h("其他", 1, 1)),
			row(append([]document.Cell{h("一、本年新收政府信息公开申请数量", 3, 1)}, zeros("req.new")...)...),
			row(append([]document.Cell{h("二、上年结转政府信息公开申请数量", 3, 1)}, zeros("req.carried_in")...)...),
			row(append([]document.Cell{h("三、本年度办理结果", 1, 4), h("（一）予以公开", 2, 1)}, zeros("req.granted")...)...),
			row(append([]document.Cell{h("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2, 1)}, zeros("req.partial")...)...),
			row(append([]document.Cell{h("（三）不予公开", 1, 2), h("1.属于国家秘密", 1, 1)}, zeros("req.secret")...)...),
			row(append([]document.Cell{h("2.其他法律行政法规禁止公开", 1, 1)}, zeros("req.prohibited")...)...),
			row(append([]document.Cell{h("四、结转下年度继续办理", 3, 1)}, zeros("req.carried_out")...)...),
		},
	}
	return &document.Document{
		Title: "示例市人民政府办公室2025年政府信息公开工作年度报告", Organ: "示例市人民政府办公室",
		Notes: []string{"本报告中所列数据的统计期限自2025年1月1日起，至2025年12月31日止"},
		Blocks: []document.Block{
			document.Heading{Level: 1, Text: "一、总体情况"},
			document.Heading{Level: 2, Text: "（一）主动公开"},
			document.Paragraph{Runs: []document.Run{
				{Text: "2025年，通过政府网站主动公开政府信息"},
				{Text: "825", Ref: "items_published"},
				{Text: "条，其中政策文件"},
				{Text: "76", Ref: "items_policy"},
				{Text: "条。"},
				{Text: "全年未发生泄密事件。", Strong: true},
				{Text: "围绕群众关切，及时公开低保标准、征地补偿、义务教育招生等信息，做到应公开尽公开。"},
			}},
			document.Heading{Level: 1, Text: "二、主动公开政府信息情况"},
			proactive,
			document.Heading{Level: 1, Text: "三、收到和处理政府信息公开申请情况"},
			requests,
			document.Heading{Level: 1, Text: "四、存在的主要问题及改进情况"},
			document.Text("一是部分栏目更新不够及时；二是解读形式较为单一。下一步将完善制度，加强培训，提高公开质量。"),
			document.Signature{Organ: "示例市人民政府办公室", Date: "2026年1月16日"},
		},
	}
}
